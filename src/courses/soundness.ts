/** Whether an exercise's folder is sound: every promise that it makes is tried. */
import type { HintKind, Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import type { Definition } from '../course/folder/definition';
import { ExerciseFolder } from '../course/folder/exerciseFolder';
import { folderExercise, solutionOf } from '../course/folder/folderExercise';
import type { Files, Problem } from '../course/folder/problem';
import { Problems } from '../course/folder/problem';
import { expectedOf } from '../course/folder/pythonFiles';
import { hintHeadings } from '../course/folder/textFile';
import type { RecordedProbe, Recording } from '../course/judging/recording';
import { compareArrays } from '../engine/compare';
import { relativeError } from '../engine/relativeError';
import { same } from '../diagnosis/agreement';
import { sameShape } from '../engine/tensor';
import { checkSnippet, type Grader } from '../grader/check';
import { preparedThroughout } from '../grader/prepare';
import { foldersLimits, UnsoundExercise } from '../grader/unsound';
import type { Report } from '../grader/report';
import type { PythonRuntime } from '../python/runtime';

export interface Soundness {
  readonly id: string;
  readonly problems: readonly Problem[];
  /** How many snippets of `correct/` pass, of how many. */
  readonly correct: readonly [number, number];
  /** How many snippets of `faulty/` get their code, how many of those that name a line get it too, of how many. */
  readonly faulty: {
    readonly all: number;
    readonly codes: number;
    readonly lined: number;
    readonly lines: number;
  };
  readonly mistakes: number;
}

export interface SoundnessTools {
  readonly runtime: PythonRuntime;
  readonly grader: Grader;
  readonly timeoutSeconds: number;
  /** What the solution and the mistakes may take; the usual limit when left out. */
  readonly folderSeconds?: number;
  readonly languages: readonly Language[];
}

/** How far a gradient of the solution's may be from central differences. */
const nearEnough = 1e-5;

/** Tries one exercise; `folder` is where its files stand among all, with a `/` at its end. */
export async function soundnessOf(
  files: Files,
  folder: string,
  definition: Definition,
  tools: SoundnessTools,
): Promise<Soundness> {
  return new Trial(files, folder, definition, tools).all();
}

class Trial {
  private readonly problems = new Problems();
  private readonly folder: ExerciseFolder;
  private exercise: Exercise;

  constructor(
    files: Files,
    path: string,
    private readonly definition: Definition,
    private readonly tools: SoundnessTools,
  ) {
    this.folder = new ExerciseFolder(files, path, this.problems);
    this.exercise = folderExercise({ definition, recording: null });
  }

  private add(name: string, line: number | null, message: string): void {
    this.folder.add(name, line, message);
  }

  async all(): Promise<Soundness> {
    const nothing = { all: 0, codes: 0, lined: 0, lines: 0 };
    const { id } = this.definition;
    try {
      const { runtime, folderSeconds = foldersLimits.timeoutSeconds } = this.tools;
      const limits = { ...foldersLimits, timeoutSeconds: folderSeconds };
      this.exercise = await preparedThroughout(this.exercise, runtime, limits);
    } catch (error) {
      if (!(error instanceof UnsoundExercise)) throw error;
      this.add(error.file, error.line, error.reason);
      return { id, problems: this.problems.found, correct: [0, 0], faulty: nothing, mistakes: 0 };
    }
    const recording = this.exercise.judging.recorded;
    this.checkTerms();
    this.checkHints();
    // What is compared with a wrong solution would only repeat it.
    if (recording && !this.checkGradients(recording)) {
      return { id, problems: this.problems.found, correct: [0, 0], faulty: nothing, mistakes: 0 };
    }
    if (recording) this.checkMistakes(recording);
    await this.checkSolution();
    await this.checkStarters();
    const correct = await this.checkCorrect();
    const faulty = await this.checkFaulty();
    return {
      id,
      problems: this.problems.found,
      correct,
      faulty,
      mistakes: recording?.mistakes.length ?? 0,
    };
  }

  private judge(source: string, language: Language = 'en'): Promise<Report> {
    const { runtime, grader, timeoutSeconds } = this.tools;
    return checkSnippet(this.exercise, source, runtime, { timeoutSeconds, language, grader, curve: false });
  }

  // Texts.

  /** Every name in brackets must be one that the snippets know. */
  private checkTerms(): void {
    if (!solutionOf(this.exercise)) return;
    const { solution, starter, parameters, returns, equations } = this.definition;
    const words = new Set(
      `${solution} ${starter.en} ${parameters.join(' ')} ${returns.join(' ')}`.match(/\w+/g) ?? [],
    );
    for (const { name } of equations) words.add(name);
    for (const { name, rows } of equations) {
      for (const [, term = ''] of rows.matchAll(/\\term\{(\w+)\}/g)) {
        if (words.has(term)) continue;
        this.add(
          this.textName,
          this.lineIn(this.textName, `[${term}]`),
          `[${term}] in the equation of ${name} is no name of the solution or the starter.`,
        );
      }
    }
  }

  private get textName(): string {
    return this.folder.text('text.en.md') === undefined ? 'text.ko.md' : 'text.en.md';
  }

  private lineIn(name: string, text: string): number | null {
    const lines = (this.folder.text(name) ?? '').split('\n');
    const at = lines.findIndex((line) => line.includes(text));
    return at < 0 ? null : at + 1;
  }

  private lineOfHint(kind: HintKind): number | null {
    const heading = Object.entries(hintHeadings).filter(([, one]) => one === kind);
    const lines = (this.folder.text(this.textName) ?? '').split('\n');
    const at = lines.findIndex((line) =>
      heading.some(([word]) => line.trim().toLowerCase() === `### ${word}`),
    );
    return at < 0 ? null : at + 1;
  }

  /** The line of the solution that assigns a result last; null where none does by name. */
  private lineAssigning(name: string): number | null {
    const lines = this.definition.solution.split('\n');
    const at = lines.findLastIndex((line) => new RegExp(`^\\s*[^#=]*\\b${name}\\b[^#=]*=[^=]`).test(line));
    return at < 0 ? null : at + 1;
  }

  /** The first four hints leave something to do. */
  private checkHints(): void {
    const { hints, solution, starter } = this.definition;
    const given = new Set(starter.en.split('\n').map(squeezed));
    const lines = solution
      .split('\n')
      .filter((line) => /[=(]/.test(line) && !/^\s*(?:def|class|import|from|for|if|return|"""|#)/.test(line))
      .map(squeezed)
      .filter((line) => line.length > 8 && !given.has(line));
    for (const { kind, text, code } of hints) {
      if (kind === 'solution') continue;
      const shown = squeezed(`${text.en}\n${text.ko}\n${code ?? ''}`);
      const told = lines.find((line) => shown.includes(line));
      if (told === undefined) continue;
      this.add(
        this.textName,
        this.lineOfHint(kind),
        `The hint “${kind}” holds a line of the solution (${told}): leave it to the last hint, or mask a part with ___.`,
      );
    }
    const masked = hints.find(({ kind }) => kind === 'masked');
    if (masked?.code?.includes('___') !== true) {
      this.add(
        this.textName,
        this.lineOfHint('masked'),
        'The hint “Masked” needs a ```python block with ___ where something is masked.',
      );
    }
  }

  // What the solution gave.

  /** Tells each result once, at the first sizes that show it. Whether all are what they must be. */
  private checkGradients({ probes }: Recording): boolean {
    const told = new Set<string>();
    const tell = (name: string, { probe }: RecordedProbe, message: string): void => {
      if (told.has(name)) return;
      told.add(name);
      const where = `on sizes.${probe.name ?? probe.purpose}`;
      this.add('solution.py', this.lineAssigning(name), `${where}: ${name} ${message}.`);
    };
    for (const recorded of probes) {
      for (const [name, { data }] of recorded.right) {
        if (data.some((entry) => !Number.isFinite(entry)))
          tell(name, recorded, 'is not finite: it holds nan or inf');
      }
      for (const [name, { value, judged }] of recorded.differences) {
        const given = recorded.right.get(name);
        if (!given || !sameShape(given.shape, value.shape)) {
          tell(name, recorded, 'has not the shape of what it is the gradient of');
          continue;
        }
        const largest = value.data.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
        const worst = value.data.reduce((most, entry, i) => {
          if (judged.data[i] !== 1) return most;
          return Math.max(most, relativeError(entry, given.data[i] ?? NaN, Math.max(1e-8, 1e-4 * largest)));
        }, 0);
        if (!(worst <= nearEnough)) {
          const off = worst.toPrecision(2);
          tell(
            name,
            recorded,
            `is not the gradient that exercise.yaml says: central differences are off by ${off}`,
          );
        }
      }
    }
    return told.size === 0;
  }

  private checkMistakes(recording: Recording): void {
    const reference = solutionOf(this.exercise);
    const known = reference?.mistakes ?? [];
    const python = reference?.python.mistakes?.split('\n') ?? [];
    const judged = recording.probes.filter(({ probe }) => probe.purpose !== 'square');
    known.forEach((mistake, i) => {
      const { file, line, code, functionName } = mistake;
      const name = functionName ?? file;
      const all = recording.probes.map((one) => ({ ...one, made: one.mistakes[i] ?? null }));
      if (all.every(({ made }) => made === null)) {
        this.add(
          file,
          line,
          `${name} raises on all sizes: a mistake gives numbers at least where all sizes are equal.`,
        );
        return;
      }
      const isVisible = all.some(
        ({ made, right }) =>
          made !== null &&
          recording.names.some((key) => {
            const [wrong, expected] = [made.returned.get(key), right.get(key)];
            return wrong && expected && !compareArrays(expected, wrong).ok;
          }),
      );
      if (!isVisible) {
        this.add(file, line, `${name} cannot be seen: it gives what the solution gives on all sizes.`);
        return;
      }
      // The return that ends a function and only hands out what other lines have made shows in what came back.
      const isReturn = mistake.lines.some((at) => /^(?: {4}|\t)return\b/u.test(python[at - 1] ?? ''));
      const isTraced = mistake.lines.length > 0 && mistake.functionName !== null && !isReturn;
      if (isTraced && all.every(({ made }) => made === null || made.marks.length === 0)) {
        this.add(
          file,
          mistake.lines[0] ?? line,
          `${name}: the marked line is never reached, or makes no numbers. Mark the one that computes the wrong value.`,
        );
      }
      // In a whole snippet what goes wrong may be nothing that a trace holds.
      if (mistake.lines.length === 0 && mistake.functionName !== null) {
        this.add(file, line, `${name} marks no line: end the line that goes wrong in “# <-”.`);
      }
      const twin = known.findIndex(
        (other, j) =>
          j < i &&
          other.code !== code &&
          judged.every(({ mistakes }) => {
            const [a, b] = [mistakes[i], mistakes[j]];
            return (
              a !== null &&
              b !== null &&
              a !== undefined &&
              b !== undefined &&
              recording.names.every((key) => {
                const [one, two] = [a.returned.get(key), b.returned.get(key)];
                return one !== undefined && two !== undefined && same(one, two);
              })
            );
          }),
      );
      const other = known[twin];
      if (other) {
        this.add(
          file,
          line,
          `${name} gives the same numbers as ${other.functionName ?? other.file}, under another code: choose other data, or one code and sentence for both.`,
        );
      }
    });
  }

  // Snippets.

  private async checkSolution(): Promise<void> {
    const report = await this.judge(this.definition.solution);
    if (report.verdict === 'pass' && report.diagnoses.length === 0) {
      for (const { name, ok, maxRelError } of report.gradientCheck) {
        if (!ok) {
          this.add(
            'solution.py',
            null,
            `${name} disagrees with central differences on the data shown by ${maxRelError.toPrecision(2)}.`,
          );
        }
      }
      return;
    }
    this.add('solution.py', lineOf(report), `The solution does not pass: ${wordsOf(report)}`);
  }

  private async checkStarters(): Promise<void> {
    const { en, ko } = this.definition.starter;
    const names = ['starter.py', 'starter.en.py', 'starter.ko.py'];
    for (const source of new Set([en, ko])) {
      const report = await this.judge(source);
      if (report.diagnoses[0]?.code === 'unimplemented') continue;
      const name = names.find((one) => this.folder.text(one) === source) ?? 'starter.py';
      this.add(
        name,
        lineOf(report),
        `The starter must be told as unimplemented (its blanks are ...); it is told: ${wordsOf(report)}`,
      );
    }
  }

  private snippets(inner: string): readonly (readonly [string, string])[] {
    return this.folder.below(inner).map((name) => [name, this.folder.text(name) ?? ''] as const);
  }

  private async checkCorrect(): Promise<readonly [number, number]> {
    const all = this.snippets('correct');
    let passed = 0;
    for (const [name, source] of all) {
      const report = await this.judge(source);
      if (report.verdict === 'pass' && report.diagnoses.length === 0) passed++;
      else this.add(name, lineOf(report), `This is right, and it is told: ${wordsOf(report)}`);
    }
    return [passed, all.length];
  }

  private async checkFaulty(): Promise<Soundness['faulty']> {
    const all = this.snippets('faulty');
    let [codes, lines, lined] = [0, 0, 0];
    for (const [name, source] of all) {
      const expected = expectedOf(source);
      if (!expected) {
        this.add(name, 1, 'The first line says what is expected: “# expect: CODE”, or “# expect: error”.');
        continue;
      }
      const report = await this.judge(source);
      const isExpected = isCode(report, expected.codes);
      if (isExpected) codes++;
      else {
        const wanted = expected.codes.join(' or ');
        this.add(name, lineOf(report), `Expected ${wanted}; it is told: ${wordsOf(report)}`);
      }
      if (expected.lines.length === 0) continue;
      lined++;
      const line = lineOf(report);
      if (line !== null && expected.lines.includes(line)) lines++;
      else if (isExpected) {
        const marked = expected.lines.join(' or ');
        this.add(
          name,
          line,
          `${report.diagnoses[0]?.code ?? 'error'} is told in line ${String(line)}; line ${marked} is marked.`,
        );
      }
    }
    return { all: all.length, codes, lined, lines };
  }
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

function isCode({ verdict, diagnoses }: Report, codes: readonly string[]): boolean {
  if (verdict === 'pass') return false;
  return codes.includes(diagnoses[0]?.code ?? '') || (codes.includes('error') && verdict === 'error');
}

function lineOf({ diagnoses, error }: Report): number | null {
  return diagnoses[0]?.line ?? (diagnoses.length === 0 ? (error?.line ?? null) : null);
}

/** What a report says first, in one line. */
function wordsOf({ verdict, diagnoses, error, values }: Report): string {
  const [first] = diagnoses;
  if (first) return `${first.code}: ${first.message}`;
  if (error) return `${error.kind}: ${error.message}`;
  const wrong = values.filter(({ ok }) => !ok).map(({ name }) => name);
  return verdict === 'pass' ? 'it passes.' : `${verdict} (${wrong.join(', ')})`;
}
