/** Every entry of an array, yours over the reference's, by how wrong it is: a grid that mouse and arrow keys read. */
import type { JSX } from 'preact';
import type { ValueDetail } from '../../grader/report';
import type { Strings } from '../strings';
import { cellNumber } from '../text/cellNumber';
import { describeEntry, errorOfEntry } from '../text/words';
import { steps, stepOf } from './colourScale';
import { gridOf, range, rowLimit, worstEntry } from './grid';

interface HeatMapProps {
  readonly detail: ValueDetail;
  /** After how many iterations it is compared, where that is not at the end of the learner's training. */
  readonly iterations: number | undefined;
  readonly strings: Strings;
  /** The entry that was looked at last; null shows the worst. */
  readonly entry: number | null;
  readonly look: (entry: number) => void;
}

/** The heat map of one array with the value under pointer or focus. */
export function HeatMap({ detail, iterations, strings, entry: looked, look }: HeatMapProps): JSX.Element {
  const { rows, columns } = gridOf(detail.shape);
  const worst = worstEntry(detail);
  const shownRows = Math.min(rows, rowLimit);
  const position = Math.max(0, Math.min(looked ?? worst.entry, shownRows * columns - 1));
  const withNumbers = columns <= 8 && shownRows <= 12;
  // Few columns have room for the two beside each other, where many rows have none for them over each other.
  const isTall = withNumbers && columns <= 2;

  const move = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = {
      ArrowRight: position % columns < columns - 1 ? 1 : 0,
      ArrowLeft: position % columns > 0 ? -1 : 0,
      ArrowDown: position + columns < shownRows * columns ? columns : 0,
      ArrowUp: position >= columns ? -columns : 0,
      Home: -(position % columns),
      End: columns - 1 - (position % columns),
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    look(position + step);
    const table = event.currentTarget instanceof HTMLElement ? event.currentTarget : null;
    table?.querySelector<HTMLElement>(`[data-entry="${String(position + step)}"]`)?.focus();
  };

  const { measure } = detail;
  return (
    <figure class="heat-map">
      <figcaption>
        <span>
          <code>{detail.name}</code>{' '}
          {withNumbers && (
            <span class="heat-key">
              <b>{strings.actual}</b> {isTall ? '|' : '/'} {strings.expected}
            </span>
          )}
        </span>
        {iterations !== undefined && <span class="muted">{strings.after(iterations)}</span>}
        <Legend strings={strings} />
      </figcaption>
      <div class="heat-scroll">
        <table
          role="grid"
          aria-label={strings.heatMap(detail.name)}
          aria-describedby="heat-help"
          onKeyDown={move}
        >
          <tbody>
            {range(shownRows).map((row) => (
              <tr key={row}>
                {withNumbers && (
                  <th class="heat-index" aria-hidden="true">
                    {row}
                  </th>
                )}
                {range(columns).map((column) => {
                  const entry = row * columns + column;
                  const expected = detail.expected[entry] ?? null;
                  const actual = detail.actual?.[entry] ?? null;
                  const step = stepOf(errorOfEntry(expected, actual, measure?.floor), measure?.pass);
                  return (
                    <td
                      key={column}
                      role="gridcell"
                      data-entry={entry}
                      tabIndex={entry === position ? 0 : -1}
                      class={cellClass(step, {
                        withNumbers,
                        isTall,
                        isWorst: worst.error > 0 && entry === worst.entry,
                      })}
                      aria-label={describeEntry(detail, entry, strings)}
                      onMouseEnter={() => {
                        look(entry);
                      }}
                      onFocus={() => {
                        look(entry);
                      }}
                      data-value={withNumbers ? cellNumber(actual) : undefined}
                      data-reference={withNumbers ? cellNumber(expected) : undefined}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="heat-value">{describeEntry(detail, position, strings)}</p>
      <p id="heat-help" class="muted footnote">
        {strings.heatMapHint}
        {shownRows < rows && ` ${strings.heatMapCut(shownRows, rows)}`}
      </p>
    </figure>
  );
}

function Legend({ strings }: { readonly strings: Strings }): JSX.Element {
  return (
    <span class="legend" aria-hidden="true">
      {strings.heatMapLegend.low}
      {range(steps).map((step) => (
        <span key={step} class={`heat heat-${String(step)}`} />
      ))}
      {strings.heatMapLegend.high}
    </span>
  );
}

interface CellLook {
  readonly withNumbers: boolean;
  readonly isTall: boolean;
  readonly isWorst: boolean;
}

function cellClass(step: number, { withNumbers, isTall, isWorst }: CellLook): string {
  return [
    `heat heat-${String(step)}`,
    ...(withNumbers ? ['with-number'] : []),
    ...(isTall ? ['is-beside'] : []),
    ...(withNumbers && step > 0 ? ['is-wrong'] : []),
    ...(isWorst && step > 0 ? ['is-worst'] : []),
  ].join(' ');
}
