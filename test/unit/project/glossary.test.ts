/** Korean: one word for each thing, and one register for each place, in everything that a learner may read. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { proseOf } from '../course/texts';
import { wholeCourse } from '../../support/wholeCourse';
import { projectRoot } from '../../host/paths';

/** The word that is used, and the others for the same thing. A pattern may look around, where a word has other senses. */
const glossary: readonly (readonly [string, RegExp])[] = [
  ['업데이트', /갱신/u],
  ['반환하다', /(?<!되)돌려\s?(?:주|준|줄|줍|줘)|리턴/u],
  ['행렬 곱', /행렬곱|매트릭스 곱/u],
  ['원소별 곱', /요소별|원소 별|성분별|아다마르/u],
  ['리스트 (of Python)', /(?<!문제 )목록(?!의 마지막 문제)/u],
  ['오차 (of a layer)', /델타|에러/u],
  ['인자 (argument)', /인수(?:로|를)? (?:넘|받|전달)|함수의 인수|아규먼트|전달인자/u],
  ['인수 (factor)', /인자(?:를|와|로)? 곱|곱의 인자|곱하는 인자/u],
  ['배치 평균', /(?:샘플|배치) 방향/u],
  ['매개변수', /파라미터|파라메터|모수/u],
  ['기울기', /그래디언트|그라디언트|그레이디언트|구배/u],
  ['경사하강법', /경사 하강법|그라디언트 디센트/u],
  ['역전파', /역방향|역전달|오차역전파/u],
  ['순전파', /정방향|전방향|순방향|순전달/u],
  ['노드', /뉴런|(?<![가-힣])유닛|뉴론/u],
  ['층', /레이어|계층/u],
  ['가중치', /웨이트/u],
  ['편향', /바이어스/u],
  ['활성화 함수', /활성함수|활성 함수|활성화함수|액티베이션/u],
  ['비용', /코스트|비용함수/u],
  ['손실', /(?<![가-힣])로스(?![가-힣])|손실함수/u],
  ['학습률', /학습율|러닝 ?레이트/u],
  ['반복', /이터레이션/u],
  ['전치', /트랜스포즈/u],
  ['모양', /형상|셰이프/u],
  ['원소', /(?<![가-힣])요소/u],
  ['샘플', /표본/u],
  ['도함수', /도 함수|미분계수/u],
  ['연쇄 법칙', /연쇄법칙|체인 ?룰/u],
  ['은닉층', /은닉 층|숨은 층/u],
  ['코드', /스니펫|소스코드/u],
  ['에디터', /편집기/u],
];

/** Files in which Korean is written for learners and teachers. */
const roots = ['src', 'l10n', 'media/walkthrough', 'package.nls.ko.json'];
const kinds = new Set(['.ts', '.tsx', '.json', '.md', '.yaml', '.py', '.svg']);

function filesUnder(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => kinds.has(extname(file)));
}

/** What reads the names that learners give: they may call things as they like, and nothing is said there. */
const readsNames = /^src\/owncode\/(?:lookFor\.ts|python\/\w+\.py)$/u;

const korean = roots
  .flatMap((root) => filesUnder(join(projectRoot, root)))
  .filter((file) => !readsNames.test(relative(projectRoot, file).replaceAll('\\', '/')))
  .flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((text, index) => ({ place: `${relative(projectRoot, file)}:${String(index + 1)}`, text }))
      // What is said to whoever reads the code is no part of it.
      .filter(({ text }) => /[가-힣]/u.test(text) && !/^\s*(?:\/\*\*|\*|\/\/)/u.test(text)),
  );

describe('the Korean of the tutor', () => {
  it('is found', () => {
    assert.ok(korean.length > 2000, String(korean.length));
  });

  for (const [word, others] of glossary)
    it(`calls by no other name: ${word}`, () => {
      const wrong = korean.filter(({ text }) => others.test(text));
      assert.deepEqual(
        wrong.map(({ place, text }) => `${place} ${others.exec(text)?.[0] ?? ''}`),
        [],
      );
    });

  it('has patterns that find what they forbid', () => {
    const variants =
      '갱신|값을 돌려주는|행렬곱|요소별|비용 목록|델타|인수로 넘|인자를 곱|샘플 방향|파라미터'.split('|');
    for (const variant of variants)
      assert.ok(
        glossary.some(([, others]) => others.test(variant)),
        variant,
      );
    for (const right of ['연습 문제 목록', '되돌려주는', '곱의 인수', '인자로 넘겨', '중요한', '상대 오차'])
      assert.ok(!glossary.some(([, others]) => others.test(right)), right);
  });
});

/** Ends of sentences, with what stands before the full stop. */
const sentenceEnds = (text: string): readonly string[] =>
  [...text.matchAll(/([가-힣]{1,6})[.?!](?=\s|$|["'`)])/gu)].map(([, end = '']) => end);

const isFormal = (end: string): boolean => /(?:(?<!아)니다|니까|세요|시오|까요)$/u.test(end);

const isPlain = (end: string): boolean => /(?:다|요|까|자|라)$/u.test(end) && !isFormal(end);

describe('the register of the Korean', () => {
  it('is formal in the prose of the course', () => {
    const wrong = wholeCourse.flatMap((exercise) =>
      proseOf(exercise).flatMap(([name, text]) =>
        name.startsWith('equation')
          ? []
          : sentenceEnds(text.ko)
              .filter(isPlain)
              .map((end) => `${exercise.id} ${name}: ${end}`),
      ),
    );
    assert.deepEqual(wrong, []);
  });

  it('is formal in what the tutor says by itself', () => {
    const own = /^(?:src\/(?:panel|extension|diagnosis|grader|owncode|hunt)|l10n|package\.nls)/u;
    const wrong = korean
      .filter(({ place }) => own.test(place))
      .flatMap(({ place, text }) =>
        sentenceEnds(text)
          .filter(isPlain)
          .map((end) => `${place} ${end}`),
      );
    assert.deepEqual(wrong, []);
  });
});
