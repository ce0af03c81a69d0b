/** The equations of a cut of a network, as the panel shows them. */
import type { Step } from '../engine/computation';
import type { OutputConvention } from '../network/conventions';
import { usualConvention } from '../network/conventions';
import { stepsOf, type Cut } from '../network/cut';
import { equationOf } from '../network/equations';
import { costStep } from '../network/steps';
import type { Equation } from './exercise';
import { termed } from './writing';

/** One equation for each step. */
export function equationsOfSteps(steps: readonly Step[]): readonly Equation[] {
  return steps.map((step) => {
    const { rows, columns, ...rest } = equationOf(step);
    return { ...rest, rows: termed(rows), columns: columns === null ? null : termed(columns) };
  });
}

/** The equations between what is given and what comes back, in order of execution. */
export function equationsOf(
  cut: Cut,
  convention: OutputConvention = usualConvention(cut.spec),
): readonly Equation[] {
  return equationsOfSteps(stepsOf(cut, convention));
}

/** The cost's equation where it is only spoken of: no name of the snippet belongs to it. */
export function costSpokenOf({ spec }: Cut): Equation {
  const { rows, ...rest } = equationOf(costStep(spec));
  return { ...rest, rows: termed(rows.replace('[cost]', '\\mathrm{cost}')) };
}
