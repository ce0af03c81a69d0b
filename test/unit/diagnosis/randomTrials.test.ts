/**
 * Random trials: a random mistake in a random network, written in a random style, is told for what it is or not at all;
 * right code is never accused. `DIAGNOSIS_TRIALS=3000` tries more, `DIAGNOSIS_SEED` others.
 */
import assert from 'node:assert/strict';
import { layerByLayer } from '../../support/layerByLayer';
import { sameEntries } from '../../../src/diagnosis/agreement';
import { agreeing, tryEvaluate, type Evidence, type Observation } from '../../../src/diagnosis/evidence';
import { choose, type Explanation } from '../../../src/diagnosis/explain';
import { mutantsOf, replay, type Mutant } from '../../../src/diagnosis/mutants';
import { laidOut } from '../../../src/diagnosis/placement';
import { isHeld } from '../../../src/diagnosis/trace';
import { activations } from '../../../src/engine/activations';
import { evaluate, type Computation, type Step } from '../../../src/engine/computation';
import { losses } from '../../../src/engine/losses';
import { namesIn } from '../../../src/engine/namesIn';
import type { Values } from '../../../src/engine/operation';
import { LegacyRandom } from '../../../src/engine/random';
import { map, scalar, scale, transpose, type Tensor } from '../../../src/engine/tensor';
import { conventionsOf } from '../../../src/network/conventions';
import { stepsOf } from '../../../src/network/cut';
import { probeNetwork } from '../../../src/network/probes';
import type { LayerSpec, NetworkSpec } from '../../../src/network/spec';
import { gradientsOf, parametersOf } from '../../../src/network/steps';
import { nameOfSpec, outputs } from '../network/specs';
import { firstLine, observed } from './pretended';

const trials = Number(process.env['DIAGNOSIS_TRIALS'] ?? 50);
const firstSeed = Number(process.env['DIAGNOSIS_SEED'] ?? 1);

const hidden = namesIn(activations).filter((name) => name !== 'softmax');
const styles = [
  'step by step',
  'renamed',
  'few lines',
  'divided by m at the output',
  'one expression',
  'turned',
  'one sample after the other',
  'in place',
  'with temporaries',
] as const;
type Style = (typeof styles)[number];

class Draw {
  private readonly random: LegacyRandom;
  constructor(seed: number) {
    this.random = new LegacyRandom(seed);
  }
  chance(): number {
    return this.random.rand(1).data[0] ?? 0;
  }
  below(n: number): number {
    return Math.floor(this.chance() * n);
  }
  of<T>(some: readonly T[]): T {
    const one = some[this.below(some.length)];
    if (one === undefined) throw new Error('nothing to draw from');
    return one;
  }
}

function specBy(draw: Draw): NetworkSpec {
  const loss = draw.of(namesIn(losses));
  const bias = (): Pick<LayerSpec, 'bias'> => (draw.chance() < 0.15 ? { bias: false } : {});
  const inner = Array.from({ length: draw.below(4) }, (_, i): LayerSpec => ({
    units: `n${String(i + 1)}`,
    activation: draw.of(hidden),
    ...bias(),
  }));
  const last: LayerSpec = { units: 'n_out', activation: draw.of(outputs[loss]), ...bias() };
  return { layers: [...inner, last], loss, ...(draw.chance() < 0.25 && { penalty: 'l2' as const }) };
}

interface Problem {
  readonly spec: NetworkSpec;
  readonly style: Style;
  readonly accepted: readonly Computation[];
  /** The accepted computation that is written, in its style. */
  readonly written: Computation;
  /** Of two networks of other sizes and numbers. */
  readonly inputs: readonly Values[];
}

/** 1/m where the error is made, taken back where the notes have it. */
function earlyMean(steps: readonly Step[], m: number): readonly Step[] {
  const first = steps.find(({ operation }) => operation.kind === 'lossGradient');
  return steps.map((step) => {
    if (step === first) return { ...step, factor: 1 / m };
    const isMean = ['weightGradient', 'biasGradient'].includes(step.operation.kind);
    return isMean ? { ...step, factor: m } : step;
  });
}

