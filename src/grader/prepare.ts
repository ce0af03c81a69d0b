/** Runs the solution of an exercise, and all that is known of it, once: what comes of it is what snippets are judged by. */
import type { Exercise } from '../course/judgedExercise';
import type { Definition, SolutionReference } from '../course/folder/definition';
import { folderExercise, solutionOf } from '../course/folder/folderExercise';
import { callNameOf, type Probe } from '../course/judging/probe';
import type { Recording } from '../course/judging/recording';
import type { CallResult, PythonRuntime, RunLimits, SnippetRequest, SnippetRun } from '../python/runtime';
import { differencesProgram } from './differencesProgram';
import { ProbeDrawer } from './drawProbes';
import { callOn, joined, Recorder, type MistakeRuns } from './record';
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

/** A line is looked for on the data shown, and with equal sizes where code raises on those. */
const isWhereLinesTell = ({ purpose }: Probe): boolean => purpose === 'shown' || purpose === 'square';

const always = (): boolean => true;
const never = (): boolean => false;

/** What is called: a function by its name, or what the exercise asks for; and on which probes its lines are looked at. */
interface Called {
  readonly functionName?: string;
  readonly isWatched: (probe: Probe) => boolean;
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
    const mistakes = await this.mistakes(reference.mistakes, probes, isWhereLinesTell);
    const conventions = await this.functions(
      reference.conventions.map(({ functionName }) => ({ functionName, isWatched: never })),
      probes,
    );
    const runs = { solution, mistakes, conventions, shift: definition.solution.split('\n').length };
    const recorder = new Recorder(definition, reference, runs);
    // Watching a run takes ten times as long as the run: where a mistake shows on the first data, once will do.
    const unseen = recorder.unseenOn(probes);
    const others = probes.filter((probe) => !isWhereLinesTell(probe));
    const watched = joined(await this.mistakes(unseen, others, always), mistakes);
    return new Recorder(definition, reference, { ...runs, mistakes: watched }).recording(probes);
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
    { functionName, isWatched }: Called = { isWatched: always },
  ): SnippetRequest['calls'] {
    return probes.map((probe) => ({
      name: callOn(probe, functionName),
      arguments: argumentsOf(probe),
      trace: isWatched(probe),
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

  /** What mistakes give on these probes, and, on those where they are watched, what they hold if a line of them is marked. */
  private async mistakes(
    known: SolutionReference['mistakes'],
    probes: readonly Probe[],
    isWatched: Called['isWatched'],
  ): Promise<MistakeRuns> {
    const own: Required<Called>[] = [];
    const whole = new Map<string, readonly CallResult[]>();
    for (const { functionName, source, file, lines } of known) {
      const watched = lines.length > 0 ? isWatched : never;
      if (functionName !== null) own.push({ functionName, isWatched: watched });
      else if (probes.length > 0)
        whole.set(file, (await this.run(file, source, this.calls(probes, { isWatched: watched }))).calls);
    }
    return { functions: await this.functions(own, probes), whole };
  }

  /** What functions of `mistakes.py` and of `conventions.py` give. */
  private async functions(
    own: readonly Required<Called>[],
    probes: readonly Probe[],
  ): Promise<readonly CallResult[]> {
    const [first] = own;
    if (!first || probes.length === 0) return [];
    const calls = own.flatMap((called) => this.calls(probes, called));
    return (await this.run('mistakes.py', this.source, calls, [], first.functionName)).calls;
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
