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
import { ProbeDrawer } from '../../src/grader/drawProbes';
import { adapterOf, argumentsOf } from '../../src/grader/request';
import { foldersLimits } from '../../src/grader/unsound';
import type { PythonRuntime, PyValue } from '../../src/python/runtime';
import { wholeCourse } from '../support/wholeCourse';
import { builtinRuntime } from '../support/runtimes';
import { IndexedText, type Known } from '../unit/course/evaluateIndexed';
import { NotEvaluable, valuesOf } from '../unit/course/evaluateTex';

/** What no equation here can be computed of, and why. */
const otherwise: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'gradient-check-lab': { numeric: 'differences of f, a function that only Python has' },
};

/** Exercises whose equations speak of entries, layers or steps by an index. */
const indexed = [
  'autograd-value',
  'backward-l-layer',
  'gradient-check-lab',
  'momentum-adam',
  'embedding',
  'conv2d',
  'max-pool',
  'rnn-step',
];

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

/** One probe: what was given, and beside it what the solution held when it ended and gave back. */
interface Run {
  readonly inputs: ReadonlyMap<string, Known>;
  readonly known: ReadonlyMap<string, Known>;
  readonly sizes: Readonly<Record<string, number>>;
}

const isTensor = (known: Known | undefined): known is Tensor => known !== undefined && !Array.isArray(known);

/** All numbers of an array or of a list of them. */
function numbersIn(known: Known): Tensor {
  if (isTensor(known)) return known;
  const all = known.flatMap(({ data }) => [...data]);
  return { shape: [all.length], data: Float64Array.from(all) };
}

/** The names whose equations give other than the solution on one of the probes, or cannot be read. */
function faultsOf(exercise: Exercise, runs: readonly Run[]): readonly string[] {
  return indexed.includes(exercise.id) ? indexedFaults(exercise, runs) : plainFaults(exercise, runs);
}

function plainFaults(exercise: Exercise, runs: readonly Run[]): readonly string[] {
  const definitions = definitionsOf(exercise);
  const wrong = new Set(exercise.returns.filter((name) => !definitions.some((one) => one.name === name)));
  for (const { known } of runs) {
    const values = new Map(
      [...known].flatMap(([name, one]) => (isTensor(one) ? [[name, one] as const] : [])),
    );
    const [m = NaN, n = NaN] = values.get(exercise.parameters[0] ?? '')?.shape ?? [];
    values.set('m', scalar(m));
    values.set('n', scalar(n));
    // What stands behind another in its line may be needed before it.
    for (const { name, tex } of definitions.toReversed())
      values.set(name, values.get(name) ?? read(tex, values));
    for (const { name, tex } of definitions) {
      const said = read(tex, values);
      const held = known.get(name);
      if (isTensor(held) && !close(said, held)) wrong.add(name);
    }
  }
  return [...wrong];
}

function indexedFaults(exercise: Exercise, runs: readonly Run[]): readonly string[] {
  const { id, equations, parameters, returns } = exercise;
  const lines = equations.flatMap(({ name, rows }) => (otherwise[id]?.[name] === undefined ? [rows] : []));
  return returns.filter((name) => {
    if (otherwise[id]?.[name] !== undefined) return false;
    return runs.some((run) => {
      const saidBy = (moved = new Map<string, Known>()): IndexedText =>
        new IndexedText(lines, new Map([...lettersOf(run), ...run.inputs, ...moved]), run.known, run.sizes);
      const of = parameters.find((one) => name === `d${one}`);
      const text = saidBy();
      const said =
        text.defines(name) || of === undefined
          ? text.whole(name)
          : slopeBy(of, run, saidBy, returns[0] ?? '');
      const right = run.known.get(name);
      return !right || !close(said, numbersIn(right));
    });
  });
}

function read(tex: string, values: ReadonlyMap<string, Tensor>): Tensor {
  const [value] = valuesOf(tex, { values, samples: 'rows' });
  if (!value) throw new NotEvaluable(tex);
  return value;
}

