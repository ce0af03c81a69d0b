/** Where the way back is first wrong, for what no known mistake explains: what is right before it, what is not. */
import type { Observation } from '../../diagnosis/evidence';
import type { Sentence } from '../../diagnosis/mistake';
import { isHeld } from '../../diagnosis/trace';
import type { Tensor } from '../../engine/tensor';
import { withParticle } from '../../network/particles';
import type { Measured } from '../measured';
import type { Recovered } from '../recognise/recovered';
import { wayBackOf } from '../recognise/verified';
import type { NamedMistake } from './namedMistake';
import { isRight, type Gradients } from './gradients';
import { observationsInRows } from './inRows';
import { parameterOf, withOwnNames } from './ownNames';
import { isHeldScaled } from './places';

const sentences = {
  en: (right: readonly string[], wrong: string): string =>
    `${list(right, 'and')} ${right.length === 1 ? 'is' : 'are'} right; ${wrong} is the first on the way back that is not. What makes ${wrong} of them is the place to look.`,
  ko: (right: readonly string[], wrong: string): string =>
    `${right.join(', ')}까지는 맞고, 역전파에서 처음으로 틀린 것은 ${wrong}입니다. 그 값들에서 ${withParticle(wrong, '을', '를')} 만드는 곳을 살펴보십시오.`,
};

function list(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** The line that gave a learner's gradient its value; null where none did. */
function lineOf(gradient: Tensor, observations: readonly Observation[]): number | null {
  return observations.find((one) => isHeld(gradient, [one]))?.line ?? null;
}

/**
 * The first gradient on the way back that is wrong, and what is right before it: the gradients by the loss itself, the
 * errors by any factor. Null where nothing before it is right: then there is nothing to say beyond the table.
 */
export function firstWrong(
  measured: Measured,
  recovered: Recovered,
  gradients: Gradients,
  language: keyof Sentence,
): NamedMistake | null {
  const observations = observationsInRows(measured.observations, recovered.samples);
  const right: string[] = [];
  for (const [name, value] of wayBackOf(recovered.spec, recovered.values)) {
    const isGradient = gradients.given.has(name);
    if (isGradient ? isRight(gradients, name, 1) : observations.some((one) => isHeldScaled(value, one))) {
      right.push(name);
      continue;
    }
    if (!isGradient) continue;
    if (right.length === 0) return null;
    const parameter = parameterOf(name, measured, recovered);
    const own = gradients.given.get(name);
    return {
      code: 'unknown',
      target: parameter?.name ?? name,
      line: own ? lineOf(own, observations) : null,
      confidence: 'certain',
      message: withOwnNames(sentences[language](right, name), measured, recovered, language),
    };
  }
  return null;
}
