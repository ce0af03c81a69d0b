import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { train2Layer } from '../../../src/course/exercises/train2Layer';
import { inputsOf } from '../../../src/course/judging/probe';
import type { Evidence, HelperCall, Observation } from '../../../src/diagnosis/evidence';
import { isOtherFunction } from '../../../src/diagnosis/helpers';
import { locate } from '../../../src/diagnosis/locate';
import { mutantsOf } from '../../../src/diagnosis/mutants';
import { activations } from '../../../src/engine/activations';
import { allSteps, evaluate } from '../../../src/engine/computation';
import { read, type OperationKind } from '../../../src/engine/operation';
import { map, transpose, type Tensor } from '../../../src/engine/tensor';
import { observed, probeFor, referenceOf } from './pretended';

const probe = probeFor(backward2Layer, 'distinct');
const inputs = inputsOf(probe);
const reference = referenceOf(backward2Layer, probe);
const right = evaluate(reference, inputs).values;

/** The line of a mistake that shows in a helper, by what the helper was given. */
function line(
  key: string,
  observations: readonly Observation[],
  calls: readonly HelperCall[],
): number | null {
  const mutant = mutantsOf(reference, [...inputs.keys()]).find((one) => one.key === key);
  assert.ok(mutant, `known: ${key}`);
  const computation = mutant.applyTo(reference);
  const { values } = evaluate(computation, inputs);
  const evidence: Evidence = {
    inputs,
    accepted: [reference],
    returned: new Map(reference.returns.map((name) => [name, read(values, name)])),
    observations,
    calls,
    returnLines: new Map(),
  };
  return locate(reference, computation, mutant, evidence);
}

function called(given: readonly Tensor[], more: Partial<HelperCall> = {}): HelperCall {
  return { line: 8, frame: 'helper', depth: 1, given, at: 0, ...more };
}

function wrongly(key: string, step: string): Tensor {
  const mutant = mutantsOf(reference, [...inputs.keys()]).find((one) => one.key === key);
  assert.ok(mutant);
  return read(evaluate(mutant.applyTo(reference), inputs).values, step);
}

const given = (name: string): Tensor => read(inputs, name);
const made = (name: string): Tensor => read(right, name);

describe('the line of a slip that shows in a helper', () => {
  const key = 'wrong-layer-input/with:Z1/dW2';
  const shown = [
    observed(2, 'return', wrongly(key, 'dW2'), 'helper', 1),
    observed(8, 'dW2', wrongly(key, 'dW2')),
  ];

  it('is the call where another array was handed over, and the body where the right one was', () => {
    assert.equal(line(key, shown, [called([given('Z1'), made('dZ2')])]), 8);
    assert.equal(line(key, shown, [called([given('Z1'), given('A1'), made('dZ2')])]), 2);
    assert.equal(line(key, shown, []), 2, 'nothing is known of the call');
  });

  it('knows an operand by its transpose and by a multiple of it', () => {
    const tenth = map(made('dZ2'), (value) => value / 10);
    assert.equal(line(key, shown, [called([transpose(given('A1')), tenth])]), 2);
  });

  it('takes an operand for given where all that it is made of was', () => {
    assert.equal(line(key, shown, [called([given('A1'), given('A2'), given('Y')])]), 2);
    assert.equal(line(key, shown, [called([given('Z1'), given('A2'), given('Y')])]), 8);
  });

  it('goes out as far as to the helper that had everything in hand', () => {
    const inner = called([given('Z1'), made('dZ2')], { line: 5, frame: 'product', depth: 2 });
    const within = [observed(2, 'return', wrongly(key, 'dW2'), 'product', 2), ...shown.slice(1)];
    assert.equal(line(key, within, [called([given('A1'), made('dZ2')]), inner]), 5);
    assert.equal(line(key, within, [called([given('Z1'), made('dZ2')]), inner]), 8);
  });

  it('takes no call for that of a later one', () => {
    const earlier = observed(2, 'return', given('Z2'), 'helper', 1);
    assert.equal(line(key, [earlier, ...shown], [called([given('Z2')])]), 2);
  });

  it('is the return of what was handed over and came back as it was', () => {
    const missing = 'missing-activation-derivative/through/dZ1';
    const carried = made('dA1');
    const copied = [
      observed(3, 'copy', carried, 'helper', 1),
      observed(4, 'return', carried, 'helper', 1),
      observed(8, 'dZ1', carried),
    ];
    assert.equal(line(missing, copied, [called([carried, given('Z1')])]), 4);
    assert.equal(line(missing, copied, [called([carried, given('A1')])]), 4, 'A1 tells the slope as well');
    assert.equal(line(missing, copied, [called([carried])]), 8);
  });
});

describe('the line of an update that comes too early', () => {
  const probe = probeFor(train2Layer, 'brief');
  const given = inputsOf(probe);
  const reference = referenceOf(train2Layer, probe);
  const mutant = mutantsOf(reference, [...given.keys()]).find(
    ({ key }) => key === 'update-order/early:W2/W2',
  );
  assert.ok(mutant);
  const computation = mutant.applyTo(reference);
  const { first } = evaluate(computation, given);
  const firstOf = (name: string, kind: OperationKind): Tensor => {
    const step = allSteps(computation).find((one) => one.name === name && one.operation.kind === kind);
    const value = step && first.get(step.operation);
    assert.ok(value);
    return value;
  };
  const updated = firstOf('W2', 'descend');
  const spoiled = firstOf('dA1', 'carry');
  const found = (observations: readonly Observation[]): number | null =>
    locate(reference, computation, mutant, {
      inputs: given,
      accepted: [reference],
      returned: new Map(),
      observations,
      returnLines: new Map(),
    });

  it('is the update, and not what it spoils', () => {
    assert.equal(found([observed(23, 'W2', updated), observed(25, 'dA1', spoiled)]), 23);
    assert.equal(found([observed(25, 'dA1', spoiled)]), 25);
  });

  it('is in the frame in which both are done', () => {
    const own = observed(5, 'W2', updated, 'update', 1);
    const call = observed(23, 'W2', updated);
    assert.equal(found([own, call, observed(25, 'dA1', spoiled)]), 23);
    const both = [observed(5, 'self.W2', updated, 'backward', 1), observed(6, 'd', spoiled, 'backward', 1)];
    assert.equal(found([...both, observed(30, 'net.W2', updated)]), 5);
  });
});

describe('a helper by its name', () => {
  it('is of another function than the one that is asked for, whichever that is', () => {
    const { relu, sigmoid, silu } = activations;
    const others = { relu: ['leaky_relu', 'ELU_grad', 'swish', 'dTanh'], sigmoid: ['relu', 'd_softmax'] };
    for (const frame of others.relu) assert.ok(isOtherFunction(frame, relu), frame);
    for (const frame of others.sigmoid) assert.ok(isOtherFunction(frame, sigmoid), frame);
    for (const frame of ['relu_derivative', 'reluBackward', 'step', 'helper'])
      assert.ok(!isOtherFunction(frame, relu), frame);
    assert.ok(!isOtherFunction('sigm', sigmoid));
    assert.ok(!isOtherFunction('swish_prime', silu));
    for (const [name, one] of Object.entries(activations)) assert.ok(!isOtherFunction(name, one), name);
  });
});
