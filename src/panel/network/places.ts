/** Which part of the picture an array belongs to, and the way back. */

/** A part of the network that can light up. */
export interface Place {
  readonly kind: 'nodes' | 'edges' | 'bias' | 'target' | 'cost';
  readonly layer: number;
}

/** The place of an array of the equations; null where it has none. */
export function placeOf(name: string, layers: number): Place | null {
  if (name === 'X') return { kind: 'nodes', layer: 0 };
  if (name === 'Y') return { kind: 'target', layer: layers };
  if (name === 'cost' || name === 'L') return { kind: 'cost', layer: layers };
  const match = /^d?([ZAWb])(\d+)$/u.exec(name);
  if (match === null) return null;
  const layer = Number(match[2]);
  if (layer < 1 || layer > layers) return null;
  const kind = match[1] === 'W' ? 'edges' : match[1] === 'b' ? 'bias' : 'nodes';
  return { kind, layer };
}

/** The arrays that live at a place, those that an exercise is more likely to be about first. */
export function namesAt({ kind, layer }: Place): readonly string[] {
  const l = String(layer);
  switch (kind) {
    case 'nodes':
      return layer === 0 ? ['X'] : [`dZ${l}`, `dA${l}`, `A${l}`, `Z${l}`];
    case 'edges':
      return [`dW${l}`, `W${l}`];
    case 'bias':
      return [`db${l}`, `b${l}`];
    case 'target':
      return ['Y'];
    case 'cost':
      return ['cost', 'L'];
  }
}

/** Whether two places are the same. */
export function samePlace(a: Place | null, b: Place): boolean {
  return a !== null && a.kind === b.kind && a.layer === b.layer;
}
