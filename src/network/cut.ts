/** A piece of a network's computation: what is given, what comes back, and the steps between. */
import type { Step } from '../engine/computation';
import { readsOf } from '../engine/reads';
import type { OutputConvention } from './conventions';
import type { NetworkSpec } from './spec';
import { backwardSteps, costStep, forwardSteps, updateSteps } from './steps';

export interface Cut {
  readonly spec: NetworkSpec;
  /** The arrays and numbers that are given, in the order of the function's parameters. */
  readonly given: readonly string[];
  /** What comes back, in order. */
  readonly returned: readonly string[];
}

const isUpdate = ({ operation }: Step): boolean => operation.kind === 'descend';

/**
 * The steps between what is given and what comes back, in order of execution. Updates are among them only where a
 * parameter comes back. An error names what cannot be had of what is given.
 */
export function stepsOf({ spec, given, returned }: Cut, convention: OutputConvention): readonly Step[] {
  const all = [
    ...forwardSteps(spec),
    costStep(spec),
    ...backwardSteps(spec, convention),
    ...updateSteps(spec),
  ];
  const have = new Set(given);
  const needed = new Set<Step>();
  const ask = (name: string, by: Step | null): void => {
    const isChanged = by === null && all.some((step) => step.name === name && isUpdate(step));
    if (have.has(name) && !isChanged) return;
    const step = all.find((one) => one.name === name && (isChanged ? isUpdate(one) : !isUpdate(one)));
    if (!step) throw new RangeError(`${name} is not given, and nothing makes it`);
    if (needed.has(step)) return;
    needed.add(step);
    for (const read of readsOf(step.operation)) ask(read, step);
  };
  for (const name of returned) ask(name, null);
  return all.filter((step) => needed.has(step));
}
