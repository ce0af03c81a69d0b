/**
 * The tab "Cost curve": the learner's training over the reference's, as a picture, as words, and as a table; the weights
 * move with the iteration that is read, and the learning rate can be another.
 */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type uPlot from 'uplot';
import type { Picture } from '../../course/exercise';
import type { CostReport, Report } from '../../grader/report';
import { Icon } from '../elements/icon';
import { Message } from '../text/message';
import type { FromStore } from './fromStore';
import { observeTheme } from '../elements/theme';
import { Near } from '../training/near';
import { TrainingControls, TrainingWeights } from '../training/controls';
import { useTraining, type ShownTraining } from '../training/useTraining';
import { trainingWords } from '../training/words';
import { describeAgreement, describeCostAt, formatNumber, learnersCost } from '../text/words';
import { drawChart, chartPng } from './chart';
import { costCsv } from './csv';
import { printedCosts } from './printedCosts';

/** The chart with its switches, its words, and its table. */
export function CostCurve({ store }: { readonly store: FromStore }): JSX.Element {
  const strings = store.strings.value;
  const report = store.report.value;
  const cost = report?.cost ?? null;
  const picture = store.exercise.value?.picture ?? null;
  if (report === null || cost === null) {
    // The verdict comes before the curve.
    const mayCome = report === null || store.checking.value !== 'idle';
    return (
      <div class="empty">
        <p>{mayCome ? strings.noCostYet : strings.noCost}</p>
      </div>
    );
  }
  return (
    <div class="cost">
      {picture === null ? (
        <Curves store={store} cost={cost} training={null} />
      ) : (
        <CurvesWithTraining store={store} cost={cost} picture={picture} report={report} />
      )}
    </div>
  );
}

interface CurvesWithTrainingProps {
  readonly store: FromStore;
  readonly cost: CostReport;
  readonly picture: Picture;
  readonly report: Report;
}

/** The curves with the reference's weights, at the rate that is chosen. */
function CurvesWithTraining({ store, cost, picture, report }: CurvesWithTrainingProps): JSX.Element {
  const training = useTraining(store, cost, picture, report.held?.convention ?? picture.convention);
  return <Curves store={store} cost={training.cost} training={training} />;
}

interface CurvesProps {
  readonly store: FromStore;
  readonly cost: CostReport;
  /** What the weights beside the chart are taken from, and the line of always answering the mean. */
  readonly training: ShownTraining | null;
}

function Curves({ store, cost, training }: CurvesProps): JSX.Element {
  const strings = store.strings.value;
  const logarithmic = store.view.logarithmic.value;
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const last = Math.max(0, cost.reference.length - 1);
  const exercise = store.exercise.value?.id ?? '';
  // A training that ended early, as one short of time does, is read where it still has a value.
  const end = cost.learner.length > 0 ? Math.min(cost.learner.length - 1, last) : last;
  const position = Math.max(0, Math.min(store.view.point.value[exercise] ?? end, last));
  const look = (point: number): void => {
    store.view.point.value = { ...store.view.point.peek(), [exercise]: point };
  };
  const printed = useMemo(() => printedCosts(cost), [cost]);
  const words = trainingWords(store.language.value);
  const mean = training?.mean ?? null;
  const falls = store.report.value?.remarks.find(({ code }) => code === 'cost-falls');

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const draw = (): void => {
      plot.current?.destroy();
      plot.current = drawChart(element, {
        cost,
        printed,
        logarithmic,
        mean,
        part: cost.firstDivergence === null ? '' : words.part(cost.firstDivergence),
        strings,
        onPoint: look,
      });
    };
    draw();
    const stopTheme = observeTheme(draw);
    const size = new ResizeObserver(() => {
      plot.current?.setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    size.observe(element);
    return () => {
      stopTheme();
      size.disconnect();
      plot.current?.destroy();
      plot.current = null;
    };
  }, [cost, logarithmic, strings, words, printed, mean, exercise]);

  const read = (next: number): void => {
    const bounded = Math.max(0, Math.min(last, next));
    look(bounded);
    const chart = plot.current;
    if (chart === null) return;
    chart.setCursor({
      left: chart.valToPos(bounded * cost.every, 'x'),
      top: chart.valToPos(cost.reference[bounded] ?? 0, 'y'),
    });
  };
  const keys: Record<string, () => number> = {
    ArrowRight: () => position + 1,
    ArrowLeft: () => position - 1,
    PageDown: () => position - 10,
    PageUp: () => position + 10,
    Home: () => 0,
    End: () => last,
  };
  return (
    <div class={training === null ? 'curves' : 'curves with-weights'}>
      <Legend store={store} hasPrinted={printed !== null} hasLearner={cost.learner.length > 0} mean={mean} />
      <div
        class="chart"
        role="slider"
        tabIndex={0}
        aria-label={strings.costChart}
        aria-description={strings.costChartHelp}
        aria-valuemin={0}
        aria-valuemax={last * cost.every}
        aria-valuenow={position * cost.every}
        aria-valuetext={describeCostAt(cost, position, strings)}
        onKeyDown={(event) => {
          const next = keys[event.key];
          if (next === undefined) return;
          event.preventDefault();
          read(next());
        }}
      >
        <div class="chart-host" ref={host} />
      </div>
      <p class="chart-words">
        <span>
          {falls !== undefined && (
            <b>
              <Message store={store} text={firstSentence(falls.message)} />{' '}
            </b>
          )}
          {training?.sentence ?? describeAgreement(cost, strings)}
        </span>
        <span class="chart-value">{describeCostAt(cost, position, strings)}</span>
      </p>
      {training !== null && (
        <TrainingControls
          store={store}
          training={training}
          position={position}
          last={last}
          move={(next) => {
            read(next);
          }}
        />
      )}
      {training !== null && <TrainingWeights training={training} position={position} words={words} />}
      {cost.near !== undefined && cost.firstDivergence !== null && (
        <Near near={cost.near} parted={cost.firstDivergence} words={words} isOver={isFalling(cost)} />
      )}
      <div class="cost-foot">
        <CostTable store={store} cost={cost} />
        <div class="actions">
          <label>
            <input
              type="checkbox"
              checked={logarithmic}
              onChange={(event) => {
                store.view.logarithmic.value = event.currentTarget.checked;
              }}
            />
            {strings.logarithmic}
          </label>
          <button type="button" class="secondary" onClick={() => void copyCsv(store, cost)}>
            <Icon name="copy" />
            {strings.copyCsv}
          </button>
          <button type="button" class="secondary" onClick={() => void savePng(store, plot.current)}>
            <Icon name="device-camera" />
            {strings.savePng}
          </button>
        </div>
      </div>
    </div>
  );
}

