/** The verdict, spoken and shown. */
import type { JSX } from 'preact';
import { goOnTo } from './header';
import { Icon } from './icon';
import { Message } from './message';
import type { Store } from './store';
import { describeVerdict } from './words';

function Onward({ store }: { readonly store: Store }): JSX.Element | null {
  const next = store.neighbour(1);
  if (next === null) return null;
  return (
    <button type="button" class="secondary" onClick={() => void goOnTo(store, next)}>
      {store.strings.value.nextExercise(next.title[store.language.value])}
      <Icon name="arrow-right" />
    </button>
  );
}

/** The live region: what is going on, or how the last check ended. */
export function CheckStatus({ store }: { readonly store: Store }): JSX.Element {
  const strings = store.strings.value;
  const report = store.report.value;
  const checking = store.checking.value;
  const notice = store.notice.value;
  let kind = 'idle';
  let icon = 'info';
  let head = '';
  let detail = strings.notChecked;
  if (checking !== 'idle') {
    kind = 'busy';
    icon = 'loading';
    detail = checking === 'starting' ? strings.starting : strings.running;
  } else if (notice !== null) {
    kind = 'notice';
    detail = notice;
  } else if (report !== null) {
    kind = report.verdict;
    icon = { pass: 'pass-filled', fail: 'error', error: 'warning' }[report.verdict];
    ({ head, detail } = describeVerdict(report, strings));
  }
  const stale = checking === 'idle' && notice === null && report !== null && store.stale.value;
  return (
    <div class={`status status-${kind}${stale ? ' status-stale' : ''}`}>
      <Icon name={icon} spin={kind === 'busy'} />
      <div class="status-text" role="status">
        {head !== '' && <strong>{head}</strong>}
        {/* Read together, the parts must not run into each other. */ ' '}
        <Message store={store} text={detail} /> {stale && <span class="muted">{strings.stale}</span>}
      </div>
      {checking === 'idle' && report !== null && (
        <span class="muted status-time">{strings.took(report.timings.runMs + report.timings.gradeMs)}</span>
      )}
      {store.python.value !== null && (
        <span class="muted status-python">{strings.python(store.python.value)}</span>
      )}
      {checking === 'idle' && report?.verdict === 'pass' && !stale && <Onward store={store} />}
      {checking === 'starting' && <div class="progress" aria-hidden="true" />}
    </div>
  );
}
