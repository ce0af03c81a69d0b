/** The arguments that a folder's exercise is judged on: drawn by what `exercise.yaml` says, or made by `inputs.py`. */
import { drawn, tensorOf } from '../course/folder/draw';
import type { Definition, Sizes, SolutionReference } from '../course/folder/definition';
import type { Probe, ProbeArgument, ProbePurpose } from '../course/judging/probe';
import type { PythonRuntime, PyValue, RunLimits } from '../python/runtime';
import { UnsoundExercise, unsoundIf } from './unsound';

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
    private readonly limits: RunLimits,
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
    const taken = this.sizesTaken(inputs, Object.keys(this.reference.shown));
    const run = await this.runtime.run({
      source: inputs,
      functionName: 'inputs',
      calls: [],
      drives: drawings.map(({ sizes, seed, purpose, name }) => ({
        name: name ?? purpose,
        source: inputsProgram,
        arguments: [seed, ...taken.map((symbol) => sizes[symbol] ?? 0)].map((value) => ({
          kind: 'number',
          type: 'int',
          value,
        })),
      })),
      limits: this.limits,
    });
    unsoundIf(run.error, this.definition.id, 'inputs.py');
    return drawings.map(({ purpose, name }) => {
      const drive = run.drives.find((one) => one.name === (name ?? purpose));
      if (!drive || drive.error) {
        if (purpose === 'square') return null;
        const { message = 'it gave nothing', line = null } = drive?.error ?? {};
        throw this.unsound(`at sizes.${name ?? purpose}: ${message}`, line);
      }
      const { returned } = drive;
      if (returned?.kind !== 'dict') throw this.unsound('inputs must return a dictionary');
      return new Map(
        returned.keys.map((key, i) => [key, this.argumentFrom(key, returned.items[i])] as const),
      );
    });
  }

  /** The sizes that `inputs` asks for after its generator, by their names. */
  private sizesTaken(inputs: string, symbols: readonly string[]): readonly string[] {
    const [head, list] = /^def\s+inputs\s*\(([^)]*)\)/m.exec(inputs) ?? [];
    if (head === undefined || list === undefined)
      throw this.unsound(
        `it must define inputs(rng, ${symbols.join(', ')}), of which the sizes may be fewer`,
      );
    const line = inputs.slice(0, inputs.indexOf(head)).split('\n').length;
    const names = list.split(',').flatMap((one) => /^\s*(\w+)/.exec(one)?.[1] ?? []);
    const taken = names.slice(1);
    const strange = taken.find((name) => !symbols.includes(name));
    if (strange === undefined) return taken;
    throw this.unsound(`inputs takes ${strange}, which is no size. There are: ${symbols.join(', ')}`, line);
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
  private unsound(reason: string, line: number | null = null): UnsoundExercise {
    return new UnsoundExercise(this.definition.id, 'inputs.py', line, reason);
  }
}

/** `drive` for `inputs.py`: a generator, then the sizes that it takes. */
const inputsProgram = `
import numpy as np


def drive(learner, seed, *sizes):
    return learner(np.random.RandomState(seed), *sizes)
`;
