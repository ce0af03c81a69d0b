import assert from 'node:assert/strict';
import { course, exerciseById } from '../../../src/course/course';
import { exerciseIds } from '../../../src/course/exercise';
import { allProse, inlineTex, proseOf, termsOf } from './texts';

const hangul = /\p{Script=Hangul}/u;

/** Columns of the editor at 1280 × 800 beside the side bar, less a cursor's width. */
const widest = 57;

describe('the course', () => {
  it('has every exercise of the contract, in order', () => {
    assert.deepEqual(
      course.map(({ id }) => id),
      exerciseIds,
    );
  });

  it('finds an exercise by its id', () => {
    assert.equal(exerciseById('cost')?.functionName, 'compute_cost');
    assert.equal(exerciseById('no-such-exercise'), undefined);
  });
});

for (const exercise of course) {
  describe(`the exercise ${exercise.id}`, () => {
    it('says everything in both languages, and nothing in one language alone', () => {
      for (const [name, { en, ko }] of [...proseOf(exercise), ['starter', exercise.starter] as const]) {
        assert.ok(en.trim() !== '' && ko.trim() !== '', `${name} is empty`);
        assert.notEqual(en, ko, `${name} is the same in both languages`);
        assert.ok(!hangul.test(en), `${name}: Korean in the English text`);
        if (name !== 'starter') assert.ok(hangul.test(ko), `${name}: no Korean in the Korean text`);
      }
    });

    it('has as many paragraphs in one language as in the other', () => {
      for (const [name, { en, ko }] of proseOf(exercise)) {
        assert.equal(ko.split('\n\n').length, en.split('\n\n').length, name);
      }
    });

    it('states the same figures in both languages', () => {
      const figures = (text: string): readonly string[] => [...new Set(text.match(/[−-]?\d+\.\d+/g))].sort();
      for (const [name, { en, ko }] of proseOf(exercise)) assert.deepEqual(figures(ko), figures(en), name);
    });

    it('keeps to the markup of texts', () => {
      for (const [name, { en, ko }] of proseOf(exercise)) {
        for (const text of [en, ko]) {
          for (const mark of ['`', '$', '**']) {
            assert.equal(text.split(mark).length % 2, 1, `${name}: unpaired ${mark} in “${text}”`);
          }
          assert.doesNotMatch(text, /<\w|\]\(|^[-*] |\bTODO\b/m, name);
          assert.doesNotMatch(
            text.replace(/[$`][^$`]+[$`]/g, ''),
            /[_^\\{}]/,
            `${name}: TeX or code unmarked`,
          );
          assert.doesNotMatch(text, /!(\s|$)/, `${name}: no cheering`);
          for (const tex of inlineTex(text)) assert.doesNotMatch(tex, /\\term/, name);
        }
      }
    });

    it('has a title and an idea of reasonable length', () => {
      assert.ok(exercise.title.en.length <= 40 && exercise.title.ko.length <= 40);
      for (const text of [exercise.idea.en, exercise.idea.ko]) {
        const paragraphs = text.split('\n\n');
        assert.ok(
          paragraphs.length >= 2 && paragraphs.length <= 5,
          `${String(paragraphs.length)} paragraphs`,
        );
        for (const paragraph of paragraphs) assert.ok(paragraph.length <= 650, paragraph);
      }
    });

    it('has no line in sight at first that is wider than the editor beside the views', () => {
      for (const text of [exercise.starter.en, exercise.starter.ko]) {
        let isInDocstring = false;
        for (const line of text.split('\n')) {
          const quotes = line.split('"""').length - 1;
          // Of a docstring its first line is in sight.
          const isSeen = !isInDocstring;
          if (quotes === 1) isInDocstring = !isInDocstring;
          if (!isSeen) continue;
          const columns = Array.from(line).reduce((sum, letter) => sum + (letter >= '\u1100' ? 2 : 1), 0);
          assert.ok(columns <= widest, `${String(columns)}: ${line}`);
        }
      }
    });

    it('speaks to the learner in one register: the Korean of the tutor’s other sentences', () => {
      const korean = allProse(exercise, 'ko');
      const plain =
        /[가-힣0-9`$)](?<!니)다[.:](?=\s|$)|[가-힣](?:자|는가|인가)[.?](?=\s|$)|(?:해요|예요|이에요|죠)(?=[.?\s]|$)/;
      assert.doesNotMatch(korean, plain);
    });

    it('has the five hints, from the symptom to the solution', () => {
      assert.deepEqual(
        exercise.hints.map(({ kind }) => kind),
        ['symptom', 'concept', 'term', 'masked', 'solution'],
      );
      const [, , , masked, solution] = exercise.hints;
      assert.match(masked?.code ?? '', /___/);
      assert.ok(solution?.code !== undefined && !solution.code.includes('___'));
    });

    it('masks lines of its own solution, and shows lines of it', () => {
      const lines = exercise.solution.split('\n').map((line) => line.trim());
      const linesOf = (code: string): readonly string[] =>
        code
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '');
      for (const line of linesOf(exercise.hints[4]?.code ?? '')) assert.ok(lines.includes(line), line);
      for (const line of linesOf(exercise.hints[3]?.code ?? '')) {
        const pattern = line
          .split('___')
          .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('.+');
        const matches = lines.filter((candidate) => new RegExp(`^${pattern}$`).test(candidate));
        assert.ok(
          matches.length > 0 || exercise.id === 'update-weights',
          `“${line}” is no line of the solution`,
        );
      }
    });

    it('names its equations once each, and every term is a variable of the exercise', () => {
      const names = exercise.equations.map(({ name }) => name);
      assert.equal(new Set(names).size, names.length);
      const variables = new Set([
        ...exercise.parameters,
        ...exercise.returns,
        ...[...exercise.solution.matchAll(/\b[A-Za-z_]\w*\b/g)].map(([word]) => word),
      ]);
      for (const term of termsOf(exercise)) assert.ok(variables.has(term), `no variable ${term}`);
    });

    it('has an equation for everything it returns', () => {
      const defined = new Set(exercise.equations.map(({ name }) => name));
      for (const name of exercise.returns) {
        assert.ok(defined.has(name) || name === 'costs', `no equation defines ${name}`);
      }
    });
  });
}
