/** Where the nodes of the network stand, in pixels: the picture is drawn at its own size, so that its text keeps its own. */

/** A place in the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The layers as columns. */
export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly Column[];
  /** Where the names of the columns stand. */
  readonly headY: number;
}

/** One layer: a node for each unit, all of one size, around these middles. */
export interface Column {
  readonly nodes: readonly Point[];
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  /** Below a node's upper edge: where the text of each of its lines stands. */
  readonly baselines: readonly number[];
}

/** What the nodes are to hold. */
export interface NodeNeeds {
  /** Lines of text in a node, but for the inputs, which have one. */
  readonly lines: 1 | 2 | 3;
  /** Whether two numbers stand beside each other in a node. */
  readonly isWide: boolean;
  /** Whether a line of text stands under every output. */
  readonly hasFoot: boolean;
  /** Whether lines and nodes stand closer than they would with room for them. */
  readonly isDense: boolean;
}

const head = 22;
const foot = 18;
/** How far above the uppermost node the names of the columns stand: the loss has room between. */
const headGap = 30;
const tallestGap = 64;
const leastEdge = 22;

/** Lines of a node's text, what is around them, and what is between nodes; a picture with too little room is denser. */
const densities = {
  usual: { line: 16, padding: 8, gap: 6 },
  dense: { line: 14, padding: 5, gap: 4 },
};

/** Widths of a node with one number, with a unit's index beside it, and with two numbers. */
const nodeWidths = { input: 52, single: 66, wide: 96 };

/** Whether two numbers beside each other leave room for the edges. */
export function isRoomy(layers: readonly number[], width: number): boolean {
  const hidden = layers.length - 2;
  const nodes = nodeWidths.input + hidden * nodeWidths.wide + nodeWidths.wide;
  return width - nodes >= (layers.length - 1) * leastEdge * 2;
}

const densityOf = ({ isDense }: NodeNeeds): typeof densities.usual =>
  isDense ? densities.dense : densities.usual;

function heightOf(lines: number, needs: NodeNeeds): number {
  const { line, padding } = densityOf(needs);
  return lines * line + padding;
}

/** How many pixels a column needs at least. */
function columnHeight(units: number, nodeHeight: number, footHeight: number, needs: NodeNeeds): number {
  return units * (nodeHeight + footHeight) + (units - 1) * densityOf(needs).gap;
}

/** The least height at which nothing overlaps. */
export function leastHeight(layers: readonly number[], needs: NodeNeeds): number {
  const needed = layers.map((units, layer) => {
    const isOutput = layer === layers.length - 1;
    const nodeHeight = heightOf(layer === 0 ? 1 : needs.lines, needs);
    return columnHeight(units, nodeHeight, isOutput && needs.hasFoot ? foot : 0, needs);
  });
  return head + Math.max(...needed) + 2;
}

/** Layers as columns from left to right, each centred, spread over the room that there is. */
export function layoutNetwork(
  layers: readonly number[],
  width: number,
  height: number,
  needs: NodeNeeds,
): NetworkLayout {
  const last = layers.length - 1;
  const { line, padding } = densityOf(needs);
  const baselines = [0.75, 1.75, 2.75].map((lines) => padding / 2 + lines * line);
  const all = Math.max(height, leastHeight(layers, needs));
  const widthOf = (layer: number): number => {
    if (layer === 0) return nodeWidths.input;
    return needs.isWide ? nodeWidths.wide : nodeWidths.single;
  };
  const used = layers.reduce((sum, _, layer) => sum + widthOf(layer), 0);
  const between = last === 0 ? 0 : Math.max(0, (width - 4 - used) / last);
  let left = 2;
  const columns = layers.map((units, layer): Column => {
    const nodeWidth = widthOf(layer);
    const x = left + nodeWidth / 2;
    left += nodeWidth + between;
    const nodeHeight = heightOf(layer === 0 ? 1 : needs.lines, needs);
    const under = layer === last && needs.hasFoot ? foot : 0;
    const free = (all - head - columnHeight(units, nodeHeight, under, needs)) / Math.max(1, units);
    const pitch = nodeHeight + under + densityOf(needs).gap + Math.min(tallestGap, Math.max(0, free));
    const middle = head + (all - head) / 2 - under / 2;
    const nodes = Array.from({ length: units }, (_, unit) => ({
      x,
      y: middle + (unit - (units - 1) / 2) * pitch,
    }));
    return { nodes, nodeWidth, nodeHeight, baselines };
  });
  const top = Math.min(
    ...columns.map(({ nodes, nodeHeight }) => (nodes[0]?.y ?? nodeHeight) - nodeHeight / 2),
  );
  return { width, height: all, columns, headY: Math.max(13, top - headGap) };
}

/** How thick an edge is: its weight's size beside the largest of its layer. */
export function edgeWidth(weight: number, largest: number): number {
  return largest === 0 ? 0.7 : 0.7 + 2.6 * (Math.abs(weight) / largest);
}
