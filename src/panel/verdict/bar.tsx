/** The verdict bar: the one place that reports how far the snippet is, and the button that checks it. */
import type { JSX } from 'preact';
import { goOnTo } from '../course/header';
import { Icon } from '../elements/icon';
import { Message } from '../text/message';
import type { Store } from '../store';
import { describeVerdict } from '../text/words';

/** What it takes of what the panel knows and can do. */
export type BarStore = Pick<
  Store,
  | 'blanks'
  | 'blanksAtFirst'
  | 'check'
  | 'checking'
  | 'checkingAsAsked'
  | 'exercise'
  | 'language'
  | 'model'
  | 'neighbour'
  | 'notice'
  | 'python'
  | 'report'
  | 'select'
  | 'sheet'
  | 'stale'
  | 'stop'
  | 'strings'
  | 'view'
>;

const isMac = navigator.userAgent.includes('Mac');

/** What the bar says now. */
interface Said {
  readonly kind: 'idle' | 'busy' | 'notice' | 'left' | 'pass' | 'fail' | 'error';
  readonly icon: string;
  readonly head: string;
  readonly detail: string;
}

/** Under the code; where the panel is narrow it stays in sight. */
export function Bar({ store }: { readonly store: BarStore }): JSX.Element {
  const strings = store.strings.value;
  const report = store.report.value;
  const said = sayOf(store);
  const { kind, icon, head, detail } = said;
  const blanks = store.blanks.value.length;
  const total = Math.max(store.blanksAtFirst.value, blanks);
  const judged = report !== null && !store.stale.value && store.checking.value === 'idle';
  const isCalm = kind === 'fail' && blanks > 0;
  return (
    <div class={`bar status status-${kind}${isCalm ? ' is-calm' : ''}`}>
      {/* The pips keep their place during a check. */}
      {blanks > 0 && kind !== 'busy' ? (
        <span class="blank-pips" aria-hidden="true">
          {Array.from({ length: total }, (_, index) => (
            <i key={index} class={index < total - blanks ? 'is-filled' : ''} />
          ))}
        </span>
      ) : (
        <Icon name={icon} spin={kind === 'busy'} />
      )}
      <div class="status-text" role="status" title={`${head} ${detail}`.trim()}>
        {head !== '' && <strong>{head}</strong>}
        {/* Read together, the parts must not run into each other. */ ' '}
        {/* What stands in the note as a whole is not begun here a second time. */}
        <span class={kind === 'error' ? 'visually-hidden' : undefined}>
          <Message store={store} text={detail} />
        </span>
      </div>
      {judged && kind !== 'pass' && (
        <span
          class="status-time"
          title={store.python.value === null ? '' : strings.python(store.python.value)}
        >
          {strings.took(report.timings.runMs + report.timings.gradeMs)}
        </span>
      )}
      {kind !== 'pass' && <HintButton store={store} />}
      <CheckButton store={store} />
    </div>
  );
}

function sayOf(store: BarStore): Said {
  const strings = store.strings.value;
  const report = store.report.value;
  const checking = store.checking.value;
  const notice = store.notice.value;
  const blanks = store.blanks.value;
  const total = Math.max(store.blanksAtFirst.value, blanks.length);
  if (checking !== 'idle')
    return {
      kind: 'busy',
      icon: 'loading',
      head: '',
      detail: checking === 'starting' ? strings.starting : strings.running,
    };
  if (notice !== null) return { kind: 'notice', icon: 'info', head: '', detail: notice };
  if (report !== null && !store.stale.value) {
    const icon = { pass: 'pass-filled', fail: 'error', error: 'warning' }[report.verdict];
    const { head, detail } = describeVerdict(report, strings);
    const [next] = blanks;
    if (next !== undefined && report.verdict === 'fail')
      return { kind: 'fail', icon, head, detail: strings.blanksNext(blanks.length, total, next.line) };
    return { kind: report.verdict, icon, head, detail };
  }
  if (blanks.length > 0)
    return { kind: 'left', icon: 'circle-large', head: strings.blanksLeft(blanks.length, total), detail: '' };
  const detail = report === null ? strings.notChecked : strings.stale;
  return { kind: 'idle', icon: 'circle-large', head: '', detail };
}

function HintButton({ store }: { readonly store: BarStore }): JSX.Element {
  const strings = store.strings.value;
  return (
    <button
      type="button"
      class="plain hint-button"
      aria-label={strings.showHint}
      title={strings.showHint}
      onClick={() => {
        store.sheet.value = null;
        store.view.tab.value = 'hints';
      }}
    >
      <Icon name="lightbulb" />
      <span class="unless-narrow">{strings.hint}</span>
    </button>
  );
}

/**
 * Check and, while one runs that was asked for, Stop: one button of one width. While one runs that a pause in typing has
 * begun it stays Check: who is about to press it would stop what they ask for. After a pass the way on is the primary one.
 */
function CheckButton({ store }: { readonly store: BarStore }): JSX.Element {
  const strings = store.strings.value;
  const passed = store.report.value?.verdict === 'pass' && !store.stale.value;
  const next = store.neighbour(1);
  if (store.checkingAsAsked.value)
    return (
      <button
        type="button"
        key="check"
        class="primary check"
        aria-label={strings.stop}
        data-keys="Esc"
        onClick={() => {
          store.stop();
        }}
      >
        <Icon name="debug-stop" />
        {strings.stop}
      </button>
    );
  const keys = isMac ? strings.checkKeysMac : strings.checkKeys;
  const doubled = store.sheet.value === 'takeaway' ? ' is-doubled' : '';
  return (
    <>
      {/* Before Check, which keeps its place. */}
      {passed && next !== null && (
        <button
          type="button"
          key="next"
          class={`primary next${doubled}`}
          aria-label={strings.nextExercise(next.title[store.language.value])}
          title={strings.nextExercise(next.title[store.language.value])}
          onClick={() => void goOnTo(store, next)}
        >
          {strings.onward}
          <Icon name="arrow-right" />
        </button>
      )}
      <button
        type="button"
        key="check"
        class={`${passed ? 'secondary' : 'primary'} check`}
        aria-label={strings.check}
        data-keys={keys}
        title={`${strings.check} (${keys})`}
        onClick={() => void store.check()}
      >
        <Icon name="play" />
        {strings.check}
      </button>
    </>
  );
}
