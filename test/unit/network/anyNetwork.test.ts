/** What holds of every network that can be described: any depth, functions, loss, penalty, with and without biases. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layerByLayer } from '../../support/layerByLayer';
import { activations, type ActivationName } from '../../../src/engine/activations';
import { checkGradients } from '../../../src/engine/gradientCheck';
import { losses } from '../../../src/engine/losses';
import { namesIn } from '../../../src/engine/namesIn';
import { read, type Values } from '../../../src/engine/operation';
import { scalar } from '../../../src/engine/tensor';
import { fusedLoss } from '../../../src/network/conventions';
import { differentiableOf } from '../../../src/network/differences';
import { probeNetwork } from '../../../src/network/probes';
import type { LayerSpec, NetworkSpec } from '../../../src/network/spec';
import { backwardSteps, gradientsOf, parametersOf } from '../../../src/network/steps';
import { after, assertNear, exactOf } from './randomNetworks';
import { nameOfSpec, outputs } from './specs';

const runs = Number(process.env['NETWORK_RUNS'] ?? 8);

const hidden = namesIn(activations).filter((name) => name !== 'softmax');

interface Any {
  readonly spec: NetworkSpec;
  readonly sizes: readonly number[];
  readonly m: number;
  readonly seed: number;
}

/** One to five layers of four to eight units, with enough samples that every unit has some on each side of its kinks. */
const anyNetworks: fc.Arbitrary<Any> = fc
  .record({
    hidden: fc.array(
      fc.record({ activation: fc.constantFrom<ActivationName>(...hidden), hasBias: fc.boolean() }),
      { maxLength: 4 },
    ),
    loss: fc.constantFrom(...namesIn(losses)),
    output: fc.nat(),
    hasPenalty: fc.boolean(),
    widths: fc.array(fc.integer({ min: 4, max: 8 }), { minLength: 6, maxLength: 6 }),
    m: fc.integer({ min: 8, max: 12 }),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map((drawn): Any => {
    const possible = outputs[drawn.loss];
    const inner = drawn.hidden.map(({ activation, hasBias }, i): LayerSpec => ({
      units: `n${String(i + 1)}`,
      activation,
      ...(hasBias ? {} : { bias: false }),
    }));
    const last: LayerSpec = {
      units: 'n_out',
      activation: possible[drawn.output % possible.length] ?? 'identity',
    };
    return {
      spec: {
        layers: [...inner, last],
        loss: drawn.loss,
        ...(drawn.hasPenalty && { penalty: 'l2' as const }),
      },
      sizes: drawn.widths.slice(0, inner.length + 2),
      m: drawn.m,
      seed: drawn.seed,
    };
  });

/** Of few networks no draw tells: behind a sigmoid without biases a unit of a ReLU may never cross 0. Those are passed over. */
function arraysOf({ spec, sizes, m, seed }: Any): Values {
  try {
    return new Map([...probeNetwork(spec, sizes, m, seed), ['lam', scalar(0.7)]]);
  } catch (error) {
    fc.pre(!(error instanceof Error && error.message.startsWith('no telling network')));
    throw error;
  }
}

describe('any network', function () {
  this.timeout(600_000);

  it('has the gradients that central differences find', () => {
    fc.assert(
      fc.property(anyNetworks, (any) => {
        const { spec } = any;
        const exact = exactOf(spec);
        const values = after(backwardSteps(spec, exact), arraysOf(any));
        const cut = {
          spec,
          given: [
            'X',
            'Y',
            ...layerByLayer(spec.layers.length, 'Z', 'A'),
            ...parametersOf(spec),
            ...(spec.penalty ? ['lam'] : []),
          ],
          returned: gradientsOf(spec),
        };
        const { parameters, cost, steps } = differentiableOf(cut, values, exact);
        const gradients = new Map(cut.returned.map((name) => [name, read(values, name)]));
        for (const check of checkGradients({ parameters, cost, ...(steps && { steps }), gradients }))
          assert.ok(check.ok, `${nameOfSpec(spec)}: ${JSON.stringify(check)}`);
      }),
      { numRuns: runs },
    );
  });

  it('has the same gradients where a fused loss is taken at once as in two steps', () => {
    const isFused = ({ spec }: Any): boolean => fusedLoss(spec) !== null;
    fc.assert(
      fc.property(anyNetworks.filter(isFused), (any) => {
        const arrays = arraysOf(any);
        const [once, twice] = (['identity', 'relu'] as const).map((outputDerivative) =>
          after(backwardSteps(any.spec, { scale: 1, outputDerivative, mean: 'samples' }), arrays),
        );
        assert.ok(once && twice);
        for (const name of gradientsOf(any.spec))
          assertNear(read(twice, name), read(once, name), 1e-8, `${nameOfSpec(any.spec)}: ${name}`);
      }),
      { numRuns: runs },
    );
  });
});
