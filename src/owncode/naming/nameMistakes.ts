/** The network behind what was measured, and the mistakes in its gradients, as the report has them. */
import type { Sentence } from '../../diagnosis/mistake';
import type { Measured } from '../measured';
import { recognise } from '../recognise/recognise';
import type { Recovered } from '../recognise/recovered';
import type { OwnDiagnosis, RecoveredNetwork } from '../report';
import { diagnose } from './diagnose';

export interface Named {
  readonly network: RecoveredNetwork | null;
  readonly diagnoses: readonly OwnDiagnosis[];
}

function described({ spec, sizes, samples }: Recovered): RecoveredNetwork {
  return {
    layers: spec.layers.map(({ activation }, i) => ({ units: sizes[i + 1] ?? 0, activation })),
    loss: spec.loss,
    samples,
  };
}

/** `isWrong`: whether some gradient was found to differ; of what was not, nothing is said. */
export function nameMistakes(measured: Measured, isWrong: boolean, language: keyof Sentence): Named {
  const recovered = recognise(measured);
  if (!recovered) return { network: null, diagnoses: [] };
  return {
    network: described(recovered),
    diagnoses: isWrong ? diagnose(measured, recovered, language) : [],
  };
}
