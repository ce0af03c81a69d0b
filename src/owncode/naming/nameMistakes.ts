/** The network behind what was measured, and the mistakes in its gradients, as the report has them. */
import type { Sentence } from '../../diagnosis/mistake';
import { matrixShape } from '../../engine/tensor';
import type { Measured } from '../measured';
import { recognise } from '../recognise/recognise';
import { repaired } from '../repair/repaired';
import { multiplicationsOf, type Recovered } from '../recognise/recovered';
import type { OwnDiagnosis, RecoveredNetwork } from '../report';
import { diagnose, whereFirstWrong } from './diagnose';
import { placesOf } from './places';

export interface Named {
  readonly network: RecoveredNetwork | null;
  readonly diagnoses: readonly OwnDiagnosis[];
}

function described(measured: Measured, recovered: Recovered): RecoveredNetwork {
  const { spec, sizes, samples } = recovered;
  return {
    layers: spec.layers.map(({ activation }, i) => ({ units: sizes[i + 1] ?? 0, activation })),
    loss: spec.loss,
    samples,
    places: placesOf(measured, recovered),
  };
}

/** Multiplications of one forward pass: a search computes some hundred passes. */
const mostSearched = 4e6;

function isSearchable({ sizes, values }: Recovered): boolean {
  const [samples] = matrixShape(values.get('X') ?? { shape: [1, 1], data: new Float64Array(1) });
  return multiplicationsOf(samples, sizes) <= mostSearched;
}

/** `isWrong`: whether some gradient was found to differ; of what was not, nothing is said. */
export function nameMistakes(measured: Measured, isWrong: boolean, language: keyof Sentence): Named {
  const recovered = recognise(measured);
  return {
    network: recovered && described(measured, recovered),
    diagnoses: isWrong ? mistakesOf(measured, recovered, language) : [],
  };
}

/**
 * A change that makes every gradient right names its mistake by itself, whatever the network; where there is none, the
 * catalogue is searched. Where the time was over before all changes were tried, what gives the same arrays may be a
 * mistake of another line: then no more is told than which gradient is the first that is wrong.
 */
function mistakesOf(
  measured: Measured,
  recovered: Recovered | null,
  language: keyof Sentence,
): readonly OwnDiagnosis[] {
  const found = repaired(measured, language);
  if (found.length > 0) return found;
  if (!recovered || !isSearchable(recovered)) return [];
  if (measured.isSearched === false) return whereFirstWrong(measured, recovered, language);
  const named = diagnose(measured, recovered, language);
  const isOfLoss = named.some(({ code }) => ofTheLoss.includes(code));
  return measured.assumedLoss !== null && isOfLoss ? [] : named.map(withoutGuessedLine);
}

/** The arrays of a network do not say in which of several lines a slope is missing: only a change that was tried does. */
function withoutGuessedLine(named: OwnDiagnosis): OwnDiagnosis {
  return named.code === 'missing-activation-derivative' ? { ...named, line: null } : named;
}

/** What may be as much a mistake of the loss that was only tried. */
const ofTheLoss: readonly string[] = ['other-loss', 'factor-two', 'scaled'];
