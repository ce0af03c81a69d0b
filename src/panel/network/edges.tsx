/** The edges between two layers: by their weights' size and sign, with the numbers that the current step uses. */
import type { JSX } from 'preact';
import { nameOf } from '../../network/arrayName';
import { cellNumber } from '../text/cellNumber';
import { edgeWidth } from './layout';
import { alone } from './numbers';
import { entriesApart } from '../own/ownArrays';
import type { LayerProps } from './pictureProps';
import { pointing } from './pointing';

/** Where along an edge its number stands. */
const labelAt = 0.42;

/** The edges into a layer. */
export function Edges(props: LayerProps): JSX.Element {
  const { scene, drawing, layout, layer, store } = props;
  const { step } = scene;
  const [from, to] = [layout.columns[layer - 1], layout.columns[layer]];
  const [W, dW] = [nameOf('W', layer), nameOf('dW', layer)];
  const isGradient = step?.name === dW && !drawing.isAsking;
  const name = isGradient ? dW : W;
  const values = drawing.pass.get(name)?.data ?? [];
  const largest = Math.max(...values.map(Math.abs));
  const wrong = isGradient ? wrongEntries(props, dW) : [];
  const flow =
    step?.name === nameOf('Z', layer)
      ? ' flow-forward'
      : step?.name === nameOf('dA', layer - 1)
        ? ' flow-backward'
        : '';
  const isUsed = flow !== '' || step?.name === dW;
  const isDim = step !== null && !isUsed;
  const columns = drawing.layers[layer] ?? 0;
  const startX = (from?.nodes[0]?.x ?? 0) + (from?.nodeWidth ?? 0) / 2;
  const endX = (to?.nodes[0]?.x ?? 0) - (to?.nodeWidth ?? 0) / 2;
  const inColumns = store.exercise.value?.samples === 'columns';
  const edges = (from?.nodes ?? []).flatMap((start, i) =>
    (to?.nodes ?? []).map((end, j) => {
      const at = i * columns + j;
      return {
        i,
        j,
        at,
        y1: start.y,
        y2: end.y,
        value: values[at] ?? 0,
        isLooked: isUsed && isLookedAt(props, i, j),
      };
    }),
  );
  const classes = `edges${isGradient ? ' is-gradient' : ''}${isDim ? ' is-dim' : ''}${flow}`;
  return (
    <g {...pointing(props, { kind: 'edges', layer }, classes)}>
      {edges.map(({ i, j, at, y1, y2, value, isLooked }) => (
        <line
          key={at}
          class={[
            'edge',
            value < 0 ? 'is-negative' : '',
            wrong[at] === true ? 'is-wrong' : '',
            isLooked ? 'is-looked' : '',
          ]
            .filter((one) => one !== '')
            .join(' ')}
          x1={startX}
          y1={y1}
          x2={endX}
          y2={y2}
          stroke-width={edgeWidth(value, largest)}
        >
          <title>{`${entryName(isGradient ? 'dW' : 'W', layer, i, j, inColumns)} = ${alone(value)}`}</title>
        </line>
      ))}
      {scene.sample !== null &&
        edges
          .filter(({ isLooked }) => isLooked)
          .map(({ at, y1, y2, value }) => (
            <EdgeLabel
              key={`label ${String(at)}`}
              x={startX + (endX - startX) * labelAt}
              y={y1 + (y2 - y1) * labelAt}
              text={`${isGradient || drawing.isAsking ? '' : '× '}${cellNumber(value)}`}
              isWrong={wrong[at] === true}
              room={endX - startX}
            />
          ))}
    </g>
  );
}

/** Whether the current step's sentence speaks of an edge. */
function isLookedAt({ scene, layer }: LayerProps, i: number, j: number): boolean {
  const { step, focus } = scene;
  switch (step?.kind) {
    case 'affine':
      return focus[layer] === j;
    case 'carry':
      return focus[layer - 1] === i;
    case 'weightGradient':
      return focus[layer - 1] === i && focus[layer] === j;
    default:
      return false;
  }
}

/** The entries of the learner's gradient of the batch that are others. */
function wrongEntries({ scene, drawing }: LayerProps, name: string): readonly boolean[] {
  const [mine, right] = [drawing.own.arrays.get(name), scene.batch.get(name)];
  return drawing.own.wrong.has(name) && mine && right ? entriesApart(mine, right) : [];
}

interface EdgeLabelProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly isWrong: boolean;
  /** How far apart the layers are. */
  readonly room: number;
}

const labelWidth = 7;

function EdgeLabel({ x, y, text, isWrong, room }: EdgeLabelProps): JSX.Element | null {
  const width = text.length * labelWidth + 8;
  if (width > room) return null;
  return (
    <g class={isWrong ? 'edge-label is-wrong' : 'edge-label'} aria-hidden="true">
      <rect x={x - width / 2} y={y - 9} width={width} height="18" rx="4" />
      <text x={x} y={y + 4}>
        {text}
      </text>
    </g>
  );
}

/** The name of a weight's entry as the snippet has it. */
function entryName(role: 'W' | 'dW', layer: number, from: number, to: number, inColumns: boolean): string {
  const [row, column] = inColumns ? [to, from] : [from, to];
  return `${nameOf(role, layer)}[${String(row)}, ${String(column)}]`;
}
