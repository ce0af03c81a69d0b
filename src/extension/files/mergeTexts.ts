/** Bringing together what was changed in two places. Pure. */
import { longestCommon } from './longestCommon';
import { difference } from '../../protocol/textChanges';

/** Above so many pairs of lines, which no snippet has, the whole is one stretch. */
const mostPairs = 4_000_000;

/**
 * Both changes to one text, line by line. Where both changed the same place, what either wrote there stays, ours first,
 * as an editor does with two people who type: the learner sees both, and nothing is lost. What both wrote is there once.
 */
export function mergeTexts(base: string, ours: string, theirs: string): string {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  const [was, mine, other] = [base.split('\n'), ours.split('\n'), theirs.split('\n')];
  if (was.length * Math.max(mine.length, other.length) > mostPairs) return mergeStretch(base, ours, theirs);
  const toMine = longestCommon(was, mine);
  const toOther = new Map(longestCommon(was, other));
  const merged: string[] = [];
  const at = { was: 0, mine: 0, other: 0 };
  const stretchTo = (end: typeof at): void => {
    const [a, b, c] = [
      was.slice(at.was, end.was),
      mine.slice(at.mine, end.mine),
      other.slice(at.other, end.other),
    ];
    merged.push(...mergeLines(a, b, c));
  };
  // The lines that all three have hold the stretches between them apart.
  for (const [line, inMine] of toMine) {
    const inOther = toOther.get(line);
    if (inOther === undefined) continue;
    stretchTo({ was: line, mine: inMine, other: inOther });
    merged.push(was[line] ?? '');
    Object.assign(at, { was: line + 1, mine: inMine + 1, other: inOther + 1 });
  }
  stretchTo({ was: was.length, mine: mine.length, other: other.length });
  return merged.join('\n');
}

/** The lines of a stretch that may be none, which is not the same as an empty line. */
function mergeLines(
  was: readonly string[],
  mine: readonly string[],
  other: readonly string[],
): readonly string[] {
  const same = (a: readonly string[], b: readonly string[]): boolean =>
    a.length === b.length && a.every((line, index) => line === b[index]);
  if (same(was, other) || same(mine, other)) return mine;
  if (same(was, mine)) return other;
  if (was.length === 0 || mine.length === 0 || other.length === 0) return bothOf(mine, other);
  return mergeStretch(was.join('\n'), mine.join('\n'), other.join('\n')).split('\n');
}

/** A stretch that both have changed: letter by letter where the changes are apart, else the lines of both. */
function mergeStretch(base: string, ours: string, theirs: string): string {
  if (ours === theirs) return ours;
  const [mine] = difference(base, ours);
  const [other] = difference(base, theirs);
  if (!mine) return theirs;
  if (!other) return ours;
  const splice = (from: number, to: number, insert: string): string =>
    base.slice(0, from) + insert + base.slice(to);
  if (mine.to < other.from)
    return splice(mine.from, other.to, mine.insert + base.slice(mine.to, other.from) + other.insert);
  if (other.to < mine.from)
    return splice(other.from, mine.to, other.insert + base.slice(other.to, mine.from) + mine.insert);
  const [from, to] = [Math.min(mine.from, other.from), Math.max(mine.to, other.to)];
  const changed = (change: typeof mine): string =>
    base.slice(from, change.from) + change.insert + base.slice(change.to, to);
  const further = furtherOf(changed(mine), changed(other));
  if (further !== undefined) return splice(from, to, further);
  const kept = new Set(base.split('\n'));
  const own = (text: string, beside: string): readonly string[] => {
    const there = new Set(beside.split('\n'));
    // What one side alone took away is gone.
    return text.split('\n').filter((line) => !kept.has(line) || there.has(line));
  };
  return bothOf(own(ours, theirs), own(theirs, ours)).join('\n');
}

/** What one side made of the other's by typing on. */
function furtherOf(ours: string, theirs: string): string | undefined {
  if (ours.startsWith(theirs)) return ours;
  return theirs.startsWith(ours) ? theirs : undefined;
}

/** The lines of both in their order, ours first; what both have in common, or one has more of, once. */
function bothOf(mine: readonly string[], other: readonly string[]): readonly string[] {
  const both: string[] = [];
  const at = { mine: 0, other: 0 };
  const gap = (a: readonly string[], b: readonly string[]): readonly string[] => {
    const [ours, theirs] = [a.join('\n'), b.join('\n')];
    const further = furtherOf(ours, theirs);
    if (further === undefined) return [...a, ...b];
    return further === ours ? a : b;
  };
  for (const [inMine, inOther] of longestCommon(mine, other)) {
    both.push(...gap(mine.slice(at.mine, inMine), other.slice(at.other, inOther)), mine[inMine] ?? '');
    Object.assign(at, { mine: inMine + 1, other: inOther + 1 });
  }
  return [...both, ...gap(mine.slice(at.mine), other.slice(at.other))];
}

/**
 * The learner's lines with the rest read anew: `edited` was made of `base`, and `better` is what the same file holds in
 * the right encoding. Undefined where the lines of the two readings do not correspond.
 */
export function carryOver(base: string, edited: string, better: string): string | undefined {
  const [before, lines, read] = [base.split('\n'), edited.split('\n'), better.split('\n')];
  if (edited === base) return better;
  if (before.length !== read.length) return undefined;
  const most = Math.min(before.length, lines.length);
  let first = 0;
  while (first < most && before[first] === lines[first]) first++;
  let tail = 0;
  while (tail < most - first && before.at(-1 - tail) === lines.at(-1 - tail)) tail++;
  return [
    ...read.slice(0, first),
    ...lines.slice(first, lines.length - tail),
    ...read.slice(read.length - tail),
  ].join('\n');
}
