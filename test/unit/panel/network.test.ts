import assert from 'node:assert/strict';
import { course } from '../../../src/course/course';
import {
  batchPass,
  closedSamples,
  networkPass,
  networkShapes,
  ofSample,
  sampleCount,
  tellingSamples,
} from '../../../src/course/networkPass';
import type { NetworkPass, PassArray } from '../../../src/course/networkPass';
import { passSteps, slopesAt } from '../../../src/course/passSteps';
import { notesPicture, pictureOf } from '../../../src/course/picture';
import { exactConvention } from '../../../src/network/conventions';
import { nameOf, readName } from '../../../src/network/arrayName';
import { reluNetwork } from '../../../src/network/spec';
import { drawnLayer } from '../../../src/panel/network/drawn';
import { edgeWidth, isRoomy, layoutNetwork, leastHeight } from '../../../src/panel/network/layout';
import { nothingOwn } from '../../../src/panel/own/ownArrays';
import { namesAt, placeOf } from '../../../src/panel/network/places';

/** The array that a step computes; of the cost, what the gradients are those of. */
const stepArray = (name: string, pass: NetworkPass): PassArray | null =>
  pass.get(name === 'cost' ? 'L' : name) ?? null;

const exactPicture = pictureOf({ spec: reluNetwork(2) }, exactConvention);
const deepPicture = pictureOf({ spec: reluNetwork(3) });

describe('the steps of a pass', () => {
  it('go forward, to the cost, and back', () => {
    assert.deepEqual(
      passSteps(notesPicture).map(({ name }) => name),
      ['Z1', 'A1', 'Z2', 'A2', 'cost', 'dZ2', 'dW2', 'db2', 'dA1', 'dZ1', 'dW1', 'db1'],
    );
    assert.ok(passSteps(exactPicture).some(({ name }) => name === 'dA2'));
  });
});

describe('the numbers of a pass', () => {
  const product = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, index) => sum + value * (b[index] ?? NaN), 0);

  for (const sample of [0, 7, 99]) {
    it(`obey the chain rule at every step back, sample ${String(sample)}`, () => {
      for (const picture of [notesPicture, exactPicture]) {
        const pass = networkPass(picture, sample);
        const get = (name: string): readonly number[] => pass.get(name)?.data ?? [];
        let carried: readonly number[] = [];
        for (const { name, kind, direction } of passSteps(picture)) {
          if (direction !== 'backward') continue;
          const array = readName(name);
          assert.ok(array);
          const { layer } = array;
          const factor = get(
            {
              carry: nameOf('W', layer + 1),
              throughActivation: slopesAt(nameOf('Z', layer)),
              weightGradient: nameOf('A', layer - 1),
            }[kind as string] ?? '',
          );
          const value = get(name);
          if (kind === 'lossGradient') assert.ok(value.length > 0);
          else if (name.startsWith('dA')) {
            // ∂L/∂A = ∂L/∂Z · Wᵀ: one row of W for each entry.
            value.forEach((entry, i) => {
              const row = factor.slice(i * carried.length, (i + 1) * carried.length);
              assert.ok(Math.abs(entry - product(carried, row)) < 1e-12, name);
            });
          } else if (name.startsWith('dZ')) {
            value.forEach((entry, i) => {
              assert.ok(Math.abs(entry - (carried[i] ?? NaN) * (factor[i] ?? NaN)) < 1e-12, name);
            });
          } else if (name.startsWith('dW')) {
            value.forEach((entry, i) => {
              const expected =
                (factor[Math.floor(i / carried.length)] ?? NaN) * (carried[i % carried.length] ?? NaN);
              assert.ok(Math.abs(entry - expected) < 1e-12, name);
            });
          } else assert.deepEqual(value, carried);
          if (/^d[ZA]/u.test(name)) carried = value;
        }
      }
    });
  }

  it('are the gradient of the L that is shown, for one sample', () => {
    for (const picture of [notesPicture, exactPicture]) {
      const pass = networkPass(picture, 7);
      const [a = NaN, y = NaN] = ['A2', 'Y'].map((name) => pass.get(name)?.data[0]);
      const [slope = NaN] = pass.get(picture === exactPicture ? 'dA2' : 'dZ2')?.data ?? [];
      const [l = NaN] = stepArray('cost', pass)?.data ?? [];
      // L is a parabola of A with its foot at Y, so that its slope is 2·L / (A − Y).
      assert.ok(Math.abs(slope - (2 * l) / (a - y)) < 1e-12);
    }
  });

  it('are, for the batch, the means of those of its samples, and the cost that the notes print', () => {
    const batch = networkPass(notesPicture, null);
    const samples = Array.from({ length: sampleCount }, (_, sample) => networkPass(notesPicture, sample));
    for (const { name } of passSteps(notesPicture)) {
      stepArray(name, batch)?.data.forEach((value, i) => {
        const all = samples.map((pass) => stepArray(name, pass)?.data[i] ?? NaN);
        const mean = all.reduce((sum, one) => sum + one, 0) / sampleCount;
        assert.ok(Math.abs(value - mean) < 1e-12, `${name} ${String(i)}: ${String(value)}`);
      });
    }
    assert.equal(batch.get('cost')?.data[0]?.toFixed(3), '0.296');
    assert.equal(((stepArray('cost', batch)?.data[0] ?? NaN) * 2).toFixed(3), '0.296');
  });

  it('are those of the notes for the mean of the batch', () => {
    const pass = networkPass(notesPicture, null);
    const first = (name: string): string => (pass.get(name)?.data[0] ?? NaN).toFixed(4);
    assert.deepEqual(['dW1', 'db1', 'dW2', 'db2'].map(first), ['0.0619', '0.0816', '-0.0206', '-0.4578']);
    assert.deepEqual(pass.get('Z1')?.shape, [1, 5]);
  });

  it('are the rows of the batch, one for each sample', () => {
    const batch = batchPass(deepPicture);
    for (const sample of [0, 42]) {
      const pass = networkPass(deepPicture, sample);
      for (const name of ['X', 'Z1', 'A2', 'dZ3', 'dA1', 'dZ1']) {
        const array = batch.get(name);
        assert.ok(array);
        ofSample(name, array, sample).data.forEach((value, i) => {
          assert.ok(Math.abs(value - (pass.get(name)?.data[i] ?? NaN)) < 1e-12, name);
        });
      }
    }
  });

  it('show a sample whose output is open, with units of both kinds', () => {
    for (const picture of [notesPicture, deepPicture]) {
      const [first = NaN] = tellingSamples(picture);
      const pass = networkPass(picture, first);
      assert.ok(!closedSamples(picture).has(first));
      assert.ok((pass.get(picture === notesPicture ? 'A2' : 'A3')?.data[0] ?? 0) > 0);
      const hidden = pass.get('A1')?.data ?? [];
      assert.ok(hidden.includes(0) && hidden.some((value) => value > 0));
    }
    assert.ok(closedSamples(notesPicture).has(0));
    assert.equal(networkPass(notesPicture, 0).get('A2')?.data[0], 0);
  });

  it('have the shapes that are told of them', () => {
    const pass = networkPass(deepPicture, 0);
    for (const [name, [rows, columns]] of networkShapes([3, 5, 4, 1])) {
      assert.deepEqual(pass.get(name)?.shape, [/^[XYZA]/u.test(name) ? 1 : rows, columns], name);
    }
  });

  it('exist for every step of every exercise with a network', () => {
    for (const { id, picture } of course) {
      if (picture === null) continue;
      const pass = networkPass(picture, 3);
      for (const { name } of passSteps(picture))
        assert.notEqual(stepArray(name, pass), null, `${id} ${name}`);
    }
  });
});

