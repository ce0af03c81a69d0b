/** What is known of an exercise once its solution, its mistakes and its conventions have run on the probes. */
import type { Definition, SolutionReference } from '../course/folder/definition';
import { callNameOf, type Probe } from '../course/judging/probe';
import type { Differences, MistakeOnProbe, RecordedProbe, Recording } from '../course/judging/recording';
import { same } from '../diagnosis/agreement';
import { agreesWith } from '../engine/compare';
import type { Values } from '../engine/operation';
import type { Tensor } from '../engine/tensor';
import type { Precision } from '../engine/tolerance';
import type { CallResult, PyValue, SnippetRun } from '../python/runtime';
import { differencesFrom } from './differencesProgram';
import { distinct, Met } from './distinct';
import { flatItems } from './lists';
import { toTensor } from './observe';
import { UnsoundExercise } from './unsound';

/** What has run of an exercise's folder. */
export interface FolderRuns {
  readonly solution: SnippetRun;
  readonly mistakes: MistakeRuns;
  readonly conventions: readonly CallResult[];
  /** How many lines the functions of `mistakes.py` and `conventions.py` stand below the first of their source. */
  readonly shift: number;
}

/** What mistakes gave: the functions of `mistakes.py`, and whole snippets by their files. */
export interface MistakeRuns {
  readonly functions: readonly CallResult[];
  readonly whole: ReadonlyMap<string, readonly CallResult[]>;
}

/** What both gave; where a call is in both, what the first one did. */
export function joined(first: MistakeRuns, second: MistakeRuns): MistakeRuns {
  const whole = new Map(second.whole);
  for (const [file, calls] of first.whole) whole.set(file, [...calls, ...(whole.get(file) ?? [])]);
  return { functions: [...first.functions, ...second.functions], whole };
}

/** The name of the call of a function, or of what the exercise asks for, on a probe. */
export function callOn(probe: Probe, functionName = ''): string {
  return `${functionName}/${callNameOf(probe)}`;
}

function callIn(calls: readonly CallResult[], probe: Probe, functionName?: string): CallResult | undefined {
  const wanted = callOn(probe, functionName);
  return calls.find(({ name }) => name === wanted);
}

/** The precision whose tolerance a folder asks for. */
function precisionFor(tolerance: number | null): Precision {
  if (tolerance === null || tolerance < 1e-6) return 'double';
  return tolerance < 1e-3 ? 'single' : 'half';
}

/** Reads what the runs of one exercise gave. */
export class Recorder {
  private readonly precision: Precision;

  constructor(
    private readonly definition: Definition,
    private readonly reference: SolutionReference,
    private readonly runs: FolderRuns,
  ) {
    this.precision = precisionFor(reference.tolerance);
  }

  /** What came of it on these probes. Throws `UnsoundExercise` where a solution or a convention does not do what it must. */
  recording(probes: readonly Probe[]): Recording {
    const { reference } = this;
    const results = probes.flatMap((probe) => this.solutionOn(probe) ?? []);
    const names = namesOf(
      this.definition.returns,
      results.map(({ right }) => right),
    );
    return {
      probes: results.map(({ probe, call, right }): RecordedProbe => {
        const held = distinct(heldIn(call));
        return {
          probe,
          right: padded(right, names),
          held,
          conventions: reference.conventions.map(({ functionName }) =>
            padded(this.conventionOn(functionName, probe), names),
          ),
          mistakes: reference.mistakes.map((mistake) => {
            const made = this.mistakeOn(mistake, probe, names);
            // What is right as well tells nothing of a mistake.
            return made && { ...made, held: distinct(made.held, new Met([...held, ...right.values()])) };
          }),
          differences: this.differencesOn(probe),
        };
      }),
      names,
      lists: [...new Set(results.flatMap((one) => one.lists))],
      mistakes: reference.mistakes.map(({ code, sentence, lines }) => ({
        code,
        sentence,
        hasLine: lines.length > 0,
      })),
      conventions: reference.conventions.map(({ sentence }) => sentence),
    };
  }

