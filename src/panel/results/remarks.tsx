/** Remarks of a report, as the grader wrote them. */
import type { JSX } from 'preact';
import type { Remark } from '../../grader/report';
import { Icon } from '../icon';
import { Message } from '../message';
import type { Store } from '../store';

/** One box for each; from one about the cost a button leads to the curve. */
export function Remarks({
  store,
  remarks,
}: {
  readonly store: Store;
  readonly remarks: readonly Remark[];
}): JSX.Element {
  const { view, strings } = store;
  return (
    <>
      {remarks.map(({ code, message }) => (
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
