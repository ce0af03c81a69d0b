/** The network that was recovered from the arrays of a program's run: a picture, and its steps as Python. */
import type { ComponentChildren, JSX } from 'preact';
import type { RecoveredNetwork as Network } from '../../owncode/report';
import type { NetworkLine, NetworkLines } from '../../owncode/networkLines';
import type { YourCodeAction } from '../../protocol/yourCode';
import { LineLink } from './lineLink';
import type { Words } from './words';

const most = 6;
const gap = { x: 110, y: 26 };
const radius = 8;

interface Props {
  readonly network: Network;
  readonly lines: NetworkLines | null;
  readonly words: Words;
  readonly act: (action: YourCodeAction) => void;
}

/** Picture and steps side by side, one under the other where it is narrow. */
export function RecoveredNetwork({ network, lines, words, act }: Props): JSX.Element {
  const layers = network.layers.map(({ units, activation }) => `${String(units)} ${activation}`);
  const description = [...layers, network.loss, words.samples[network.samples]].join(', ');
  return (
    <section aria-label={words.recovered} class="recovered">
      <h3>{words.recovered}</h3>
      <p>{description}</p>
      <div class="recovered-parts">
        <Picture network={network} label={description} words={words} act={act} />
        {lines !== null && (
          <div class="steps">
            <Steps title={words.forward} lines={lines.forward} network={network} words={words} act={act} />
            <Steps title={words.backward} lines={lines.backward} network={network} words={words} act={act} />
          </div>
        )}
      </div>
    </section>
  );
}

interface StepsProps extends Omit<Props, 'lines'> {
  readonly title: string;
  readonly lines: readonly NetworkLine[];
}

/** Each step with the line of the file that makes its array. */
function Steps({ title, lines, network, words, act }: StepsProps): JSX.Element {
  return (
    <div>
      <h4>{title}</h4>
      <ol class="step-list">
        {lines.map(({ name, text }) => {
          const line = lineOf(network, name);
          return (
            <li key={name}>
              <code>{text}</code>
              {line !== null && <LineLink line={line} words={words} act={act} />}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function lineOf({ places }: Network, name: string): number | null {
  return places.find((one) => one.name === name)?.line ?? null;
}

interface PictureProps extends Omit<Props, 'lines'> {
  readonly label: string;
}

/** Circles for units, at most a few of each layer, and the activation's name under each column. */
function Picture({ network, label, words, act }: PictureProps): JSX.Element {
  const layers = network.layers.map(({ units, activation }, i) => ({
    drawn: Math.min(units, most),
    units: String(units),
    activation,
    line: lineOf(network, `A${String(i + 1)}`) ?? lineOf(network, `Z${String(i + 1)}`),
  }));
  // A report does not say how many inputs there are.
  const inputs = { drawn: 3, units: 'X', activation: '', line: null };
  const columns = [inputs, ...layers].map((column, i) => ({ ...column, x: 40 + i * gap.x }));
  const tallest = Math.max(...columns.map(({ drawn }) => drawn));
  const height = tallest * gap.y + 44;
  const width = 80 + (columns.length - 1) * gap.x;
  const yOf = (drawn: number, k: number): number => (tallest * gap.y) / 2 + (k - (drawn - 1) / 2) * gap.y;
  return (
    <svg
      class="picture"
      role="group"
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
      {columns.map(({ x, drawn, units, activation, line }) => {
        const column = (
          <>
            {Array.from({ length: drawn }, (_, k) => (
              <circle key={k} class="unit" cx={x} cy={yOf(drawn, k)} r={radius} />
            ))}
            <text x={x} y={tallest * gap.y + 16} text-anchor="middle">
              {units}
            </text>{' '}
            <text x={x} y={tallest * gap.y + 34} text-anchor="middle">
              {activation}
            </text>
          </>
        );
        return line === null ? (
          <g key={x}>{column}</g>
        ) : (
          <LinkedColumn
            key={x}
            label={words.layerAt(`${units} ${activation}`, line)}
            go={() => {
              act({ kind: 'goTo', line });
            }}
          >
            {column}
          </LinkedColumn>
        );
      })}
    </svg>
  );
}

interface LinkedColumnProps {
  readonly label: string;
  readonly go: () => void;
  readonly children: ComponentChildren;
}

/** A layer that leads to the line of the file that makes its values. */
function LinkedColumn({ label, go, children }: LinkedColumnProps): JSX.Element {
  return (
    <g
      class="linked"
      role="button"
      tabindex={0}
      aria-label={label}
      onClick={go}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        go();
      }}
    >
      <title>{label}</title>
      {children}
    </g>
  );
}
