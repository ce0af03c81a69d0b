/** Notebooks as files: the code cells of their JSON. */
import { programOfCells, type CodeCell, type NotebookProgram } from '../owncode/notebook';

function codeCells(text: string): CodeCell[] | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof given !== 'object' || given === null) return null;
  const { cells } = given as Record<string, unknown>;
  if (!Array.isArray(cells)) return null;
  return cells.flatMap((cell: unknown, i): CodeCell[] => {
    if (typeof cell !== 'object' || cell === null) return [];
    const { cell_type: type, source } = cell as Record<string, unknown>;
    const lines = Array.isArray(source) ? source.filter((line) => typeof line === 'string').join('') : source;
    return type === 'code' && typeof lines === 'string' ? [{ source: lines, number: i + 1 }] : [];
  });
}

/** A notebook's program, and where its cells are in it. Null where the text is no notebook. */
export function notebookProgram(text: string): NotebookProgram | null {
  const found = codeCells(text);
  return found && programOfCells(found);
}

/** The text of a notebook's program; null where the text is no notebook. */
export function programOf(text: string): string | null {
  return notebookProgram(text)?.text ?? null;
}
