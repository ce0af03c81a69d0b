/** Networks for the laws that hold of every one: each activation under each loss that suits it, of several depths. */
import type { ActivationName } from '../../../src/engine/activations';
import { activations } from '../../../src/engine/activations';
import type { LossName } from '../../../src/engine/losses';
import type { Values } from '../../../src/engine/operation';
import { scalar } from '../../../src/engine/tensor';
import { probeNetwork } from '../../../src/network/probes';
import type { LayerSpec, NetworkSpec } from '../../../src/network/spec';

/** Outputs that a loss can be taken of. */
export const outputs: Readonly<Record<LossName, readonly ActivationName[]>> = {
  'squared-error': ['relu', 'leaky-relu', 'sigmoid', 'tanh', 'identity', 'softplus', 'gelu', 'softmax'],
  'binary-cross-entropy': ['sigmoid'],
  'cross-entropy': ['softmax'],
  hinge: ['identity', 'tanh'],
};

const hidden = Object.keys(activations).filter((name) => name !== 'softmax') as ActivationName[];

function spec(layers: readonly LayerSpec[], loss: LossName, penalty: boolean): NetworkSpec {
  return { layers, loss, ...(penalty && { penalty: 'l2' }) };
}

/** Every hidden activation over every loss and output, one to three layers, some without biases, some penalised. */
export const specs: readonly NetworkSpec[] = (Object.keys(outputs) as LossName[]).flatMap((loss) =>
  outputs[loss].flatMap((output) =>
    hidden.flatMap((activation, i) => {
      const last: LayerSpec = { units: 'n_out', activation: output };
      const first: LayerSpec = { units: 'n_hidden', activation };
      const bare: LayerSpec = { units: 'n_hidden2', activation, bias: false };
      return [
        spec([first, last], loss, i % 3 === 0),
        ...(i === 0 ? [spec([last], loss, false), spec([first, bare, last], loss, true)] : []),
      ];
    }),
  ),
);

export function nameOfSpec({ layers, loss, penalty }: NetworkSpec): string {
  const names = layers.map(({ activation, bias }) => activation + (bias === false ? ' without bias' : ''));
  return `${names.join(', ')} under ${loss}${penalty ? ' with L2' : ''}`;
}

const sizes = [4, 6, 5, 3];

/** Arrays of a network of that spec, its penalty's rate among them. */
export function arraysOf(network: NetworkSpec, seed: number): Values {
  const widths = [...sizes.slice(0, network.layers.length), 3];
  return new Map([
    ...probeNetwork(network, widths, 7, seed),
    ['lam', scalar(0.7)],
    ['learning_rate', scalar(0.1)],
  ]);
}