describe('the texts of exercises that are judged by their solution', function () {
  this.timeout(300_000);
  let python: PythonRuntime;
  before(() => {
    python = builtinRuntime();
  });
  after(() => python.dispose());

  async function runsOf({ folder }: Exercise): Promise<readonly Run[]> {
    assert.ok(folder);
    const { definition } = folder;
    const { reference, parameters, returns, functionName, solution } = folder.definition;
    assert.ok(reference.kind === 'solution');
    const drawn = await new ProbeDrawer(definition, reference, python, foldersLimits).probes();
    // Equal sizes are asked for only where other sizes raise.
    const probes = drawn.filter(({ purpose }) => purpose !== 'square');
    const adapter = adapterOf(definition);
    const run = await python.run({
      source: solution,
      functionName,
      ...(adapter ? { adapter } : {}),
      calls: probes.map((probe) => ({
        name: callNameOf(probe),
        arguments: argumentsOf(probe),
        trace: true,
        twice: false,
      })),
      drives: [],
      limits: foldersLimits,
      returns,
      parameters,
    });
    return probes.map((probe) => {
      const call = run.calls.find(({ name }) => name === callNameOf(probe));
      assert.ok(call, callNameOf(probe));
      const items = call.returned?.kind === 'tuple' ? call.returned.items : [];
      const held = call.trace.filter(({ name, depth }) => depth === 0 && name !== 'return');
      const inputs = new Map<string, Known>(inputsOf(probe));
      for (const argument of probe.arguments)
        if (argument.kind === 'list')
          inputs.set(
            argument.name,
            argument.items.flatMap((item) => (item.kind === 'array' ? [item.value] : [])),
          );
      const known = [
        ...held.map(({ name, value }) => [name, knownOf(value)] as const),
        ...inputs,
        ...returns.map((name, at) => [name, knownOf(items[at])] as const),
      ].flatMap(([name, value]) => (value ? [[name, value] as const] : []));
      return { inputs, known: new Map(known), sizes: probe.sizes ?? {} };
    });
  }

  it('are all of them, and all that they return but for what is listed', () => {
    const ids = folders.map(({ id }) => id);
    assert.deepEqual(
      [...indexed, ...Object.keys(otherwise)].filter((id) => !ids.includes(id)),
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
    'autograd-value': [[/u \+ u/u, 'u']],
    'backward-l-layer': [
      [/W_\{l\+1\}\^\\top/u, 'W_{l+1}'],
      [/relu/u, 'tanh'],
      [/A_\{l-1\}/u, 'A_{l}'],
    ],
    'gradient-check-lab': [[/\| \+ \\left\|/u, '| - \\left|']],
    'momentum-adam': [
      [/_t\^2/u, '_t'],
      [/\^t/u, '^2'],
    ],
    embedding: [[/\\frac\{1\}\{n\}/u, '']],
    conv2d: [[/i s \+ p/u, 'i s']],
    'max-pool': [
      [/at\\ the\\ maximum/u, 'elsewhere'],
      [/i s \+ p/u, 'i + p'],
    ],
    'rnn-step': [
      [/\\tanh/u, '\\sigma'],
      [/\{t-1\}/u, '{t}'],
    ],
  };

  for (const exercise of folders) {
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

/** What `check.py` of an exercise without arrays calls its numbers: a, b, c in their order. */
function lettersOf({ inputs }: Run): readonly (readonly [string, Known])[] {
  return [...inputs.values()].map((value, i) => [String.fromCharCode('a'.charCodeAt(0) + i), value]);
}

/** The slope of a text's scalar by one of its numbers. */
function slopeBy(
  name: string,
  { inputs }: Run,
  saidBy: (moved: Map<string, Known>) => IndexedText,
  scalarName: string,
): Tensor {
  const x = inputs.get(name);
  assert.ok(isTensor(x) && x.data.length === 1, name);
  const at = (moved: number): number => {
    const value = scalar((x.data[0] ?? NaN) + moved);
    const letter =
      lettersOf({ inputs, known: inputs, sizes: {} })[[...inputs.keys()].indexOf(name)]?.[0] ?? '';
    return saidBy(new Map([[letter, value]])).whole(scalarName).data[0] ?? NaN;
  };
  return scalar((at(1e-5) - at(-1e-5)) / 2e-5);
}

/** The tensor, or the list of them, that a Python value is. */
function knownOf(value: PyValue | undefined): Known | null {
  if (value?.kind !== 'list') return value ? toTensor(value) : null;
  const items = value.items.map((item) => toTensor(item));
  return items.every((item) => item !== null) ? items : null;
}

/** The faults of a text, where what cannot be read is one too. */
function isRefused(exercise: Exercise, runs: readonly Run[]): readonly string[] {
  try {
    return faultsOf(exercise, runs);
  } catch (error) {
    return [String(error)];
  }
}