function problemBy(draw: Draw, seed: number): Problem | null {
  const spec = specBy(draw);
  const layers = spec.layers.length;
  const widths = [4, 7, 5, 6, 3].slice(0, layers).concat(3);
  const m = 11;
  const states = layerByLayer(layers, 'Z', 'A');
  const rate = spec.penalty ? ['lam'] : [];
  const part = draw.of(['backward', 'backward', 'forward', 'cost'] as const);
  const given = {
    forward: ['X', ...parametersOf(spec)],
    cost: ['Y', ...parametersOf(spec), ...states, ...rate],
    backward: ['X', 'Y', ...states, ...parametersOf(spec), ...rate],
  }[part];
  const returned = { forward: states, cost: ['cost'], backward: gradientsOf(spec) }[part];
  const conventions = conventionsOf(spec)
    .filter(({ mean }) => mean === 'samples')
    .slice(0, part === 'backward' ? undefined : 1);
  const accepted = conventions.map((convention): Computation => ({
    steps: stepsOf({ spec, given, returned }, convention),
    loop: null,
    returns: returned,
  }));
  let style = draw.of(styles);
  if (style === 'divided by m at the output' && (part !== 'backward' || spec.penalty)) style = 'renamed';
  const base = draw.of(accepted);
  const written =
    style === 'divided by m at the output' ? { ...base, steps: earlyMean(base.steps, m) } : base;
  try {
    const inputs = [seed * 100, seed * 100 + 50_000].map((from): Values => {
      const all = new Map([...probeNetwork(spec, widths, m, from), ['lam', scalar(0.7)]]);
      return new Map([...all].filter(([name]) => given.includes(name)));
    });
    return { spec, style, accepted, written, inputs };
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no telling network')) return null;
    throw error;
  }
}

/** What a snippet does that computes this; its sums are rounded otherwise than the reference's. */
function evidenceOf({ accepted, style }: Problem, made: Computation, inputs: Values, draw: Draw): Evidence {
  const { values, first } = evaluate(made, inputs);
  const rounded = new Map(
    [...values].map(([name, value]) => [name, map(value, (x) => x * (1 + 4e-16 * (draw.chance() - 0.5)))]),
  );
  return {
    inputs,
    accepted,
    returned: new Map(
      made.returns.flatMap((name) => {
        const value = rounded.get(name);
        return value ? [[name, value] as const] : [];
      }),
    ),
    observations: made.steps.flatMap(({ name, operation, factor = 1 }, i) => {
      const value = first.get(operation);
      return value ? heldIn(style, i, name, factor === 1 ? value : (values.get(name) ?? value), inputs) : [];
    }),
    returnLines: new Map(),
  };
}

/** What the names of a snippet hold of one step's value. */
function heldIn(
  style: Style,
  i: number,
  name: string,
  value: Tensor,
  inputs: Values,
): readonly Observation[] {
  const line = firstLine + i;
  switch (style) {
    case 'few lines':
      return i % 2 === 0 ? [] : [observed(line, name, value)];
    case 'one expression':
      return [];
    case 'renamed':
      return [observed(line, `v${String(i)}`, value)];
    case 'turned':
      return [observed(line, name, turnedOver(value))];
    case 'one sample after the other':
      return [...rowsOf(value).map((row) => observed(line, 'one', row)), observed(line, name, value)];
    case 'in place':
      return [observed(line, name.startsWith('d') ? 'delta' : 'out', value)];
    case 'with temporaries':
      return [
        ...[...inputs].map(([input, held]) => observed(line, `${input}_t`, turnedOver(held))),
        observed(
          line,
          'positive',
          map(value, (x) => Number(x > 0)),
        ),
        observed(line, 'whole', scale(value, 11)),
        observed(line, name, value),
      ];
    case 'step by step':
    case 'divided by m at the output':
      return [observed(line, name, value)];
  }
}

function turnedOver(value: Tensor): Tensor {
  return value.shape.length === 2 ? transpose(value) : value;
}

function rowsOf({ shape, data }: Tensor): readonly Tensor[] {
  const [rows = 1, columns] = shape;
  if (columns === undefined) return [];
  return Array.from({ length: rows }, (_, i) => ({
    shape: [columns],
    data: data.slice(i * columns, (i + 1) * columns),
  }));
}