  /** The mistakes that give nothing wrong on the data shown. */
  unseenOn(probes: readonly Probe[]): SolutionReference['mistakes'] {
    const shown = probes.find(({ purpose }) => purpose === 'shown');
    const right = shown && this.solutionOn(shown)?.right;
    if (!shown || !right) return this.reference.mistakes;
    return this.reference.mistakes.filter((mistake) => {
      const made = this.mistakeOn(mistake, shown, [...right.keys()]);
      return !made || !shows(made, right);
    });
  }

  /** What the solution gave; null where all sizes are equal and it cannot be called so. */
  private solutionOn(probe: Probe) {
    const call = callIn(this.runs.solution.calls, probe);
    if (probe.purpose === 'square' && (!call || call.error)) return null;
    if (!call || call.error) {
      const { line = null, message = 'it was not called' } = call?.error ?? {};
      throw this.unsound('solution.py', `on sizes.${callNameOf(probe)}: ${message}`, line);
    }
    const items = flatItems(this.definition.returns, call.returned);
    const right = items && this.valuesOf(items.flat);
    if (!items || !right) {
      const last = call.trace.findLast(({ name, depth }) => name === 'return' && depth === 0);
      const reason = `it must return ${this.returns}: numbers, arrays or lists of arrays`;
      throw this.unsound('solution.py', reason, last?.line ?? lastReturnOf(this.definition.solution));
    }
    return { probe, call, right, lists: items.lists };
  }

  private conventionOn(functionName: string, probe: Probe): Values {
    const values = this.resultOf(callIn(this.runs.conventions, probe, functionName));
    if (values) return values;
    const where = `on sizes.${callNameOf(probe)}`;
    throw this.unsound('conventions.py', `${functionName} does not return ${this.returns} ${where}`);
  }

  private mistakeOn(
    { functionName, file, lines }: SolutionReference['mistakes'][number],
    probe: Probe,
    names: readonly string[],
  ): MistakeOnProbe | null {
    const { mistakes, shift } = this.runs;
    const from = functionName === null ? (mistakes.whole.get(file) ?? []) : mistakes.functions;
    const made = callIn(from, probe, functionName ?? undefined);
    const values = this.resultOf(made);
    if (!made || !values) return null;
    const marked = lines.map((line) => line + (functionName === null ? 0 : shift));
    return traceOf(made, padded(values, names), new Set(marked));
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

  private differencesOn(probe: Probe): ReadonlyMap<string, Differences> {
    const { gradients } = this.reference;
    const drive = this.runs.solution.drives.find(({ name }) => name === callNameOf(probe));
    if (!gradients || !drive) return new Map();
    if (drive.error) throw this.unsound('exercise.yaml', `gradients: ${drive.error.message}`);
    return differencesFrom(gradients, drive.returned);
  }

  private get returns(): string {
    return this.definition.returns.join(', ');
  }

  private unsound(file: string, reason: string, line: number | null = null): UnsoundExercise {
    return new UnsoundExercise(this.definition.id, file, line, reason);
  }
}

/** Whether a mistake gives anything else than what is right. */
function shows({ returned }: MistakeOnProbe, right: Values): boolean {
  return [...right].some(([name, value]) => {
    const made = returned.get(name);
    return made !== undefined && !agreesWith(value, made);
  });
}

/** The line of the last return of a text; null where there is none. */
function lastReturnOf(source: string): number | null {
  const at = source.split('\n').findLastIndex((line) => /^\s+return\b/.test(line));
  return at < 0 ? null : at + 1;
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

/** What a mistake gave, what its marked lines held, and what its others did. */
function traceOf(call: CallResult, returned: Values, lines: ReadonlySet<number>): MistakeOnProbe {
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
  const marks = distinct([...last.values(), ...onTheWay]);
  return { returned, marks, held: others, isOfReturn: marks.length > 0 && otherMarks === 0 };
}
