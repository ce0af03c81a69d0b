/** Which part of the picture an array belongs to, and the way back. */
import { nameOf, readName, type Role } from '../../network/arrayName';

/** A part of the network that can light up. */
export interface Place {
  readonly kind: 'nodes' | 'edges' | 'target' | 'cost';
  readonly layer: number;
}

const kinds: Readonly<Record<Role, Place['kind']>> = {
  Z: 'nodes',
  A: 'nodes',
  dZ: 'nodes',
  dA: 'nodes',
  b: 'nodes',
  db: 'nodes',
  W: 'edges',
  dW: 'edges',
};

/** The place of an array of the equations; null where it has none. */
export function placeOf(name: string, layers: number): Place | null {
  if (name === 'Y') return { kind: 'target', layer: layers };
  if (name === 'cost' || name === 'L') return { kind: 'cost', layer: layers };
  const array = readName(name);
  if (array === null || array.layer > layers) return null;
  return { kind: kinds[array.role], layer: array.layer };
}

/** The arrays that live at a place, those that an exercise is more likely to be about first. */
export function namesAt({ kind, layer }: Place): readonly string[] {
  switch (kind) {
    case 'nodes':
      return layer === 0 ? [nameOf('A', 0)] : named(layer, 'dZ', 'dA', 'A', 'Z', 'db', 'b');
    case 'edges':
      return named(layer, 'dW', 'W');
    case 'target':
      return ['Y'];
    case 'cost':
      return ['cost', 'L'];
  }
}

function named(layer: number, ...roles: readonly Role[]): readonly string[] {
  return roles.map((role) => nameOf(role, layer));
}

/** Whether two places are the same. */
export function samePlace(a: Place | null, b: Place): boolean {
  return a !== null && a.kind === b.kind && a.layer === b.layer;
}
