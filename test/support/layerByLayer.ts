/** The names of a network's arrays, for tests that give or ask for all of them. */
import { nameOf, type Role } from '../../src/network/arrayName';

/** For the layers 1 … `layers`, the names of several roles, layer by layer: `W1, b1, W2, b2`. */
export function layerByLayer(layers: number, ...roles: readonly Role[]): string[] {
  return Array.from({ length: layers }, (_, i) => roles.map((role) => nameOf(role, i + 1))).flat();
}
