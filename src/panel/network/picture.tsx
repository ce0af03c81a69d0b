/** The network as an SVG at its own pixel size: in a node its value above, its gradient below; edges by weight. */
import type { JSX } from 'preact';
import { nameOf } from '../../network/arrayName';
import { termNames } from '../equations/terms';
import type { Store } from '../store';
import { drawnLayer, doneOf, type DrawnLayer, type DrawnNode, type Drawing } from './drawn';
import { Edges } from './edges';
import type { Column, NetworkLayout } from './layout';
import { cellNumber } from './numbers';
import { namesAt, placeOf, samePlace, type Place } from './places';
import { networkWords, unitName, type Scene } from './sentence';

/** All that the picture shows. */
export interface PictureProps {
  readonly store: Store;
  readonly scene: Scene;
  readonly drawing: Drawing;
  readonly layout: NetworkLayout;
  /** Whether a number and the learner's stand beside each other, or one over the other. */
  readonly isWide: boolean;
  readonly look: (layer: number, unit: number) => void;
}

/** The picture after the steps that have been made. */
export function NetworkPicture(props: PictureProps): JSX.Element {
  const { store, scene, drawing, layout } = props;
  const { layers } = drawing;
  const strings = store.strings.value;
  return (
    <svg
      class="picture"
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${String(layout.width)} ${String(layout.height)}`}
      role="group"
      aria-label={strings.network.layers(layers)}
      aria-description={networkWords(scene.language).unitHelp}
      onMouseLeave={() => {
        store.pointed.value = null;
      }}
      onKeyDown={(event) => {
        moveFocus(event, props);
      }}
    >
      {layers.slice(1).map((_, index) => (
        <Edges key={index} {...props} layer={index + 1} pointing={pointing} />
      ))}
      {layers.map((_, layer) => (
        <Layer key={layer} {...props} layer={layer} />
      ))}
      <Foot {...props} />
    </svg>
  );
}

/** Up and down within a layer, left and right between layers. */
function moveFocus(event: KeyboardEvent, { drawing: { layers }, scene, look }: PictureProps): void {
  const at = event.target instanceof Element ? event.target.closest('[data-unit]') : null;
  const [layer = NaN, unit = NaN] = at?.getAttribute('data-unit')?.split(' ').map(Number) ?? [];
  const goals: Record<string, readonly [number, number]> = {
    ArrowUp: [layer, unit - 1],
    ArrowDown: [layer, unit + 1],
    ArrowLeft: [layer - 1, scene.focus[layer - 1] ?? 0],
    ArrowRight: [layer + 1, scene.focus[layer + 1] ?? 0],
  };
  const goal = goals[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  const [toLayer, toUnit] = goal;
  if (toUnit < 0 || toUnit >= (layers[toLayer] ?? 0)) return;
  look(toLayer, toUnit);
  const picture = event.currentTarget instanceof Element ? event.currentTarget : null;
  picture?.querySelector<SVGGElement>(`[data-unit="${String(toLayer)} ${String(toUnit)}"]`)?.focus();
}

type LayerProps = PictureProps & { readonly layer: number };

function Layer(props: LayerProps): JSX.Element {
  const { scene, drawing, layout, layer, isWide } = props;
  const column = layout.columns[layer];
  const drawn = drawnLayer(drawing, layer);
  const words = networkWords(scene.language);
  const active =
    scene.step !== null && samePlace(placeOf(scene.step.name, Infinity), { kind: 'nodes', layer });
  const x = column?.nodes[0]?.x ?? 0;
  const { valueName, gradientName, wrongName } = drawn;
  const names = gradientName === null ? valueName : `${valueName}, ${gradientName}`;
  const compare = isWide ? words.yoursOrReference : words.yoursOverReference;
  const isFirst = layer === 0;
  const isLast = layer === drawing.layers.length - 1;
  const anchor = wrongName === null || (!isFirst && !isLast) ? 'middle' : 'end';
  return (
    <g {...pointing(props, { kind: 'nodes', layer }, `nodes${active ? ' is-active' : ''}`)}>
      <text
        class="column-head"
        x={anchor === 'end' ? x + (column?.nodeWidth ?? 0) / 2 : x}
        y={layout.headY}
        text-anchor={anchor}
      >
        {wrongName === null ? names : compare(wrongName)}
      </text>
      {column !== undefined &&
        drawn.nodes.map((node, unit) => (
          <Unit key={unit} {...props} column={column} drawn={drawn} node={node} unit={unit} />
        ))}
    </g>
  );
}

type UnitProps = LayerProps & {
  readonly column: Column;
  readonly drawn: DrawnLayer;
  readonly node: DrawnNode;
  readonly unit: number;
};

function Unit(props: UnitProps): JSX.Element {
  const { scene, drawing, layer, unit, column, node, look, store } = props;
  const { nodes, nodeWidth, nodeHeight } = column;
  const { x, y } = nodes[unit] ?? { x: 0, y: 0 };
  const isFocused = scene.focus[layer] === unit;
  const isWrong = node.yours !== null;
  const isLooked = isFocused && scene.step !== null && isPartOf(scene.step.name, layer);
  const classes = [
    'node',
    ...(node.isOff ? ['is-off'] : []),
    ...(isWrong ? ['is-wrong'] : []),
    ...(isLooked ? ['is-focus'] : []),
  ];
  const firstStop = Math.max(1, drawing.layers.length - 2);
  return (
    <g
      class={classes.join(' ')}
      data-unit={`${String(layer)} ${String(unit)}`}
      role="button"
      aria-pressed={isFocused}
      aria-label={describeUnit(props)}
      tabIndex={layer === firstStop && isFocused ? 0 : -1}
      onClick={() => {
        look(layer, unit);
      }}
      onFocus={() => {
        look(layer, unit);
        point(store, { kind: 'nodes', layer });
      }}
      onBlur={() => {
        store.pointed.value = null;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        look(layer, unit);
      }}
    >
      <rect
        x={x - nodeWidth / 2}
        y={y - nodeHeight / 2}
        width={nodeWidth}
        height={nodeHeight}
        rx={Math.min(nodeHeight / 2, 9)}
      />
      <NodeText {...props} />
      {isWrong && (
        <g class="apart-sign" aria-hidden="true">
          <circle cx={x + nodeWidth / 2 - 3} cy={y - nodeHeight / 2 + 3} r="8" />
          <text x={x + nodeWidth / 2 - 3} y={y - nodeHeight / 2 + 7}>
            ≠
          </text>
        </g>
      )}
    </g>
  );
}

function isPartOf(name: string, layer: number): boolean {
  const place = placeOf(name, Infinity);
  return place !== null && (place.layer === layer || (place.kind === 'edges' && place.layer === layer + 1));
}

function NodeText({ drawing, scene, layer, unit, column, drawn, node, isWide }: UnitProps): JSX.Element {
  const { nodeWidth, nodeHeight, nodes } = column;
  const { x, y } = nodes[unit] ?? { x: 0, y: 0 };
  const left = x - nodeWidth / 2 + 7;
  const words = networkWords(scene.language);
  if (layer === 0) {
    return (
      <text class="node-value" x={x} y={y + 4}>
        {node.text}
      </text>
    );
  }
  const [first, second, third] = [0, 1, 2].map((line) => y - nodeHeight / 2 + 4 + 16 * line + 12);
  const isSingle = drawing.layers[layer] === 1;
  const isValueWrong = node.yours !== null && drawn.wrongName === drawn.valueName;
  const isAsked =
    drawing.isAsking &&
    scene.focus[layer] === unit &&
    scene.step !== null &&
    isMadeHere(scene.step.name, layer);
  const reference = isValueWrong ? node.value : node.gradient;
  return (
    <>
      {!isSingle && (
        <text class="node-index" x={left} y={first}>
          {unit}
        </text>
      )}
      {!isValueWrong && (
        <text class="node-value" x={isSingle ? x : x + 8} y={first}>
          {node.isOff && node.text !== '' && drawn.gradientName !== null ? words.off : node.text}
        </text>
      )}
      {isAsked && (
        <text class="node-gradient is-asked" x={x} y={second}>
          ?
        </text>
      )}
      {!isAsked && node.yours === null && node.gradient !== null && (
        <text class="node-gradient" x={x} y={second}>
          {cellNumber(node.gradient)}
        </text>
      )}
      {node.yours !== null && (
        <>
          <text class="node-yours" x={isWide ? x - nodeWidth / 4 : x} y={second}>
            {cellNumber(node.yours)}
          </text>
          {isWide && (
            <line class="node-divider" x1={x} x2={x} y1={(second ?? y) - 11} y2={(second ?? y) + 3} />
          )}
          <text class="node-reference" x={isWide ? x + nodeWidth / 4 : x} y={isWide ? second : third}>
            {cellNumber(reference)}
          </text>
        </>
      )}
    </>
  );
}

/** Whether a step computes the numbers of a layer's nodes. */
function isMadeHere(name: string, layer: number): boolean {
  const place = placeOf(name, Infinity);
  return place !== null && place.kind === 'nodes' && place.layer === layer;
}

/** What a screen reader says of a unit: all its numbers. */
function describeUnit({ scene, layer, unit, node, drawn }: UnitProps): string {
  const words = networkWords(scene.language);
  const parts = [
    unitName(scene.picture, layer, unit, words),
    ...(node.text === '' ? [] : [`${drawn.valueName} ${node.text}`]),
    ...(node.isOff ? [words.off] : []),
    ...(node.gradient === null || drawn.gradientName === null
      ? []
      : [`${drawn.gradientName} ${cellNumber(node.gradient)}`]),
    ...(node.yours === null ? [] : [`${words.differs}: ${words.yoursLabel} ${cellNumber(node.yours)}`]),
  ];
  return parts.join(', ');
}

/** What stands around the outputs: their targets below, the loss above. */
function Foot(props: PictureProps): JSX.Element {
  const { scene, drawing, layout } = props;
  const layer = drawing.layers.length - 1;
  const column = layout.columns[layer];
  const words = networkWords(scene.language);
  const isStarted = drawing.position > 0 || drawing.own.wrong.size > 0;
  const { x = 0, y = 0 } = column?.nodes[0] ?? {};
  const top = y - (column?.nodeHeight ?? 0) / 2;
  const hasRoom = top - layout.headY > 24;
  return (
    <>
      <g {...pointing(props, { kind: 'target', layer }, 'target')}>
        {column?.nodes.map((node, unit) => (
          <text key={unit} class="target-label" x={node.x} y={node.y + column.nodeHeight / 2 + 14}>
            {isStarted ? words.targetLabel(cellNumber(drawing.pass.get('Y')?.data[unit])) : 'Y'}
          </text>
        ))}
      </g>
      <g
        {...pointing(
          props,
          { kind: 'cost', layer },
          `cost${scene.step?.kind === 'loss' ? ' is-active' : ''}`,
        )}
      >
        {hasRoom && doneOf(drawing).has('cost') && (
          <text class="loss-label" x={x} y={top - 8}>
            {`L ${cellNumber(drawing.pass.get('L')?.data[0])}`}
          </text>
        )}
      </g>
    </>
  );
}

/** Lights a part up, and lets the mouse light up what belongs to it. */
export function pointing(
  { store, drawing: { layers } }: Pick<PictureProps, 'store' | 'drawing'>,
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
function point(store: Store, place: Place): void {
  const terms = new Set(store.exercise.value?.equations.flatMap(({ rows }) => termNames(rows)) ?? []);
  const names = namesAt(place);
  store.pointed.value = names.find((candidate) => terms.has(candidate)) ?? names[0] ?? null;
}

/** The name of a weight's entry as the snippet has it. */
export function entryName(
  role: 'W' | 'dW',
  layer: number,
  from: number,
  to: number,
  inColumns: boolean,
): string {
  const [row, column] = inColumns ? [to, from] : [from, to];
  return `${nameOf(role, layer)}[${String(row)}, ${String(column)}]`;
}
