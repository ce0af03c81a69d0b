/** Runs the solution of an exercise, and all that is known of it, once: what comes of it is what snippets are judged by. */
import type { Exercise } from '../course/exercise';
import { drawn, tensorOf } from '../course/folder/draw';
import type { Definition, Sizes, SolutionReference } from '../course/folder/definition';
import { folderExercise, solutionOf } from '../course/folder/folderExercise';
import { callNameOf, type Probe, type ProbeArgument, type ProbePurpose } from '../course/judging/judging';
import type { Differences, MistakeOnProbe, RecordedProbe, Recording } from '../course/judging/recorded';
import { same } from '../diagnosis/agreement';
import type { Values } from '../engine/operation';
import type { Tensor } from '../engine/tensor';
import type { Precision } from '../engine/tolerance';
import type {
  CallResult,
  PythonRuntime,
  PyValue,
  RunError,
  SnippetCall,
  SnippetRun,
} from '../python/runtime';
import { differencesProgram, differencesFrom } from './differencesProgram';
import { flatItems } from './lists';
import { toTensor } from './observe';
import { adapterOf, argumentsOf } from './request';

/** Seconds that everything an exercise's folder holds may take together. */
const secondsForAll = 60;
const limits = { timeoutSeconds: secondsForAll, outputBytes: 64 * 1024, resultBytes: 64 * 1024 * 1024 };

/** Raised where the Python of a folder does not do what it must; its author is to mend it. */
export class UnsoundExercise extends Error {
  override readonly name = 'UnsoundExercise';

  constructor(
    readonly exercise: string,
    /** Of the folder: `solution.py`. */
    readonly file: string,
    readonly line: number | null,
    readonly reason: string,
  ) {
    super(`${exercise}/${file}${line === null ? '' : `:${String(line)}`}: ${reason}`);
  }
}

const known = new WeakMap<Definition, Promise<Exercise>>();

/** The exercise, ready to be judged: the same one each time. Rejects with `UnsoundExercise`. */
export function prepared(exercise: Exercise, runtime: PythonRuntime): Promise<Exercise> {
  const { folder } = exercise;
  const reference = solutionOf(exercise);
  if (!folder || !reference || folder.recording) return Promise.resolve(exercise);
  const { definition } = folder;
  const before = known.get(definition);
  if (before) return before;
  const made = new Preparation(definition, reference, runtime)
    .recording()
    .then((recording) => folderExercise({ definition, recording }));
  known.set(definition, made);
  made.catch(() => known.delete(definition));
  return made;
}

/** The exercise ready to be judged, with central differences on every probe; nothing is kept. */
export async function preparedThroughout(exercise: Exercise, runtime: PythonRuntime): Promise<Exercise> {
  const { folder } = exercise;
  const reference = solutionOf(exercise);
  if (!folder || !reference) return exercise;
  const { definition } = folder;
  const recording = await new Preparation(definition, reference, runtime, true).recording();
  return folderExercise({ definition, recording });
}

/** The precision whose tolerance a folder asks for. */
function precisionFor(tolerance: number | null): Precision {
  if (tolerance === null || tolerance < 1e-6) return 'double';
  return tolerance < 1e-3 ? 'single' : 'half';
}

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

class Preparation {
  private readonly precision: Precision;

  constructor(
    private readonly definition: Definition,
    private readonly reference: SolutionReference,
    private readonly runtime: PythonRuntime,
    private readonly isThorough = false,
  ) {
    this.precision = precisionFor(reference.tolerance);
  }

  async recording(): Promise<Recording> {
    const { definition, reference } = this;
    const probes = await this.probes();
    const source = this.source();
    const own = reference.mistakes.filter(({ functionName }) => functionName !== null);
    const functions = [
      ...own.map(({ functionName }) => functionName ?? ''),
      ...reference.conventions.map(({ functionName }) => functionName),
    ];
    const differentiated = reference.gradients
      ? probes.filter(({ purpose }) => purpose === 'shown' || (this.isThorough && purpose !== 'square'))
      : [];
    const adapter = adapterOf(definition);
    const calls = (functionName?: string): SnippetCall[] =>
      probes.map((probe) => ({
        name: `${functionName ?? ''}/${callNameOf(probe)}`,
        arguments: argumentsOf(probe),
        trace: true,
        twice: false,
        ...(functionName === undefined ? {} : { function: functionName }),
      }));
    const run = await this.runtime.run({
      source,
      functionName: definition.functionName,
      ...(adapter ? { adapter } : {}),
      calls: calls(),
      drives: differentiated.map((probe) => ({
        name: callNameOf(probe),
        source: differencesProgram(definition, reference),
        arguments: argumentsOf(probe).map(({ value }) => value),
      })),
      limits,
      returns: definition.returns.length > 1 ? definition.returns : [],
      parameters: definition.parameters,
    });
    this.refuseError(run.error, 'solution.py');
    const others =
      functions.length === 0
        ? null
        : await this.runtime.run({
            source,
            functionName: functions[0] ?? '',
            calls: functions.flatMap((name) => calls(name)),
            drives: [],
            limits,
            returns: definition.returns.length > 1 ? definition.returns : [],
            parameters: definition.parameters,
          });
    if (others) this.refuseError(others.error, 'mistakes.py');
    const whole = await this.wholeMistakes(calls);
    return this.assembled(probes, run, others, whole);
  }

