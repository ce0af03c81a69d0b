/** Runs the solution of an exercise, and all that is known of it, once: what comes of it is what snippets are judged by. */
import type { Exercise } from '../course/judgedExercise';
import type { Definition, SolutionReference } from '../course/folder/definition';
import { folderExercise, solutionOf } from '../course/folder/folderExercise';
import { callNameOf, type Probe } from '../course/judging/probe';
import type { Recording } from '../course/judging/recording';
import type { PythonRuntime, RunLimits, SnippetRequest, SnippetRun } from '../python/runtime';
import { differencesProgram } from './differencesProgram';
import { ProbeDrawer } from './drawProbes';
import { callOn, Recorder } from './record';
import { adapterOf, argumentsOf } from './request';
import { foldersLimits, unsoundIf } from './unsound';

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
export async function preparedThroughout(
  exercise: Exercise,
  runtime: PythonRuntime,
  limits: RunLimits = foldersLimits,
): Promise<Exercise> {
  const { folder } = exercise;
  const reference = solutionOf(exercise);
  if (!folder || !reference) return exercise;
  const { definition } = folder;
  const recording = await new Preparation(definition, reference, runtime, limits, true).recording();
  return folderExercise({ definition, recording });
}

/** What is called: a function by its name, or what the exercise asks for; and whether its lines are looked at. */
interface Called {
  readonly functionName?: string;
  readonly trace?: boolean;
}

class Preparation {
  constructor(
    private readonly definition: Definition,
    private readonly reference: SolutionReference,
    private readonly runtime: PythonRuntime,
    private readonly limits: RunLimits = foldersLimits,
    private readonly isThorough = false,
  ) {}

  async recording(): Promise<Recording> {
    const { definition, reference, runtime } = this;
    const probes = await new ProbeDrawer(definition, reference, runtime, this.limits).probes();
    const solution = await this.run('solution.py', this.source, this.calls(probes), this.drives(probes));
    const functions = await this.functions(probes);
    const whole = await this.wholeMistakes(probes);
    const runs = { solution, functions, shift: definition.solution.split('\n').length, whole };
    return new Recorder(definition, reference, runs).recording(probes);
  }

  /** `solution.py`, then what may use its functions: files that are run as one text. */
  private get together(): readonly (readonly [file: string, text: string])[] {
    const { mistakes, conventions } = this.reference.python;
    return [
      ['solution.py', this.definition.solution],
      ['mistakes.py', mistakes ?? ''],
      ['conventions.py', conventions ?? ''],
    ];
  }

  private get source(): string {
    return this.together.map(([, text]) => text).join('\n');
  }

  /** Where a line of them stands in its own file. */
  private placeOf(line: number): readonly [file: string, line: number] {
    let before = 0;
    for (const [file, text] of this.together) {
      const length = text.split('\n').length;
      if (line <= before + length) return [file, line - before];
      before += length;
    }
    return ['solution.py', line];
  }

  /** Calls of what the exercise asks for, or of one function, on every probe. */
  private calls(
    probes: readonly Probe[],
    { trace = true, functionName }: Called = {},
  ): SnippetRequest['calls'] {
    return probes.map((probe) => ({
      name: callOn(probe, functionName),
      arguments: argumentsOf(probe),
      trace,
      twice: false,
      ...(functionName === undefined ? {} : { function: functionName }),
    }));
  }

  private drives(probes: readonly Probe[]): SnippetRequest['drives'] {
    const { definition, reference } = this;
    if (!reference.gradients) return [];
    return probes
      .filter(({ purpose }) => purpose === 'shown' || (this.isThorough && purpose !== 'square'))
      .map((probe) => ({
        name: callNameOf(probe),
        source: differencesProgram(definition, reference),
        arguments: argumentsOf(probe).map(({ value }) => value),
      }));
  }

  /** The functions of `mistakes.py` and of `conventions.py`; null where there are none. */
  private async functions(probes: readonly Probe[]): Promise<SnippetRun | null> {
    const { mistakes, conventions } = this.reference;
    const own = mistakes.flatMap(({ functionName, lines }) =>
      functionName === null ? [] : [{ functionName, trace: lines.length > 0 }],
    );
    const all = [...own, ...conventions.map(({ functionName }) => ({ functionName, trace: false }))];
    const [first] = all;
    if (!first) return null;
    const calls = all.flatMap((called) => this.calls(probes, called));
    return this.run('mistakes.py', this.source, calls, [], first.functionName);
  }

  private async wholeMistakes(probes: readonly Probe[]): Promise<ReadonlyMap<string, SnippetRun>> {
    const runs = new Map<string, SnippetRun>();
    for (const { functionName, source, file, lines } of this.reference.mistakes) {
      if (functionName !== null) continue;
      // What it held tells a line, and where none is marked nothing.
      const calls = this.calls(probes, { trace: lines.length > 0 });
      runs.set(file, await this.run(file, source, calls));
    }
    return runs;
  }

  /** Runs what stands in a file; of `functionName` where it is not what the exercise asks for. Refuses an error in it. */
  private async run(
    file: string,
    source: string,
    calls: SnippetRequest['calls'],
    drives: SnippetRequest['drives'] = [],
    functionName?: string,
  ): Promise<SnippetRun> {
    const { definition } = this;
    const adapter = functionName === undefined ? adapterOf(definition) : null;
    const run = await this.runtime.run({
      source,
      functionName: functionName ?? definition.functionName,
      ...(adapter ? { adapter } : {}),
      calls,
      drives,
      limits: this.limits,
      returns: definition.returns.length > 1 ? definition.returns : [],
      parameters: definition.parameters,
    });
    if (run.error && source === this.source && run.error.line !== null) {
      const [own, line] = this.placeOf(run.error.line);
      unsoundIf({ ...run.error, line }, definition.id, own);
    }
    unsoundIf(run.error, definition.id, file);
    return run;
  }
}
