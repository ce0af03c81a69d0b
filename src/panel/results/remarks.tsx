/** Remarks of a report, as the grader wrote them. */
import type { JSX } from 'preact';
import type { Remark } from '../../grader/report';
import { Icon } from '../icon';
import { Message } from '../message';
import type { Store } from '../store';

/** Remarks that a learner would be misled without; all others are for information, and look like it. */
const warnings: ReadonlySet<string> = new Set(['cost-falls', 'search-stopped']);

/** The warnings among the remarks, a box for each; from one about the cost a button leads to the curve. */
export function Warnings({
  store,
  remarks,
}: {
  readonly store: Store;
  readonly remarks: readonly Remark[];
}): JSX.Element {
  const { view, strings } = store;
  return (
    <>
      {remarks.filter(isWarning).map(({ code, message }) => (
        <div key={code} class="finding finding-warning">
          <Icon name="warning" />
          <div class="finding-text">
            <Message store={store} text={message} />
          </div>
          {code === 'cost-falls' && view.tab.value !== 'cost' && (
            <button
              type="button"
              class="secondary"
              onClick={() => {
                view.tab.value = 'cost';
              }}
            >
              {strings.value.tabs.cost}
            </button>
          )}
        </div>
      ))}
    </>
  );
}

/** The other remarks, a plain line for each. */
export function Notes({
  store,
  remarks,
}: {
  readonly store: Store;
  readonly remarks: readonly Remark[];
}): JSX.Element | null {
  const notes = remarks.filter((remark) => !isWarning(remark));
  if (notes.length === 0) return null;
  return (
    <div class="notes">
      {notes.map(({ code, message }, index) => (
        <p key={`${code} ${String(index)}`}>
          <Icon name="info" />
          <Message store={store} text={message} symbols={code === 'convention'} />
        </p>
      ))}
    </div>
  );
}

/** Whether a learner would be misled without it. */
export function isWarning({ code }: Remark): boolean {
  return warnings.has(code);
}
