/** Whether the snippets of an exercise's folder are told what the folder says they are. */
import { codeInColumns } from '../course/columns';
import type { ExerciseFolder } from '../course/folder/exerciseFolder';
import { expectedOf } from '../course/folder/pythonFiles';
import type { Report } from '../grader/report';
import type { Tried } from './tried';

/** How many snippets get their code, and how many of those that name a line (`lined`) get that too (`lines`), of how many. */
export interface FaultyTold {
  readonly all: number;
  readonly codes: number;
  readonly lined: number;
  readonly lines: number;
}

function isPassed({ verdict, diagnoses }: Report): boolean {
  return verdict === 'pass' && diagnoses.length === 0;
}

export async function checkSolution({ folder, definition, exercise, judge }: Tried): Promise<void> {
  const report = await judge(definition.solution);
  if (isPassed(report)) {
    for (const { name, ok, maxRelError } of report.gradientCheck) {
      if (!ok) {
        folder.add(
          'solution.py',
          null,
          `${name} disagrees with central differences on the data shown by ${maxRelError.toPrecision(2)}.`,
        );
      }
    }
    if (exercise.judging.columns) {
      const turned = await judge(codeInColumns(definition.solution), 'columns');
      if (!isPassed(turned))
        folder.add(
          'solution.py',
          lineOf(turned),
          `With samples in columns it is shown turned around, which does not pass: ${wordsOf(turned)} Write products as np.dot(a, b) or a @ b of names, and name every axis.`,
        );
    }
    return;
  }
  folder.add('solution.py', lineOf(report), `The solution does not pass: ${wordsOf(report)}`);
}

export async function checkStarters({ folder, definition, judge }: Tried): Promise<void> {
  const { en, ko } = definition.starter;
  const names = ['starter.py', 'starter.en.py', 'starter.ko.py'];
  for (const source of new Set([en, ko])) {
    const report = await judge(source);
    if (report.diagnoses[0]?.code === 'unimplemented') continue;
    const name = names.find((one) => folder.text(one) === source) ?? 'starter.py';
    folder.add(
      name,
      lineOf(report),
      `The starter must be told as unimplemented (its blanks are ...); it is told: ${wordsOf(report)}`,
    );
  }
}

export async function checkCorrect({ folder, judge }: Tried): Promise<readonly [number, number]> {
  const all = snippetsOf(folder, 'correct');
  let passed = 0;
  for (const [name, source] of all) {
    const report = await judge(source);
    if (isPassed(report)) passed++;
    else folder.add(name, lineOf(report), `This is right, and it is told: ${wordsOf(report)}`);
  }
  return [passed, all.length];
}

export async function checkFaulty({ folder, judge }: Tried): Promise<FaultyTold> {
  const all = snippetsOf(folder, 'faulty');
  let [codes, lines, lined] = [0, 0, 0];
  for (const [name, source] of all) {
    const expected = expectedOf(source);
    if (!expected) {
      folder.add(name, 1, 'The first line says what is expected: “# expect: CODE”, or “# expect: error”.');
      continue;
    }
    const report = await judge(source);
    const isExpected = isCode(report, expected.codes);
    if (isExpected) codes++;
    else {
      const wanted = expected.codes.join(' or ');
      folder.add(name, lineOf(report), `Expected ${wanted}; it is told: ${wordsOf(report)}`);
    }
    if (expected.lines.length === 0) continue;
    lined++;
    const line = lineOf(report);
    if (line !== null && expected.lines.includes(line)) lines++;
    else if (isExpected) {
      const marked = expected.lines.join(' or ');
      folder.add(
        name,
        line,
        `${report.diagnoses[0]?.code ?? 'error'} is told in line ${String(line)}; line ${marked} is marked.`,
      );
    }
  }
  return { all: all.length, codes, lined, lines };
}

function snippetsOf(folder: ExerciseFolder, inner: string): readonly (readonly [string, string])[] {
  return folder.below(inner).map((name) => [name, folder.text(name) ?? ''] as const);
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
