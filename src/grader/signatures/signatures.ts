/** All signatures, those that speak of every wrong array before those that speak of one. */
import { booleans } from './booleans';
import { changedInput } from './changedInput';
import { droppedAxes, otherArray, rearranged } from './otherArray';
import { drawn } from './drawn';
import { openStep } from './openStep';
import { ownArray } from './ownArray';
import { saturated } from './saturated';
import { steps } from './steps';
import type { Recognised, Signature, Wrong } from './signature';

const signatures: readonly Signature[] = [
  droppedAxes,
  saturated,
  otherArray,
  drawn,
  changedInput,
  ownArray,
  steps,
  booleans,
  rearranged,
  openStep,
];

/** The first signature that fits and whose code `isKnown`; null where none does. */
export function recognise(wrong: Wrong, isKnown: (code: string) => boolean): Recognised | null {
  for (const signature of signatures) {
    const found = signature(wrong);
    if (found && isKnown(found.code)) return found;
  }
  return null;
}