/** What the magnified iterations leave of the chart: so much to their left, so much below them. */
const leftOfNear = 0.4;
const belowNear = 0.42;

/** Whether nothing is drawn where the first iterations are magnified. */
function isFalling({ reference, learner }: CostReport): boolean {
  const all = [reference, learner].map((costs) => costs.map((value) => value ?? Infinity));
  const top = Math.max(...all.flat().filter(Number.isFinite));
  return all.every((costs) =>
    costs.slice(Math.ceil(reference.length * leftOfNear)).every((value) => value < top * belowNear),
  );
}

/** What a remark says before it says why. */
function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/u.exec(text)?.[0] ?? text;
}

interface LegendProps {
  readonly store: FromStore;
  readonly hasPrinted: boolean;
  readonly hasLearner: boolean;
  readonly mean: number | null;
}

function Legend({ store, hasPrinted, hasLearner, mean }: LegendProps): JSX.Element {
  const strings = store.strings.value;
  return (
    <ul class="chart-legend" aria-hidden="true">
      {hasLearner && (
        <li>
          <span class="key key-learner" />
          {strings.yours}
        </li>
      )}
      <li>
        <span class="key key-reference" />
        {strings.reference}
      </li>
      {hasPrinted && (
        <li>
          <span class="key key-printed" />
          {strings.printed}
        </li>
      )}
      {mean !== null && (
        <li>
          <span class="key key-mean" />
          {`${trainingWords(store.language.value).alwaysMean} ${formatNumber(mean)}`}
        </li>
      )}
    </ul>
  );
}

function CostTable({ store, cost }: { readonly store: FromStore; readonly cost: CostReport }): JSX.Element {
  const strings = store.strings.value;
  const every = Math.max(1, Math.ceil(cost.reference.length / 21));
  const rows = cost.reference
    .map((reference, index) => ({ reference, learner: cost.learner[index], index }))
    .filter(({ index }) => index % every === 0 || index === cost.reference.length - 1);
  return (
    <details class="cost-table">
      <summary>{strings.asTable}</summary>
      <table class="values">
        <caption class="visually-hidden">{strings.costChart}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {strings.iteration}
            </th>
            <th scope="col" class="number">
              {strings.yours}
            </th>
            <th scope="col" class="number">
              {strings.reference}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ reference, learner, index }) => (
            <tr key={index}>
              <th scope="row" class="number">
                {index * cost.every}
              </th>
              <td class="number">{learnersCost(learner, strings)}</td>
              <td class="number">{formatNumber(reference, 6)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

async function copyCsv(store: FromStore, cost: CostReport): Promise<void> {
  try {
    await navigator.clipboard.writeText(costCsv(cost));
    store.notice.value = store.strings.value.copied;
  } catch {
    // Some hosts keep the clipboard from webviews; then the learner saves a file instead.
    await store.save('cost.csv', 'utf8', costCsv(cost));
  }
}

async function savePng(store: FromStore, plot: uPlot | null): Promise<void> {
  if (plot !== null) await store.save('cost-curve.png', 'base64', chartPng(plot));
}
