/**
 * Snippets of part two in other styles than the folders' own, written before any was run: right programs, and mistakes
 * as a change of one of them. They are judged as if they lay in the folder, so that nothing is prepared twice.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWhole } from '../support/share';

const folder = join(__dirname, 'styles');

/** Of the mistakes, one in so many is tried. */
const share = 4;

/** What starts a right program, and what starts a mistake: its codes, and the program in which it is made. */
const heading = /^== (?<style>\S+)$|^>> (?<codes>\S+) in (?<base>\S+)$/u;

interface Part {
  readonly head: Readonly<Record<string, string | undefined>>;
  readonly lines: string[];
}

/** The snippets of an exercise by the name that they would have in its folder, none where nobody wrote any; throws where a change does not fit. */
export function stylesOf(id: string): ReadonlyMap<string, string> {
  const parts: Part[] = [];
  const file = join(folder, `${id}.txt`);
  if (!existsSync(file)) return new Map();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const head = heading.exec(line)?.groups;
    if (head) parts.push({ head, lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  const snippets = new Map<string, string>();
  for (const [i, { head, lines }] of parts.entries()) {
    const { style, codes = '', base = '' } = head;
    if (style !== undefined) snippets.set(`correct/style-${style}.py`, `${lines.join('\n').trimEnd()}\n`);
    else if (isWhole || i % share === 0) {
      const right = snippets.get(`correct/style-${base}.py`) ?? '';
      snippets.set(
        `faulty/style-${base}-${String(i)}.py`,
        changed(right, codes, lines, `${id}, part ${String(i)}`),
      );
    }
  }
  return snippets;
}

/** A right program with the text of `- ` lines exchanged for that of `+ ` lines, and the changed line marked. */
function changed(right: string, codes: string, lines: readonly string[], where: string): string {
  const of = (sign: string): string =>
    lines
      .filter((line) => line.startsWith(`${sign} `))
      .map((line) => line.slice(2))
      .join('\n');
  const [old, now] = [of('-'), of('+')];
  const pieces = right.split(old);
  if (pieces.length !== 2) throw new Error(`${where}: “${old}” stands ${String(pieces.length - 1)} times`);
  const [before = '', after = ''] = pieces;
  const end = after.indexOf('\n');
  return `# expect: ${codes.replaceAll('|', ' | ')}\n${before}${now}${after.slice(0, end)}  # <-${after.slice(end)}`;
}

/** Whether a file is such a snippet. */
export function isOfStyle(path: string): boolean {
  return /\/(?:correct|faulty)\/style-[^/]+$/u.test(path);
}
