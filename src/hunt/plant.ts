/**
 * A bug hunt's program: an exercise's solution with one mistake in it. A mistake that the exercise knows or a slip of the
 * pen is made in the solution's text, and the check itself says what it comes to: only one that fails, whose numbers show
 * it, and whose name and line the check tells for certain, is planted.
 */
import type { Report } from '../grader/report';
import { LegacyRandom } from '../engine/random';
import { withSlip, type Slip } from './edits';
import { slipsIn } from './slips';

/** A program with one mistake in it, and what the check says of it. */
export interface Planted {
  readonly source: string;
  /** The same for the same slip in the same solution. */
  readonly key: string;
  readonly code: string;
  /** The line to look at, from 1, and what stands there. */
  readonly line: number;
  readonly text: string;
  readonly message: string;
  /** The report of the program as it was planted. */
  readonly report: Report;
}

/** What was planted before, oldest first. */
export interface Before {
  readonly key: string;
  readonly code: string;
}

export interface PlantOptions {
  readonly seed: number;
  readonly before?: readonly Before[];
  /** The mistakes that the exercise itself knows: they come as often as slips of the pen. */
  readonly known?: readonly Slip[];
  /** How many programs are tried at most. */
  readonly most?: number;
}

/** After so many programs a mistake that has been planted before, at another place, will do. */
const triedForNew = 12;
const mostTried = 60;

/** Judges a program as a check does. */
export type Judge = (source: string) => Promise<Report>;

/**
 * Plants a mistake; null where none of the slips that were tried is certain. None is planted twice until all have been;
 * one with a name that the last hunts did not have comes first.
 */
export async function plant(
  solution: string,
  judge: Judge,
  { seed, before = [], known = [], most = mostTried }: PlantOptions,
): Promise<Planted | null> {
  const made = new Set(before.map(({ key }) => key));
  const own = new Set(known.map((slip) => withSlip(solution, slip)));
  const chance = new LegacyRandom(seed);
  const slips = alternating(
    drawn(known, chance),
    drawn(
      slipsIn(solution).filter((slip) => !own.has(withSlip(solution, slip))),
      chance,
    ),
  );
  const fresh = slips.filter((slip) => !made.has(keyOf(slip)));
  const names = new Set(before.map(({ code }) => code));
  let second: Planted | null = null;
  for (const [tried, slip] of [...fresh, ...slips.filter((slip) => made.has(keyOf(slip)))].entries()) {
    if (tried >= most || (second && (tried >= triedForNew || tried >= fresh.length))) break;
    const planted = certified(solution, slip, await judge(withSlip(solution, slip)));
    if (planted && !names.has(planted.code)) return planted;
    second ??= planted;
  }
  return second;
}

function keyOf({ from, to, insert }: Slip): string {
  return `${String(from)}-${String(to)}:${insert}`;
}

/** What the report of a slip's program makes of it: a mistake to be found, or nothing. */
export function certified(solution: string, slip: Slip, report: Report): Planted | null {
  const [first, ...others] = report.diagnoses;
  const isSeen = report.verdict === 'fail' && report.error === null && report.values.some(({ ok }) => !ok);
  if (!isSeen || !first || first.code === 'unknown' || first.confidence !== 'certain') return null;
  if (others.some(({ code }) => code !== first.code)) return null;
  const source = withSlip(solution, slip);
  // Where a statement has gone, what is to be looked at stands around the gap.
  const begin = lineAt(source, slip.from) - (slip.insert === '' ? 1 : 0);
  const end = lineAt(source, slip.from + slip.insert.length);
  if (first.line === null || first.line < begin || first.line > end) return null;
  const text = source.split('\n')[first.line - 1]?.trim() ?? '';
  return {
    source,
    key: keyOf(slip),
    code: first.code,
    line: first.line,
    text,
    message: first.message,
    report,
  };
}

function lineAt(source: string, position: number): number {
  return source.slice(0, position).split('\n').length;
}

function alternating<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, i) => [
    ...one.slice(i, i + 1),
    ...other.slice(i, i + 1),
  ]).flat();
}

/** All slips in an order of chance: first a kind is drawn and then one of that kind, so that the rare kinds come too. */
function drawn(slips: readonly Slip[], chance: LegacyRandom): readonly Slip[] {
  const chances = chance.rand(2 * slips.length).data[Symbol.iterator]();
  const below = (count: number): number => Math.floor((chances.next().value ?? 0) * count);
  const left = new Map<string, Slip[]>();
  for (const slip of slips) left.set(slip.kind, [...(left.get(slip.kind) ?? []), slip]);
  const order: Slip[] = [];
  while (left.size > 0) {
    const kinds = [...left.keys()];
    const kind = kinds[below(kinds.length)] ?? '';
    const some = left.get(kind) ?? [];
    order.push(...some.splice(below(some.length), 1));
    if (some.length === 0) left.delete(kind);
  }
  return order;
}
