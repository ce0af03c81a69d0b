/** The iterations around the one at which the curves part, magnified, one dot for each. */
import type { JSX } from 'preact';
import type { CostReport } from '../../grader/report';
import { formatNumber } from '../text/words';
import type { TrainingWords } from './words';

interface NearProps {
  readonly near: Required<CostReport>['near'];
  readonly parted: number;
  readonly words: TrainingWords;
  /** Whether it may lie over the right upper quarter of the large chart, where that is wide enough. */
  readonly isOver: boolean;
}

const size = { width: 260, height: 132, left: 52, right: 16, top: 40, bottom: 26 };

/** A chart of its own beside the large one; the words under it it say the same, so that it is hidden from screen readers. */
export function Near({ near, parted, words, isOver }: NearProps): JSX.Element | null {
  const { from, reference, learner } = near;
  const last = reference.length - 1;
  const all = [...reference, ...learner.filter((cost): cost is number => cost !== null)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (last < 1 || !Number.isFinite(high - low)) return null;
  const { width, height, left, right, top, bottom } = size;
  const x = (index: number): number => left + (index / last) * (width - left - right);
  const y = (cost: number): number =>
    top + (high === low ? 0.5 : (high - cost) / (high - low)) * (height - top - bottom);
  const dots = (costs: readonly (number | null)[], name: string): JSX.Element => {
    const points = costs.flatMap((cost, index) => (cost === null ? [] : [{ x: x(index), y: y(cost) }]));
    return (
      <g class={name}>
        <polyline points={points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ')} />
        {points.map((point) => (
          <circle key={point.x} cx={point.x} cy={point.y} r="2.6" />
        ))}
      </g>
    );
  };
  const at = parted - from;
  const isRight = at > last / 2;
  return (
    <svg
      class={isOver ? 'near is-over' : 'near'}
      width={width}
      height={height}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      aria-hidden="true"
    >
      <rect class="near-frame" x="0.5" y="0.5" width={width - 1} height={height - 1} rx="6" />
      <text x="10" y="17">
        {words.near(from, from + last)}
      </text>
      <line class="near-part" x1={x(at)} x2={x(at)} y1={top - 14} y2={height - bottom} />
      <text
        class="near-part-label"
        x={x(at) + (isRight ? -6 : 6)}
        y={top - 6}
        text-anchor={isRight ? 'end' : 'start'}
      >
        {words.part(parted)}
      </text>
      {dots(reference, 'near-reference')}
      {dots(learner, 'near-learner')}
      {(high === low ? [high] : [high, low]).map((cost) => (
        <text key={cost} x={left - 8} y={y(cost) + 4} text-anchor="end">
          {formatNumber(cost, 3)}
        </text>
      ))}
      {[...new Set([0, at, last])].map((index) => (
        <text
          key={index}
          class={index === at ? 'near-part-label' : ''}
          x={x(index)}
          y={height - 8}
          text-anchor="middle"
        >
          {from + index}
        </text>
      ))}
    </svg>
  );
}
