/** The network as an SVG: nodes with their values, edges by weight, gradients as they come. */
import type { JSX } from 'preact';
import type { NetworkPass } from '../../course/networkPass';
import { nameOf, type Role } from '../../network/arrayName';
import type { PassStep } from '../../course/passSteps';
import { termNames } from '../equations/terms';
import type { Store } from '../store';
import { formatNumber } from '../words';
import { edgeWidth, layoutNetwork } from './layout';
import type { NetworkLayout } from './layout';
import { stepArray } from './stepArray';
import { namesAt, placeOf, samePlace } from './places';
import type { Place } from './places';
import { describeNetwork } from './words';

interface PictureProps {
  readonly store: Store;
  readonly layers: readonly number[];
  readonly pass: NetworkPass;
  readonly steps: readonly PassStep[];
  /** How many steps have been made. */
  readonly position: number;
}

interface Scene extends PictureProps {
  readonly layout: NetworkLayout;
  readonly done: ReadonlySet<string>;
  readonly current: PassStep | null;
  readonly pointedPlace: Place | null;
}

/** The picture as it is after some steps; before the first it shows the weights alone. */
export function NetworkPicture(props: PictureProps): JSX.Element {
  const { store, layers, steps, position } = props;
  const layout = layoutNetwork(layers);
  const pointed = store.pointed.value;
  const scene: Scene = {
    ...props,
    layout,
    done: new Set(steps.slice(0, position).map(({ name }) => name)),
    current: steps[position - 1] ?? null,
    pointedPlace: pointed === null ? null : placeOf(pointed, layers.length - 1),
  };
  return (
    <svg
      class="picture"
      viewBox={`0 0 ${String(layout.width)} ${String(layout.height)}`}
      role="img"
      aria-label={describeNetwork(layers, scene.current, props.pass, store.strings.value)}
      onMouseLeave={() => {
        store.pointed.value = null;
      }}
    >
      {layers.slice(1).map((_, index) => (
        <Edges key={index} scene={scene} layer={index + 1} />
      ))}
      <CostEdges scene={scene} />
      {layers.map((_, layer) => (
        <Column key={layer} scene={scene} layer={layer} />
      ))}
      <Cost scene={scene} />
    </svg>
  );
}

function Edges({ scene, layer }: { readonly scene: Scene; readonly layer: number }): JSX.Element {
  const { layout, pass, current } = scene;
  const from = layout.nodes[layer - 1] ?? [];
  const to = layout.nodes[layer] ?? [];
  const name = String(layer);
  const showsGradient = current?.name === `dW${name}`;
  const shown = pass.get(showsGradient ? `dW${name}` : `W${name}`)?.data ?? [];
  const largest = Math.max(...shown.map(Math.abs));
  const flow =
    current?.name === `Z${name}`
      ? ' flow-forward'
      : current?.name === `dA${String(layer - 1)}`
        ? ' flow-backward'
        : '';
  return (
    <g {...pointing(scene, { kind: 'edges', layer }, `edges${showsGradient ? ' is-gradient' : ''}${flow}`)}>
      {from.flatMap((start, i) =>
        to.map((end, j) => {
          const weight = shown[i * to.length + j] ?? 0;
          return (
            <line
              key={`${String(i)} ${String(j)}`}
              class={weight < 0 ? 'edge is-negative' : 'edge'}
              x1={start.x}
              y1={start.y}
              x2={end.x}
              y2={end.y}
              stroke-width={edgeWidth(weight, largest)}
            >
              <title>{`${showsGradient ? 'dW' : 'W'}${name}[${String(i)}, ${String(j)}] = ${formatNumber(weight)}`}</title>
            </line>
          );
        }),
      )}
    </g>
  );
}

