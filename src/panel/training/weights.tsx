/** The network's weights at one moment of the training: edges by size and sign on one scale for the whole training. */
import type { JSX } from 'preact';
import type { TrainingMoment } from '../../course/trainingRun';
import { nameOf } from '../../network/arrayName';

interface WeightsProps {
  readonly layers: readonly number[];
  readonly moment: TrainingMoment;
  /** The largest weight of the whole training. */
  readonly largest: number;
  /** What it is, for whoever does not see it. */
  readonly label: string;
  /** What is said of a unit that gives 0 for every sample. */
  readonly deadWords: string;
}

const [width, height, node, head] = [232, 138, 26, 2];

/** Units that give 0 for every sample are drawn by dashes and crossed out. */
export function Weights({ layers, moment, largest, label, deadWords }: WeightsProps): JSX.Element {
  const tallest = Math.max(...layers);
  const pitch = Math.min(44, (height - head) / tallest);
  const x = (layer: number): number => node / 2 + 2 + (layer * (width - node - 4)) / (layers.length - 1);
  const y = (layer: number, unit: number): number =>
    head + (height - head) / 2 + (unit - ((layers[layer] ?? 1) - 1) / 2) * pitch;
  const last = layers.length - 1;
  return (
    <svg
      class="weights"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      {layers.slice(1).flatMap((to, index) => {
        const layer = index + 1;
        const values = moment.weights.get(nameOf('W', layer)) ?? [];
        return values.map((value, at) => (
          <line
            key={`${String(layer)} ${String(at)}`}
            class={value < 0 ? 'edge is-negative' : 'edge'}
            x1={x(layer - 1) + node / 2}
            y1={y(layer - 1, Math.floor(at / to))}
            x2={x(layer) - node / 2}
            y2={y(layer, at % to)}
            stroke-width={largest === 0 ? 0.6 : 0.4 + 5 * (Math.abs(value) / largest)}
          />
        ));
      })}
      {layers.flatMap((units, layer) =>
        Array.from({ length: units }, (_, unit) => {
          const isDead = moment.dead[layer - 1]?.includes(unit) ?? false;
          const text = layer === 0 ? `x${String(unit)}` : layer === last && units === 1 ? 'a' : String(unit);
          return (
            <g key={`node ${String(layer)} ${String(unit)}`} class={isDead ? 'node is-off' : 'node'}>
              <rect x={x(layer) - node / 2} y={y(layer, unit) - 11} width={node} height="22" rx="8" />
              <text x={x(layer)} y={y(layer, unit) + 4}>
                {isDead ? '✕' : text}
              </text>
              {isDead && <title>{`${String(unit)}: ${deadWords}`}</title>}
            </g>
          );
        }),
      )}
    </svg>
  );
}
