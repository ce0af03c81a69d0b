/** The chain rule's own picture: x → u → y with live rates, and a nudge as three bars on one scale. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { chainAt, type ChainMoment } from '../../course/chainMoment';
import { Prose } from '../text/prose';
import type { FromStore } from './fromStore';
import { chainWords } from './words';

/** The slider's ends, where the bars are longest. */
const range = { least: -2, most: 3, step: 0.1 };
const start = 2;

/** A number as short as it can be. */
function short(value: number, digits = 2): string {
  return String(Number(value.toFixed(digits)) + 0).replace('-', '−');
}

/** Picture, slider, and the sentence with its numbers, for which a preview has no room. */
export function Chain({
  store,
  isPreview,
}: {
  readonly store: FromStore;
  readonly isPreview: boolean;
}): JSX.Element {
  const words = chainWords(store.language.value);
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [x, setX] = useState(start);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  const moment = chainAt(x);
  const { rates, moved } = moment;
  return (
    <div class="chain">
      <div class="chain-canvas" ref={host}>
        {width > 0 && (
          <svg
            width={width}
            height={height}
            viewBox={`0 0 ${String(width)} ${String(height)}`}
            role="img"
            aria-label={words.picture(short(x), short(moment.u), short(moment.y))}
          >
            <Steps moment={moment} width={width} store={store} />
            <text class="chain-note" x="0" y={barsTop - 12}>
              {words.bars}
            </text>
            <Bars moment={moment} width={width} />
          </svg>
        )}
      </div>
      <label class="chain-slider">
        <code>x</code>
        <input
          type="range"
          min={range.least}
          max={range.most}
          step={range.step}
          value={x}
          onInput={(event) => {
            setX(Number(event.currentTarget.value));
          }}
        />
        <output>{short(x, 1)}</output>
      </label>
      {!isPreview && (
        <div class="chain-sentence" aria-live="polite">
          <Prose
            text={words.sentence(
              short(moved.u, 4),
              short(moved.y, 4),
              short(moved.y / moved.nudge),
              `${short(rates.first)} × ${short(rates.second)} = **${short(rates.whole)}**`,
            )}
          />
        </div>
      )}
    </div>
  );
}

const radius = 28;
const middle = radius + 6;
const barsTop = 112;
const barPitch = 30;
const height = barsTop + 3 * barPitch + 4;

interface PartProps {
  readonly moment: ChainMoment;
  readonly width: number;
}

function Steps({ moment, width, store }: PartProps & { readonly store: FromStore }): JSX.Element {
  const { x, u, y, rates } = moment;
  const places = [radius + 2, width / 2, width - radius - 2] as const;
  const pointed = store.pointed.value;
  const node = (name: string, value: number, at: number): JSX.Element => (
    <g
      class={pointed === name ? 'chain-node is-pointed' : 'chain-node'}
      onMouseEnter={() => {
        store.pointed.value = name;
      }}
      onMouseLeave={() => {
        store.pointed.value = null;
      }}
    >
      <circle cx={at} cy={middle} r={radius} />
      <text class="chain-name" x={at} y={middle - 4}>
        {name}
      </text>
      <text class="chain-value" x={at} y={middle + 13}>
        {short(value)}
      </text>
    </g>
  );
  const arrow = (from: number, to: number, rate: number, label: string, name: string): JSX.Element => {
    const [left, right] = [from + radius + 4, to - radius - 4];
    return (
      <g class={`chain-rate ${name}`}>
        <line x1={left} x2={right - 7} y1={middle} y2={middle} />
        <path
          d={`M${String(right - 9)} ${String(middle - 5)} L${String(right)} ${String(middle)} L${String(right - 9)} ${String(middle + 5)}Z`}
        />
        <text class="chain-times" x={(left + right) / 2} y={middle - 10}>
          {`× ${short(rate, 1)}`}
        </text>
        <text class="chain-note" x={(left + right) / 2} y={middle + 20} text-anchor="middle">
          {label}
        </text>
      </g>
    );
  };
  return (
    <>
      {arrow(places[0], places[1], rates.first, 'du/dx', 'is-first')}
      {arrow(places[1], places[2], rates.second, 'dy/du', 'is-second')}
      {node('x', x, places[0])}
      {node('u', u, places[1])}
      {node('y', y, places[2])}
    </>
  );
}

function Bars({ moment: { rates }, width }: PartProps): JSX.Element {
  const [low, high] = [chainAt(range.least).rates.whole, chainAt(range.most).rates.whole];
  const [left, right] = [30, 128];
  const scale = Math.max(1, width - left - right) / (high - low);
  const zero = left - low * scale;
  const bars = [
    { name: 'Δx', length: 1, kind: '', text: '1×' },
    { name: 'Δu', length: rates.first, kind: 'is-first', text: `${short(rates.first)}×` },
    {
      name: 'Δy',
      length: rates.whole,
      kind: 'is-second',
      text: `${short(rates.whole, 1)}× = ${short(rates.first)} × ${short(rates.second, 1)}`,
    },
  ];
  return (
    <>
      <line class="chain-zero" x1={zero} x2={zero} y1={barsTop} y2={height - 2} />
      {bars.map(({ name, length, kind, text }, index) => {
        const y = barsTop + index * barPitch;
        const size = Math.max(2.5, Math.abs(length) * scale);
        const x = length < 0 ? zero - size : zero;
        return (
          <g key={name}>
            <text class="chain-note" x="0" y={y + 19}>
              {name}
            </text>
            <rect
              class={`chain-bar ${kind}${length < 0 ? ' is-negative' : ''}`}
              x={x}
              y={y + 7}
              width={size}
              height="16"
              rx="2"
            />
            <text class="chain-length" x={length < 0 ? zero + 7 : x + size + 7} y={y + 19}>
              {text}
            </text>
          </g>
        );
      })}
    </>
  );
}
