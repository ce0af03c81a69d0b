/** What wrong results say by themselves: entries that were cut, signs alone, the right numbers in another shape. */
import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { relu } from '../../../src/course/exercises/relu';
import type { Tensor } from '../../../src/engine/tensor';
import type { PyValue } from '../../../src/python/runtime';
import { judge } from './pretendedRun';

function changed(value: PyValue, change: (array: Tensor) => Tensor): PyValue {
  if (value.kind === 'array') return { ...value, ...change(value) };
  if (value.kind === 'tuple') return { ...value, items: value.items.map((item) => changed(item, change)) };
  return value;
}

const flat = ({ data }: Tensor): Tensor => ({ shape: [data.length], data });
const cutAt =
  (bound: number) =>
  ({ shape, data }: Tensor): Tensor => ({
    shape,
    data: data.map((entry) => Math.max(-bound, Math.min(bound, entry))),
  });

function codesOf(exercise: typeof relu, change: (array: Tensor) => Tensor): readonly string[] {
  return judge(exercise, { returns: (value) => changed(value, change) }).diagnoses.map(({ code }) => code);
}

describe('what wrong results say by themselves', function () {
  this.timeout(120_000);

  it('knows entries that were cut at a bound, and signs alone, from results that ignore their arguments', () => {
    assert.deepEqual(codesOf(backward2Layer, cutAt(0.05)), ['clipped']);
    assert.deepEqual(
      codesOf(backward2Layer, ({ shape, data }) => ({ shape, data: data.map(Math.sign) })),
      ['clipped'],
    );
  });

  it('does not speak of cutting where nothing was cut: a flattened array has another shape', () => {
    assert.deepEqual(codesOf(relu, flat), ['wrong-shape']);
  });

  it('names both shapes of a flattened array', () => {
    const { diagnoses, values } = judge(relu, { returns: (value) => changed(value, flat) });
    const [row] = values;
    assert.ok(row?.actualShape);
    assert.match(diagnoses[0]?.message ?? '', new RegExp(`\\(${row.expectedShape.join(', ')}\\)`));
    assert.match(diagnoses[0]?.message ?? '', new RegExp(`\\(${String(row.actualShape[0])},\\)`));
  });
});
