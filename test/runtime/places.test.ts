/** The search for the one place of a program that, written otherwise, makes everything right (`diagnosis/python`). */
import assert from 'node:assert/strict';
import type { PlacesAnswer, PyArray, PythonRuntime } from '../../src/python/runtime';
import { builtinRuntime } from '../support/runtimes';

/** (m, n): numbers that no two rows or columns share. */
function matrix(m: number, n: number, start: number): PyArray {
  const data = Float64Array.from({ length: m * n }, (_, i) => Math.sin(start + 1.7 * i) + 0.1 * i);
  return { kind: 'array', dtype: 'float64', shape: [m, n], data };
}

const probes = [
  { x: matrix(4, 3, 1), d: matrix(4, 2, 5) },
  { x: matrix(5, 2, 2), d: matrix(5, 3, 7) },
];

/** xᵀ·d / m, and the mean of d over the rows, both as the exercise wants them. */
function expected({ x, d }: (typeof probes)[number]): readonly PyArray[] {
  const [m = 0, n = 0] = x.shape;
  const k = d.shape[1] ?? 0;
  const at = ({ data, shape }: PyArray, row: number, column: number): number =>
    data[row * (shape[1] ?? 0) + column] ?? NaN;
  const sum = (rows: number, of: (row: number) => number): number =>
    Array.from({ length: rows }, (_, row) => of(row)).reduce((a, b) => a + b, 0);
  const dw = Float64Array.from({ length: n * k }, (_, i) =>
    sum(m, (row) => (at(x, row, Math.floor(i / k)) * at(d, row, i % k)) / m),
  );
  const db = Float64Array.from({ length: k }, (_, i) => sum(m, (row) => at(d, row, i) / m));
  return [
    { kind: 'array', dtype: 'float64', shape: [n, k], data: dw },
    { kind: 'array', dtype: 'float64', shape: [1, k], data: db },
  ];
}

const head = 'import numpy as np\n\n\ndef gradients(x, d):\n';

