/** The table of a check: every array of parameters, and its gradient beside the slope of the loss. */
import type { JSX } from 'preact';
import type { FunctionCheck, ParameterReport } from '../../owncode/report';
import { formatShape } from '../text/shapes';
import { formatError, formatIndex, formatNumber } from '../text/words';
import type { Words } from './words';

const marks = { agree: '✓', differ: '✗', scaled: '≈', 'not-judged': '?' } as const;

interface Props {
  readonly check: FunctionCheck;
  readonly words: Words;
}

/** Two rows for each array, in the order of the report. */
export function ParameterTable({ check, words }: Props): JSX.Element {
  const { columns } = words;
  return (
    <section aria-label={words.gradients} class="table-frame" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.parameter}</th>
            <th scope="col" class="expression">
              {columns.gradient}
            </th>
            <th scope="col">{columns.shape}</th>
            <th scope="col">{columns.verdict}</th>
            <th scope="col" class="number">
              {columns.error}
            </th>
            <th scope="col" class="number">
              {columns.ratio}
            </th>
          </tr>
        </thead>
        {check.parameters.map((one) => (
          <Rows key={one.name} parameter={one} words={words} />
        ))}
      </table>
    </section>
  );
}

/** What is found of one array, and below it how: in a row of its own, as wide as the table. */
function Rows({ parameter, words }: { parameter: ParameterReport; words: Words }): JSX.Element {
  const { verdict, worst, maxRelError, ratio } = parameter;
  return (
    <tbody class={`is-${verdict}`}>
      <tr>
        <th scope="row">
          <code>{parameter.name}</code>
        </th>
        <td class="expression">
          <code>{parameter.gradient ?? '–'}</code>
        </td>
        <td class="shape">{parameter.shape.length === 0 ? words.number : formatShape(parameter.shape)}</td>
        <td class="verdict">
          <span aria-hidden="true">{marks[verdict]}</span> {shortVerdict(parameter, words)}
        </td>
        <td class="number">{maxRelError === null ? '–' : formatError(maxRelError)}</td>
        <td class="number">{ratio === null ? '–' : formatNumber(ratio)}</td>
      </tr>
      <tr class="about">
        <td />
        <td colSpan={5} class="muted">
          {/* Where the table is too narrow for a column of expressions. */}
          <code class="expression-below">{parameter.gradient ?? '–'}</code>
          {worst === null || verdict === 'agree'
            ? words.checked(parameter.checked, parameter.notJudged)
            : words.worst(formatIndex(worst.index), formatNumber(worst.actual), formatNumber(worst.expected))}
          {parameter.reason !== null && <p>{parameter.reason}</p>}
        </td>
      </tr>
    </tbody>
  );
}

function shortVerdict({ verdict, ratio }: ParameterReport, words: Words): string {
  return verdict === 'scaled' && ratio !== null
    ? `${words.short.scaled} ${words.scaled(formatNumber(ratio))}`
    : words.short[verdict];
}