const isRight = ({ accepted, returned, inputs, ...rest }: Evidence): boolean =>
  accepted.some(
    (computation) =>
      agreeing(computation, tryEvaluate(computation, inputs), { accepted, returned, inputs, ...rest })
        .size === computation.returns.length,
  );

/** Whether what was said changes no more steps than what was made, and gives every array of it that the snippet held. */
function showsTheSame({ layout, mutants }: Explanation, made: Mutant, evidence: Evidence): boolean {
  const base = laidOut(evidence, layout);
  const said = base && replay(base, [...evidence.inputs.keys()], mutants);
  if (!said || mutants.flatMap(({ steps }) => steps).length > made.steps.length) return false;
  const given = [...evaluate(said, evidence.inputs).first.values()];
  const held = [...evaluate(made.computation, evidence.inputs).first.values()].filter((value) =>
    isHeld(value, evidence.observations),
  );
  return held.every((value) => given.some((other) => sameEntries(other.data, value.data)));
}

interface Trial {
  readonly what: string;
  readonly style: Style;
  readonly made: string;
  /** Null where it could not be told. */
  readonly said: string | null;
  /** What was said is no more, and gives all that the snippet held and returned: nobody could tell it from what was made. */
  readonly isSame: boolean;
  readonly isCertain: boolean;
}

function trial(seed: number): Trial | 'no network' | 'accused' | 'harmless' {
  const draw = new Draw(seed);
  const problem = problemBy(draw, seed);
  if (!problem) return 'no network';
  const { written, inputs, spec, style } = problem;
  const right = inputs.map((one) => evidenceOf(problem, written, one, draw));
  if (!right.every(isRight)) return 'accused';
  const [main] = inputs;
  const mutants = mutantsOf(written, [...(main?.keys() ?? [])]);
  const made = draw.of(mutants);
  const { mistake, key, computation } = made;
  if (!inputs.every((one) => tryEvaluate(computation, one))) return 'harmless';
  const [first, ...others] = inputs.map((one) => evidenceOf(problem, computation, one, draw));
  if (!first || [first, ...others].some(isRight)) return 'harmless';
  if ([...first.returned.values()].some(({ data }) => !data.every(Number.isFinite))) return 'harmless';
  const { explanation } = choose([first, ...others]);
  const isTold = explanation?.unexplained.length === 0;
  return {
    what: `${String(seed)}: ${key} in ${nameOfSpec(spec)}, ${written.returns.join(' ')}, ${style}`,
    style,
    made: mistake.code,
    isSame: isTold && [first, ...others].every((one) => showsTheSame(explanation, made, one)),
    said: isTold ? explanation.mutants.map((one) => one.mistake.code).join('+') : null,
    isCertain: isTold && explanation.unique,
  };
}

/** Where the error holds the mean already, what stands in its place is without one: that is a second thing, and true. */
const isNamed = ({ made, said, style, isSame }: Trial): boolean =>
  made === said ||
  isSame ||
  (style === 'divided by m at the output' &&
    said?.split('+').toSorted().join() === [made, 'missing-mean'].toSorted().join());

describe('random trials of the diagnosis', function () {
  this.timeout(3_600_000);

  it('name the mistake that was made or none, and accuse no right code', () => {
    const all = Array.from({ length: trials }, (_, i) => trial(firstSeed + i));
    assert.equal(all.filter((one) => one === 'accused').length, 0);
    const tried = all.filter((one) => typeof one !== 'string');
    const wrong = tried.filter((one) => one.said !== null && !isNamed(one));
    if (process.env['DIAGNOSIS_TRIALS'] !== undefined)
      console.log(
        `${String(tried.length)} tried, ${String(tried.filter(isNamed).length)} named, ` +
          `${String(tried.filter(({ said }) => said === null).length)} not told, ${String(wrong.length)} wrong; ` +
          `named by another name that nobody could tell from it:\n` +
          tried
            .filter((one) => one.made !== one.said && isNamed(one))
            .map(({ what, said }) => `  ${what}: ${String(said)}\n`)
            .join(''),
      );
    assert.ok(tried.length > trials / 3, `${String(tried.length)} tried`);
    assert.deepEqual(
      wrong.map(
        ({ what, said, isCertain }) => `${what} was told as ${String(said)}${isCertain ? '' : ' (likely)'}`,
      ),
      [],
    );
  });
});
