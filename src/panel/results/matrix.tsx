/** An array in cells of one size: the learner's entry over the reference's, empty until a check has run. */
import type { JSX } from 'preact';
import type { ValueDetail } from '../../grader/report';
import { cellNumber } from '../text/cellNumber';
import type { Strings } from '../strings';
import { formatIndex, formatNumber, errorOfEntry } from '../text/words';
import { gridOf, range, rowLimit, worstEntry } from './grid';

/** More rows than this stand side by side in lower cells. */
const lowRows = 3;
/** Where the report does not say how it compares. */
const passMeasure = 1e-6;

interface MatrixProps {
  readonly name: string;
  /** Null where it is not known before a check. */
  readonly shape: readonly number[] | null;
  readonly detail: ValueDetail | null;
  /** After how many iterations they are compared, where that is not at the end of the learner's training. */
  readonly iterations: number | undefined;
  readonly strings: Strings;
}

/** The chosen array; a single number is shown as one. */
export function Matrix({ name, shape, detail, iterations, strings }: MatrixProps): JSX.Element {
  const isNumber = shape?.length === 0;
  const { rows: all, columns } = shape === null ? { rows: 0, columns: 0 } : gridOf(shape);
  const rows = Math.min(all, rowLimit);
  const isTall = rows > lowRows;
  const worst = detail === null ? null : worstEntry(detail).entry;
  const hasMine = detail?.actual != null;
  return (
    <figure class={`matrix${isTall ? ' is-tall' : ''}`}>
      <figcaption>
        <code>{name}</code>
        {detail !== null && (
          <span>
            {hasMine && <b>{strings.actual}</b>} {hasMine && (isTall ? '|' : '/')} {strings.expected}
          </span>
        )}
        {iterations !== undefined && <span>{strings.after(iterations)}</span>}
      </figcaption>
      <div class="matrix-scroll" tabIndex={0} role="group" aria-label={strings.entriesOf(name)}>
        <table>
          {columns > 1 && !isTall && (
            <thead aria-hidden="true">
              <tr>
                <td />
                {range(columns).map((column) => (
                  <th key={column}>{column}</th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {range(rows).map((row) => (
              <tr key={row}>
                {!isNumber && <th aria-hidden="true">{shape?.length === 1 ? '' : row}</th>}
                {range(columns).map((column) => (
                  <Cell
                    key={column}
                    detail={detail}
                    entry={row * columns + column}
                    isWorst={worst === row * columns + column}
                    index={isNumber ? '' : formatIndex(shape?.length === 1 ? [column] : [row, column])}
                    strings={strings}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

interface CellProps {
  readonly detail: ValueDetail | null;
  readonly entry: number;
  readonly isWorst: boolean;
  readonly index: string;
  readonly strings: Strings;
}

function Cell({ detail, entry, isWorst, index, strings }: CellProps): JSX.Element {
  if (detail === null) return <td class="cell" />;
  const expected = detail.expected[entry] ?? null;
  const mine = detail.actual?.[entry] ?? null;
  const error = errorOfEntry(expected, mine, detail.measure?.floor);
  const isWrong =
    detail.actual !== null && !(error !== null && error <= (detail.measure?.pass ?? passMeasure));
  const title = `${detail.name}${index}: ${strings.actual} ${formatNumber(mine, 6)}, ${strings.expected} ${formatNumber(expected, 6)}`;
  return (
    <td class={`cell${isWrong ? ' is-wrong' : ''}${isWorst && isWrong ? ' is-worst' : ''}`} title={title}>
      {detail.actual !== null && <span class="mine">{entryText(mine)}</span>}
      <span class="ref">{entryText(expected)}</span>
    </td>
  );
}

/** An entry as its cell has room for it; what is no number is told in words. */
function entryText(value: number | null): string {
  return value === null || !Number.isFinite(value) ? formatNumber(value) : cellNumber(value);
}
