/** The Python of a notebook: its code cells, one after the other. */

/** Programs for something else than Python. */
const foreign =
  /^%%(?:bash|sh|script|cmd|html|svg|latex|markdown|javascript|js|perl|ruby|sql|writefile|file|R)\b/u;

interface Cell {
  readonly source: string;
  /** Its number among all cells, from 1, as a person counts them. */
  readonly number: number;
}

function codeCells(text: string): Cell[] | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof given !== 'object' || given === null) return null;
  const { cells } = given as Record<string, unknown>;
  if (!Array.isArray(cells)) return null;
  return cells.flatMap((cell: unknown, i): Cell[] => {
    if (typeof cell !== 'object' || cell === null) return [];
    const { cell_type: type, source } = cell as Record<string, unknown>;
    const lines = Array.isArray(source) ? source.filter((line) => typeof line === 'string').join('') : source;
    return type === 'code' && typeof lines === 'string' && !foreign.test(lines)
      ? [{ source: lines, number: i + 1 }]
      : [];
  });
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

/** A notebook's program, and where each cell's own first line is in it, 1-based, in order. */
export interface NotebookProgram {
  readonly text: string;
  readonly cells: readonly { readonly number: number; readonly firstLine: number }[];
}

/**
 * The code cells as one program, each under a comment with its number; magics and shell commands become comments. Null
 * where the text is no notebook.
 */
export function notebookProgram(text: string): NotebookProgram | null {
  const found = codeCells(text);
  if (!found) return null;
  const lines: string[] = [];
  const cells = found.map(({ source, number }, i) => {
    if (i > 0) lines.push('');
    lines.push(`# cell ${String(number)}`);
    const firstLine = lines.length + 1;
    lines.push(...source.split(/\r\n|\r|\n/u).map(withoutMagic));
    return { number, firstLine };
  });
  return { text: lines.map((line) => `${line}\n`).join(''), cells };
}

/** The text of a notebook's program; null where the text is no notebook. */
export function programOf(text: string): string | null {
  return notebookProgram(text)?.text ?? null;
}
