/** The equations in groups that mirror the snippet's comments: by phase, and a long phase by layer. */
import type { Equation, Phase } from '../../course/exercise';
import { readName } from '../../network/arrayName';

/** Equations under one heading. */
export interface EquationGroup {
  readonly phase: Phase;
  /** The layer that all of them belong to, where the phase is divided by layers; of two, only the output is named. */
  readonly layer: number | 'output' | 'hidden' | null;
  readonly equations: readonly Equation[];
}

/** A phase with fewer equations is not divided. */
const longPhase = 5;

/** Keeps the order of the equations. */
export function groupEquations(equations: readonly Equation[]): readonly EquationGroup[] {
  const layers = equations.flatMap(({ name }) => readName(name)?.layer ?? []);
  const last = Math.max(0, ...layers);
  return runsOf(equations, ({ phase }) => phase).flatMap(([phase, run]): readonly EquationGroup[] => {
    const layersHere = new Set(run.map(({ name }) => readName(name)?.layer ?? null));
    if (run.length < longPhase || layersHere.size < 2 || layersHere.has(null))
      return [{ phase, layer: null, equations: run }];
    return runsOf(run, ({ name }) => readName(name)?.layer ?? 0).map(([layer, own]) => ({
      phase,
      layer: layer === last ? 'output' : last === 2 ? 'hidden' : layer,
      equations: own,
    }));
  });
}

/** How many groups stand in the first of two columns, so that both are about equally long. */
export function splitGroups(groups: readonly EquationGroup[]): number {
  const lengths = groups.map(({ equations }) => equations.length + 0.5);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let [best, difference, sum] = [groups.length, Number.POSITIVE_INFINITY, 0];
  lengths.forEach((length, index) => {
    sum += length;
    const here = Math.abs(total - 2 * sum);
    if (here < difference) [best, difference] = [index + 1, here];
  });
  return best;
}

function runsOf<Key>(
  equations: readonly Equation[],
  keyOf: (equation: Equation) => Key,
): readonly (readonly [Key, readonly Equation[]])[] {
  const runs: [Key, Equation[]][] = [];
  for (const equation of equations) {
    const key = keyOf(equation);
    const last = runs.at(-1);
    if (last?.[0] === key) last[1].push(equation);
    else runs.push([key, [equation]]);
  }
  return runs;
}
