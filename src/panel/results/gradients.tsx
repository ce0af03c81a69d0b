/** The tab "Gradients": every array beside the reference and central differences, and the heat map of one. */
import type { JSX } from 'preact';
import type { GradientCheckReport, Report, ValueReport } from '../../grader/report';
import { Icon } from '../elements/icon';
import type { FromStore } from './fromStore';
import { describeCentral, formatIndex, formatNumber } from '../text/words';
import { HeatMap } from './heatMap';
import { Notes } from './remarks';
import { columns, ValueCells, ValueHeads } from './valueCells';
import { chosenArray } from './valueTable';

/** Table, heat map, notes. */
export function Gradients({ store }: { readonly store: FromStore }): JSX.Element {
  const strings = store.strings.value;
  const report = store.report.value;
  if (report === null) {
    return (
      <div class="empty">
        <p>{strings.noResults}</p>
        <p class="muted">{strings.noResultsHint}</p>
      </div>
    );
  }
  return (
    <div class="gradients">
      {report.values.length > 0 && <FullTable store={store} report={report} />}
      <Notes store={store} remarks={report.remarks} />
    </div>
  );
}

function FullTable({ store, report }: { readonly store: FromStore; readonly report: Report }): JSX.Element {
  const strings = store.strings.value;
  const exercise = store.exercise.value?.id ?? '';
  const chosen = chosenArray(
    store,
    report.values.map(({ name }) => name),
  );
  const choose = (name: string): void => {
    store.view.array.value = { ...store.view.array.value, [exercise]: name };
  };
  const looked = store.view.entry.value[exercise];
  const details = report.details ?? [];
  const shown = details.find(({ name }) => name === chosen);
  const notJudged = report.gradientCheck.some((check) => check.notJudged > 0);
  return (
    <div class="arrays">
      <div class="table-frame">
        <table class="values full">
          <ValueHeads strings={strings} />
          {report.values.map((value) => (
            <ValueRow
              key={value.name}
              store={store}
              value={value}
              central={report.gradientCheck.find(({ name }) => name === value.name)}
              isShown={chosen === value.name}
              show={() => {
                choose(value.name);
              }}
            />
          ))}
        </table>
        {notJudged && <p class="muted footnote">{strings.notJudgedWhy}</p>}
      </div>
      {/* Of a single number the row says all there is. */}
      {shown !== undefined && shown.shape.length > 0 && (
        <HeatMap
          key={shown.name}
          detail={shown}
          iterations={report.values.find(({ name }) => name === shown.name)?.iterations}
          strings={strings}
          entry={looked?.array === shown.name ? looked.index : null}
          look={(index) => {
            store.view.entry.value = { ...store.view.entry.value, [exercise]: { array: shown.name, index } };
          }}
        />
      )}
    </div>
  );
}

interface ValueRowProps {
  readonly store: FromStore;
  readonly value: ValueReport;
  readonly central: GradientCheckReport | undefined;
  readonly isShown: boolean;
  readonly show: () => void;
}

/** A group of the table, of two lines: the columns, and under them what takes sentences, so that no column is ever cut off. */
function ValueRow({ store, value, central, isShown, show }: ValueRowProps): JSX.Element {
  const strings = store.strings.value;
  const { worst, ok } = value;
  const pointed = store.pointed.value === value.name;
  const look = `${ok ? 'is-right' : 'is-wrong'}${pointed ? ' is-pointed' : ''}${isShown ? ' is-shown' : ''}`;
  const hear = {
    onMouseEnter: () => {
      store.pointed.value = value.name;
    },
    onMouseLeave: () => {
      store.pointed.value = null;
    },
    onClick: show,
  };
  const isApart = worst !== null && !ok;
  const hasMore = isApart || central !== undefined;
  return (
    <tbody>
      <tr class={`${look}${hasMore ? ' has-more' : ''}`} {...hear}>
        <ValueCells strings={strings} value={value}>
          {value.data !== undefined && (
            <span class="muted"> {strings.elsewhere(value.data.samples, value.data.outputs)}</span>
          )}
        </ValueCells>
      </tr>
      {hasMore && (
        <tr class={`more ${look}`} {...hear}>
          <td colSpan={columns}>
            {isApart && (
              <span>
                <span class="muted">{strings.table.worst}</span>{' '}
                {strings.worstEntry(
                  worst.index.length === 0 ? '' : formatIndex(worst.index),
                  formatNumber(worst.actual),
                  formatNumber(worst.expected),
                )}
              </span>
            )}{' '}
            {central !== undefined && (
              <span class={central.ok ? 'central-ok' : 'central-wrong'}>
                <span class="muted">{strings.table.central}</span>{' '}
                <Icon name={central.ok ? 'check' : 'close'} />
                {describeCentral(central, strings)}
              </span>
            )}
          </td>
        </tr>
      )}
    </tbody>
  );
}
