import assert from 'node:assert/strict';
import katex from 'katex';
import { course } from '../../../src/course/course';
import { formatShape } from '../../../src/panel/text/shapes';
import { expandTerms, termNames } from '../../../src/panel/text/terms';
import { texOptions } from '../../../src/panel/text/katexOptions';
import { parseProse } from '../../../src/panel/text/proseParser';

describe('terms', () => {
  it('become data attributes', () => {
    assert.equal(expandTerms('\\term{Z1}{Z_1} + 1'), '{\\htmlData{term=Z1}{Z_1}} + 1');
  });

  it('may stand inside one another and around braces', () => {
    assert.equal(
      expandTerms('\\term{a}{\\frac{\\term{b}{b_{1}}}{2}}'),
      '{\\htmlData{term=a}{\\frac{{\\htmlData{term=b}{b_{1}}}}{2}}}',
    );
    assert.deepEqual(termNames('\\term{a}{\\term{b}{x}} \\term{a}{y}'), ['a', 'b']);
  });

  it('complain of an unclosed brace', () => {
    assert.throws(() => expandTerms('\\term{a}{x'), /Unclosed/u);
  });

  it('write shapes as people read them', () => {
    assert.equal(formatShape([100, 5]), '100×5');
    assert.equal(formatShape([5]), '5');
    assert.equal(formatShape([]), '');
  });
});

describe('the TeX of the course', () => {
  /** What the panel's policy forbids: KaTeX would set it as an attribute. */
  const render = (tex: string): string => katex.renderToString(expandTerms(tex), texOptions(true));

  for (const exercise of course) {
    for (const { name, rows, columns } of exercise.equations) {
      it(`${exercise.id}: ${name} is drawn in both forms, every term of it findable`, () => {
        for (const tex of [rows, columns ?? rows]) {
          const html = render(tex);
          for (const term of termNames(tex)) assert.ok(html.includes(`data-term="${term}"`), term);
        }
      });
    }
    it(`${exercise.id}: the TeX in its prose is drawn`, () => {
      const texts = [
        exercise.idea,
        exercise.explanation,
        exercise.next,
        ...exercise.hints.map(({ text }) => text),
      ];
      for (const text of texts.flatMap(({ en, ko }) => [en, ko])) {
        for (const span of parseProse(text).flat()) {
          if (span.kind === 'tex')
            assert.ok(katex.renderToString(span.text, texOptions(false)).includes('<math'));
        }
      }
    });
  }
});
