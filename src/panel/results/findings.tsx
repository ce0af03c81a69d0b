/** What a check found wrong, in words: the first finding on top, the others on demand. */
import type { JSX } from 'preact';
import type { Diagnosis, Report } from '../../grader/report';
import { subjectOf } from '../equations/equationState';
import { Icon } from '../icon';
import { Message } from '../message';
import type { Store } from '../store';
import { AskNames } from './askNames';
import { hasWarnings, Warnings } from './remarks';

/** Findings, and the warnings beside them. */
export function Findings({
  store,
  report,
}: {
  readonly store: Store;
  readonly report: Report;
}): JSX.Element | null {
  const strings = store.strings.value;
  const [first, ...others] = report.diagnoses;
  const error = report.error;
  if (first === undefined && error === null && !hasWarnings(report) && !report.withheld) return null;
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
      <AskNames store={store} report={report} />
      <Warnings store={store} remarks={report.remarks} />
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
