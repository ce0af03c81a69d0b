/** True and False where numbers belong: a comparison that was computed last. */
import { plainName } from '../../diagnosis/trace';
import { allSteps } from '../../engine/computation';
import { isGradient } from '../../network/arrayName';
import type { Signature } from './signature';

/** A step of the backward pass that the snippet has under its name in the equations, as True and False. */
export const booleans: Signature = ({ comparison, names, main }) => {
  const [target] = names;
  if (target === undefined || !main) return null;
  const deltas = allSteps(comparison.computation)
    .map(({ name }) => name)
    .filter(isGradient);
  const found = main.observations.find(
    ({ isBoolean, name }) =>
      isBoolean === true && deltas.some((delta) => plainName(delta) === plainName(name)),
  );
  return found ? { code: 'boolean-delta', target, detail: found.name, line: found.line } : null;
};