describe('the search for the place of a mistake', function () {
  this.timeout(300_000);
  let python: PythonRuntime;

  before(() => {
    python = builtinRuntime();
  });

  after(() => python.dispose());

  async function askedOf(body: string, line: number | null = null): Promise<PlacesAnswer | undefined> {
    const { places, error } = await python.run({
      source: `${head}${body}`,
      functionName: 'gradients',
      parameters: ['x', 'd'],
      returns: ['dw', 'db'],
      calls: [],
      drives: [],
      limits: { timeoutSeconds: 20, outputBytes: 1000, resultBytes: 1 << 20 },
      places: {
        probes: probes.map((probe) => ({
          arguments: [probe.x, probe.d],
          expected: [{ kind: 'list', items: expected(probe) }],
          held: expected(probe),
        })),
        close: 1e-6,
        line,
        shown: false,
      },
    });
    assert.equal(error, null);
    return places;
  }

  async function placesIn(body: string, line: number | null = null): Promise<PlacesAnswer> {
    const places = await askedOf(body, line);
    assert.ok(places);
    return places;
  }

  const lines = ({ fits }: PlacesAnswer): readonly number[] => [...new Set(fits.map((fit) => fit.line))];

  const exchanges: readonly (readonly [string, string, number])[] = [
    [
      'an operator',
      '    m = x.shape[0]\n    dw = x.T @ d / m\n    db = d.sum(axis=0, keepdims=True) * m\n    return dw, db\n',
      7,
    ],
    [
      'an axis that was counted',
      '    m = x.shape[1]\n    dw = x.T @ d / m\n    db = d.sum(axis=0, keepdims=True) / m\n    return dw, db\n',
      5,
    ],
    [
      'a name',
      '    m = len(x)\n    e = d / m\n    dw = x.T @ d\n    db = e.sum(axis=0, keepdims=True)\n    return dw, db\n',
      7,
    ],
    [
      '= where += is meant, in a loop',
      '    dw = np.zeros((x.shape[1], d.shape[1]))\n    for a, b in zip(x, d):\n        dw = np.outer(a, b) / len(x)\n    return dw, d.mean(axis=0, keepdims=True)\n',
      7,
    ],
    [
      'the place within a helper that both results come from',
      '    def mean(a):\n        return a.sum(axis=0, keepdims=True) * len(a)\n\n    dw = mean(x[:, :, None] * d[:, None, :])[0]\n    return dw, mean(d)\n',
      6,
    ],
  ];
  for (const [what, body, line] of exchanges) {
    it(`tells ${what}, whatever line the trace tells`, async () => {
      for (const traced of [line, null, 4]) assert.deepEqual(lines(await placesIn(body, traced)), [line]);
    });
  }

  it('tells where something is missing', async () => {
    const body =
      '    m = x.shape[0]\n    dw = x.T @ d\n    db = d.sum(axis=0, keepdims=True) / m\n    return dw, db\n';
    assert.deepEqual(lines(await placesIn(body)), [6]);
  });

  it('tells no line where two places are wrong, and says which lines all that is wrong comes from', async () => {
    const { fits, reached, done } = await placesIn(
      '    m = x.shape[0]\n    e = np.cos(d)\n    dw = x.T @ e / m\n    db = np.sin(e).sum(axis=0, keepdims=True)\n    return dw, db\n',
      7,
    );
    assert.deepEqual(fits, []);
    assert.deepEqual(reached, [6]);
    assert.equal(done, true);
  });

  it('tells the first of several lines where each spoils a part of the results, and changes of all make them right', async () => {
    const bodies = [
      '    e = d / x.shape[0]\n    dw = np.sin(x.T @ e)\n    db = np.cos(e.sum(axis=0, keepdims=True))\n    return dw, db\n',
      '    e, o = d / len(x), np.ones((len(x), 1))\n    dw = np.tanh(x.T @ e)\n    db = np.tanh(o.T @ e)\n    return dw, db\n',
    ];
    for (const body of bodies) assert.deepEqual(lines(await placesIn(body, 6)), [6]);
  });

  it('tells no line where changes of several make only a part right', async () => {
    const body =
      '    e = np.floor(d) / x.shape[0]\n    dw = np.sin(x.T @ e)\n    db = np.cos(e.sum(axis=0, keepdims=True))\n    return dw, db\n';
    assert.deepEqual(lines(await placesIn(body, 6)), []);
  });

  it('adds what a loop hands on to its next round, where the first has nothing yet', async () => {
    const body =
      '    dw = 0\n    for a, b in zip(x, d):\n        now = np.outer(a, b) / len(x)\n        dw = now\n        last = dw\n    return dw, d.mean(axis=0, keepdims=True)\n';
    assert.deepEqual(lines(await placesIn(body, 9)), [8]);
  });

  it('adds the entry that the loop around counts', async () => {
    const body =
      '    m, dw, db = len(x), 0, 0\n    for i in range(m):\n        e = np.zeros(d.shape[1])\n        dw = dw + np.outer(x[i], e) / m\n        db = db + e / m\n    return dw, np.reshape(db, (1, -1))\n';
    assert.deepEqual(lines(await placesIn(body, 8)), [7]);
  });

  it('tells nothing of a program that is right', async () => {
    const body = '    m = x.shape[0]\n    return x.T @ d / m, d.mean(axis=0, keepdims=True)\n';
    assert.equal(await askedOf(body, 5), undefined);
  });

  it('ends where a program written otherwise would not', async () => {
    const body =
      '    i, dw, n = 0, 0, len(x)\n    while i < n:\n        dw = dw + np.outer(x[i], d[i])\n        i += 1\n    return dw * n, d.mean(axis=0, keepdims=True)\n';
    assert.deepEqual(lines(await placesIn(body, 6)), [9]);
  });

  it('leaves the program as it was', async () => {
    const body = '    m = x.shape[0]\n    return x.T @ d * m, d.mean(axis=0, keepdims=True)\n';
    const [first, second] = [await placesIn(body, 6), await placesIn(body, 6)];
    assert.deepEqual(first, second);
  });
});
