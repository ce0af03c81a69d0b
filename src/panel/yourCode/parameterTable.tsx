/** The table of a check: every array of parameters, and its gradient beside the slope of the loss. */
import type { JSX } from 'preact';
import type { FunctionCheck, ParameterReport } from '../../owncode/report';
import { formatIndex, formatNumber } from '../text/words';
import { formatShape, type Words } from './words';

const marks = { agree: '✓', differ: '✗', scaled: '≈', 'not-judged': '?' } as const;

interface Props {
  readonly check: FunctionCheck;
  readonly words: Words;
}

/** One row for each array, in the order of the report. */
export function ParameterTable({ check, words }: Props): JSX.Element {
  const { columns } = words;
  return (
    <section aria-label={words.gradients} class="table-frame" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.parameter}</th>
            <th scope="col">{columns.gradient}</th>
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
        <tbody>
          {check.parameters.map((one) => (
            <Row key={one.name} parameter={one} words={words} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ parameter, words }: { parameter: ParameterReport; words: Words }): JSX.Element {
  const { verdict, worst, maxRelError, ratio } = parameter;
  return (
    <tr class={`is-${verdict}`}>
      <th scope="row">
        <code>{parameter.name}</code>
      </th>
      <td>
        <code>{parameter.gradient ?? '–'}</code>
      </td>
      <td>{formatShape(parameter.shape)}</td>
      <td class="verdict">
        <span aria-hidden="true">{marks[verdict]}</span> {shortVerdict(parameter, words)}
        <p class="muted">
          {worst === null || verdict === 'agree'
            ? words.checked(parameter.checked, parameter.notJudged)
            : words.worst(formatIndex(worst.index), formatNumber(worst.actual), formatNumber(worst.expected))}
        </p>
        {parameter.reason !== null && <p class="muted">{parameter.reason}</p>}
      </td>
      <td class="number">{maxRelError === null ? '–' : maxRelError.toExponential(1)}</td>
      <td class="number">{ratio === null ? '–' : formatNumber(ratio)}</td>
    </tr>
  );
}

function shortVerdict({ verdict, ratio }: ParameterReport, words: Words): string {
  return verdict === 'scaled' && ratio !== null
    ? `${words.short.scaled} ${words.scaled(formatNumber(ratio))}`
    : words.short[verdict];
}
