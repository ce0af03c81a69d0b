/** A network's steps as Python with NumPy, with samples in rows or in columns. */
import type { Activation } from '../engine/activation';
import type { Samples } from '../engine/columnForm';
import type { Step } from '../engine/computation';
import type { Operation } from '../engine/operation';

/** Which axis runs over the samples, and which over the outputs. */
const axes: Readonly<Record<Samples, { readonly samples: 0 | 1; readonly outputs: 0 | 1 }>> = {
  rows: { samples: 0, outputs: 1 },
  columns: { samples: 1, outputs: 0 },
};

/** The expression of an operation; `m` is the number of samples. */
function expression(operation: Operation, samples: Samples): string {
  const isRows = samples === 'rows';
  const product = (left: string, right: string): string =>
    isRows ? `${left} @ ${right}` : `${right} @ ${left}`;
  switch (operation.kind) {
    case 'affine': {
      const { input, weights, bias } = operation;
      return `${product(input, weights)}${bias === null ? '' : ` + ${bias}`}`;
    }
    case 'activate': {
      const { pythonName } = operation.activation.notation;
      return pythonName === null ? operation.of : `${pythonName}(${operation.of})`;
    }
    case 'loss': {
      const { loss, output, target, penalty } = operation;
      const squares = penalty?.weights.map((name) => `np.sum(${name} ** 2)`).join(' + ') ?? '';
      const cost = `${loss.notation.python(output, target)} / m`;
      return penalty ? `${cost} + ${penalty.rate} / (2 * m) * (${squares})` : cost;
    }
    case 'lossGradient': {
      const slope = operation.loss.notation.pythonSlope(operation.output, operation.target);
      return operation.scale === 1 ? slope : `${String(operation.scale)} * (${slope})`;
    }
    case 'carry':
      return product(operation.delta, `${operation.weights}.T`);
    case 'throughActivation': {
      const { activation, carried, preActivation } = operation;
      const { pythonName } = activation.notation;
      return pythonName === null ? carried : `${pythonName}_backward(${carried}, ${preActivation})`;
    }
    case 'weightGradient': {
      const { input, delta, penalty } = operation;
      const gradient = isRows ? `${input}.T @ ${delta} / m` : `${delta} @ ${input}.T / m`;
      return penalty ? `${gradient} + ${penalty.rate} / m * ${penalty.weights}` : gradient;
    }
    case 'biasGradient':
      return `${operation.delta}.sum(axis=${String(axes[samples].samples)}, keepdims=True) / m`;
    case 'descend':
      return `${operation.parameter} - ${operation.rate} * ${operation.gradient}`;
    default:
      throw new RangeError(`no Python is known for ${operation.kind}`);
  }
}

/** `dW2 = A1.T @ dZ2 / m` */
export function lineOf({ name, operation }: Step, samples: Samples = 'rows'): string {
  return `${name} = ${expression(operation, samples)}`;
}

function activationsIn(steps: readonly Step[]): readonly Activation[] {
  const used = steps.flatMap(({ operation }) => ('activation' in operation ? [operation.activation] : []));
  return [...new Set(used)].filter(({ notation }) => notation.pythonName !== null);
}

/** The functions that the lines of these steps call. */
export function helpersOf(steps: readonly Step[], samples: Samples = 'rows'): string {
  return activationsIn(steps)
    .map(({ notation }) => notation.python(axes[samples].outputs))
    .join('\n\n\n');
}
