/** What the network says: a sentence for every step of every exercise, whose calculations come out. */
import assert from 'node:assert/strict';
import { course } from '../../../src/course/course';
import type { Language, Picture } from '../../../src/course/exercise';
import {
  batchPass,
  closedSamples,
  networkPass,
  ofSample,
  sampleCount,
} from '../../../src/course/networkPass';
import type { NetworkPass } from '../../../src/course/networkPass';
import { passSteps } from '../../../src/course/passSteps';
import { notesPicture, pictureOf } from '../../../src/course/picture';
import { conventionsOf } from '../../../src/network/conventions';
import { reluNetwork } from '../../../src/network/spec';
import { cellNumber } from '../../../src/panel/text/cellNumber';
import { difference, squares, sumOfProducts } from '../../../src/panel/network/numbers';
import { nothingOwn, ownArrays, type OwnArrays } from '../../../src/panel/own/ownArrays';
import { questionOf } from '../../../src/panel/network/question';
import { sentenceOf, type Scene } from '../../../src/panel/network/sentence';
import { exerciseById } from '../../../src/course/course';
import { read } from '../../../src/engine/operation';
import { scale } from '../../../src/engine/tensor';
import type { Report } from '../../../src/grader/report';
import { at, both, judge } from '../grader/pretendedRun';

interface Looked {
  readonly picture: Picture;
  readonly name: string | null;
  readonly sample: number | null;
  readonly focus?: readonly number[];
  readonly own?: OwnArrays;
  readonly language?: Language;
}

const known = new Map<string, NetworkPass>();

/** The same pass for many sentences; null is the means, undefined the whole batch. */
function passOf(picture: Picture, sample?: number | null): NetworkPass {
  const key = JSON.stringify([picture, sample]);
  const pass = known.get(key) ?? (sample === undefined ? batchPass(picture) : networkPass(picture, sample));
  known.set(key, pass);
  return pass;
}

function sceneOf({ picture, name, sample, focus, own = nothingOwn, language = 'en' }: Looked): Scene {
  return {
    picture,
    step: passSteps(picture).find((step) => step.name === name) ?? null,
    pass: passOf(picture, sample),
    sample,
    samples: sampleCount,
    isClosed: sample !== null && closedSamples(picture).has(sample),
    focus: focus ?? picture.layers.map(() => 0),
    own,
    ownPass: new Map([...own.arrays].map(([key, array]) => [key, ofSample(key, array, sample)])),
    batch: passOf(picture),
    language,
  };
}

const said = (looked: Looked): string => sentenceOf(sceneOf(looked));

describe('numbers of the network', () => {
  it('take six characters at most', () => {
    for (const value of [
      0, 0.5, -0.0561, 1, -9.9999, 99.95, -999.97, 1234.5, 9999.6, -1e-5, 4e-12, 1e9, -3.2e120,
    ]) {
      const text = cellNumber(value);
      assert.ok(text.length <= 6, text);
      const back = Number(text.replaceAll('−', '-'));
      assert.ok(
        Math.abs(back - value) <= 0.51 * Math.max(0.001, Math.abs(value) * 0.5),
        `${text} ${String(value)}`,
      );
    }
    assert.deepEqual([NaN, null, Infinity, -Infinity].map(cellNumber), ['–', '–', '∞', '−∞']);
  });

  it('show one digit more where a product would look off', () => {
    assert.deepEqual(sumOfProducts([[-0.052, -1]], 0.052), {
      left: '−0.052 × −1',
      right: '0.052',
      isExact: true,
    });
    // 0.333 × 0.333 is 0.111 by its printed factors, but 0.0005 × 0.4 is not 0.000.
    const small = sumOfProducts([[0.00052, 0.41]], 0.00052 * 0.41);
    assert.notEqual(small.right, '0.000');
    const off = sumOfProducts([[0.5554, 0.9008]], 0.5554 * 0.9008);
    assert.equal(off.isExact, true);
    assert.equal(difference(0.081, 0.696, 2, -1.23).left, '2 × (0.081 − 0.696)');
    assert.equal(squares([-0.6148], true, 0.189).left.startsWith('½ × (−0.615'), true);
  });
});

/** Reads `a × b + c × d = r` and what it comes to. */
function comesOut(text: string): void {
  for (const [, left = '', right = ''] of text.matchAll(/: ([^:=≈]*[0-9)²]) = \*\*([−\d.]+)\*\*/gu)) {
    const sum = left.replaceAll('−', '-').replaceAll('×', '*').replaceAll('½', '0.5').replaceAll('²', '**2');
    if (!/^[-\d.*+() ]+$/u.test(sum)) continue;
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- arithmetic that was printed, and nothing else
    const value = Number(new Function(`return ${sum.replaceAll('- -', '+ ')}`)());
    const digits = right.split('.')[1]?.length ?? 0;
    assert.ok(Math.abs(value - Number(right.replace('−', '-'))) <= 0.6 * 10 ** -digits, text);
  }
}

