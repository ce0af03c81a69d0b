/** Where a report keeps names and lines to itself: the button that asks for them. */
import type { JSX } from 'preact';
import type { Report } from '../../grader/report';
import type { Store } from '../store';

export function AskNames({
  store,
  report,
}: {
  readonly store: Store;
  readonly report: Report;
}): JSX.Element | null {
  const strings = store.strings.value;
  if (report.withheld === undefined || report.withheld === 0) return null;
  return (
    <div class="finding">
      <p class="finding-text">{strings.withheld(report.withheld)}</p>
      <button type="button" class="secondary" onClick={() => void store.askNames()}>
        {strings.hunt.tell}
      </button>
    </div>
  );
}