function Column({ scene, layer }: { readonly scene: Scene; readonly layer: number }): JSX.Element {
  const { layout, pass, done, current, position } = scene;
  const points = layout.nodes[layer] ?? [];
  const named = (role: Role): string => nameOf(role, layer);
  const isDone = (role: Role): boolean => done.has(named(role));
  const value = named(layer === 0 || isDone('A') ? 'A' : 'Z');
  const known = layer === 0 ? position > 0 : isDone('Z');
  const told = (['dZ', 'dA'] as const).find(isDone);
  const gradient = told === undefined ? null : named(told);
  const active = current !== null && samePlace(placeOf(current.name, Infinity), { kind: 'nodes', layer });
  const x = points[0]?.x ?? 0;
  return (
    <>
      <g {...pointing(scene, { kind: 'nodes', layer }, `nodes${active ? ' is-active' : ''}`)}>
        <text class="column-head" x={x} y={layout.headY}>
          {layer === 0 || known || position === 0 ? value : named('Z')}
        </text>
        {points.map((point, index) => {
          const number = pass.get(value)?.data[index] ?? null;
          const slope = gradient === null ? null : (pass.get(gradient)?.data[index] ?? null);
          const off = layer > 0 && isDone('A') && number === 0;
          return (
            <g key={index} class={off ? 'node is-off' : 'node'}>
              <circle cx={point.x} cy={point.y} r={layout.radius} />
              {known && (
                <text class="node-value" x={point.x} y={point.y + 4}>
                  {formatNumber(number, 2)}
                </text>
              )}
              {gradient !== null && (
                <text class="node-gradient" x={point.x} y={point.y + layout.radius + 10}>
                  {formatNumber(slope, 2)}
                </text>
              )}
              <title>{`${value}[${String(index)}]${known ? ` = ${formatNumber(number)}` : ''}${gradient === null ? '' : `, ${gradient}[${String(index)}] = ${formatNumber(slope)}`}`}</title>
            </g>
          );
        })}
      </g>
      {layer > 0 && (
        <g
          {...pointing(
            scene,
            { kind: 'bias', layer },
            `bias${current?.name === named('db') ? ' is-active' : ''}`,
          )}
        >
          <rect x={x - 42} y={layout.headY - 11} width="22" height="16" rx="4" />
          <text class="bias-label" x={x - 31} y={layout.headY + 1}>
            {named('b')}
          </text>
        </g>
      )}
    </>
  );
}

function CostEdges({ scene }: { readonly scene: Scene }): JSX.Element {
  const { layout, current } = scene;
  const outputs = layout.nodes.at(-1) ?? [];
  const flow = current?.name === 'cost' ? ' flow-forward' : '';
  return (
    <g class={`edges cost-edges${flow}`}>
      {outputs.map((point, index) => (
        <line
          key={index}
          class="edge"
          x1={point.x}
          y1={point.y}
          x2={layout.cost.x}
          y2={layout.cost.y}
          stroke-width="1"
        />
      ))}
    </g>
  );
}

function Cost({ scene }: { readonly scene: Scene }): JSX.Element {
  const { layout, done, current, pass, layers, position } = scene;
  const { x, y } = layout.cost;
  const last = layers.length - 1;
  const cost = stepArray('cost', pass)?.data[0] ?? null;
  const target = pass.get('Y')?.data[0] ?? null;
  return (
    <>
      <g
        {...pointing(
          scene,
          { kind: 'cost', layer: last },
          `nodes cost${current?.name === 'cost' ? ' is-active' : ''}`,
        )}
      >
        <rect x={x - 22} y={y - 18} width="44" height="36" rx="8" />
        <text class="node-value" x={x} y={y + 4}>
          {done.has('cost') ? formatNumber(cost, 2) : 'L'}
        </text>
        <title>{`L = ${formatNumber(cost)}`}</title>
      </g>
      <g {...pointing(scene, { kind: 'target', layer: last }, 'target')}>
        <text class="node-gradient target-label" x={x} y={y + 34}>
          {position > 0 ? `Y ${formatNumber(target, 2)}` : 'Y'}
        </text>
      </g>
    </>
  );
}

/** Lights a part up, and lets the mouse light up what belongs to it. */
function pointing(scene: Scene, place: Place, name: string): { class: string; onMouseEnter: () => void } {
  const lit = samePlace(scene.pointedPlace, place);
  return {
    class: lit ? `${name} is-pointed` : name,
    onMouseEnter: () => {
      const { store } = scene;
      const terms = new Set(store.exercise.value?.equations.flatMap(({ rows }) => termNames(rows)) ?? []);
      const names = namesAt(place);
      store.pointed.value = names.find((candidate) => terms.has(candidate)) ?? names[0] ?? null;
    },
  };
}
