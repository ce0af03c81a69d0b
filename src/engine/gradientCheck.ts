/** Gradients held against central differences of the scalar function they claim to differentiate. */
import type { Judged, Slope } from './centralDifferences';
import { copy, directionSlope, entrySlopes, stepsFor } from './centralDifferences';
import { indexOf } from './compare';
import { relativeError } from './relativeError';
import type { LegacyRandom } from './random';
import type { Tensor } from './tensor';
import { requireSameShape, ShapeError } from './tensor';
import { magnitudeFloor, toleranceFor } from './tolerance';

/** With more parameters than this, arrays are checked along random directions instead of entry by entry. */
export const exactLimit = 2000;

/** How many random directions are tried for each large array. */
export const defaultDirections = 4;

/** A scalar function whose gradient some arrays claim to be. */
export interface Differentiable {
  /** The arrays to differentiate by, each under the name of its gradient: `dW1`. */
  readonly parameters: ReadonlyMap<string, Tensor>;
  /** The function at those arrays, changed, and on which side of every kink it stands. */
  readonly cost: (parameters: ReadonlyMap<string, Tensor>) => {
    readonly cost: number;
    readonly pattern: Uint8Array;
  };
  /** The steps that suit it, from the largest; those for a piecewise quadratic function unless given. */
  readonly steps?: readonly number[];
}

export interface GradientCheckInput {
  /** The arrays to differentiate by. They stay as they are. */
  readonly parameters: ReadonlyMap<string, Tensor>;
  /**
   * The function at those arrays, changed. It sees the same copies at every call, moved in place, and must not keep
   * them.
   */
  readonly cost: (parameters: ReadonlyMap<string, Tensor>) => Judged;
  /** What claims to be its gradient, under the same names; arrays without a claim are not checked. */
  readonly gradients: ReadonlyMap<string, Tensor>;
  /** Steps to try, from the largest: `kinkedSteps` where the cost reports a pattern, else `smoothSteps`. */
  readonly steps?: readonly number[];
  /** `auto`: every entry up to `exactLimit` parameters in all, random directions beyond. */
  readonly mode?: 'exact' | 'directions' | 'auto';
  /** Random directions for each array. */
  readonly directions?: number;
  /** Draws the directions; must be given where directions are used. */
  readonly random?: LegacyRandom;
  /** What is known of the differences by every entry, of the same function at the same arrays; what is computed is added. */
  readonly known?: KnownSlopes;
}

/** Central differences by every entry of an array, by its gradient's name. */
export type KnownSlopes = Map<string, readonly (Slope | null)[]>;

/** Where claim and difference are furthest apart; `index` is null for a direction. */
export interface WorstSlope {
  readonly index: readonly number[] | null;
  readonly claimed: number;
  readonly numerical: number;
}

/** What the check of one array found. `checked` and `notJudged` count entries, or directions where those were used. */
export interface GradientCheck {
  readonly name: string;
  readonly ok: boolean;
  /** Infinity where a claim or a cost is not finite. */
  readonly maxRelError: number;
  readonly checked: number;
  readonly notJudged: number;
  readonly worst: WorstSlope | null;
}

/** Holds claimed gradients against central differences of the cost, array by array, in the order of the claims. */
export function checkGradients(input: GradientCheckInput): GradientCheck[] {
  const copies = new Map(Array.from(input.parameters, ([name, array]) => [name, copy(array)]));
  const evaluate = (): Judged => input.cost(copies);
  const here = evaluate();
  const steps = stepsFor(here, input.steps);
  const size = Array.from(copies.values()).reduce((total, { data }) => total + data.length, 0);
  const mode = input.mode ?? 'auto';
  const exact = mode === 'exact' || (mode === 'auto' && size <= exactLimit);
  return Array.from(input.gradients, ([name, claim]) => {
    const array = copies.get(name);
    if (!array) throw new ShapeError(`expected a parameter for the gradient ${name}`);
    requireSameShape(`the gradient ${name}`, claim, 'its parameter', array);
    const judge = new Judge(name, claim);
    if (exact) {
      const slopes = input.known?.get(name) ?? entrySlopes(array, evaluate, here, steps);
      input.known?.set(name, slopes);
      slopes.forEach((slope, i) => {
        judge.add(claim.data[i] ?? NaN, slope, indexOf(i, array.shape));
      });
      return judge.result();
    }
    if (!input.random) throw new RangeError('expected a random generator to draw directions from');
    for (let n = 0; n < (input.directions ?? defaultDirections); n++) {
      const direction = randomDirection(array.data.length, input.random);
      judge.add(dot(claim.data, direction), directionSlope(array, direction, evaluate, here, steps), null);
    }
    return judge.result();
  });
}

/** Collects the worst of one array's comparisons. */
class Judge {
  private maxRelError = 0;
  private checked = 0;
  private notJudged = 0;
  private worst: WorstSlope | null = null;

  private readonly tolerance: number;
  private readonly floor: number;

  constructor(
    private readonly name: string,
    claim: Tensor,
  ) {
    const { slope, floor } = toleranceFor(claim.precision);
    this.tolerance = slope;
    const largest = floor === 0 ? 0 : claim.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    this.floor = Math.max(magnitudeFloor, floor * largest);
  }

  /** A slope that rounding could have made is measured against that rounding, not against its own small self. */
  add(claimed: number, slope: Slope | null, index: readonly number[] | null): void {
    if (!slope) {
      this.notJudged++;
      return;
    }
    this.checked++;
    const floor = Math.max(this.floor, slope.rounding / this.tolerance);
    const error = relativeError(claimed, slope.slope, floor);
    const measured = Number.isFinite(error) ? error : Infinity;
    if (this.worst === null || measured > this.maxRelError) {
      this.maxRelError = measured;
      this.worst = { index, claimed, numerical: slope.slope };
    }
  }

  result(): GradientCheck {
    const { name, maxRelError, checked, notJudged, worst } = this;
    return { name, ok: maxRelError <= this.tolerance, maxRelError, checked, notJudged, worst };
  }
}

/** A direction of length 1 whose entries are uniform about zero: no two of them cancel by being equal. */
function randomDirection(size: number, random: LegacyRandom): Float64Array {
  const direction = random.rand(size).data.map((value) => 2 * value - 1);
  const length = Math.sqrt(dot(direction, direction));
  return direction.map((value) => value / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] as number) * (b[i] as number);
  return total;
}
