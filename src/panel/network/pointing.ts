/** Lighting up what belongs together: a part of the picture, and the array of the exercise that lives there. */
import { termNames } from '../text/terms';
import type { FromStore } from './fromStore';
import { namesAt, placeOf, samePlace, type Place } from './places';

/** Lights a part up, and lets the mouse light up what belongs to it. */
export function pointing(
  {
    store,
    drawing: { layers },
  }: { readonly store: FromStore; readonly drawing: { readonly layers: readonly number[] } },
  place: Place,
  name: string,
): { class: string; onMouseEnter: () => void } {
  const pointed = store.pointed.value;
  const lit = samePlace(pointed === null ? null : placeOf(pointed, layers.length - 1), place);
  return {
    class: lit ? `${name} is-pointed` : name,
    onMouseEnter: () => {
      point(store, place);
    },
  };
}

/** Points at the array of a place that the exercise speaks of. */
export function point(store: FromStore, place: Place): void {
  const terms = new Set(store.exercise.value?.equations.flatMap(({ rows }) => termNames(rows)) ?? []);
  const names = namesAt(place);
  store.pointed.value = names.find((candidate) => terms.has(candidate)) ?? names[0] ?? null;
}
