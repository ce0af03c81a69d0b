/** How an exercise that is a cut of a network is judged: forward, cost, backward, update. */
import type { Step } from '../../engine/computation';
import type { Values } from '../../engine/operation';
import { evaluate } from '../../engine/computation';
import { numberOf, read } from '../../engine/operation';
import type { OutputConvention } from '../../network/conventions';
import { matrixShape } from '../../engine/tensor';
import { hasRole, isGradient } from '../../network/arrayName';
import { conventionsOf, usualConvention } from '../../network/conventions';
import { stepsOf, type Cut } from '../../network/cut';
import { differentiableOf } from '../../network/differences';
import { notesNetwork, probeNetwork } from '../../network/probes';
import type { Samples } from '../../engine/columnForm';
import { penaltyRate, type NetworkSpec } from '../../network/spec';
import { backwardSteps, meanOver, parametersOf } from '../../network/steps';
import { drivePython, trainingReference } from '../../network/training';
import { once } from './arguments';
import type { Curve, Judging, Reference } from './judging';
import type { Probe, ProbeArgument } from './probe';

/** Sizes of the layers, from the inputs to the outputs: the notes' (or their natural extension), and pairwise distinct ones. */
export interface Sizes {
  readonly shown: readonly number[];
  readonly distinct: readonly number[];
  /** Samples of the distinct networks. */
  readonly m: number;
}

/**
 * Widths and samples are different primes, and none is 2: no count that a mean is wrongly taken over is another one, or
 * half of one, or a product of two.
 */
const [inputs, outputs, samples] = [5, 3, 11];
const hiddenPrimes: readonly number[] = [7, 13, 17, 19, 23, 29, 31, 37, 41, 43];

function distinctWidths(layers: number): readonly number[] {
  const hidden = hiddenPrimes.slice(0, layers - 1);
  if (hidden.length < layers - 1)
    throw new RangeError(`expected at most ${String(hiddenPrimes.length + 1)} layers, got ${String(layers)}`);
  return [inputs, ...hidden, outputs];
}

/** The outputs of a classifier on the learner's own data: one for each class. */
const classes = 3;

/** The sizes that a network is judged at: the notes' 3-5-1, deeper 3-5-4-1, 3-5-4-5-1 and so on. */
export function judgedSizes({ layers, loss }: NetworkSpec): Sizes {
  const hidden = layers.slice(1).map((_, i) => (i % 2 === 0 ? 5 : 4));
  return {
    shown: [3, ...hidden, loss === 'cross-entropy' ? classes : 1],
    distinct: distinctWidths(layers.length),
    m: samples,
  };
}

interface ProbeValues {
  readonly purpose: Probe['purpose'];
  readonly values: Values;
}

const networks = new Map<string, readonly ProbeValues[]>();

/** The arrays of every probe of a network: X, Y, parameters, all Z and A, and the gradients of the usual convention. */
function probeValues(spec: NetworkSpec): readonly ProbeValues[] {
  const key = JSON.stringify(spec);
  const known = networks.get(key);
  if (known) return known;
  const { shown, distinct, m } = judgedSizes(spec);
  const square = distinct.map(() => 5);
  const withGradients = (values: Values): Values =>
    evaluate({ steps: backwardSteps(spec, usualConvention(spec)), loop: null, returns: [] }, values).values;
  const made: readonly ProbeValues[] = [
    { purpose: 'shown', values: withGradients(notesNetwork(spec, shown)) },
    { purpose: 'distinct', values: withGradients(probeNetwork(spec, distinct, m, 100)) },
    { purpose: 'again', values: withGradients(probeNetwork(spec, distinct, m, 9000)) },
    { purpose: 'square', values: withGradients(probeNetwork(spec, square, 5, 200)) },
  ];
  networks.set(key, made);
  return made;
}

