/** The cost chart: uPlot in the colours of the theme. */
import uPlot from 'uplot';
import type { CostReport } from '../../grader/report';
import type { Strings } from '../strings';
import { formatNumber } from '../text/words';

interface ChartInput {
  readonly cost: CostReport;
  readonly printed: readonly (number | null)[] | null;
  readonly logarithmic: boolean;
  /** The cost of always answering the mean, and what is written at it; null where there is none. */
  readonly mean: number | null;
  /** What stands at the iteration where the curves part. */
  readonly part: string;
  readonly strings: Strings;
  readonly onPoint: (index: number) => void;
}

/** Draws both curves into the element, whose size the chart takes. */
export function drawChart(element: HTMLElement, input: ChartInput): uPlot {
  const { cost, printed, logarithmic, mean, part, strings } = input;
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const iterations = cost.reference.map((_, index) => index * cost.every);
  const learner = iterations.map((_, index) => cost.learner[index] ?? null);
  const label = `12px ${style.fontFamily}`;
  const axis: uPlot.Axis = {
    stroke: colour('--chart-text'),
    font: `12px ${style.fontFamily}`,
    grid: { stroke: colour('--chart-grid'), width: 1 },
    ticks: { stroke: colour('--chart-grid'), width: 1, size: 4 },
  };
  return new uPlot(
    {
      width: element.clientWidth,
      height: element.clientHeight,
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 } },
      scales: {
        x: { time: false },
        // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- uPlot's enum is a type without a value
        y: logarithmic
          ? { distr: 3 }
          : { range: (_plot, _low, high) => [0, Math.max(high, mean ?? 0) * 1.05] },
      },
      axes: [
        { ...axis, label: strings.iteration, labelFont: `12px ${style.fontFamily}`, labelSize: 18, size: 32 },
        {
          ...axis,
          label: strings.cost,
          labelFont: `12px ${style.fontFamily}`,
          labelSize: 18,
          size: 56,
          values: (_plot, splits) =>
            splits.map((value) => (logarithmic && !isNice(value) ? '' : formatNumber(value, 3))),
        },
      ],
      series: [
        {},
        { stroke: colour('--chart-reference'), width: 5, points: { show: false } },
        { stroke: colour('--chart-learner'), width: 2, points: { show: false } },
        {
          show: printed !== null,
          stroke: colour('--chart-printed'),
          paths: () => null,
          points: { show: true, size: 8, fill: colour('--chart-background'), width: 2 },
        },
        {
          show: mean !== null,
          stroke: colour('--chart-mean'),
          width: 1.5,
          dash: [6, 4],
          points: { show: false },
        },
      ],
      hooks: {
        draw: [
          (plot) => {
            if (cost.firstDivergence !== null)
              markPart(plot, cost.firstDivergence, part, { colour: colour('--chart-part'), font: label });
          },
        ],
        setCursor: [
          (plot) => {
            if (typeof plot.cursor.idx === 'number') input.onPoint(plot.cursor.idx);
          },
        ],
      },
    },
    [
      iterations,
      [...cost.reference],
      learner,
      [...(printed ?? iterations.map(() => null))],
      iterations.map(() => mean),
    ],
    element,
  );
}

/** A dashed line with its words where the curves part. */
function markPart(
  plot: uPlot,
  iteration: number,
  words: string,
  { colour, font }: { readonly colour: string; readonly font: string },
): void {
  const { ctx, bbox } = plot;
  const x = plot.valToPos(iteration, 'x', true);
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.font = font.replace('12px', `${String(12 * devicePixelRatio)}px`);
  const isLeft = x > bbox.left + bbox.width / 2;
  ctx.textAlign = isLeft ? 'right' : 'left';
  ctx.textBaseline = 'bottom';
  ctx.fillText(
    words,
    x + (isLeft ? -6 : 6) * devicePixelRatio,
    bbox.top + bbox.height - 6 * devicePixelRatio,
  );
  ctx.restore();
}

/** The chart as a PNG on the theme's background, in base64. */
export function chartPng(plot: uPlot): string {
  const source = plot.ctx.canvas;
  const picture = document.createElement('canvas');
  picture.width = source.width;
  picture.height = source.height;
  const context = picture.getContext('2d');
  if (context === null) throw new Error('There is no canvas to draw on.');
  context.fillStyle = getComputedStyle(plot.root).getPropertyValue('--chart-background').trim();
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(source, 0, 0);
  return picture.toDataURL('image/png').replace(/^data:image\/png;base64,/u, '');
}

function isNice(value: number): boolean {
  const mantissa = Number((value / 10 ** Math.floor(Math.log10(value))).toPrecision(3));
  return mantissa === 1 || mantissa === 2 || mantissa === 5;
}
