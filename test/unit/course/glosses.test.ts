/** The English behind Korean terms: in each exercise as it is written, and once in the course as it is shown. */
import assert from 'node:assert/strict';
import { course, written } from '../../../src/course/course';
import type { Exercise } from '../../../src/course/judgedExercise';
import { Glosses } from '../../../src/course/glosses';
import { wholeCourse } from '../../support/wholeCourse';

/** Terms, as patterns, that carry the English in brackets where prose first uses them. */
const terms: Readonly<Record<string, string>> = {
  가중치: 'weight',
  경사하강법: 'gradient descent',
  기울기: 'gradient|slope',
  도함수: 'derivative',
  모양: 'shape',
  비용: 'cost',
  손실: 'loss',
  '수치 ?미분': 'numerical differentiation',
  순전파: 'forward propagation',
  시드: 'seed',
  역전파: 'backpropagation',
  '연쇄 ?법칙': 'chain rule',
  원소별: 'element-wise',
  은닉층: 'hidden layer',
  전치: 'transpose',
  '중앙 ?차분': 'central difference',
  출력층: 'output layer',
  편향: 'bias',
  학습률: 'learning rate',
  '행렬 ?곱': 'matrix product',
  '활성화 ?함수': 'activation function',
};

function koreanOf({ idea, hints, explanation, next }: Exercise): string {
  return [idea, ...hints.map((hint) => hint.text), explanation, next].map(({ ko }) => ko).join(' ');
}

/** Fails where a term's first use in a text has no English behind it. */
function assertGlossed(text: string): void {
  for (const [term, english] of Object.entries(terms)) {
    const first = new RegExp(term).exec(text);
    if (first === null) continue;
    const after = text.slice(first.index + first[0].length, first.index + first[0].length + 40);
    assert.match(
      after,
      new RegExp(`^( 곱)?\\p{Script=Hangul}*\\((MSE, )?(${english})`, 'u'),
      `${first[0]}${after}`,
    );
  }
}

describe('the English behind a Korean term', () => {
  for (const exercise of written)
    it(`stands at its first use in ${exercise.id} as it is written`, () => {
      assertGlossed(koreanOf(exercise));
    });

  it('is shown once in the whole course, at the first use', () => {
    const shown = [...written, ...wholeCourse.slice(written.length)].map(new Glosses().once);
    const texts = shown.map(koreanOf);
    assertGlossed(texts.join(' '));
    const first = new Map<string, string>();
    shown.forEach(({ id }, i) => {
      for (const [found] of texts[i]?.matchAll(/(?<=\p{Script=Hangul})\([a-z][a-z -]+\)/gu) ?? []) {
        assert.ok((first.get(found) ?? id) === id, `${found} in ${String(first.get(found))} and in ${id}`);
        first.set(found, id);
      }
    });
    assert.ok(first.size > 20);
  });

  it('is left out of part one as it is shown, and nothing else is', () => {
    course.forEach((exercise, i) => {
      const bare = (one: Exercise): string => koreanOf(one).replace(/\((?:MSE, )?[a-z][a-z -]+\)/gu, '');
      assert.equal(bare(exercise), bare(written[i] ?? exercise));
    });
    assert.ok(course.some((exercise, i) => koreanOf(exercise) !== koreanOf(written[i] ?? exercise)));
  });
});
