/** The reference's training at any rate. */
import assert from 'node:assert/strict';
import { course } from '../../../src/course/course';
import { notesPicture } from '../../../src/course/picture';
import {
  costOfMean,
  heldMoments,
  notesIterations,
  notesRate,
  trainingRun,
} from '../../../src/course/trainingRun';
import { notesData } from '../../../src/engine/notes';
import { matrixShape } from '../../../src/engine/tensor';
import { notesInputs } from '../../../src/network/probes';
import { train, trainingReference } from '../../../src/network/training';

describe('a training for the picture', () => {
  it('is the reference’s own at the notes’ rate, however often it stops to look', () => {
    const { spec, layers, convention } = notesPicture;
    const reference = Array.from(trainingReference(spec, convention, layers));
    for (const every of [20, 50]) {
      const { costs, moments } = trainingRun(notesPicture, notesRate, every);
      assert.deepEqual(costs, reference);
      assert.equal(moments.length, notesIterations / every);
    }
  });

  it('begins with the notes’ weights and moves them', () => {
    const { moments } = trainingRun(notesPicture, notesRate, 100);
    const first = moments[0]?.weights.get('W1') ?? [];
    assert.equal(first[0]?.toFixed(4), '0.4967');
    assert.notDeepEqual(moments.at(-1)?.weights.get('W1'), first);
  });

  it('counts the units that have died', () => {
    const { moments } = trainingRun(notesPicture, notesRate, 100);
    assert.deepEqual(moments.at(-1)?.dead, [[4]]);
  });

  it('learns faster at a larger rate, and ends where costs are no numbers any more', () => {
    const at = (rate: number): readonly number[] => trainingRun(notesPicture, rate, 20).costs;
    assert.ok((at(0.1)[50] ?? NaN) < (at(0.01)[50] ?? NaN));
    assert.ok(at(1e200).length < notesIterations);
    assert.ok(at(1e200).every(Number.isFinite));
  });

  it('knows what always answering the mean would cost', () => {
    const y = Array.from(notesData().Y.data);
    const mean = y.reduce((sum, one) => sum + one, 0) / y.length;
    const variance = y.reduce((sum, one) => sum + (one - mean) ** 2, 0) / y.length;
    assert.ok(Math.abs((costOfMean(notesPicture) ?? NaN) - variance) < 1e-12);
  });

  it('is the same told by its parameters alone, up to the first that are no numbers', () => {
    const { spec, layers, convention } = notesPicture;
    const { moments } = trainingRun(notesPicture, notesRate, 200);
    const start = notesInputs(spec, layers);
    const held = moments.map((_, at) => {
      const round = { learningRate: notesRate, iterations: 200 * at };
      return train(spec, convention, start, round).parameters;
    });
    const arrays = [...(held[0] ?? [])].map(([name, value]) => ({ name, shape: matrixShape(value) }));
    const entries = held.map((one) => [...one.values()].flatMap(({ data }) => Array.from(data)));
    assert.deepEqual(heldMoments(notesPicture, { arrays, moments: entries }), moments);
    const broken = entries.map((one, at) =>
      at === 3 ? one.map((value, i) => (i === 7 ? null : value)) : one,
    );
    assert.equal(heldMoments(notesPicture, { arrays, moments: broken }).length, 3);
  });

  it('is there for every picture of the course', () => {
    for (const { id, picture } of course) {
      if (picture === null) continue;
      const { costs, moments } = trainingRun(picture, notesRate, 200);
      assert.equal(costs.length, notesIterations, id);
      assert.ok(
        moments.every(({ weights }) => weights.size === picture.layers.length - 1),
        id,
      );
    }
  });
});
