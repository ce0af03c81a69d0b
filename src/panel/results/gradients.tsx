/** The tab "Gradients": the first finding in words, then every array beside the reference. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Convention, Diagnosis, GradientCheckReport, Report, ValueReport } from '../../grader/report';
import { subjectOf } from '../equations/equationState';
import { formatShape } from '../equations/terms';
import { Icon } from '../icon';
import { Message } from '../message';
import type { Store } from '../store';
import type { Strings } from '../strings';
import { describeCentral, fallsYetWrong, formatError, formatIndex, formatNumber, sameShape } from '../words';
import { HeatMap } from './heatMap';
import { Passed } from './passed';

/** Findings, table, heat map, and, after passing, the way on. */
export function Gradients({ store }: { readonly store: Store }): JSX.Element {
  const strings = store.strings.value;
  const report = store.report.value;
  if (report === null) {
    return (
      <div class="empty">
        <p>{strings.noResults}</p>
        <p class="muted">{strings.noResultsHint}</p>
      </div>
    );
  }
  return (
    <div class="gradients">
      <Findings store={store} report={report} />
      {report.values.length > 0 && <ValueTable store={store} report={report} />}
      {report.convention !== null && (
        <p class="convention">
          <Icon name="info" />
          <span>{strings.conventions[conventionKey(report.convention)]}</span>
        </p>
      )}
      {report.verdict === 'pass' && <Passed store={store} />}
    </div>
  );
}

function conventionKey({ scale, outputDerivative }: Convention): keyof Strings['conventions'] {
  return scale === 1 ? `1-${outputDerivative}` : `2-${outputDerivative}`;
}

function Findings({ store, report }: { readonly store: Store; readonly report: Report }): JSX.Element | null {
  const strings = store.strings.value;
  const [first, ...others] = report.diagnoses;
  const error = report.error;
  const misleading = fallsYetWrong(report);
  if (first === undefined && error === null && !misleading) return null;
  return (
    <div class="findings">
      {first !== undefined && <Finding store={store} diagnosis={first} />}
      {first === undefined && error !== null && (
        <Finding
          store={store}
          diagnosis={{
            code: error.kind,
            target: null,
            line: error.line,
            confidence: 'certain',
            message: error.message,
          }}
        />
      )}
      {misleading && (
        <div class="finding finding-warning">
          <Icon name="warning" />
          <div class="finding-text">
            <strong>{strings.fallsYetWrong}</strong> {strings.fallsYetWrongWhy}
          </div>
          <button
            type="button"
            class="secondary"
            onClick={() => {
              store.view.tab.value = 'cost';
            }}
          >
            {strings.tabs.cost}
          </button>
        </div>
      )}
      {others.length > 0 && (
        <details class="further">
          <summary>{strings.furtherDiagnoses(others.length)}</summary>
          {others.map((diagnosis, index) => (
            <Finding key={index} store={store} diagnosis={diagnosis} />
          ))}
        </details>
      )}
    </div>
  );
}

function Finding({
  store,
  diagnosis,
}: {
  readonly store: Store;
  readonly diagnosis: Diagnosis;
}): JSX.Element {
  const strings = store.strings.value;
  const { line } = diagnosis;
  return (
    <div
      class="finding finding-error"
      onMouseEnter={() => {
        store.pointed.value = subjectOf(diagnosis, store.exercise.value?.equations ?? [], store.lines.value);
      }}
      onMouseLeave={() => {
        store.pointed.value = null;
      }}
    >
      <Icon name="lightbulb" />
      <div class="finding-text">
        <span class="finding-where">
          {diagnosis.target !== null && <code>{diagnosis.target}</code>}
          {line !== null && <span>{strings.line(line)}</span>}
          {diagnosis.confidence === 'likely' && <em>{strings.likely}</em>}
        </span>
        <Message store={store} text={diagnosis.message} />
      </div>
      {line !== null && (
        <button
          type="button"
          class="secondary"
          onClick={() => {
            store.goal.value = { line };
          }}
        >
          <Icon name="target" />
          {strings.showMe}
        </button>
      )}
    </div>
  );
}

