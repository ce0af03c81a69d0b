/**
 * Text, judging and picture of an exercise are of one network: what its equations say, read off their TeX, is what
 * snippets are compared with, and what the picture plays. A text of one function over a judging of another fails here.
 */
import assert from 'node:assert/strict';
import { columnForm } from '../../support/columnForm';
import { course } from '../../../src/course/course';
import type { Exercise } from '../../../src/course/judgedExercise';
import { inputsOf, type Probe } from '../../../src/course/judging/probe';
import { networkJudging } from '../../../src/course/judging/network';
import { batchPass } from '../../../src/course/networkPass';
import { pictureOf } from '../../../src/course/picture';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { hiddenGradients } from '../../../src/course/exercises/hiddenGradients';
import { cost as costExercise } from '../../../src/course/exercises/cost';
import { evaluate, type Computation } from '../../../src/engine/computation';
import type { Values } from '../../../src/engine/operation';
import type { Tensor } from '../../../src/engine/tensor';
import { map, scalar, transpose, zip } from '../../../src/engine/tensor';
import type { Cut } from '../../../src/network/cut';
import { reluNetwork, type NetworkSpec } from '../../../src/network/spec';
import { networkFolders } from '../networkFolders';
import { NotEvaluable, valuesOf } from './evaluateTex';

/** Equations that define no array: what they are instead. */
const otherwise: readonly (readonly [RegExp, string])[] = [
  [/^(positive|notPositive)$/u, 'cases of the equation before'],
  [/^transpose$/u, 'a law'],
  [/^notes-/u, 'the notes’ derivation, in factors that are no arrays of the code'],
];

/** Drawn arrays, whose equations say of what distribution, and the differences of any function: no array follows from them. */
const isOtherwise = ({ id }: Exercise): boolean => ['initialize-weights', 'numerical-gradient'].includes(id);

function close(a: Tensor, b: Tensor): boolean {
  return (
    a.data.length === b.data.length &&
    a.data.every((x, i) => Math.abs(x - (b.data[i] ?? NaN)) <= 1e-7 * (1 + Math.abs(x)))
  );
}

const isMatrix = ({ shape }: Tensor): boolean => shape.length === 2;

function samplesIn(inputs: Values): number | null {
  for (const name of ['X', 'Y', 'A2', 'dZ2']) {
    const rows = inputs.get(name)?.shape[0];
    if (rows !== undefined) return rows;
  }
  return null;
}

/** The slope of what an equation defines, by an array that it is made of entry by entry. */
function slopeOf(tex: string, by: string, values: Values): Tensor {
  const at = (moved: number): Tensor => {
    const x = values.get(by) ?? scalar(NaN);
    const [y = scalar(NaN)] = valuesOf(tex, {
      values: new Map(values).set(
        by,
        map(x, (entry) => entry + moved),
      ),
      samples: 'rows',
    });
    return y;
  };
  return zip(at(1e-5), at(-1e-5), (above, below) => (above - below) / 2e-5);
}

/** What the equations make of the inputs, in order; updates see the parameters as they were before all of them. */
function read(
  exercise: Exercise,
  inputs: Values,
  m: number | null,
  samples: 'rows' | 'columns',
): Map<string, Tensor> {
  const values = new Map(inputs);
  if (m !== null) values.set('m', scalar(m));
  const later: [string, Tensor][] = [];
  for (const { name, rows, columns } of exercise.equations) {
    if (otherwise.some(([pattern]) => pattern.test(name))) continue;
    const tex = samples === 'rows' ? rows : (columns ?? rows);
    const sides = tex
      .replace('\\hat{Y} =', '')
      .replace('= \\term{A3}{A_3} =', '=')
      .replace('\\frac{dy}{dx} =', '');
    for (const [slope = '', of = '', by = ''] of tex.matchAll(/(?<=\\term\{)d(\w)_d(\w)(?=\})/gu)) {
      const defined = exercise.equations.find((one) => one.name === of);
      if (defined) values.set(slope, slopeOf(defined.rows, by, values));
    }
    const [first, ...others] = valuesOf(sides, {
      values,
      samples,
      isOfEntries: exercise.parameters.join() === 'x',
    });
    assert.ok(first && others.every((other) => close(first, other)), tex);
    if (tex.includes('\\leftarrow')) later.push([name, first]);
    else values.set(name, first);
  }
  for (const [name, value] of later) values.set(name, value);
  return values;
}

/** One round of a training, from the parameters that it draws first. */
function beginningOf(computation: Computation, inputs: Values): Values {
  if (!computation.loop) return inputs;
  return evaluate({ ...computation, loop: null, returns: [] }, inputs).values;
}