describe('what the network says', () => {
  it('is a sentence for every step, unit and language, and its calculations come out', () => {
    const pictures = [
      ...course.flatMap(({ picture }) => (picture === null ? [] : [picture])),
      ...[2, 3].flatMap((layers) => {
        const spec = reluNetwork(layers);
        return conventionsOf(spec).map((convention) => pictureOf({ spec }, convention));
      }),
    ];
    const seen = new Set<string>();
    for (const picture of pictures) {
      const key = JSON.stringify(picture);
      if (seen.has(key)) continue;
      seen.add(key);
      for (const { name } of passSteps(picture)) {
        for (const [sample, unit] of [
          [0, 0],
          [15, 1],
          [61, 2],
          [null, 0],
        ] as const) {
          const focus = picture.layers.map((size) => Math.min(unit, size - 1));
          const en = said({ picture, name, sample, focus });
          assert.match(en, /^[A-Z].*\.$/u);
          assert.doesNotMatch(en, /NaN|undefined|–/u);
          comesOut(en);
          const ko = said({ picture, name, sample, focus, language: 'ko' });
          assert.match(ko, /^(?:\d층 )?[가-힣].*\.$/u);
          assert.doesNotMatch(ko, /NaN|undefined/u);
        }
      }
    }
    assert.ok(seen.size > 6);
  });

  it('multiplies nothing in the batch', () => {
    for (const { name } of passSteps(notesPicture))
      assert.doesNotMatch(said({ picture: notesPicture, name, sample: null }), /×/u);
    assert.match(said({ picture: notesPicture, name: 'cost', sample: null }), /0\.148.*0\.296/u);
  });

  it('says of one sample which square the gradient is that of', () => {
    assert.match(
      said({ picture: notesPicture, name: 'cost', sample: 15 }),
      /^Half the squared distance: ½ × \(−0\.61\d+\)² = \*\*0\.189/u,
    );
    assert.match(
      said({ picture: notesPicture, name: 'cost', sample: 15 }),
      /A − Y is the gradient of half of it/u,
    );
  });

  it('says where an output is closed, and that the notes’ rule goes on all the same', () => {
    assert.match(said({ picture: notesPicture, name: 'dZ2', sample: 0 }), /closed/u);
    assert.match(said({ picture: notesPicture, name: null, sample: 0 }), /closed/u);
    assert.doesNotMatch(said({ picture: notesPicture, name: 'dZ2', sample: 15 }), /closed/u);
  });

  it('says what a unit gets, and what stops it', () => {
    assert.match(
      said({ picture: notesPicture, name: 'dA1', sample: 15, focus: [0, 3, 0] }),
      /^Unit 3 gets −0\.61\d+ × −0\.9\d+ = \*\*0\.55\d+\*\*\.$/u,
    );
    assert.match(
      said({ picture: notesPicture, name: 'dZ1', sample: 15, focus: [0, 3, 0] }),
      /^Unit 3 was off .* × 0 = \*\*0\*\*\.$/u,
    );
  });
});

const backward = exerciseById('backward-2-layer');

function ownOf(report: Report, subject: string | null): OwnArrays {
  const names = passSteps(notesPicture).map(({ name }) => name);
  return ownArrays(report, names, batchPass(notesPicture), subject);
}

describe('the learner’s numbers in the network', () => {
  assert.ok(backward);
  const leaky = at('dZ1', (_, values) => read(values, 'dA1'));

  it('are wrong from the mistake on', () => {
    const own = ownOf(judge(backward, { change: leaky }), 'dZ1');
    assert.deepEqual([...own.wrong], ['dZ1', 'dW1', 'db1']);
    assert.deepEqual([...own.right], ['dZ2', 'dW2', 'db2', 'dA1'], 'what came before it agrees');
    const looked = { picture: notesPicture, sample: 15, own, focus: [0, 3, 0] } as const;
    assert.match(said({ ...looked, name: 'dZ1' }), /Yours lets \*\*0\.55\d+\*\* through\.$/u);
    assert.match(said({ ...looked, name: 'dW1' }), /Over the whole batch yours is \*\*/u);
    assert.match(said({ ...looked, name: null }), /your `dZ1` differs at units 3 and 4\./u);
    assert.match(said({ ...looked, name: null, language: 'ko' }), /노드 3, 4에서 다릅니다/u);
  });

  it('accuse no name that only means something else', () => {
    const early = at('dZ2', (right) => scale(right, 1 / 100));
    const own = ownOf(judge(backward, { change: both(early, leaky) }), 'dZ1');
    assert.ok(!own.wrong.has('dZ2') && !own.wrong.has('dA1') && !own.wrong.has('dZ1'));
    const unknown = ownOf(judge(backward, { change: leaky }), null);
    assert.deepEqual([...unknown.wrong], ['dW1', 'db1']);
  });

  it('are not shown beside a right answer', () => {
    assert.deepEqual(ownOf(judge(backward), null), nothingOwn);
  });
});

describe('a step as a question', () => {
  it('has one right answer among others, and says nothing of it before', () => {
    let count = 0;
    for (const { picture } of course) {
      if (picture === null) continue;
      for (const { name } of passSteps(picture)) {
        for (const sample of [0, 15, 61]) {
          const scene = sceneOf({ picture, name, sample, focus: picture.layers.map((size) => size - 1) });
          const question = questionOf(scene);
          if (question === null) continue;
          count++;
          assert.equal(new Set(question.choices).size, question.choices.length);
          assert.ok(question.choices.length >= 2 && question.choices[question.right] !== undefined);
          assert.match(question.ask, /\?$/u);
        }
      }
    }
    assert.ok(count > 100);
    assert.equal(questionOf(sceneOf({ picture: notesPicture, name: 'dZ1', sample: null })), null);
  });
});