  /** `solution.py`, then what may use its functions. */
  private source(): string {
    const { mistakes, conventions } = this.reference.python;
    return [this.definition.solution, mistakes ?? '', conventions ?? ''].join('\n');
  }

  /** How many lines stand before `mistakes.py` in the source. */
  private get linesBefore(): number {
    return this.definition.solution.split('\n').length;
  }

  private refuseError(error: RunError | null, file: string): void {
    if (error) throw new UnsoundExercise(this.definition.id, file, error.line, error.message);
  }

  // Probes.

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

  private async probes(): Promise<readonly Probe[]> {
    const drawings = this.drawings();
    const made = await this.madeInputs(drawings);
    return drawings.flatMap((drawing, i): Probe[] => {
      const given = made[i];
      if (given === null) return [];
      const values = this.reference.parameters.flatMap((spec, at): ProbeArgument[] => {
        if (spec.kind === 'function') return [];
        const fixed = drawing.purpose === 'shown' ? this.reference.fixed[spec.name] : undefined;
        if (fixed !== undefined && typeof fixed === 'number') {
          return [
            { name: spec.name, kind: 'number', type: spec.kind === 'int' ? 'int' : 'float', value: fixed },
          ];
        }
        if (fixed !== undefined) {
          const value = tensorOf(fixed, spec.name);
          const isInteger = spec.kind === 'labels';
          return [{ name: spec.name, kind: 'array', value, ...(isInteger ? { dtype: 'int64' } : {}) }];
        }
        const from = given?.get(spec.name);
        if (from) return [from];
        const one = drawn(spec, drawing.sizes, drawing.seed + 1000 * (at + 1));
        if (!one) {
          throw new UnsoundExercise(
            this.definition.id,
            'inputs.py',
            null,
            `inputs gives no “${spec.name}”, which exercise.yaml says it does`,
          );
        }
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
      limits,
    });
    this.refuseError(run.error, 'inputs.py');
    return drawings.map(({ purpose, name }) => {
      const drive = run.drives.find((one) => one.name === (name ?? purpose));
      if (!drive || drive.error) {
        if (purpose === 'square') return null;
        const message = drive?.error?.message ?? 'it gave nothing';
        throw new UnsoundExercise(
          this.definition.id,
          'inputs.py',
          null,
          `at sizes.${name ?? purpose}: ${message}`,
        );
      }
      const { returned } = drive;
      if (returned?.kind !== 'dict') {
        throw new UnsoundExercise(this.definition.id, 'inputs.py', null, 'inputs must return a dictionary');
      }
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
    throw new UnsoundExercise(
      this.definition.id,
      'inputs.py',
      null,
      `“${name}” is neither an array, nor a number, nor a list of these`,
    );
  }

  // Results.

  private async wholeMistakes(calls: () => SnippetCall[]): Promise<ReadonlyMap<string, SnippetRun>> {
    const runs = new Map<string, SnippetRun>();
    const adapter = adapterOf(this.definition);
    for (const { functionName, source, file } of this.reference.mistakes) {
      if (functionName !== null) continue;
      const run = await this.runtime.run({
        source,
        functionName: this.definition.functionName,
        ...(adapter ? { adapter } : {}),
        calls: calls(),
        drives: [],
        limits,
        returns: this.definition.returns.length > 1 ? this.definition.returns : [],
        parameters: this.definition.parameters,
      });
      this.refuseError(run.error, file);
      runs.set(file, run);
    }
    return runs;
  }

  private assembled(
    probes: readonly Probe[],
    run: SnippetRun,
    others: SnippetRun | null,
    whole: ReadonlyMap<string, SnippetRun>,
  ): Recording {
    const { definition, reference } = this;
    const callOf = ({ calls }: SnippetRun, of: string, probe: Probe): CallResult | undefined =>
      calls.find(({ name }) => name === `${of}/${callNameOf(probe)}`);
    const results = probes.flatMap((probe) => {
      const call = callOf(run, '', probe);
      if (probe.purpose === 'square' && (!call || call.error)) return [];
      if (!call || call.error) {
        const where = `on sizes.${callNameOf(probe)}`;
        throw new UnsoundExercise(
          definition.id,
          'solution.py',
          call?.error?.line ?? null,
          `${where}: ${call?.error?.message ?? 'it was not called'}`,
        );
      }
      const items = flatItems(definition.returns, call.returned);
      const right = items && this.valuesOf(items.flat);
      if (!items || !right) {
        throw new UnsoundExercise(
          definition.id,
          'solution.py',
          null,
          `it must return ${definition.returns.join(', ')}: numbers, arrays or lists of arrays`,
        );
      }
      return [{ probe, call, right, lists: items.lists }];
    });
    const names = namesOf(
      definition.returns,
      results.map(({ right }) => right),
    );
    const lists = [...new Set(results.flatMap((one) => one.lists))];
    const recorded = results.map(({ probe, call, right }): RecordedProbe => ({
      probe,
      right: padded(right, names),
      held: heldIn(call),
      conventions: reference.conventions.map(({ functionName }) => {
        const values = others && this.resultOf(callOf(others, functionName, probe));
        if (values) return padded(values, names);
        throw new UnsoundExercise(
          definition.id,
          'conventions.py',
          null,
          `${functionName} does not return ${definition.returns.join(', ')} on sizes.${callNameOf(probe)}`,
        );
      }),
      mistakes: reference.mistakes.map((mistake) => {
        const { functionName, file, lines } = mistake;
        const from = functionName === null ? whole.get(file) : others;
        const made = from && callOf(from, functionName ?? '', probe);
        const values = made && this.resultOf(made);
        const shift = functionName === null ? 0 : this.linesBefore;
        return made && values
          ? mistakeOn(made, padded(values, names), new Set(lines.map((line) => line + shift)))
          : null;
      }),
      differences: this.differencesOn(run, probe),
    }));
    return {
      probes: recorded,
      names,
      lists,
      mistakes: reference.mistakes.map(({ code, sentence, lines }) => ({
        code,
        sentence,
        hasLine: lines.length > 0,
      })),
      conventions: reference.conventions.map(({ sentence }) => sentence),
    };
  }

  private resultOf(call: CallResult | undefined): Values | null {
    if (!call || call.error) return null;
    const items = flatItems(this.definition.returns, call.returned);
    return items && this.valuesOf(items.flat);
  }

  private valuesOf(items: ReadonlyMap<string, PyValue>): Values | null {
    const values = new Map<string, Tensor>();
    for (const [name, item] of items) {
      const value = toTensor(item);
      if (!value) return null;
      values.set(name, this.precision === 'double' ? value : { ...value, precision: this.precision });
    }
    return values;
  }

  private differencesOn({ drives }: SnippetRun, probe: Probe): ReadonlyMap<string, Differences> {
    const { gradients } = this.reference;
    const drive = drives.find(({ name }) => name === callNameOf(probe));
    if (!gradients || !drive) return new Map();
    if (drive.error) {
      const { message } = drive.error;
      throw new UnsoundExercise(this.definition.id, 'exercise.yaml', null, `gradients: ${message}`);
    }
    return differencesFrom(gradients, drive.returned);
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

/** Every name that comes back on some probe, lists with as many items as the longest has. */
function namesOf(returns: readonly string[], results: readonly Values[]): readonly string[] {
  return returns.flatMap((name) => {
    const own = new Set(
      results.flatMap((values) =>
        [...values.keys()].filter((key) => key === name || key.startsWith(`${name}[`)),
      ),
    );
    return [...own].sort((a, b) => indexIn(a) - indexIn(b));
  });
}

function indexIn(name: string): number {
  return Number(/\[(\d+)\]$/.exec(name)?.[1] ?? -1);
}

/** A list that is shorter on this probe ends in arrays without entries. */
function padded(values: Values, names: readonly string[]): Values {
  return new Map(names.map((name) => [name, values.get(name) ?? { shape: [0], data: new Float64Array() }]));
}

function heldIn({ trace }: CallResult): readonly Tensor[] {
  return trace.flatMap(({ name, depth, value }) => {
    const tensor = name === 'return' && depth === 0 ? null : toTensor(value);
    return tensor ? [tensor] : [];
  });
}

function mistakeOn(call: CallResult, returned: Values, lines: ReadonlySet<number>): MistakeOnProbe {
  const last = new Map<string, Tensor>();
  const onTheWay: Tensor[] = [];
  const others: Tensor[] = [];
  let otherMarks = 0;
  for (const { line, name, depth, value } of call.trace) {
    if (name === 'def' || name === 'lambda') continue;
    const items = value.kind === 'tuple' ? value.items : [value];
    items.forEach((item, i) => {
      const tensor = toTensor(item);
      if (!tensor) return;
      if (!lines.has(line)) others.push(tensor);
      else {
        const key = `${name}/${String(i)}/${String(line)}`;
        const before = last.get(key);
        if (before) onTheWay.push(before);
        last.set(key, tensor);
        const isOfReturn = name === 'return' && depth === 0 && others.some((held) => same(held, tensor));
        if (!isOfReturn) otherMarks++;
      }
    });
  }
  const marks = [...last.values(), ...onTheWay];
  return { returned, marks, held: others, isOfReturn: marks.length > 0 && otherMarks === 0 };
}
