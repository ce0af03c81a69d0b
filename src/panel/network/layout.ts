/** Where the nodes of the network stand. */

/** A place in the picture's own units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The picture's measures, and every node's place by layer and position. */
export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly nodes: readonly (readonly Point[])[];
  /** The cost, right of the output. */
  readonly cost: Point;
  /** Where the names of the columns stand. */
  readonly headY: number;
}

const rowHeight = 47;
const head = 30;
const margin = 34;

/** Layers as columns from left to right, each centred. */
export function layoutNetwork(layers: readonly number[]): NetworkLayout {
  // Deeper networks stand closer, so that their numbers stay readable in the same room.
  const columnWidth = layers.length > 3 ? 98 : 128;
  const tallest = Math.max(1, ...layers);
  const height = head + tallest * rowHeight + 12;
  const middle = head + (tallest * rowHeight) / 2;
  const nodes = layers.map((size, layer) =>
    Array.from({ length: size }, (_, index) => ({
      x: margin + layer * columnWidth,
      y: middle + (index - (size - 1) / 2) * rowHeight,
    })),
  );
  const cost = { x: margin + layers.length * columnWidth - 24, y: middle };
  return { width: cost.x + margin, height, radius: 17, nodes, cost, headY: 14 };
}

/** How thick an edge is: its weight's size beside the largest of its layer. */
export function edgeWidth(weight: number, largest: number): number {
  return largest === 0 ? 0.6 : 0.6 + 3.4 * (Math.abs(weight) / largest);
}
