/** How far a number is from another, as reports and pictures measure it. */
import { magnitudeFloor } from './tolerance';

/** |a − b| / max(floor, |a| + |b|): 0 for equal numbers, 1 for opposite signs. */
export function relativeError(a: number, b: number, floor = magnitudeFloor): number {
  return Math.abs(a - b) / Math.max(floor, Math.abs(a) + Math.abs(b));
}
