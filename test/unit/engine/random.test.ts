import assert from 'node:assert/strict';
import fc from 'fast-check';
import { naturalLog } from '../../../src/engine/naturalLog';
import { LegacyRandom } from '../../../src/engine/random';

/** Drawn with NumPy 2.4 after `np.random.seed(seed)`: rand(5), randn(5), rand(1), randn(2), in this order. */
const drawn: readonly (readonly [number, readonly number[]])[] = [
  [
    0,
    [
      0.5488135039273248, 0.7151893663724195, 0.6027633760716439, 0.5448831829968969, 0.4236547993389047,
      -0.8427240538292873, 1.9699244478698945, 1.2661185298577784, -0.5058765397605117, 2.5452007784710537,
      0.925596638292661, 1.0808119130554454, 0.44386323274542566,
    ],
  ],
  [
    11,
    [
      0.1802696888767692, 0.019475241487624584, 0.4632185264983446, 0.7249339291921478, 0.42020360458772743,
      -0.31889900473546323, -0.009538384426501737, 0.7020732995464747, -0.02006773159679747,
      0.4595571558663135, 0.10873607186897494, 0.7010230467822389, 0.42105071625547846,
    ],
  ],
  [
    42,
    [
      0.3745401188473625, 0.9507143064099162, 0.7319939418114051, 0.5986584841970366, 0.15601864044243652,
      0.2790412922001377, 1.0105152848065264, -0.580878134023515, -0.5251698071781478, -0.5713801657541415,
      0.5247564316322378, -0.9240828377471049, -1.7249178325130328,
    ],
  ],
  [
    4294967295,
    [
      0.0976320289940138, 0.9123828453026218, 0.78903530185164, 0.7800035981134678, 0.01793967398674523,
      0.0813036681172692, 0.4096851233481656, 0.31595808265170017, 0.03503916479349264, -1.741430868579208,
      0.1817673614885038, -0.8494554052976473, -0.026158136126360088,
    ],
  ],
];

describe('LegacyRandom', () => {
  for (const [seed, numbers] of drawn) {
    it(`draws what NumPy draws after seed ${String(seed)}, bit for bit, the waiting normal included`, () => {
      const random = new LegacyRandom(seed);
      const all = [random.rand(5), random.randn(5), random.rand(1), random.randn(2)];
      assert.deepEqual(
        all.flatMap(({ data }) => Array.from(data)),
        numbers,
      );
    });
  }

  it('draws in C order, and the same whatever the shape', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 5 }), fc.nat({ max: 5 }), (seed, rows, columns) => {
        const flat = new LegacyRandom(seed).randn(rows * columns);
        const matrix = new LegacyRandom(seed).randn(rows, columns);
        assert.deepEqual([matrix.shape, matrix.data], [[rows, columns], flat.data]);
      }),
    );
    assert.deepEqual(new LegacyRandom(1).rand().shape, []);
  });

  it('goes on past one block of the generator', () => {
    const all = new LegacyRandom(7).rand(100000).data;
    assert.deepEqual(
      Array.from(all.subarray(-3)),
      [0.31543629488199476, 0.7428960435916989, 0.35809344787464226],
    );
  });

  it('refuses seeds that NumPy refuses', () => {
    for (const seed of [-1, 2 ** 32, 0.5, NaN]) assert.throws(() => new LegacyRandom(seed), RangeError);
  });
});

describe('naturalLog', () => {
  it('is the correctly rounded logarithm', () => {
    // From Python's decimal module with 60 digits; V8's own Math.log misses the first three in the last digit.
    const logarithms: readonly (readonly [number, number])[] = [
      [0.5857735994388273, -0.5348219131376583],
      [0.35778365586674016, -1.027826788473665],
      [0.7220060478057636, -0.32572176366211675],
      [0.8267494482083635, -0.19025359454305998],
      [0.6517547554969711, -0.4280869296903948],
      [0.9999999999999999, -1.1102230246251565e-16],
      [0.97, -0.030459207484708574],
      [0.7071067811865475, -0.34657359027997275],
      [0.7071067811865476, -0.3465735902799726],
      [0.5, -0.6931471805599453],
      [0.25, -1.3862943611198906],
      [1e-300, -690.7755278982137],
      [2.2e-16, -36.05290412754046],
    ];
    for (const [x, logarithm] of logarithms) assert.equal(naturalLog(x), logarithm, String(x));
    assert.equal(naturalLog(1), 0);
  });
});
