/** What a step computes, in symbols and in numbers. */
import type { JSX } from 'preact';
import type { NetworkPass, PassArray } from '../../course/networkPass';
import { Tex } from '../equations/tex';
import type { Strings } from '../strings';
import { formatNumber } from '../words';
import { localArray, stepArray } from './numbers';
import type { PassStep } from './steps';

interface StepDetailsProps {
  readonly step: PassStep;
  readonly pass: NetworkPass;
  readonly strings: Strings;
}

/** The value; for a step backward also its local gradient, and the product of all so far. */
export function StepDetails({ step, pass, strings }: StepDetailsProps): JSX.Element {
  const value = stepArray(step.name, pass);
  const local = step.local;
  const numbers = local?.array == null ? null : localArray(local.array, pass);
  if (local === null || step.chain === null) {
    return (
      <dl class="step-facts">
        <dt>{strings.network.values}</dt>
        <dd>
          <Tex source={`${step.tex} =`} />
          <Numbers array={value} />
        </dd>
      </dl>
    );
  }
  return (
    <dl class="step-facts">
      <dt>{strings.network.local}</dt>
      <dd>
        <Tex source={`${local.tex} =`} />
        {local.array === null ? <span class="numbers">1</span> : <Numbers array={numbers} />}
      </dd>
      <dt>{strings.network.product}</dt>
      <dd>
        <Tex source={step.chain === step.tex ? `${step.tex} =` : `${step.tex} = ${step.chain} =`} />
        <Numbers array={value} />
      </dd>
    </dl>
  );
}

function Numbers({ array }: { readonly array: PassArray | null }): JSX.Element | null {
  if (array === null) return null;
  const [rows, columns] = array.shape;
  return (
    <span class="numbers">
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} class="numbers-row">
          {Array.from({ length: columns }, (_unused, column) => (
            <span key={column}>{formatNumber(array.data[row * columns + column] ?? null, 2)} </span>
          ))}
        </span>
      ))}
    </span>
  );
}
