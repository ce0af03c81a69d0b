/**
 * The table of snippets: learners' code with the diagnosis that it should get, and right code that should get none.
 *
 * In a faulty file the line to look at ends in `# <- code`. Several marked lines are several mistakes, in order of
 * execution; so are several codes on one line, `# <- code, code`. `# <- code | other` allows either code, `# <- code (or)` marks a second line that is as good, and
 * `# expect: code` on the first line stands for a mistake that has no line of its own. `error:exception` is an error
 * that no mistake explains: the report then has no diagnosis, and the line is the error's.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'diagnosis');

/** A mistake as a teacher would name it. */
export interface Expected {
  readonly codes: readonly string[];
  /** The lines that are right to point at; empty where the mistake has none. */
  readonly lines: readonly number[];
}

export interface Row {
  readonly exercise: string;
  /** `backward-2-layer/loop-over-samples` */
  readonly name: string;
  readonly source: string;
  /** In order of execution; empty for right code. */
  readonly expected: readonly Expected[];
}

function codesOf(text: string): string[] {
  return text.split('|').map((code) => code.trim());
}

/** What the marks of a faulty file say. */
export function expectationsOf(name: string, source: string): readonly Expected[] {
  const whole = /^# expect: (.+)$/m.exec(source);
  if (whole) return [{ codes: codesOf(whole[1] ?? ''), lines: [] }];
  const marks = source.split('\n').flatMap((text, i) => {
    const mark = /# <- ([\w:|, -]+?)( \(or\))?\s*$/.exec(text);
    const isOther = mark?.[2] !== undefined;
    return mark
      ? (mark[1] ?? '').split(',').map((codes) => ({ line: i + 1, codes: codesOf(codes), isOther }))
      : [];
  });
  const mistakes = marks.filter(({ isOther }) => !isOther);
  if (mistakes.length === 0) throw new Error(`${name} is a faulty snippet without a mark`);
  return mistakes.map(({ codes, line }) => {
    const others = marks.filter((mark) => mark.isOther && mark.codes.some((code) => codes.includes(code)));
    return { codes, lines: [line, ...others.map((mark) => mark.line)] };
  });
}

function rowsOf(kind: 'faulty' | 'correct'): Row[] {
  return readdirSync(join(folder, kind), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py'))
    .sort()
    .map((path) => {
      const parts = path.slice(0, -'.py'.length).split(/[\\/]/);
      const name = parts.join('/');
      const source = readFileSync(join(folder, kind, path), 'utf8');
      const expected = kind === 'faulty' ? expectationsOf(name, source) : [];
      return { exercise: parts[0] ?? '', name, source, expected };
    });
}

/** Code as learners write it, wrong in a known way. */
export function faultyRows(): readonly Row[] {
  return rowsOf('faulty');
}

/** Right code in many styles. */
export function correctRows(): readonly Row[] {
  return rowsOf('correct');
}

/** How a report can miss what the table expects: another mistake, another line, more or fewer mistakes. */
export type Miss = 'code' | 'line' | 'more';

/** The names of the faulty snippets that are known to be missed in that way. */
export function knownMisses(kind: Miss): ReadonlySet<string> {
  const lines = readFileSync(join(folder, 'known-misses.txt'), 'utf8').split('\n');
  return new Set(lines.flatMap((line) => (line.startsWith(`${kind} `) ? [line.slice(kind.length + 1)] : [])));
}
