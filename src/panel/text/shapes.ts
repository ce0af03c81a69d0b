/** Shapes as they are written everywhere in the panel. */

/** Arrays' shapes by name. */
export type Shapes = ReadonlyMap<string, readonly number[]>;

/** `100×5`, `5`; of a single number nothing, since it has no shape. */
export function formatShape(shape: readonly number[]): string {
  return shape.join('×');
}
