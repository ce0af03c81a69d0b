/** Notebooks as files: the code cells of their JSON. */
import { programOfCells, type CodeCell, type NotebookProgram } from '../owncode/notebook';

/** The cells of a notebook; before format 4 they are in worksheets. */
function cellsOf({ cells, worksheets }: Record<string, unknown>): unknown[] | null {
  if (Array.isArray(cells)) return cells as unknown[];
  if (!Array.isArray(worksheets)) return null;
  return worksheets.flatMap((sheet: unknown): unknown[] => {
    const inner =
      typeof sheet === 'object' && sheet !== null ? (sheet as Record<string, unknown>)['cells'] : [];
    return Array.isArray(inner) ? (inner as unknown[]) : [];
  });
}

/** Whether a notebook's metadata name no other language than Python. */
function isOfPython(metadata: unknown): boolean {
  const named = (key: string, name: string): unknown => {
    const part =
      typeof metadata === 'object' && metadata !== null ? (metadata as Record<string, unknown>)[key] : null;
    return typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[name] : null;
  };
  const languages = [named('language_info', 'name'), named('kernelspec', 'language')];
  const [language] = languages.filter((each) => typeof each === 'string' && each !== '');
  return typeof language !== 'string' || /python/iu.test(language);
}

function codeCells(text: string): CodeCell[] | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof given !== 'object' || given === null) return null;
  const notebook = given as Record<string, unknown>;
  const cells = cellsOf(notebook);
  if (cells === null || !isOfPython(notebook['metadata'])) return null;
  return cells.flatMap((cell: unknown, i): CodeCell[] => {
    if (typeof cell !== 'object' || cell === null) return [];
    const { cell_type: type, source: now, input: before } = cell as Record<string, unknown>;
    const source = now ?? before;
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
