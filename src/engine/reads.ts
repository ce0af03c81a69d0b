/** Which arrays a step is made of: what a change of one step can reach follows from it. */
import type { Operation } from './operation';

/** The names of the arrays and numbers that an operation reads. */
export function readsOf(operation: Operation): readonly string[] {
  switch (operation.kind) {
    case 'affine':
      return [operation.input, operation.weights, ...(operation.bias === null ? [] : [operation.bias])];
    case 'activate':
    case 'slope':
      return [operation.of];
    case 'loss': {
      const { penalty } = operation;
      return [operation.output, operation.target, ...(penalty ? [...penalty.weights, penalty.rate] : [])];
    }
    case 'lossGradient':
      return [operation.output, operation.target];
    case 'carry':
      return [operation.delta, operation.weights];
    case 'throughActivation':
      return [operation.carried, operation.preActivation];
    case 'weightGradient': {
      const { penalty } = operation;
      return [operation.input, operation.delta, ...(penalty ? [penalty.weights, penalty.rate] : [])];
    }
    case 'biasGradient':
      return [operation.delta];
    case 'descend':
      return [operation.parameter, operation.gradient, operation.rate];
    case 'draw':
    case 'zeros':
    case 'recorded':
      return [];
    case 'formula':
      return operation.reads;
  }
}
