/** Remarks of a report, as the grader wrote them. */
import type { JSX } from 'preact';
import type { Remark } from '../../grader/report';
import { Icon } from '../elements/icon';
import { Message } from '../text/message';
import type { FromStore } from './fromStore';

/** Remarks that a learner would be misled without; all others are for information, and look like it. */
const warnings: ReadonlySet<string> = new Set(['cost-falls', 'search-stopped']);

/** The other remarks, a plain line for each. */
export function Notes({
  store,
  remarks,
}: {
  readonly store: FromStore;
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
