/** What the panel reads from the snippet's text without an editor: its blanks, and the lines that make each array. */
import { pythonLanguage } from '@codemirror/lang-python';
import { TreeFragment, type Tree } from '@lezer/common';
import { difference } from '../../protocol/textChanges';
import { findDefinitions } from './definitions';

/** A `...` that waits for the learner's code. */
export interface Blank {
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly line: number;
  /** What the statement assigns to, `dZ2`; null where it assigns nothing. */
  readonly name: string | null;
}

/** What stands in a text. */
export interface Parsed {
  readonly blanks: readonly Blank[];
  /** The lines that define each name; parameters count only where nothing is assigned to the name. */
  readonly lines: Lines;
  /** Those of them that make an array of itself, as gradient descent does. */
  readonly updates: Lines;
}

/** By the name of an array, line numbers from 1. */
export type Lines = ReadonlyMap<string, readonly number[]>;

interface Read {
  readonly text: string;
  /** What of its tree may be used again where another text is like it. */
  readonly fragments: readonly TreeFragment[];
  readonly parsed: Parsed;
}

let last: Read = readAnew('', []);

/**
 * Parses Python, complete or not. Of each key the editor and the page ask alike, and each key changes little: the last
 * text is remembered, and of its tree all that the next one shares with it is used again.
 */
export function parseSnippet(text: string): Parsed {
  if (last.text !== text) {
    const changes = difference(last.text, text).map(({ from, to, insert }) => ({
      fromA: from,
      toA: to,
      fromB: from,
      toB: from + insert.length,
    }));
    last = readAnew(text, TreeFragment.applyChanges(last.fragments, changes));
  }
  return last.parsed;
}

function readAnew(text: string, known: readonly TreeFragment[]): Read {
  const tree = pythonLanguage.parser.parse(text, known);
  return { text, fragments: TreeFragment.addTree(tree, known), parsed: whatStandsIn(text, tree) };
}

function whatStandsIn(text: string, tree: Tree): Parsed {
  const starts = lineStarts(text);
  const definitions = findDefinitions(tree, (from, to) => text.slice(from, to));
  const assigned = new Set(definitions.filter(({ kind }) => kind === 'assignment').map(({ term }) => term));
  const lines = new Map<string, number[]>();
  const updates = new Map<string, number[]>();
  for (const { term, from, kind, isUpdate } of definitions) {
    if (kind === 'parameter' && assigned.has(term)) continue;
    const line = lineAt(starts, from);
    for (const map of isUpdate ? [lines, updates] : [lines]) {
      const known = map.get(term) ?? [];
      if (!known.includes(line)) map.set(term, [...known, line]);
    }
  }
  const blanks: Blank[] = [];
  tree.iterate({
    enter: ({ name, from, to }) => {
      if (name !== 'Ellipsis') return;
      const line = lineAt(starts, from);
      const made = definitions.findLast((definition) => definition.from < from);
      const own = made?.kind === 'assignment' && lineAt(starts, made.from) === line ? made.term : null;
      blanks.push({ from, to, line, name: own });
    },
  });
  return { blanks, lines, updates };
}

/** Whether two maps of lines say the same. */
export function sameLines(a: Lines, b: Lines): boolean {
  return a.size === b.size && [...a].every(([term, lines]) => lines.join() === b.get(term)?.join());
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line of a position, from 1. */
function lineAt(starts: readonly number[], position: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