function ValueTable({ store, report }: { readonly store: Store; readonly report: Report }): JSX.Element {
  const strings = store.strings.value;
  const firstWrong = report.values.find((value) => !value.ok) ?? report.values[0];
  const [chosen, choose] = useState<string | null>(null);
  const details = report.details ?? [];
  const shown =
    details.find(({ name }) => name === chosen) ?? details.find(({ name }) => name === firstWrong?.name);
  const hasCentral = report.gradientCheck.length > 0;
  const notJudged = report.gradientCheck.some((check) => check.notJudged > 0);
  return (
    <div class="arrays">
      <div class="table-frame">
        <table class="values">
          <caption class="visually-hidden">{strings.table.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{strings.table.array}</th>
              <th scope="col">{strings.table.verdict}</th>
              <th scope="col">{strings.table.shape}</th>
              <th scope="col" class="number">
                {strings.table.error}
              </th>
              <th scope="col" class="number">
                {strings.table.ratio}
              </th>
              <th scope="col">{strings.table.worst}</th>
              {hasCentral && <th scope="col">{strings.table.central}</th>}
            </tr>
          </thead>
          <tbody>
            {report.values.map((value) => (
              <ValueRow
                key={value.name}
                store={store}
                value={value}
                central={report.gradientCheck.find(({ name }) => name === value.name)}
                hasCentral={hasCentral}
                isShown={shown?.name === value.name}
                show={() => {
                  choose(value.name);
                }}
              />
            ))}
          </tbody>
        </table>
        {notJudged && <p class="muted note">{strings.notJudgedWhy}</p>}
      </div>
      {shown !== undefined && <HeatMap key={shown.name} detail={shown} strings={strings} />}
    </div>
  );
}

interface ValueRowProps {
  readonly store: Store;
  readonly value: ValueReport;
  readonly central: GradientCheckReport | undefined;
  readonly hasCentral: boolean;
  readonly isShown: boolean;
  readonly show: () => void;
}

function ValueRow({ store, value, central, hasCentral, isShown, show }: ValueRowProps): JSX.Element {
  const strings = store.strings.value;
  const { actualShape, expectedShape, worst } = value;
  const pointed = store.pointed.value === value.name;
  return (
    <tr
      class={`${value.ok ? 'is-right' : 'is-wrong'}${pointed ? ' is-pointed' : ''}${isShown ? ' is-shown' : ''}`}
      onMouseEnter={() => {
        store.pointed.value = value.name;
      }}
      onMouseLeave={() => {
        store.pointed.value = null;
      }}
      onClick={show}
    >
      <th scope="row">
        <button
          type="button"
          class="array-name"
          aria-pressed={isShown}
          onClick={show}
          onFocus={() => {
            store.pointed.value = value.name;
          }}
          onBlur={() => {
            store.pointed.value = null;
          }}
        >
          {value.name}
        </button>
      </th>
      <td class="verdict-cell">
        <Icon name={value.ok ? 'check' : 'close'} />
        {value.ok ? strings.agrees : strings.differs}
      </td>
      <td>
        {actualShape === null
          ? strings.noValue
          : sameShape(actualShape, expectedShape)
            ? formatShape(actualShape)
            : strings.wrongShape(formatShape(actualShape), formatShape(expectedShape))}
      </td>
      <td class="number">{formatError(value.maxRelError)}</td>
      <td class="number">{value.ratio === null ? '–' : `×${formatNumber(value.ratio)}`}</td>
      <td>
        {worst === null || value.ok
          ? '–'
          : strings.worstEntry(
              formatIndex(worst.index),
              formatNumber(worst.actual),
              formatNumber(worst.expected),
            )}
      </td>
      {hasCentral && (
        <td class={central === undefined ? '' : central.ok ? 'central-ok' : 'central-wrong'}>
          {central === undefined ? (
            '–'
          ) : (
            <>
              <Icon name={central.ok ? 'check' : 'close'} />
              {describeCentral(central, strings)}
            </>
          )}
        </td>
      )}
    </tr>
  );
}
