/** What stands around the Python of a folder: sentences in docstrings, marked lines, what a snippet is expected to get. */
import type { Text } from '../exercise';
import type { FolderConvention, FolderMistake } from './definition';

type Add = (line: number | null, message: string) => void;

interface Told {
  readonly code: string | null;
  readonly sentence: Text | null;
}

const codePattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** `code: …`, `en: …`, `ko: …`, each over as many lines as it takes. */
function toldIn(docstring: string): Told {
  const parts = new Map<string, string>();
  let key: string | null = null;
  for (const line of docstring.split('\n')) {
    const begun = /^\s*(code|en|ko):\s*(.*)$/.exec(line);
    if (begun) {
      key = begun[1] ?? '';
      parts.set(key, begun[2]?.trim() ?? '');
    } else if (key !== null && line.trim() !== '') {
      parts.set(key, `${parts.get(key) ?? ''} ${line.trim()}`.trim());
    }
  }
  const [en, ko] = [parts.get('en'), parts.get('ko')];
  const sentence = en === undefined && ko === undefined ? null : { en: en ?? ko ?? '', ko: ko ?? en ?? '' };
  return { code: parts.get('code') ?? null, sentence };
}

interface FunctionIn {
  readonly name: string;
  readonly line: number;
  readonly docstring: string;
  /** 1-based lines that end in `# <-`. */
  readonly marked: readonly number[];
}

/** The lines that end in a mark, with whatever stands after it. */
export function markedLines(lines: readonly string[], from: number, to: number): readonly number[] {
  return lines.flatMap((line, i) => (i + 1 >= from && i + 1 <= to && /#\s*<-/.test(line) ? [i + 1] : []));
}

/** The docstring that begins at the first of some lines that is not blank; empty where there is none. */
function docstringFrom(lines: readonly string[], from: number): string {
  const rest = lines.slice(from).join('\n');
  const match = /^\s*[rR]?("""|''')([\s\S]*?)\1/.exec(rest);
  return match?.[2] ?? '';
}

function functionsIn(source: string): readonly FunctionIn[] {
  const lines = source.split('\n');
  const starts = lines.flatMap((line, i) => {
    const match = /^def\s+(\w+)\s*\(/.exec(line);
    return match?.[1] === undefined ? [] : [{ name: match[1], at: i }];
  });
  return starts.map(({ name, at }, i) => {
    const end = (starts[i + 1]?.at ?? lines.length + 1) - 1;
    let body = at;
    while (body < lines.length && !/:\s*(?:#.*)?$/.test(lines[body] ?? '')) body++;
    return {
      name,
      line: at + 1,
      docstring: docstringFrom(lines, body + 1),
      marked: markedLines(lines, at + 1, end + 1),
    };
  });
}

/** The functions of a file whose docstring holds a sentence, with it; helpers are those whose docstring holds none. */
function toldFunctions(source: string): readonly { readonly at: FunctionIn; readonly told: Told }[] {
  return functionsIn(source)
    .map((at) => ({ at, told: toldIn(at.docstring) }))
    .filter(({ told }) => told.sentence !== null || told.code !== null);
}

function mistake(
  file: string,
  name: string,
  line: number,
  { code, sentence }: Told,
  rest: Pick<FolderMistake, 'functionName' | 'source' | 'lines'>,
  add: Add,
): FolderMistake | null {
  if (!sentence) {
    add(line, `${name} has no sentence: its docstring needs “en: …” or “ko: …”.`);
    return null;
  }
  const own = code ?? name.replaceAll('_', '-').toLowerCase();
  if (!codePattern.test(own)) {
    add(line, `“${own}” is no code: small letters, digits and hyphens, such as softmax-axis.`);
    return null;
  }
  return { code: own, sentence, file, line, ...rest };
}

/** The mistakes of `mistakes.py`. */
export function mistakesIn(source: string, file: string, add: Add): readonly FolderMistake[] {
  return toldFunctions(source).flatMap(({ at, told }) => {
    const { name, line, marked } = at;
    return mistake(file, name, line, told, { functionName: name, source: '', lines: marked }, add) ?? [];
  });
}

/** The mistake that a whole snippet of `mistakes/` makes. */
export function mistakeOf(source: string, file: string, add: Add): FolderMistake | null {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.py$/, '');
  const lines = source.split('\n');
  const told = toldIn(docstringFrom(lines, 0));
  const marked = markedLines(lines, 1, lines.length);
  return mistake(file, name, 1, told, { functionName: null, source, lines: marked }, add);
}

/** The functions of `conventions.py`. */
export function conventionsIn(source: string, add: Add): readonly FolderConvention[] {
  return toldFunctions(source).flatMap(({ at, told }) => {
    if (told.sentence) return [{ functionName: at.name, sentence: told.sentence }];
    add(at.line, `${at.name} has no sentence: its docstring needs “en: …” or “ko: …”.`);
    return [];
  });
}

/** What a faulty snippet is to get. */
export interface Expected {
  /** Any of these; `error` for one that ends in an exception. */
  readonly codes: readonly string[];
  /** Any of these lines; none where the line is not judged. */
  readonly lines: readonly number[];
}

/** Reads the first line of a snippet of `faulty/`, and its marks; null where it says nothing. */
export function expectedOf(source: string): Expected | null {
  const lines = source.split('\n');
  const written = /^#\s*expect:\s*(.+)$/.exec(lines[0]?.trim() ?? '')?.[1];
  if (written === undefined) return null;
  return {
    codes: written.split('|').map((code) => code.trim()),
    lines: markedLines(lines, 1, lines.length),
  };
}
