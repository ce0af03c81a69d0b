/**
 * The equations of the exercises that are judged by their solution: what they say, read off their TeX, is what the
 * solution holds and gives back. A text of one function over the solution of another fails here. (Those over a network
 * are tried in `unit/course/textMatchesJudging.test.ts`.)
 */
import assert from 'node:assert/strict';
import { callNameOf, inputsOf } from '../../src/course/judging/probe';
import type { Exercise } from '../../src/course/judgedExercise';
import { scalar, type Tensor } from '../../src/engine/tensor';
import { toTensor } from '../../src/grader/observe';
import { prepared } from '../../src/grader/prepare';
import { requestFor } from '../../src/grader/request';
import { createBuiltinRuntime } from '../../src/python/builtin';
import type { PythonRuntime } from '../../src/python/runtime';
import { wholeCourse } from '../support/wholeCourse';
import { NotEvaluable, valuesOf } from '../unit/course/evaluateTex';
import { builtinPaths } from './support';

/** Exercises whose equations define no whole arrays, and why. */
const otherwise: Readonly<Record<string, string>> = {
  'autograd-value': 'numbers of a graph, and rules of slopes',
  'backward-l-layer': 'each layer from the one behind it: the lists are of any length',
  'gradient-check-lab': 'differences of any function, entry by entry',
  'momentum-adam': 'each step from the one before it',
  embedding: 'rows picked by an array of indices',
  conv2d: 'entries by their indices',
  'max-pool': 'entries by their indices, and where a maximum stands',
  'rnn-step': 'each time from the one before it',
};

const folders = wholeCourse.filter(({ folder }) => folder?.definition.reference.kind === 'solution');

/** `[std] = … \qquad [var] = …` are two. */
function definitionsOf(exercise: Exercise): readonly { readonly name: string; readonly tex: string }[] {
  return exercise.equations
    .flatMap(({ rows }) => rows.split('\\qquad'))
    .map((tex) => ({ name: /\\term\{(\w+)\}/u.exec(tex)?.[1] ?? '', tex }));
}

function close(a: Tensor, b: Tensor): boolean {
  return (
    a.data.length === b.data.length &&
    a.data.every((x, i) => Math.abs(x - (b.data[i] ?? NaN)) <= 1e-7 * (1 + Math.abs(x)))
  );
}

/** What is known on a probe: what was given, and what the solution held when it ended and gave back. */
type Known = ReadonlyMap<string, Tensor>;

/** The names whose equations give other than the solution on one of the probes, or cannot be read. */
function faultsOf(exercise: Exercise, runs: readonly Known[]): readonly string[] {
  const definitions = definitionsOf(exercise);
  const wrong = new Set(exercise.returns.filter((name) => !definitions.some((one) => one.name === name)));
  for (const known of runs) {
    const values = new Map(known);
    const [m = NaN, n = NaN] = known.get(exercise.parameters[0] ?? '')?.shape ?? [];
    values.set('m', scalar(m));
    values.set('n', scalar(n));
    // What stands behind another in its line may be needed before it.
    for (const { name, tex } of definitions.toReversed())
      values.set(name, values.get(name) ?? read(tex, values));
    for (const { name, tex } of definitions) {
      const said = read(tex, values);
      const held = known.get(name);
      if (held && !close(said, held)) wrong.add(name);
    }
  }
  return [...wrong];
}

function read(tex: string, values: Known): Tensor {
  const [value] = valuesOf(tex, { values, samples: 'rows' });
  if (!value) throw new NotEvaluable(tex);
  return value;
}

describe('the texts of exercises that are judged by their solution', function () {
  this.timeout(300_000);
  let python: PythonRuntime;
  before(() => {
    python = createBuiltinRuntime(builtinPaths());
  });
  after(() => python.dispose());

  async function runsOf(exercise: Exercise): Promise<readonly Known[]> {
    const ready = await prepared(exercise, python);
    const run = await python.run(requestFor(ready, exercise.solution, 20, false));
    // Equal sizes are asked for only where other sizes raise.
    const probes = ready.judging.probes().filter(({ purpose }) => purpose !== 'square');
    return probes.map((probe) => {
      const call = run.calls.find(({ name }) => name === callNameOf(probe));
      assert.ok(call, callNameOf(probe));
      const items = call.returned?.kind === 'tuple' ? call.returned.items : [];
      const held = call.trace.filter(({ name, depth }) => depth === 0 && name !== 'return');
      return new Map(
        [
          ...held.map(({ name, value }) => [name, toTensor(value)] as const),
          ...inputsOf(probe),
          ...exercise.returns.map((name, at) => [name, items[at] ? toTensor(items[at]) : null] as const),
        ].flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
      );
    });
  }

  it('are all of them, but for those that define no whole arrays', () => {
    const ids = folders.map(({ id }) => id);
    assert.deepEqual(
      Object.keys(otherwise).filter((id) => !ids.includes(id)),
      [],
    );
  });

  /** What another text would say. */
  const slips: Readonly<Record<string, readonly (readonly [from: RegExp, to: string])[]>> = {
    'activation-slopes': [
      [/1 - \\term\{A1\}/u, '1 + \\term{A1}'],
      [/0\.01/u, '0'],
    ],
    'binary-cross-entropy': [
      [/1 \+ e\^\{-/u, '1 + e^{'],
      [/\}\) - \\term\{Y\}/u, '}) + \\term{Y}'],
    ],
    'softmax-cross-entropy': [
      [/-\\frac\{1\}\{m\}/u, '\\frac{1}{m}'],
      [/\\sum_\{\\mathrm\{row\}\}/u, '\\max_{\\mathrm{row}}'],
    ],
    dropout: [
      [/\\mathrm\{relu\}'/u, "\\sigma'"],
      [/\\mathrm\{relu\}\(/u, '\\sigma('],
    ],
    'l2-penalty': [[/2m/u, 'm']],
    attention: [[/\\mathrm\{softmax\}/u, '\\sigma']],
    batchnorm: [[/\\sqrt\{/u, '\\frac{1}{2}{']],
    'affine-layer': [[/\^\\top/u, '^2']],
  };

  for (const exercise of folders) {
    if (otherwise[exercise.id] !== undefined) continue;
    it(`${exercise.id}: its equations are what its solution computes`, async () => {
      const runs = await runsOf(exercise);
      assert.ok(runs.length >= 3);
      assert.deepEqual(faultsOf(exercise, runs), []);
      for (const [from, to] of slips[exercise.id] ?? []) {
        const equations = exercise.equations.map((one) => ({ ...one, rows: one.rows.replace(from, to) }));
        assert.notDeepEqual(equations, exercise.equations, from.source);
        assert.notDeepEqual(isRefused({ ...exercise, equations }, runs), [], from.source);
      }
    });
  }
});

/** The faults of a text, where what cannot be read is one too. */
function isRefused(exercise: Exercise, runs: readonly Known[]): readonly string[] {
  try {
    return faultsOf(exercise, runs);
  } catch (error) {
    return [String(error)];
  }
}
