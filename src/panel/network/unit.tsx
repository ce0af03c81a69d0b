/** One unit of the picture: its numbers, and what a screen reader says of them. */
import { cellNumber } from '../text/cellNumber';
import type { JSX } from 'preact';
import type { DrawnLayer, DrawnNode } from './drawn';
import type { Column } from './layout';
import type { LayerProps } from './pictureProps';
import { placeOf } from './places';
import { point } from './pointing';
import { networkWords, unitName } from './sentence';

type UnitProps = LayerProps & {
  readonly column: Column;
  readonly drawn: DrawnLayer;
  readonly node: DrawnNode;
  readonly unit: number;
};

/** The node of a unit. */
export function Unit(props: UnitProps): JSX.Element {
  const { scene, drawing, layer, unit, column, node, look, choose, store } = props;
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
      role="img"
      aria-label={describeUnit(props)}
      // Attributes of SVG are told apart by case: any other than this one is none.
      tabindex={layer === firstStop && isFocused ? 0 : -1}
      onClick={() => {
        if (choose) choose();
        else look(layer, unit);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') choose?.();
      }}
      onFocus={() => {
        look(layer, unit);
        point(store, { kind: 'nodes', layer });
      }}
      onBlur={() => {
        store.pointed.value = null;
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
  const [first, second, third] = column.baselines.map((below) => y - nodeHeight / 2 + below);
  const isSingle = drawing.layers[layer] === 1;
  if (drawing.isPreview)
    return (
      <>
        {!isSingle && (
          <text class="node-index" x={left} y={first}>
            {unit}
          </text>
        )}
        <text class="node-value" x={isSingle ? x : x + 8} y={first}>
          {node.text}
        </text>
      </>
    );
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
