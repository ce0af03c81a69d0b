/** What an entry of the catalogue is: a code, the change it makes to the reference computation, and its sentence. */
import type { Activation } from '../engine/activation';
import type { Samples } from '../engine/columnForm';
import type { Computation, Step } from '../engine/computation';
import type { Operation, OperationKind, OperationOf, Values } from '../engine/operation';
import type { Loss } from '../engine/loss';
import type { Tensor } from '../engine/tensor';

/** What a sentence may speak of. */
export interface Facts {
  /** The returned array that shows the mistake first: `dW1`. */
  readonly target: string;
  /** The step that went wrong; the same as the target where it is returned itself. */
  readonly step: string;
  /** Which of the entry's changes it was. */
  readonly variant: string;
  /** Learner over reference where that is one number for all entries, else null. */
  readonly ratio: number | null;
  /** The number of samples of the data that the numbers speak of, or null where there are none. */
  readonly samples: number | null;
  readonly expectedShape: string;
  /** Null where nothing was returned. */
  readonly actualShape: string | null;
  /** True where the slip was made at every gradient of the exercise alike. */
  readonly isEveryGradient?: boolean;
  /** The function of the layer that the step belongs to, and the loss of the network; missing where it is of none. */
  readonly activation?: Activation;
  readonly loss?: Loss;
  /** Whatever else a sentence names: an input's name, a count. */
  readonly detail: string;
  /** Whether each sample is a row of X or a column; rows unless it says otherwise. */
  readonly samplesIn?: Samples;
}

/** What a sample is in X: `row` or `column`, and the word for the other axis. */
export function wordsFor({ samplesIn }: Facts): {
  readonly en: { readonly sample: string; readonly unit: string };
  readonly ko: { readonly sample: string; readonly unit: string };
} {
  return samplesIn === 'columns'
    ? { en: { sample: 'column', unit: 'row' }, ko: { sample: '열', unit: '행' } }
    : { en: { sample: 'row', unit: 'column' }, ko: { sample: '행', unit: '열' } };
}

export interface Sentence {
  readonly en: (facts: Facts) => string;
  readonly ko: (facts: Facts) => string;
}

/** A step's result, from the arrays before it and from what the step would have given without the change. */
export type Compute = (values: Values, right: () => Tensor) => Tensor;

/** One way of computing a step wrongly. `id` is the same for the same slip at different steps. */
export interface Variant {
  readonly id: string;
  readonly compute: Compute;
}

/** A step changed in place: the slip may be made at one step, or at all steps alike. */
export type StepChange = (step: Step, names: readonly string[]) => readonly Variant[];

/** A change that is not of one step: an order, a whole computation. `step` is the one to point at. */
export interface WholeChange {
  readonly id: string;
  readonly step: string;
  readonly computation: Computation;
}

export interface Mistake {
  readonly code: string;
  readonly sentence: Sentence;
  /** True where nothing is computed that a trace could hold: something is left out. The line is that of the result. */
  readonly isSilent?: true;
  /** True where a step is made again that should be made once. The line is the last that makes it. */
  readonly isRemade?: true;
  /** True where a sum is right as far as it goes: what ends it too early is no array, and its line is not the sum's. */
  readonly isCutShort?: true;
  /** The code that says more where the snippet keeps arrays in a dictionary, a list or an object. */
  readonly amongContainers?: string;
  readonly step?: StepChange;
  readonly whole?: (computation: Computation) => readonly WholeChange[];
}

type Changes<K extends OperationKind> = (
  operation: OperationOf<K>,
  step: Step,
  names: readonly string[],
) => Readonly<Record<string, Compute>>;

/** Changes of the steps of one kind, each under the id of its variant. */
export function at<K extends OperationKind>(kind: K, changes: Changes<K>): StepChange {
  const isKind = (operation: Operation): operation is OperationOf<K> => operation.kind === kind;
  return (step, names) =>
    isKind(step.operation)
      ? Object.entries(changes(step.operation, step, names)).map(([id, compute]) => ({ id, compute }))
      : [];
}

/** Several changes as one. */
export function either(...changes: readonly StepChange[]): StepChange {
  return (step, names) => changes.flatMap((change) => change(step, names));
}

/** What is easily computed wrongly in the formulas that exercises bring along, where it is a mistake of that code. */
export function inFormulas(code: string): StepChange {
  return ({ operation }) =>
    operation.kind === 'formula' ? operation.slips.filter((slip) => slip.code === code) : [];
}
