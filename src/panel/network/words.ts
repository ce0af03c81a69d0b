/** The network in words. */
import type { NetworkPass } from '../../course/networkPass';
import type { PassStep } from '../../course/passSteps';
import type { Strings } from '../strings';
import { formatNumber } from '../words';
import { stepArray } from './stepArray';

/** The layers, and what the current step gives; long arrays by their first entries. */
export function describeNetwork(
  layers: readonly number[],
  step: PassStep | null,
  pass: NetworkPass,
  strings: Strings,
): string {
  const network = strings.network.layers(layers);
  if (step === null) return network;
  const array = stepArray(step.name, pass);
  if (array === null) return network;
  const few = array.data.slice(0, 6).map((value) => formatNumber(value, 3));
  const more = array.data.length > few.length ? ', …' : '';
  return `${network}. ${step.name}: ${few.join(', ')}${more}`;
}
