/** What every known mistake gives on every probe of an exercise, and which of them give the same. */
import type { Judging } from '../../../src/course/judging/judging';
import type { Probe } from '../../../src/course/judging/probe';
import { inputsOf } from '../../../src/course/judging/probe';
import { same } from '../../../src/diagnosis/agreement';
import { tryEvaluate } from '../../../src/diagnosis/evidence';
import { mutantsOf, type Mutant } from '../../../src/diagnosis/mutants';
import type { Computation } from '../../../src/engine/computation';
import type { Tensor } from '../../../src/engine/tensor';

/** A training that is longer than this is run only for mistakes that the short ones do not show. */
const mostRounds = 10;

/** What is certified: an exercise, or any other cut of a network. */
interface Judged {
  readonly judging: Pick<Judging, 'probes' | 'references'>;
}

/** The returned arrays on one probe; null where the shapes clash. */
type Result = readonly Tensor[] | null;

export interface Outcome {
  /** `missing-mean/sum/dW1/db1` */
  readonly key: string;
  readonly code: string;
  /** Which accepted computation the mistake was made in. */
  readonly accepted: number;
  /** Shorter than those of another outcome where the short probes tell enough. */
  readonly judged: readonly Result[];
  /** On equal sizes, where nothing clashes; looked at where a judged probe raises. */
  readonly square: Result;
}

function resultOf(computation: Computation, probe: Probe): Result {
  const evaluation = tryEvaluate(computation, inputsOf(probe));
  if (!evaluation) return null;
  return computation.returns.flatMap((name) => evaluation.values.get(name) ?? []);
}

interface Probes {
  /** The short ones first. */
  readonly judged: readonly Probe[];
  readonly short: readonly Probe[];
  readonly square: Probe | undefined;
}

function probesOf({ judging }: Judged): Probes {
  const all = judging.probes();
  const isShort = (probe: Probe): boolean =>
    (judging.references(probe)[0]?.computation.loop?.times ?? 0) <= mostRounds;
  const judged = all.filter(
    ({ purpose }) => purpose !== 'square' && purpose !== 'brief' && purpose !== 'early',
  );
  const short = judged.filter(isShort);
  return {
    judged: [...short, ...judged.filter((probe) => !short.includes(probe))],
    short,
    square: all.find((probe) => probe.purpose === 'square'),
  };
}

/** The accepted results of an exercise. */
export function acceptedOutcomes(exercise: Judged): readonly Outcome[] {
  const { judged, square } = probesOf(exercise);
  const count = exercise.judging.references(judged[0] as Probe).length;
  const on = (probe: Probe, i: number): Result => {
    const reference = exercise.judging.references(probe)[i];
    return reference ? resultOf(reference.computation, probe) : null;
  };
  return Array.from({ length: count }, (_, accepted) => ({
    key: `accepted ${String(accepted)}`,
    code: '',
    accepted,
    judged: judged.map((probe) => on(probe, accepted)),
    square: square ? on(square, accepted) : null,
  }));
}

interface Made {
  readonly code: string;
  readonly key: string;
  readonly accepted: number;
  readonly on: (probe: Probe) => Result;
}

/** Which mistakes are looked at, by their key. */
export type Only = (key: string) => boolean;

/** Every mistake that can be made on some probe, by its key. */
function mistakesOf({ judging }: Judged, probes: readonly Probe[], only: Only): readonly Made[] {
  const made = new Map<string, Made>();
  const mutants = (probe: Probe, accepted: number): readonly Mutant[] => {
    const reference = judging.references(probe)[accepted];
    return reference ? mutantsOf(reference.computation, [...inputsOf(probe).keys()]) : [];
  };
  const known = new Map<string, ReadonlyMap<string, Mutant>>();
  const byKey = (probe: Probe, accepted: number): ReadonlyMap<string, Mutant> => {
    const id = `${probe.purpose} ${String(accepted)}`;
    const all = known.get(id) ?? new Map(mutants(probe, accepted).map((mutant) => [mutant.key, mutant]));
    known.set(id, all);
    return all;
  };
  for (const probe of probes) {
    judging.references(probe).forEach((_, accepted) => {
      for (const [key, { mistake }] of byKey(probe, accepted)) {
        if (!only(key)) continue;
        const on = (where: Probe): Result => {
          const mutant = byKey(where, accepted).get(key);
          return mutant ? resultOf(mutant.computation, where) : null;
        };
        made.set(`${String(accepted)} ${key}`, { code: mistake.code, key, accepted, on });
      }
    });
  }
  return [...made.values()];
}

/** All known mistakes in all accepted computations; those that clash on every probe are left out. */
export function mistakenOutcomes(exercise: Judged, only: Only = () => true): readonly Outcome[] {
  const { judged, short, square } = probesOf(exercise);
  const right = acceptedOutcomes(exercise);
  return mistakesOf(exercise, square ? [...short, square] : short, only)
    .map(({ code, key, accepted, on }) => {
      const results = short.map(on);
      const isHidden = right.some((one) =>
        results.every((result, i) => sameResult(result, one.judged[i] ?? null)),
      );
      const long = isHidden ? judged.slice(short.length).map(on) : [];
      return { code, key, accepted, judged: [...results, ...long], square: square ? on(square) : null };
    })
    .filter((one) => one.square !== null || one.judged.some((result) => result !== null));
}

function sameResult(a: Result, b: Result): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.length === b.length &&
    a.every((value, i) => {
      const other = b[i];
      return other !== undefined && same(value, other);
    })
  );
}

/** Whether nothing that a snippet returns tells two outcomes apart. */
export function isSameOutcome(a: Outcome, b: Outcome): boolean {
  const common = Math.min(a.judged.length, b.judged.length);
  if (!a.judged.slice(0, common).every((result, i) => sameResult(result, b.judged[i] ?? null))) return false;
  return a.judged.every((result) => result !== null) || sameResult(a.square, b.square);
}

/** A number that outcomes which are the same share, so that not all pairs have to be compared. */
function digest({ judged, square }: Outcome): number {
  let total = 0;
  let weight = 1;
  for (const result of [...judged, judged.includes(null) ? square : null]) {
    weight = (weight * 1.618) % 7;
    for (const { shape, data } of result ?? []) {
      total += shape.length * weight;
      data.forEach((value, i) => {
        total += Math.tanh(value) * Math.sin(i + weight) * weight;
      });
    }
  }
  return total;
}

/** All pairs of outcomes that are the same and have different codes. */
export function collisions(outcomes: readonly Outcome[]): readonly (readonly [Outcome, Outcome])[] {
  const sorted = outcomes
    .map((outcome) => ({ outcome, digest: digest(outcome) }))
    .filter((one) => Number.isFinite(one.digest))
    .sort((a, b) => a.digest - b.digest);
  return sorted.flatMap((one, i) => {
    const near: (readonly [Outcome, Outcome])[] = [];
    for (const other of sorted.slice(i + 1)) {
      if (other.digest - one.digest > 1e-6) break;
      const isOther = one.outcome.code !== other.outcome.code;
      if (isOther && isSameOutcome(one.outcome, other.outcome)) near.push([one.outcome, other.outcome]);
    }
    return near;
  });
}
