/** What a report finds, and what it warns of, in the note: one at a time. */
import type { JSX } from 'preact';
import type { Diagnosis, Report } from '../../grader/report';
import { Icon } from '../elements/icon';
import { Link } from '../elements/link';
import { subjectOf } from '../own/subject';
import { isWarning } from '../results/remarks';
import type { Store } from '../store';
import type { Strings } from '../strings';
import { Message } from '../text/message';
import { Box } from './noteBox';

/** What it takes of what the panel knows and can do. */
type FromStore = Pick<
  Store,
  'exercise' | 'finding' | 'goal' | 'lines' | 'pointed' | 'stale' | 'strings' | 'view'
>;

/** A finding of the report, a warning beside it, or both one after the other. */
interface Item {
  readonly kind: 'finding' | 'warning';
  readonly diagnosis: Diagnosis;
}

/** All there is to say of a report that is not a pass; blanks have their own note. */
export function itemsOf(report: Report): readonly Item[] {
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

/** The finding or warning that is looked at, and the way to the others. */
export function Findings({
  store,
  items,
}: {
  readonly store: FromStore;
  readonly items: readonly Item[];
}): JSX.Element | null {
  const strings = store.strings.value;
  const index = Math.min(store.finding.value, items.length - 1);
  const item = items[index];
  const stale = store.stale.value;
  const equations = store.exercise.value?.equations ?? [];
  const pointAt = (diagnosis: Diagnosis | null): void => {
    store.pointed.value = diagnosis === null ? null : subjectOf(diagnosis, equations, store.lines.value);
  };
  if (item === undefined) return null;
  const { kind, diagnosis } = item;
  return (
    <Box
      store={store}
      class={`finding finding-${kind === 'finding' ? 'error' : 'warning'}${stale ? ' is-stale' : ''}`}
      head={
        <>
          <span class="eyebrow">
            <Icon name={kind === 'finding' ? 'error' : 'warning'} />
            {headOf(kind, diagnosis.line !== null, stale, strings)}
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

function headOf(kind: Item['kind'], hasLine: boolean, stale: boolean, strings: Strings): string {
  if (stale) return hasLine ? strings.beforeChange : strings.foundBefore;
  if (kind === 'warning') return strings.mind;
  return hasLine ? strings.found : strings.foundSomewhere;
}