describe('the picture of the network', () => {
  it('has a place for every array, and arrays for every place', () => {
    for (const name of ['X', 'Y', 'W1', 'b2', 'Z1', 'dA1', 'dW2', 'cost']) {
      const place = placeOf(name, 2);
      assert.ok(place !== null && namesAt(place).includes(name), name);
    }
    assert.equal(placeOf('W3', 2), null);
    assert.equal(placeOf('m', 2), null);
  });

  it('keeps its nodes inside and apart, whatever the room and what is to stand in them', () => {
    for (const sizes of [
      [3, 5, 1],
      [3, 5, 3],
      [3, 5, 4, 1],
      [2, 1, 1],
      [4, 8, 8, 8, 2],
    ]) {
      for (const width of [296, 380, 500, 900]) {
        for (const lines of [2, 3] as const) {
          const isWide = isRoomy(sizes, width);
          const needs = { lines, isWide, hasFoot: true, isDense: width < 400 };
          const { columns, height, headY } = layoutNetwork(sizes, width, 0, needs);
          assert.ok(height >= leastHeight(sizes, needs));
          let right = 0;
          for (const { nodes, nodeWidth, nodeHeight } of columns) {
            const xs = new Set(nodes.map(({ x }) => x));
            assert.equal(xs.size, 1);
            const [x = NaN] = xs;
            if (sizes.length < 5 || width > 296)
              assert.ok(x - nodeWidth / 2 > right, `${String(sizes)} ${String(width)}`);
            right = x + nodeWidth / 2;
            assert.ok(sizes.length === 5 || right <= width);
            nodes.forEach(({ y }, i) => {
              assert.ok(y - nodeHeight / 2 > headY && y + nodeHeight / 2 <= height);
              const next = nodes[i + 1];
              if (next) assert.ok(next.y - y > nodeHeight);
            });
          }
        }
      }
    }
  });

  it('writes values before anything is played only where nothing is going to be asked', () => {
    const pass = networkPass(notesPicture, 7);
    const drawing = {
      layers: notesPicture.layers,
      pass,
      own: nothingOwn,
      ownPass: new Map(),
      steps: passSteps(notesPicture),
      position: 0,
      isAsking: false,
      isBatch: false,
    };
    for (const [layer, units] of notesPicture.layers.entries()) {
      const texts = (isFilled: boolean): readonly string[] =>
        drawnLayer({ ...drawing, isPreview: false, isFilled }, layer).nodes.map(({ text }) => text);
      assert.ok(texts(true).every((text) => text !== ''));
      if (layer > 0) assert.deepEqual(texts(false), new Array(units).fill(''));
    }
  });

  it('writes the names of the columns above the uppermost node', () => {
    for (const height of [200, 400, 900]) {
      const needs = { lines: 2, isWide: true, hasFoot: true, isDense: height < 300 } as const;
      const { headY, columns } = layoutNetwork([3, 5, 1], 1000, height, needs);
      const tops = columns.map(({ nodes, nodeHeight }) => (nodes[0]?.y ?? 0) - nodeHeight / 2);
      assert.ok(headY > 8 && headY < Math.min(...tops), String(height));
    }
  });

  it('draws larger weights thicker', () => {
    assert.ok(edgeWidth(-2, 2) > edgeWidth(1, 2));
    assert.equal(edgeWidth(0, 0), edgeWidth(0, 1));
  });
});
