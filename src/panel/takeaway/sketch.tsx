/** The network of an exercise in a few strokes: what the learner has just written is lit. */
import type { JSX } from 'preact';
import type { ExerciseContent } from '../../course/exercise';
import { readName } from '../../network/arrayName';

const [width, height, radius, pitch] = [300, 104, 6, 19];

/** The layers whose arrays an exercise asks for; of an exercise that asks for a cost, the outputs. */
export function layersWritten({ returns, picture }: ExerciseContent): ReadonlySet<number> {
  const last = (picture?.layers.length ?? 1) - 1;
  const named = returns.flatMap((name) => readName(name)?.layer ?? []);
  const whole = returns.includes('costs') || returns.length === 0;
  return new Set(
    whole ? Array.from({ length: last }, (_, index) => index + 1) : named.length > 0 ? named : [last],
  );
}

/** Drawn once, from the output to the input; nothing where the exercise has no network. */
export function Sketch({ exercise }: { readonly exercise: ExerciseContent }): JSX.Element | null {
  const { picture } = exercise;
  if (picture === null) return null;
  const { layers } = picture;
  const written = layersWritten(exercise);
  const last = layers.length - 1;
  const x = (layer: number): number => radius + 2 + (layer * (width - 2 * radius - 4)) / last;
  const y = (layer: number, unit: number): number =>
    height / 2 + (unit - ((layers[layer] ?? 1) - 1) / 2) * pitch;
  return (
    <svg class="sketch" viewBox={`0 0 ${String(width)} ${String(height)}`} aria-hidden="true">
      {layers.slice(1).map((to, index) => {
        const layer = index + 1;
        const from = layers[index] ?? 0;
        return (
          <g
            key={layer}
            class={written.has(layer) ? 'is-written' : ''}
            style={{ '--after': String(last - layer) }}
          >
            {Array.from({ length: from * to }, (_, at) => (
              <line
                key={at}
                x1={x(layer) - radius}
                y1={y(layer, at % to)}
                x2={x(layer - 1) + radius}
                y2={y(layer - 1, Math.floor(at / to))}
                pathLength="1"
              />
            ))}
          </g>
        );
      })}
      {layers.map((units, layer) => (
        <g key={layer} class={written.has(layer) || written.has(layer + 1) ? 'is-written' : ''}>
          {Array.from({ length: units }, (_, unit) => (
            <circle key={unit} cx={x(layer)} cy={y(layer, unit)} r={radius} />
          ))}
        </g>
      ))}
    </svg>
  );
}
