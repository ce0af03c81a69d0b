/**
 * The network behind a learner's own code, recovered from numbers alone: arrays that are Z = A·W + b of others, functions
 * of them, and the loss. What is recovered gives the measured loss and its differences; anything else is refused.
 */
import { Budget } from '../../diagnosis/budget';
import type { Values } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';
import { matrixShape } from '../../engine/tensor';
import { nameOf } from '../../network/arrayName';
import { withForward } from '../../network/probes';
import type { LayerSpec, NetworkSpec } from '../../network/spec';
import type { Measured } from '../measured';
import { Chains, hidden, type Chain } from './chains';
import { lossFits, type LossFit } from './lossFit';
import { Pool } from './pool';
import { multiplicationsOf, type Recovered, type UsedParameter } from './recovered';
import { verified } from './verified';

/** How many ways from the inputs to the outputs are followed; with a penalty each of them costs more to judge. */
const mostChains = 40 * hidden.length;
const mostPenalised = 4 * hidden.length;

/** More arrays than a network that a person writes layer by layer has: then they are something else. */
const mostParameters = 40;

/** More numbers that stand by themselves than one unit has: an engine's values, in which no layer is an array. */
const mostNumbers = 8;

function isOfNumbers({ parameters }: Measured, needed: ReadonlySet<number>): boolean {
  return needed.size > mostNumbers && parameters.every(({ value }) => value.data.length === 1);
}

/** The places of the parameters that the loss depends on: an array of which no difference was taken is none of them. */
function neededOf({ parameters }: Measured): ReadonlySet<number> {
  return new Set(
    parameters.flatMap(({ differences }, index) =>
      differences.every(({ numeric }) => Math.abs(numeric) < 1e-12) ? [] : [index],
    ),
  );
}

function specOf({ layers }: Chain, { activation, loss }: LossFit): NetworkSpec {
  return {
    layers: layers.map((layer, i): LayerSpec => ({
      units: i === layers.length - 1 ? 'n_out' : `n_hidden${String(i + 1)}`,
      activation: (layer.activation ?? activation).name,
      ...(layer.bias === null && { bias: false }),
    })),
    loss,
  };
}

function parametersOf({ layers }: Chain): ReadonlyMap<string, UsedParameter> {
  return new Map(
    layers.flatMap(({ weights, bias }, i): [string, UsedParameter][] => [
      [nameOf('W', i + 1), weights],
      ...(bias ? ([[nameOf('b', i + 1), bias]] as [string, UsedParameter][]) : []),
    ]),
  );
}

function valuesOf({ X, layers }: Chain, { Y }: LossFit, spec: NetworkSpec): Values {
  const inputs = new Map<string, Tensor>([
    ['X', X],
    ['Y', Y],
  ]);
  layers.forEach(({ W, b }, i) => {
    inputs.set(nameOf('W', i + 1), W);
    if (b) inputs.set(nameOf('b', i + 1), b);
  });
  return withForward(spec, inputs);
}

function recoveredFrom(
  chain: Chain,
  pool: Pool,
  measured: Measured,
  isPenalised: boolean,
  compared: Budget,
): Recovered | null {
  for (const fit of lossFits(chain, pool, measured, isPenalised)) {
    if (!compared.spend(1)) return null;
    const bare = specOf(chain, fit);
    const values = valuesOf(chain, fit, bare);
    const parameters = parametersOf(chain);
    const scale = verified(bare, values, parameters, fit.factor, measured);
    if (!scale) continue;
    return {
      spec: scale.penalty === null ? bare : { ...bare, penalty: 'l2' },
      samples: chain.samples,
      sizes: sizesOf(chain),
      parameters,
      values,
      ...scale,
    };
  }
  return null;
}

/** Passes of a network that judging one way through it takes: several losses, each with slopes and differences. */
const judgingCost = 30;

/** What a search may multiply for each of these functions: a few seconds at most. */
const mostMultiplications = 1.6e7 * hidden.length;

/**
 * How many networks are compared with the differences. Those that were recognised took at most 41 over all programs of the
 * tests; code that is no such network made up to sixty thousand, some seconds for nothing.
 */
const mostCompared = 1000;

/** The layers' widths, from the inputs to the outputs. */
function sizesOf({ X, layers }: Chain): readonly number[] {
  return [matrixShape(X)[1], ...layers.map(({ W }) => matrixShape(W)[1])];
}

/** The network whose loss was measured; null where none of the known kinds gives it. */
export function recognise(measured: Measured): Recovered | null {
  const needed = neededOf(measured);
  if (
    needed.size === 0 ||
    needed.size > mostParameters ||
    isOfNumbers(measured, needed) ||
    !Number.isFinite(measured.loss) ||
    measured.loss !== measured.again
  )
    return null;
  const pool = new Pool(measured);
  const work = new Budget(mostMultiplications);
  const compared = new Budget(mostCompared);
  // What the run shows costs little to follow; what it does not show is guessed only of what was given.
  for (const isSeen of [true, false]) {
    for (const isPenalised of [false, true]) {
      const most = isPenalised ? mostPenalised : mostChains;
      const chains = new Chains(measured.parameters, needed, pool, isSeen, most, work);
      for (const input of pool.arrays.slice(0, isSeen ? undefined : pool.given)) {
        for (const chain of chains.from(input)) {
          const cost = judgingCost * multiplicationsOf(matrixShape(chain.X)[0], sizesOf(chain));
          if (!work.spend(cost)) return null;
          const recovered = recoveredFrom(chain, pool, measured, isPenalised, compared);
          if (recovered) return recovered;
          if (compared.isSpent) return null;
        }
      }
    }
  }
  return null;
}
