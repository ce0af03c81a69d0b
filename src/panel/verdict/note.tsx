/** The note: one place of constant height beside the code that says the one thing to say now. */
import { Fragment } from 'preact';
import type { JSX } from 'preact';
import type { Report } from '../../grader/report';
import { Icon } from '../elements/icon';
import { Link } from '../elements/link';
import { Clamped } from '../text/clamped';
import { Message } from '../text/message';
import { Prose } from '../text/prose';
import { isWarning } from '../results/remarks';
import type { Store } from '../store';
import { Findings, itemsOf } from './findings';
import { Box } from './noteBox';

/** What it takes of what the panel knows and can do. */
type FromStore = Pick<
  Store,
  | 'askNames'
  | 'blanks'
  | 'blanksAtFirst'
  | 'exercise'
  | 'finding'
  | 'goal'
  | 'language'
  | 'lines'
  | 'pointed'
  | 'report'
  | 'sheet'
  | 'stale'
  | 'strings'
  | 'view'
>;

/** Finding, next blank, what a pass followed, or the idea. */
export function Note({ store }: { readonly store: FromStore }): JSX.Element | null {
  const exercise = store.exercise.value;
  if (exercise === null) return null;
  const report = store.report.value;
  const items = report === null ? [] : itemsOf(report);
  if (report?.withheld !== undefined && report.withheld > 0)
    return <WithheldNote store={store} count={report.withheld} />;
  if (report !== null && items.length > 0) return <Findings store={store} items={items} />;
  const [blank] = store.blanks.value;
  const begun = blank !== undefined && store.blanks.value.length < store.blanksAtFirst.value;
  if (blank !== undefined && (begun || report !== null)) return <NextBlank store={store} />;
  if (report?.verdict === 'pass' && !store.stale.value) return <PassedNote store={store} report={report} />;
  return <IdeaNote store={store} />;
}

function NextBlank({ store }: { readonly store: FromStore }): JSX.Element | null {
  const strings = store.strings.value;
  const [blank] = store.blanks.value;
  const equation = store.exercise.value?.equations.find(({ name }) => name === blank?.name);
  if (blank === undefined) return null;
  return (
    <Box
      store={store}
      class="is-calm"
      head={<span class="eyebrow">{strings.nextBlank(blank.line)}</span>}
      acts={
        <Link
          act={() => {
            store.goal.value = { line: blank.line };
          }}
        >
          {strings.goToLine(blank.line)}
        </Link>
      }
    >
      {equation === undefined ? (
        <p>{strings.fillBlank}</p>
      ) : (
        <p class="say">
          <Message store={store} text={equation.words[store.language.value]} />
        </p>
      )}
    </Box>
  );
}

/** Where numbers come first: names and lines for the asking. */
function WithheldNote({ store, count }: { readonly store: FromStore; readonly count: number }): JSX.Element {
  const strings = store.strings.value;
  return (
    <Box
      store={store}
      class="is-calm"
      head={<span class="eyebrow">{strings.mind}</span>}
      acts={<Link act={() => void store.askNames()}>{strings.hunt.tell}</Link>}
    >
      <p>{strings.withheld(count)}</p>
    </Box>
  );
}

function PassedNote({ store, report }: { readonly store: FromStore; readonly report: Report }): JSX.Element {
  const strings = store.strings.value;
  // All of them stand in the takeaway; here what the gradients follow comes first, should there be no room for the rest.
  const remarks = report.remarks
    .filter((remark) => !isWarning(remark))
    .sort((a, b) => Number(b.code === 'convention') - Number(a.code === 'convention'));
  return (
    <Box
      store={store}
      class="is-won"
      head={
        <span class="eyebrow">
          <Icon name="pass-filled" />
          {strings.passedOne}
        </span>
      }
      acts={
        <Link
          act={() => {
            store.sheet.value = 'takeaway';
          }}
        >
          {strings.showTakeaway}
        </Link>
      }
    >
      {remarks.length === 0 ? (
        <p>{strings.passAll(report.values.length)}</p>
      ) : (
        <Clamped text={remarks.map(({ message }) => message).join(' ')}>
          <p>
            {remarks.map(({ code, message }) => (
              <Fragment key={message}>
                <Message store={store} text={message} symbols={code === 'convention'} />{' '}
              </Fragment>
            ))}
          </p>
        </Clamped>
      )}
    </Box>
  );
}

function IdeaNote({ store }: { readonly store: FromStore }): JSX.Element {
  const strings = store.strings.value;
  const text = store.exercise.value?.idea[store.language.value] ?? '';
  const split = text.search(/\n\s*\n/u);
  return (
    <Box
      store={store}
      class="is-idea"
      head={<span class="eyebrow">{strings.idea}</span>}
      acts={
        split >= 0 && (
          <Link
            act={() => {
              store.sheet.value = 'idea';
            }}
          >
            {strings.readMore}
          </Link>
        )
      }
    >
      {split < 0 ? <Prose text={text} /> : <Clamped text={text.slice(0, split)} />}
    </Box>
  );
}
