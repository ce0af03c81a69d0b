/** The network that was recovered from the arrays of a program's run: a picture, and its steps as Python. */
import type { JSX } from 'preact';
import type { RecoveredNetwork as Network } from '../../owncode/report';
import type { NetworkLines } from '../../owncode/networkLines';
import type { Words } from './words';

const most = 6;
const gap = { x: 110, y: 26 };
const radius = 8;

interface Props {
  readonly network: Network;
  readonly lines: NetworkLines | null;
  readonly words: Words;
}

/** Picture and steps side by side, one under the other where it is narrow. */
export function RecoveredNetwork({ network, lines, words }: Props): JSX.Element {
  const layers = network.layers.map(({ units, activation }) => `${String(units)} ${activation}`);
  const description = [...layers, network.loss, words.samples[network.samples]].join(', ');
  return (
    <section aria-label={words.recovered} class="recovered">
      <h3>{words.recovered}</h3>
      <p>{description}</p>
      <div class="recovered-parts">
        <Picture network={network} label={description} />
        {lines !== null && (
          <div class="steps">
            <Steps title={words.forward} lines={lines.forward} />
            <Steps title={words.backward} lines={lines.backward} />
          </div>
        )}
      </div>
    </section>
  );
}

function Steps({ title, lines }: { title: string; lines: readonly string[] }): JSX.Element {
  return (
    <div>
      <h4>{title}</h4>
      <pre tabIndex={0}>{lines.join('\n')}</pre>
    </div>
  );
}

/** Circles for units, at most a few of each layer, and the activation's name under each column. */
function Picture({ network, label }: { network: Network; label: string }): JSX.Element {
  const layers = network.layers.map(({ units, activation }) => ({
    drawn: Math.min(units, most),
    units: String(units),
    activation,
  }));
  // A report does not say how many inputs there are.
  const inputs = { drawn: 3, units: 'X', activation: '' };
  const columns = [inputs, ...layers].map((column, i) => ({ ...column, x: 40 + i * gap.x }));
  const tallest = Math.max(...columns.map(({ drawn }) => drawn));
  const height = tallest * gap.y + 44;
  const width = 80 + (columns.length - 1) * gap.x;
  const yOf = (drawn: number, k: number): number => (tallest * gap.y) / 2 + (k - (drawn - 1) / 2) * gap.y;
  return (
    <svg
      class="picture"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
    >
      {columns.slice(1).map((to, i) => {
        const from = columns[i];
        if (!from) return null;
        return Array.from({ length: from.drawn * to.drawn }, (_, k) => (
          <line
            key={`${String(i)} ${String(k)}`}
            class="edge"
            x1={from.x}
            y1={yOf(from.drawn, Math.floor(k / to.drawn))}
            x2={to.x}
            y2={yOf(to.drawn, k % to.drawn)}
          />
        ));
      })}
      {columns.map(({ x, drawn, units, activation }) => (
        <g key={x}>
          {Array.from({ length: drawn }, (_, k) => (
            <circle key={k} class="unit" cx={x} cy={yOf(drawn, k)} r={radius} />
          ))}
          <text x={x} y={tallest * gap.y + 16} text-anchor="middle">
            {units}
          </text>
          <text x={x} y={tallest * gap.y + 34} text-anchor="middle">
            {activation}
          </text>
        </g>
      ))}
    </svg>
  );
}
