import assert from 'node:assert/strict';
import { NewRandom } from '../../../src/engine/newRandom';

describe('the generator of default_rng(42)', () => {
  it('draws what NumPy 2.4 draws', () => {
    const normal = new NewRandom().randn([2, 3]);
    assert.deepEqual(normal.shape, [2, 3]);
    const known = [0.30471708, -1.03998411, 0.7504512, 0.94056472, -1.95103519, -1.30217951];
    assert.ok(normal.data.every((value, i) => Math.abs(value - (known[i] ?? NaN)) < 1e-8));
    const even = new NewRandom().rand([3]).data;
    assert.ok(
      even.every((value, i) => Math.abs(value - ([0.77395605, 0.43887844, 0.85859792][i] ?? NaN)) < 1e-8),
    );
  });

  it('goes through the edges of its layers and its tail', () => {
    const values = new NewRandom().randn([20000]).data;
    const mean = values.reduce((a, b) => a + b) / values.length;
    const square = values.reduce((a, b) => a + b * b, 0) / values.length;
    assert.ok(Math.abs(mean) < 0.03 && Math.abs(square - 1) < 0.03);
    assert.ok(
      values.some((value) => Math.abs(value) > 3.6541528853610088),
      'the tail',
    );
    // The twenty thousandth, as NumPy draws it: every rejection before it took as many words.
    assert.ok(Math.abs((values[19999] ?? NaN) - 1.1749808943372717) < 1e-12);
  });
});
