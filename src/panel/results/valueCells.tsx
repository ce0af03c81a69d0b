/** The columns that every table of returned arrays begins with: name, verdict, shape, error, ratio. */
import type { ComponentChildren, JSX } from 'preact';
import type { ValueReport } from '../../grader/report';
import { Icon } from '../elements/icon';
import type { Strings } from '../strings';
import { describeShapes, formatError, formatNumber } from '../text/words';

/** How many they are. */
export const columns = 5;

/** What the table is, for whoever does not see it, and its head. */
export function ValueHeads({ strings: { table } }: { readonly strings: Strings }): JSX.Element {
  return (
    <>
      <caption class="visually-hidden">{table.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{table.array}</th>
          <th scope="col">{table.verdict}</th>
          <th scope="col">{table.shape}</th>
          <th scope="col" class="number">
            {table.error}
          </th>
          <th scope="col" class="number">
            {table.ratio}
          </th>
        </tr>
      </thead>
    </>
  );
}

interface ValueCellsProps {
  readonly strings: Strings;
  readonly value: ValueReport;
  /** What is to be said beside the verdict. */
  readonly children?: ComponentChildren;
}

export function ValueCells({ strings, value, children }: ValueCellsProps): JSX.Element {
  const { name, ok, actualShape, expectedShape, maxRelError, ratio } = value;
  return (
    <>
      <th scope="row">{name}</th>
      <td class="verdict-cell">
        <Icon name={ok ? 'check' : 'close'} />
        {ok ? strings.agrees : strings.differs}
        {children}
      </td>
      <td>{actualShape === null ? strings.noValue : describeShapes(actualShape, expectedShape, strings)}</td>
      <td class="number">{formatError(maxRelError)}</td>
      <td class="number">{ratio === null ? '–' : `×${formatNumber(ratio)}`}</td>
    </>
  );
}
