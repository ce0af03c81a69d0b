/** The Python of a notebook: its code cells, one after the other, as one program. */
import type { CellPlace } from './cells';

/** Programs for something else than Python. */
const foreign =
  /^%%(?:bash|sh|script|cmd|html|svg|latex|markdown|javascript|js|perl|ruby|sql|writefile|file|R)\b/u;

export interface CodeCell {
  readonly source: string;
  /** Its number among all cells, from 1, as a person counts them. */
  readonly number: number;
}

/** A notebook's program, and where each cell's own first line is in it, 1-based, in order. */
export interface NotebookProgram {
  readonly text: string;
  readonly cells: readonly CellPlace[];
}

/** `%matplotlib inline`, `%%time`, `!pip install numpy`, `?np.dot`, `np.dot?`; not the second line of `a\n % b`. */
const magicLine = /^(\s*)(%{1,2}[a-z].*|![^=].*|\?{1,2}[\w.]+|[\w.]+\?{1,2})\s*$/iu;

/** A line for the notebook and not for Python, as a comment; what is indented keeps a statement in its place. */
function withoutMagic(line: string): string {
  const found = magicLine.exec(line);
  if (!found) return line;
  const [, indent = '', magic = ''] = found;
  return indent === '' ? `# ${magic}` : `${indent}pass  # ${magic}`;
}

/** The same of a cell's lines; what a backslash continues of a shell command is part of it. */
function withoutMagics(lines: readonly string[]): readonly string[] {
  let goesOn = false;
  return lines.map((line) => {
    const told = goesOn ? `# ${line}` : withoutMagic(line);
    goesOn = (goesOn || told !== line) && line.endsWith('\\');
    return told;
  });
}

/**
 * The code cells as one program, each under a comment with its number; magics and shell commands become comments, cells
 * of another language are left out.
 */
export function programOfCells(all: readonly CodeCell[]): NotebookProgram {
  const lines: string[] = [];
  const cells = all
    .filter(({ source }) => !foreign.test(source))
    .map(({ source, number }, i) => {
      if (i > 0) lines.push('');
      lines.push(`# cell ${String(number)}`);
      const firstLine = lines.length + 1;
      lines.push(...withoutMagics(source.split(/\r\n|\r|\n/u)));
      return { number, firstLine };
    });
  return { text: lines.map((line) => `${line}\n`).join(''), cells };
}