function argumentOf(name: string, { purpose, values }: ProbeValues): ProbeArgument {
  if (name === penaltyRate)
    return { name, kind: 'number', type: 'float', value: numberOf(read(values, name)) };
  if (name !== 'learning_rate') return { name, kind: 'array', value: read(values, name) };
  return { name, kind: 'number', type: 'float', value: purpose === 'shown' ? 0.01 : 0.3 };
}

function outputsOf({ arguments: given }: Probe): number {
  const target = given.find(({ name }) => name === 'Y');
  if (target?.kind !== 'array') throw new Error('no targets to count the outputs of');
  return matrixShape(target.value, 'Y')[1];
}

/**
 * The computations under several conventions. A mean over the outputs depends on their number, so there is one set for
 * each; the operations are the same in all of them.
 */
function underConventions(
  accepted: readonly OutputConvention[],
  stepsUnder: (convention: OutputConvention) => readonly Step[],
  returns: readonly string[],
): (probe: Probe) => readonly Reference[] {
  const steps = once(() => accepted.map((convention) => ({ convention, steps: stepsUnder(convention) })));
  const known = new Map<number, readonly Reference[]>();
  return (probe) => {
    const outputs = outputsOf(probe);
    const before = known.get(outputs);
    if (before) return before;
    const made = steps().map((one): Reference => ({
      convention: one.convention,
      computation: { steps: meanOver(one.steps, one.convention, outputs), loop: null, returns },
    }));
    known.set(outputs, made);
    return made;
  };
}

function curveOf(cut: Cut, samples: Samples): Curve {
  const { spec } = cut;
  const { shown } = judgedSizes(spec);
  const start = once(() => notesNetwork(spec, shown));
  const every = 20;
  return {
    every,
    get drive() {
      const parameters = new Map(parametersOf(spec).map((name) => [name, read(start(), name)]));
      return {
        source: drivePython(cut, every, samples),
        arguments: [read(start(), 'X'), read(start(), 'Y'), ...parameters.values()],
        parameters,
      };
    },
    reference: (convention) => trainingReference(spec, convention ?? usualConvention(spec), shown),
  };
}

/** Whether what a cut returns depends on the choice of a convention: it makes the output's error itself. */
function makesOutputError({ given, returned }: Cut): boolean {
  return given.includes('Y') && returned.some(isGradient);
}

/** Judging of a cut. `accepts` narrows the conventions that pass to those that the exercise asks for. */
export function networkJudging(
  cut: Cut,
  accepts: (convention: OutputConvention) => boolean = () => true,
): Judging {
  const { spec, given, returned } = cut;
  const accepted = conventionsOf(spec).filter(accepts);
  const fixed = once((): readonly Reference[] => [
    {
      convention: null,
      computation: { steps: stepsOf(cut, usualConvention(spec)), loop: null, returns: returned },
    },
  ]);
  const makesError = makesOutputError(cut);
  // Of code that follows none, central differences are taken of the cost as it is, the last of them.
  const assumed = accepted.findLast(({ mean }) => mean === 'samples') ?? usualConvention(spec);
  const hasCurve = !returned.includes('cost');
  const judging: Omit<Judging, 'columns'> = {
    mayChangeInputs: returned.some((name) => given.includes(name)),
    probes: once(() =>
      probeValues(spec).map((values) => ({
        purpose: values.purpose,
        arguments: given.map((name) => argumentOf(name, values)),
      })),
    ),
    references: makesError
      ? underConventions(accepted, (convention) => stepsOf(cut, convention), returned)
      : fixed,
    differentiable: returned.some((name) => hasRole(name, 'dW', 'db'))
      ? (inputs, convention) => differentiableOf(cut, inputs, convention ?? assumed)
      : null,
    curve: hasCurve ? curveOf(cut, 'rows') : null,
  };
  // Only the training is Python with arrays of its own.
  const curve = hasCurve ? curveOf(cut, 'columns') : null;
  return { ...judging, columns: { ...judging, curve, columns: null } };
}
