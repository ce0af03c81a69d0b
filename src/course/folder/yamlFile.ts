/** A YAML file against a schema: every fault is told with its line, and with what would be right. */
import * as v from 'valibot';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';

type Path = readonly (string | number)[];

/** A file's content and where each part of it stands. */
export interface YamlFile<T> {
  readonly value: T;
  /** The line of what stands under a path; of what holds it where nothing does. */
  readonly lineOf: (...path: Path) => number;
}

type Add = (line: number | null, message: string) => void;

/** Where a node begins; null for what is no node of the text. */
function beginOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}

function placeOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    // A key's own place, rather than its value's, which may begin a line later.
    const holder = document.getIn(part.slice(0, -1), true) ?? document.contents;
    const pair = isMap(holder)
      ? holder.items.find(({ key }) => isScalar(key) && key.value === part.at(-1))
      : undefined;
    const begin = beginOf(pair?.key) ?? beginOf(document.getIn(part, true));
    if (begin !== null) return begin;
  }
  return beginOf(document.contents) ?? 0;
}

/** One fault as a sentence. Unknown keys are where most typing errors show. */
function sentenceOf(issue: v.BaseIssue<unknown>, keys: readonly string[]): string {
  const at = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `${at}: there is no such key here. There are: ${keys.join(', ')}.`;
  }
  const key = at.slice(at.lastIndexOf('.') + 1);
  if (issue.received === 'undefined') return `${at} is missing: write “${key}: …”.`;
  return `${at}: expected ${issue.message}, got ${issue.received}.`;
}

interface HasEntries {
  readonly entries: Readonly<Record<string, unknown>>;
}

function hasEntries(schema: unknown): schema is HasEntries {
  return typeof schema === 'object' && schema !== null && 'entries' in schema;
}

/** The keys that the object at a path may have, as far as the schema tells. */
function keysAt(schema: unknown, path: Path): readonly string[] {
  let here = schema;
  for (const key of path) {
    while (typeof here === 'object' && here !== null && 'wrapped' in here) here = here.wrapped;
    here = hasEntries(here) ? here.entries[key] : undefined;
  }
  while (typeof here === 'object' && here !== null && 'wrapped' in here) here = here.wrapped;
  return hasEntries(here) ? Object.keys(here.entries) : [];
}

/** What a document holds, as plain data; null where it holds no keys, or names that stand for too much. */
function contentOf(document: Document.Parsed, add: (reason: string) => void): unknown {
  if (!isMap(document.contents)) {
    const is = document.contents === null ? 'is empty' : 'does not hold keys';
    add(`The file ${is}: expected lines of keys, such as “id: …” and “title: …”.`);
    return null;
  }
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    add('An alias (*name) stands for too much, or for nothing: write out what it stands for.');
    return null;
  }
}

/** Reads a file; null where it has faults, all of which have been added. */
export function readYaml<T>(text: string, schema: v.GenericSchema<unknown, T>, add: Add): YamlFile<T> | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  if (document.errors.length > 0) {
    for (const { pos, message } of document.errors) add(lineAt(pos[0]), `This is not YAML: ${message}.`);
    return null;
  }
  const lineOf = (...path: Path): number => lineAt(placeOf(document, path));
  const content = contentOf(document, (reason) => {
    add(1, reason);
  });
  if (content === null) return null;
  const result = v.safeParse(schema, content);
  if (result.success) return { value: result.output, lineOf };
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    add(lineOf(...path), sentenceOf(issue, keysAt(schema, path.slice(0, -1))));
  }
  return null;
}
