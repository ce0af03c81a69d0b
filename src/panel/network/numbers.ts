/** The numbers of a step, read from a pass. */
import type { NetworkPass, PassArray } from '../../course/networkPass';
import type { LocalArray } from './steps';

/** The array that a step computes; of the cost, what the gradients are those of. */
export function stepArray(name: string, pass: NetworkPass): PassArray | null {
  return pass.get(name === 'cost' ? 'L' : name) ?? null;
}

/** The numbers of a local gradient. */
export function localArray(local: LocalArray, pass: NetworkPass): PassArray | null {
  switch (local.kind) {
    case 'array':
      return pass.get(local.name) ?? null;
    case 'reluDerivative': {
      const z = pass.get(local.of);
      return z === undefined ? null : { shape: z.shape, data: z.data.map((value) => (value > 0 ? 1 : 0)) };
    }
    case 'errorTimes': {
      const output = pass.get(local.output);
      const target = pass.get('Y');
      if (output === undefined || target === undefined) return null;
      const data = output.data.map((value, index) => local.scale * (value - (target.data[index] ?? 0)));
      return { shape: output.shape, data };
    }
  }
}
