/** The entries of gradients that are not the slopes of the loss: the learner's over the slope, by how wrong each is. */
import type { JSX } from 'preact';
import type { ComparedEntry, ParameterReport } from '../../owncode/report';
import { steps, stepOf } from '../results/colourScale';
import { gridOf, range } from '../results/grid';
import { cellNumber } from '../text/cellNumber';
import { formatIndex, unravel } from '../text/words';
import type { Words } from './words';

/** Relative to the largest entry: what a central difference cannot tell apart. */
const equal = 1e-5;

interface Props {
  readonly parameters: readonly ParameterReport[];
  readonly words: Words;
}

/** One heat map for each array whose gradient differs; nothing where there is none to show. */
export function Entries({ parameters, words }: Props): JSX.Element | null {
  const shown = parameters.filter(({ verdict, entries }) => verdict === 'differ' && entries.length > 1);
  if (shown.length === 0) return null;
  return (
    <section aria-label={words.entries} class="entries">
      <h3>{words.entries}</h3>
      <p class="muted">
        {words.entriesKey}{' '}
        <span class="legend" aria-hidden="true">
          {words.legend.low}
          {range(steps).map((step) => (
            <span key={step} class={`heat heat-${String(step)}`} />
          ))}
          {words.legend.high}
        </span>
      </p>
      {shown.map((one) => (
        <Grid key={one.name} parameter={one} words={words} />
      ))}
    </section>
  );
}

interface GridProps {
  readonly parameter: ParameterReport;
  readonly words: Words;
}

/** Rows and columns of a small array; of a large one, those entries that were compared. */
function Grid({ parameter, words }: GridProps): JSX.Element {
  const { name, shape, entries } = parameter;
  const { rows, columns } = gridOf(shape);
  const largest = Math.max(
    ...entries.flatMap(({ expected, actual }) => [Math.abs(expected), Math.abs(actual)]),
  );
  const byEntry = new Map(entries.map((one) => [one.entry, one]));
  // All entries of a small array are measured, but for those near a kink.
  const isWhole = rows * columns <= 2 * entries.length;
  const cells = isWhole
    ? range(rows).map((row) => range(columns).map((column) => row * columns + column))
    : [entries.map(({ entry }) => entry).sort((a, b) => a - b)];
  return (
    <div class="table-frame" tabIndex={0} role="group" aria-label={words.entriesOf(name)}>
      <p>
        <code>{name}</code> {isWhole ? '' : words.someEntries(entries.length, rows * columns)}
      </p>
      <table class="heat-table">
        <tbody>
          {cells.map((row) => (
            <tr key={row[0]}>
              {row.map((entry) => (
                <Cell
                  key={entry}
                  one={byEntry.get(entry)}
                  index={isWhole ? null : formatIndex(unravel(entry, shape))}
                  largest={largest}
                  words={words}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly one: ComparedEntry | undefined;
  readonly index: string | null;
  readonly largest: number;
  readonly words: Words;
}

function Cell({ one, index, largest, words }: CellProps): JSX.Element {
  if (!one) return <td class="heat muted">{words.nearKink}</td>;
  const { expected, actual } = one;
  const step = stepOf(Math.abs(expected - actual) / largest, equal);
  return (
    <td class={`heat heat-${String(step)}${step > 0 ? ' is-wrong' : ''}`}>
      {index !== null && <span class="muted">{index}</span>}
      <b>{cellNumber(actual)}</b>
      <span class="muted">{cellNumber(expected)}</span>
    </td>
  );
}
