/** The arguments that a folder's exercise is judged on: drawn by what `exercise.yaml` says, or made by `inputs.py`. */
import { drawn, tensorOf } from '../course/folder/draw';
import type { Definition, Sizes, SolutionReference } from '../course/folder/definition';
import type { Probe, ProbeArgument, ProbePurpose } from '../course/judging/judging';
import type { PythonRuntime, PyValue } from '../python/runtime';
import { foldersLimits, UnsoundExercise, unsoundIf } from './unsound';

/** A number that differs between texts, for seeds. */
function seedOf(text: string): number {
  let seed = 17;
  for (const character of text) seed = (seed * 31 + (character.codePointAt(0) ?? 0)) % 0x7fffffff;
  return seed;
}

interface Drawing {
  readonly purpose: ProbePurpose;
  readonly name?: string;
  readonly sizes: Sizes;
  readonly seed: number;
}

/** Draws the probes of one exercise. */
export class ProbeDrawer {
  constructor(
    private readonly definition: Definition,
    private readonly reference: SolutionReference,
    private readonly runtime: PythonRuntime,
  ) {}

  private drawings(): readonly Drawing[] {
    const { shown, distinct, square, more } = this.reference;
    const seed = seedOf(this.definition.id);
    return [
      { purpose: 'shown', sizes: shown, seed },
      { purpose: 'distinct', sizes: distinct, seed: seed + 1 },
      { purpose: 'again', sizes: distinct, seed: seed + 2 },
      ...more.map((sizes, i) => ({
        purpose: 'distinct' as const,
        name: `more-${String(i)}`,
        sizes,
        seed: seed + 10 + i,
      })),
      ...(square ? [{ purpose: 'square' as const, sizes: square, seed: seed + 3 }] : []),
    ];
  }

  async probes(): Promise<readonly Probe[]> {
    const drawings = this.drawings();
    const made = await this.madeInputs(drawings);
    return drawings.flatMap((drawing, i): Probe[] => {
      const given = made[i];
      if (given === null) return [];
      const values = this.reference.parameters.flatMap((spec, at): ProbeArgument[] => {
        if (spec.kind === 'function') return [];
        const fixed = drawing.purpose === 'shown' ? this.reference.fixed[spec.name] : undefined;
        if (typeof fixed === 'number') {
          const type = spec.kind === 'int' ? 'int' : 'float';
          return [{ name: spec.name, kind: 'number', type, value: fixed }];
        }
        if (fixed !== undefined) {
          const value = tensorOf(fixed, spec.name);
          const isInteger = spec.kind === 'labels';
          return [{ name: spec.name, kind: 'array', value, ...(isInteger ? { dtype: 'int64' } : {}) }];
        }
        const from = given?.get(spec.name);
        if (from) return [from];
        const one = drawn(spec, drawing.sizes, drawing.seed + 1000 * (at + 1));
        if (!one) throw this.unsound(`inputs gives no “${spec.name}”, which exercise.yaml says it does`);
        return [one];
      });
      const { purpose, name, sizes } = drawing;
      return [{ purpose, ...(name === undefined ? {} : { name }), arguments: values, sizes }];
    });
  }

  /** What `inputs.py` gives for each drawing; undefined where there is none, null where it cannot be at equal sizes. */
  private async madeInputs(
    drawings: readonly Drawing[],
  ): Promise<readonly (ReadonlyMap<string, ProbeArgument> | null | undefined)[]> {
    const { inputs } = this.reference.python;
    if (inputs === null) return drawings.map(() => undefined);
    const run = await this.runtime.run({
      source: 'def nothing():\n    return 0\n',
      functionName: 'nothing',
      calls: [],
      drives: drawings.map(({ sizes, seed, purpose, name }) => ({
        name: name ?? purpose,
        source: `${inputs}\n${inputsProgram(Object.keys(sizes))}`,
        arguments: [seed, ...Object.values(sizes)].map((value) => ({ kind: 'number', type: 'int', value })),
      })),
      limits: foldersLimits,
    });
    unsoundIf(run.error, this.definition.id, 'inputs.py');
    return drawings.map(({ purpose, name }) => {
      const drive = run.drives.find((one) => one.name === (name ?? purpose));
      if (!drive || drive.error) {
        if (purpose === 'square') return null;
        const message = drive?.error?.message ?? 'it gave nothing';
        throw this.unsound(`at sizes.${name ?? purpose}: ${message}`);
      }
      const { returned } = drive;
      if (returned?.kind !== 'dict') throw this.unsound('inputs must return a dictionary');
      return new Map(
        returned.keys.map((key, i) => [key, this.argumentFrom(key, returned.items[i])] as const),
      );
    });
  }

  private argumentFrom(name: string, value: PyValue | undefined): ProbeArgument {
    if (value?.kind === 'array') {
      const { shape, data } = value;
      const dtype = value.dtype === 'bool' ? 'bool' : value.dtype.startsWith('int') ? 'int64' : 'float64';
      return { name, kind: 'array', value: { shape, data }, dtype };
    }
    if (value?.kind === 'number') {
      return { name, kind: 'number', type: value.type === 'int' ? 'int' : 'float', value: value.value };
    }
    if (value?.kind === 'list') {
      return { name, kind: 'list', items: value.items.map((item) => this.argumentFrom(name, item)) };
    }
    throw this.unsound(`“${name}” is neither an array, nor a number, nor a list of these`);
  }

  /** What is wrong with `inputs.py`. */
  private unsound(reason: string): UnsoundExercise {
    return new UnsoundExercise(this.definition.id, 'inputs.py', null, reason);
  }
}

/** `drive` for `inputs.py`: sizes come in order and go by name, as many as `inputs` takes. */
function inputsProgram(symbols: readonly string[]): string {
  return `
def drive(learner, seed, *sizes):
    given = dict(zip(${JSON.stringify(symbols)}, sizes))
    code = inputs.__code__
    names = code.co_varnames[1 : code.co_argcount]
    return inputs(np.random.RandomState(seed), **{name: given[name] for name in names})
`;
}