/** Why a text is not that of the judging; null where it is. */
function mismatch(exercise: Exercise, probe: Probe, samples: 'rows' | 'columns'): string | null {
  const references = exercise.judging.references(probe);
  const inputs = inputsOf(probe);
  const isRight = references.map(({ computation }) => {
    const start = beginningOf(computation, inputs);
    const arrays = [...start].filter(([, value]) => isMatrix(value));
    const given: Values = samples === 'rows' ? start : new Map([...start, ...columnForm(new Map(arrays))]);
    const said = read(exercise, given, samplesIn(start), samples);
    const { values, first } = evaluate(computation, inputs);
    const steps = [...computation.steps, ...(computation.loop?.steps ?? [])];
    const right = new Map(
      steps.map((step) => [step.name, first.get(step.operation) ?? values.get(step.name)]),
    );
    const wrong = [
      ...new Set([...exercise.equations.map(({ name }) => name), ...computation.returns]),
    ].filter((name) => {
      const [text, reference] = [said.get(name), right.get(name)];
      if (!reference || name === 'costs') return false;
      if (!text) return true;
      return !close(samples === 'rows' || !isMatrix(text) ? text : transpose(text), reference);
    });
    return wrong;
  });
  const best = isRight.toSorted((a, b) => a.length - b.length)[0] ?? [];
  return best.length === 0 ? null : best.join(', ');
}

function textFault(exercise: Exercise): string | null {
  const probes = exercise.judging
    .probes()
    .filter(({ purpose }) => purpose === 'distinct' || purpose === 'brief');
  const forms = exercise.judging.columns ? (['rows', 'columns'] as const) : (['rows'] as const);
  for (const probe of probes)
    for (const samples of forms) {
      const found = mismatch(exercise, probe, samples);
      if (found !== null) return `${samples}: ${found}`;
    }
  return null;
}

/** The arrays of the picture that are not those of the learner's own data. */
function pictureFault({ picture, judging }: Exercise): string | null {
  const shown = judging.probes().find(({ purpose }) => purpose === 'shown');
  if (!picture || !shown) return null;
  const pass = batchPass(picture);
  const inputs = inputsOf(shown);
  const unlike = (values: Values): readonly string[] =>
    [...values].flatMap(([name, value]) => {
      const played = pass.get(name);
      // After an update a parameter is another one.
      const isOther = judging.mayChangeInputs && !inputs.has(name);
      return !played ||
        isOther ||
        !isMatrix(value) ||
        close(value, { shape: [...played.shape], data: Float64Array.from(played.data) })
        ? []
        : [name];
    });
  const given = unlike(inputs);
  if (given.length > 0) return given.join(', ');
  if (judging.mayChangeInputs) return null;
  const best = judging
    .references(shown)
    .map(({ computation }) => unlike(evaluate(computation, inputs).values))
    .toSorted((a, b) => a.length - b.length)[0];
  return best && best.length > 0 ? best.join(', ') : null;
}

const exercises = [...course, ...networkFolders];

describe('the text of an exercise', () => {
  for (const exercise of exercises.filter((one) => !isOtherwise(one))) {
    it(`is that of its judging: ${exercise.id}`, () => {
      assert.equal(textFault(exercise), null);
    });
  }

  for (const exercise of exercises.filter(({ picture }) => picture !== null)) {
    it(`is that of its picture: ${exercise.id}`, () => {
      assert.equal(pictureFault(exercise), null);
    });
  }

  const smooth: NetworkSpec = {
    layers: [
      { units: 'n_hidden', activation: 'sigmoid' },
      { units: 'n_out', activation: 'relu' },
    ],
    loss: 'squared-error',
  };

  it('cannot say ReLU where sigmoid is judged, nor the other way round', () => {
    for (const exercise of [hiddenGradients, backward2Layer]) {
      const cut: Cut = { spec: smooth, given: exercise.parameters, returned: exercise.returns };
      const judged: Exercise = { ...exercise, judging: networkJudging(cut) };
      assert.match(textFault(judged) ?? '', /dZ1/u, exercise.id);
      const said: Exercise = {
        ...exercise,
        equations: exercise.equations.map((equation) => ({
          ...equation,
          rows: equation.rows.replaceAll('\\operatorname{relu}', '\\sigma'),
        })),
      };
      assert.match(textFault(said) ?? '', /dZ1/u, exercise.id);
    }
  });

  it('cannot lose a sign, a transpose, a mean or a factor', () => {
    const slips: readonly (readonly [Exercise, string, string])[] = [
      [backward2Layer, ' - \\term{Y}', ' + \\term{Y}'],
      [backward2Layer, '\\frac{1}{\\term{m}{m}} \\sum_', '\\sum_'],
      [hiddenGradients, '\\odot', '+'],
      [costExercise, ')^2', ')'],
    ];
    for (const [exercise, right, wrong] of slips) {
      assert.ok(
        exercise.equations.some(({ rows }) => rows.includes(right)),
        `${exercise.id} has ${right}`,
      );
      const equations = exercise.equations.map((one) => ({ ...one, rows: one.rows.replace(right, wrong) }));
      assert.notEqual(textFault({ ...exercise, equations }), null, `${exercise.id}: ${right}`);
    }
  });

  it('cannot go with the picture of another network', () => {
    const picture = pictureOf({ spec: smooth });
    assert.notEqual(pictureFault({ ...backward2Layer, picture }), null);
    assert.equal(pictureFault({ ...backward2Layer, picture: pictureOf({ spec: reluNetwork(2) }) }), null);
  });

  it('is read as it stands, or not at all', () => {
    assert.throws(
      () => valuesOf('\\term{a}{a} = \\operatorname{mystery}(2)', { values: new Map(), samples: 'rows' }),
      NotEvaluable,
    );
    const [value] = valuesOf('\\term{a}{a} = 2\\left(3 - 1\\right) + \\max(0, 5)', {
      values: new Map(),
      samples: 'rows',
    });
    assert.equal(value?.data[0], 9);
  });
});
