/** The network as an SVG at its own pixel size: in a node its value above, its gradient below; edges by weight. */
import type { JSX } from 'preact';
import { cellNumber } from '../text/cellNumber';
import { drawnLayer, doneOf } from './drawn';
import { Edges } from './edges';
import type { LayerProps, PictureProps } from './pictureProps';
import { placeOf, samePlace } from './places';
import { pointing } from './pointing';
import { networkWords } from './sentence';
import { Unit } from './unit';

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
        <Edges key={index} {...props} layer={index + 1} />
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

function Layer(props: LayerProps): JSX.Element {
  const { scene, drawing, layout, layer, isWide } = props;
  const column = layout.columns[layer];
  const drawn = drawnLayer(drawing, layer);
  const words = networkWords(scene.language);
  const active =
    scene.step !== null && samePlace(placeOf(scene.step.name, Infinity), { kind: 'nodes', layer });
  const x = column?.nodes[0]?.x ?? 0;
  const { valueName, gradientName, wrongName } = drawn;
  const names = gradientName === null || drawing.isPreview ? valueName : `${valueName}, ${gradientName}`;
  const compare = isWide ? words.yoursOrReference : words.yoursOverReference;
  const isFirst = layer === 0;
  const isLast = layer === drawing.layers.length - 1;
  const headed = drawing.isPreview ? null : wrongName;
  const anchor = headed === null || (!isFirst && !isLast) ? 'middle' : 'end';
  return (
    <g {...pointing(props, { kind: 'nodes', layer }, `nodes${active ? ' is-active' : ''}`)}>
      <text
        class="column-head"
        x={anchor === 'end' ? x + (column?.nodeWidth ?? 0) / 2 : x}
        y={layout.headY}
        text-anchor={anchor}
      >
        {headed === null ? names : compare(headed)}
      </text>
      {column !== undefined &&
        drawn.nodes.map((node, unit) => (
          <Unit key={unit} {...props} column={column} drawn={drawn} node={node} unit={unit} />
        ))}
    </g>
  );
}

/** What stands around the outputs: their targets below, the loss above. */
function Foot(props: PictureProps): JSX.Element {
  const { scene, drawing, layout } = props;
  const layer = drawing.layers.length - 1;
  const column = layout.columns[layer];
  const words = networkWords(scene.language);
  const isStarted = drawing.position > 0 || drawing.own.wrong.size > 0 || drawing.isFilled;
  const { x = 0, y = 0 } = column?.nodes[0] ?? {};
  const top = y - (column?.nodeHeight ?? 0) / 2;
  const hasRoom = top - layout.headY > 24;
  return (
    <>
      <g {...pointing(props, { kind: 'target', layer }, 'target')}>
        {column?.nodes.map((node, unit) => (
          <text
            key={unit}
            class="target-label"
            x={node.x + column.nodeWidth / 2}
            y={node.y + column.nodeHeight / 2 + 14}
          >
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
