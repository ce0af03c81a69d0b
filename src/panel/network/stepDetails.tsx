/** What a step computes, in symbols and in numbers. */
import type { JSX } from 'preact';
import type { NetworkPass, PassArray } from '../../course/networkPass';
import type { PassStep } from '../../course/passSteps';
import { Tex } from '../equations/tex';
import type { Strings } from '../strings';
import { formatNumber } from '../words';
import { stepArray } from './stepArray';

interface StepDetailsProps {
  readonly step: PassStep;
  readonly pass: NetworkPass;
  /** Whether the pass is that of the batch, with the means over its samples. */
  readonly isBatch: boolean;
  readonly strings: Strings;
}

/** The value; for one sample's step backward also its local gradient, and the product of all so far. */
export function StepDetails({ step, pass, isBatch, strings }: StepDetailsProps): JSX.Element {
  const { values, means, meansOnly, local: localLabel, product } = strings.network;
  const value = stepArray(step.name, pass);
  const { local, chain } = step;
  if (local === null || chain === null) {
    const label = isBatch ? means : values;
    if (step.direction === 'cost')
      return <CostFacts step={step} pass={pass} label={label} strings={strings} />;
    return (
      <dl class="step-facts">
        <Fact label={label} tex={`${step.tex} =`} array={value} />
      </dl>
    );
  }
  if (isBatch) {
    return (
      <>
        <dl class="step-facts">
          <Fact label={means} tex={`${step.tex} =`} array={value} />
        </dl>
        <p class="muted note">{meansOnly}</p>
      </>
    );
  }
  const numbers = local.array === null ? one : (pass.get(local.array) ?? null);
  const tex = chain === step.tex ? `${step.tex} =` : `${step.tex} = ${chain} =`;
  return (
    <dl class="step-facts">
      <Fact label={localLabel} tex={`${local.tex} =`} array={numbers} />
      <Fact label={product} tex={tex} array={value} />
    </dl>
  );
}

const one: PassArray = { shape: [1, 1], data: [1] };

/** What the gradients are those of, and the notes' own cost where that is another. */
function CostFacts({
  step,
  pass,
  label,
  strings,
}: Omit<StepDetailsProps, 'isBatch'> & { readonly label: string }): JSX.Element {
  const cost = pass.get('cost') ?? null;
  const value = stepArray(step.name, pass);
  const isHalf = value?.data[0] !== cost?.data[0];
  return (
    <dl class="step-facts">
      <Fact label={label} tex={`${step.tex} = ${step.loss?.tex ?? ''} =`} array={value} />
      {isHalf && <Fact label={strings.network.notesCost} tex={`2${step.tex} =`} array={cost} />}
    </dl>
  );
}

function Fact({
  label,
  tex,
  array,
}: {
  readonly label: string;
  readonly tex: string;
  readonly array: PassArray | null;
}): JSX.Element {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <Tex source={tex} />
        <Numbers array={array} />
      </dd>
    </>
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
