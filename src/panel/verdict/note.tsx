/** The note: one place of constant height beside the code that says the one thing to say now. */
import { Fragment } from 'preact';
import type { ComponentChildren, JSX } from 'preact';
import type { Diagnosis, Report } from '../../grader/report';
import { subjectOf } from '../equations/equationState';
import { Icon } from '../elements/icon';
import { Link } from '../elements/link';
import { Clamped } from '../text/clamped';
import { Message } from '../text/message';
import { Prose } from '../text/prose';
import { isWarning } from '../results/remarks';
import type { Store } from '../store';

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

/** A finding of the report, a warning beside it, or both one after the other. */
interface Item {
  readonly kind: 'finding' | 'warning';
  readonly diagnosis: Diagnosis;
}

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

interface BoxProps {
  readonly store: FromStore;
  readonly class: string;
  readonly head: ComponentChildren;
  readonly acts?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Box({ store, class: className, head, acts, children }: BoxProps): JSX.Element {
  return (
    <section class={`note ${className}`} aria-label={store.strings.value.note}>
      <div class="note-head">{head}</div>
      {/* A long finding scrolls, and whoever has no mouse scrolls it with the arrow keys. */}
      <div class="note-body" tabIndex={0} role="group" aria-label={store.strings.value.note}>
        {children}
      </div>
      <div class="note-acts">{acts}</div>
    </section>
  );
}

/** All there is to say of a report that is not a pass; blanks have their own note. */
function itemsOf(report: Report): readonly Item[] {
  const { diagnoses, error } = report;
  const warnings = report.remarks.filter(isWarning).map(({ code, message, target }): Item => ({
    kind: 'warning',
    diagnosis: { code, target: target ?? null, line: null, confidence: 'certain', message },
  }));
  if (diagnoses[0]?.code === 'unimplemented') return warnings;
  const findings = diagnoses.map((diagnosis): Item => ({ kind: 'finding', diagnosis }));
  if (findings.length > 0 || error === null) return [...findings, ...warnings];
  const { kind: code, line, message } = error;
  const own: Diagnosis = { code, target: null, line, confidence: 'certain', message };
  return [{ kind: 'finding', diagnosis: own }, ...warnings];
}

function Findings({
  store,
  items,
}: {
  readonly store: FromStore;
  readonly items: readonly Item[];
}): JSX.Element {
  const strings = store.strings.value;
  const index = Math.min(store.finding.value, items.length - 1);
  const item = items[index];
  const stale = store.stale.value;
  const equations = store.exercise.value?.equations ?? [];
  const pointAt = (diagnosis: Diagnosis | null): void => {
    store.pointed.value = diagnosis === null ? null : subjectOf(diagnosis, equations, store.lines.value);
  };
  if (item === undefined) return <IdeaNote store={store} />;
  const { kind, diagnosis } = item;
  return (
    <Box
      store={store}
      class={`finding finding-${kind === 'finding' ? 'error' : 'warning'}${stale ? ' is-stale' : ''}`}
      head={
        <>
          <span class="eyebrow">
            <Icon name={kind === 'finding' ? 'error' : 'warning'} />
            {stale ? strings.beforeChange : kind === 'finding' ? strings.found : strings.mind}
            {diagnosis.line !== null && <span>{strings.line(diagnosis.line)}</span>}
            {diagnosis.confidence === 'likely' && <em>{strings.likely}</em>}
          </span>
          {items.length > 1 && (
            <span class="pager" role="group" aria-label={strings.findings(items.length)}>
              {items.map((_, position) => (
                <button
                  key={position}
                  type="button"
                  aria-pressed={position === index}
                  aria-label={strings.findingOf(position + 1, items.length)}
                  title={strings.findingOf(position + 1, items.length)}
                  onClick={() => {
                    store.finding.value = position;
                    pointAt(items[position]?.diagnosis ?? null);
                  }}
                >
                  {position + 1}
                </button>
              ))}
            </span>
          )}
        </>
      }
      acts={
        <>
          {diagnosis.line !== null && (
            <Link
              act={() => {
                store.goal.value = { line: diagnosis.line };
              }}
              title={strings.goToLine(diagnosis.line)}
            >
              {strings.showMe}
            </Link>
          )}
          {kind === 'finding' && diagnosis.target !== null && store.exercise.value?.picture != null && (
            <Link
              act={() => {
                store.view.tab.value = 'network';
                pointAt(diagnosis);
              }}
            >
              {strings.seeInNetwork}
            </Link>
          )}
          {diagnosis.code === 'cost-falls' && (
            <Link
              act={() => {
                store.view.tab.value = 'cost';
              }}
            >
              {strings.tabs.cost}
            </Link>
          )}
        </>
      }
    >
      <div
        onMouseEnter={() => {
          pointAt(diagnosis);
        }}
        onMouseLeave={() => {
          pointAt(null);
        }}
      >
        <Message store={store} text={diagnosis.message} />
      </div>
    </Box>
  );
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
