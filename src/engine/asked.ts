/** One array of a computation, with no more computed than it takes. */
import type { Computation, Evaluation, Step } from './computation';
import { resultOf } from './computation';
import type { Values } from './operation';
import { read } from './operation';
import type { Tensor } from './tensor';

/** Arrays by name that are computed when they are first asked for. */
export class Asked extends Map<string, Tensor> {
  /** How many steps have been computed. */
  computed = 0;

  /** `known` gives the arrays that need not be computed, `stepOf` the steps that make the others. */
  constructor(
    private readonly inputs: Values,
    private readonly known: (name: string) => Tensor | undefined,
    private readonly stepOf: (name: string) => Step | undefined,
  ) {
    super();
  }

  override get(name: string): Tensor | undefined {
    const before = super.get(name) ?? this.inputs.get(name) ?? this.known(name);
    if (before) return before;
    const step = this.stepOf(name);
    if (!step) return undefined;
    const value = resultOf(step, this);
    this.computed++;
    super.set(name, value);
    return value;
  }
}

/** Whether arrays can be computed when they are asked for: nothing runs in rounds, and no step writes over another. */
export function canBeAsked({ loop, steps }: Computation, inputs: Values): boolean {
  const names = new Set([...inputs.keys(), ...steps.map(({ name }) => name)]);
  return loop === null && names.size === inputs.size + steps.length;
}

/** What is known of a computation from which another differs in some steps: its values up to the first of them. */
export interface Before {
  readonly evaluation: Evaluation;
  /** How many steps, from the first on, are the same in both. */
  readonly sameSteps: number;
}

/**
 * One array of a computation, with only those steps computed that it needs and that are not known from `before`, and how
 * many those were. Only where `canBeAsked`. Errors of shape pass through, as does the absence of an array.
 */
export function evaluateOne(
  { steps }: Computation,
  inputs: Values,
  name: string,
  before: Before | null = null,
): { readonly value: Tensor; readonly steps: number } {
  const indexOf = (of: string): number => steps.findIndex((step) => step.name === of);
  const values = new Asked(
    inputs,
    (of) => (before && indexOf(of) < before.sameSteps ? before.evaluation.values.get(of) : undefined),
    (of) => steps[indexOf(of)],
  );
  return { value: read(values, name), steps: values.computed };
}
