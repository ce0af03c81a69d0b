/** Bringing together what was changed in two places. Pure. */
import { difference } from '../textSync';

/**
 * Both changes to one text. Where both changed the same place, what either wrote there stays, ours first, as an editor
 * does with two people who type: the learner sees both, and nothing is lost.
 */
export function mergeTexts(base: string, ours: string, theirs: string): string {
  if (ours === theirs) return ours;
  const [mine] = difference(base, ours);
  const [other] = difference(base, theirs);
  if (!mine) return theirs;
  if (!other) return ours;
  const splice = (from: number, to: number, insert: string): string =>
    base.slice(0, from) + insert + base.slice(to);
  if (mine.to < other.from) {
    return splice(mine.from, other.to, mine.insert + base.slice(mine.to, other.from) + other.insert);
  }
  if (other.to < mine.from) {
    return splice(other.from, mine.to, other.insert + base.slice(other.to, mine.from) + mine.insert);
  }
  // What one side alone took away of the common stretch is gone; each side's own beginning and end of it stay.
  const from = Math.min(mine.from, other.from);
  const to = Math.max(mine.to, other.to);
  const whole = (change: { from: number; to: number; insert: string }): string =>
    base.slice(from, change.from) + change.insert + base.slice(change.to, to);
  const [a, b] = [whole(mine), whole(other)];
  if (a.includes(b)) return splice(from, to, a);
  if (b.includes(a)) return splice(from, to, b);
  return splice(from, to, `${a}${a.endsWith('\n') || a === '' ? '' : '\n'}${b}`);
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
