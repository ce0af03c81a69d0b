/** Reading folders of exercises: what is wrong is told with file, line and what to do. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { networkFiles, solutionFiles } from '../../../src/cli/course/scaffoldFiles';
import { extentAt, readExtent } from '../../../src/course/folder/extent';
import { jsonSchemaOf } from '../../../src/course/folder/jsonSchema';
import { readParameter } from '../../../src/course/folder/parameter';
import { readCourse } from '../../../src/course/folder/readCourse';
import { readCourseFolder } from '../../../src/courses/disk';
import { chapterSchema, exerciseSchema } from '../../../src/course/folder/schemas';
import { wholeCourse } from '../../support/wholeCourse';
import { termsIn } from '../../../src/course/folder/terms';

const sound = solutionFiles('my-chapter');
const folder = 'weighted-error';

/** The problems of the scaffold with one file changed; null takes the file away. */
function problemsWith(name: string, change: ((text: string) => string) | null): readonly string[] {
  const files = new Map(Object.entries(sound));
  if (change) files.set(name, change(files.get(name) ?? ''));
  else files.delete(name);
  return readCourse(files).problems.map(({ file, line, message }) => `${file}:${String(line)}: ${message}`);
}

describe('a folder of exercises', () => {
  it('is read without a problem where it is sound, of either kind', () => {
    for (const files of [sound, networkFiles('my-chapter')]) {
      const { chapters, problems } = readCourse(new Map(Object.entries(files)));
      assert.deepEqual(problems, []);
      assert.equal(chapters[0]?.exercises.length, 1);
    }
  });

  it('needs no list of its exercises: each says its place, or stands behind, by name, after those that it names', () => {
    const placed: Readonly<Record<string, string>> = {
      alpha: '\nafter: [gamma]',
      late: '\norder: 20',
      middle: '\norder: 10',
    };
    const files = new Map<string, string>(
      Object.entries(sound)
        .filter(([name]) => !name.startsWith('chapter'))
        .flatMap(([name, text]) =>
          ['alpha', 'beta', 'gamma', 'late', 'middle'].map((id): [string, string] => [
            name.replace(folder, id),
            name.endsWith('exercise.yaml')
              ? text.replace(`id: ${folder}`, `id: ${id}${placed[id] ?? ''}`)
              : text,
          ]),
        ),
    );
    const chapter = (sound['chapter.yaml'] ?? '').replace(/^exercises:.*\n/mu, '');
    const { chapters, problems } = readCourse(new Map([...files, ['chapter.yaml', chapter]]));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      chapters[0]?.exercises.map(({ definition }) => definition.id),
      ['middle', 'late', 'beta', 'gamma', 'alpha'],
    );
    const alone = readCourse(new Map([['chapter.yaml', chapter]]));
    assert.match(alone.problems[0]?.message ?? '', /no exercise beside it/u);
  });

  it('is the same once it has been written to a file and read again, as the chapters that are shipped are', () => {
    const { chapters } = readCourseFolder(join(import.meta.dirname, '../../../src/course/chapters'));
    assert.ok(chapters.length > 0);
    assert.deepEqual(JSON.parse(JSON.stringify(chapters)), chapters);
  });

  const changes: readonly (readonly [string, string, (text: string) => string, RegExp])[] = [
    ['a key with a typing error', 'exercise.yaml', (t) => t.replace('returns:', 'retruns:'), /yaml:\d+: retruns: there is no such key/u],
    ['an id that is not the folder’s', 'exercise.yaml', (t) => t.replace('id: weighted-error', 'id: other'), /yaml:1: id: the folder's name is weighted-error/u],
    ['a shape with an unknown size', 'exercise.yaml', (t) => t.replace('A: [m, n]', 'A: [m, q]'), /sizes\.shown: A has the size q/u],
    ['a kind that there is not', 'exercise.yaml', (t) => t.replace('positive [m, 1]', 'postive [m, 1]'), /yaml:7: w: expected one of/u],
    ['a gradient that does not come back', 'exercise.yaml', (t) => t.replace('{ dA: A }', '{ dB: A }'), /dB does not come back/u],
    ['a loss that does not come back', 'exercise.yaml', (t) => t.replace('{ loss: loss', '{ loss: cost'), /loss: cost does not come back/u],
    ['broken YAML', 'exercise.yaml', (t) => t.replace('[loss, dA]', '[loss, dA'), /yaml:\d+: This is not YAML/u],
    ['a number that is too large', 'exercise.yaml', (t) => t.replace('m: 7', 'm: 7000'), /sizes\.distinct\.m: expected a whole number up to 64/u],
    ['a heading that there is not', 'text.en.md', (t) => t.replace('## Idea', '## Ideas'), /text\.en\.md:1: “Ideas” is no heading/u],
    ['a hint too few', 'text.en.md', (t) => t.replace('### Term', '### Terms'), /“Terms” is no hint/u],
    ['an equation without TeX', 'text.en.md', (t) => t.replaceAll('$$', ''), /The equation loss has no \$\$/u],
    ['an equation in one language only', 'text.ko.md', (t) => t.replace('### dA', '### dB'), /dA is missing in the other language/u],
    ['HTML', 'text.en.md', (t) => t.replace('Some samples', '<b>Some</b> samples'), /text\.en\.md:3: Prose has no HTML/u],
    ['a mistake without a sentence', 'mistakes.py', (t) => t.replaceAll(/(en|ko): /gu, 'x '), /mistakes\.py/u],
  ]; // prettier-ignore
  for (const [what, name, change, said] of changes) {
    it(`is refused with its place and its mend: ${what}`, () => {
      const found = problemsWith(`${folder}/${name}`, change);
      assert.ok(
        found.some((one) => said.test(one)),
        found.join('\n'),
      );
    });
  }

  for (const name of ['exercise.yaml', 'solution.py', 'starter.py', 'text.ko.md']) {
    it(`is refused where a file is missing: ${name}`, () => {
      assert.match(problemsWith(`${folder}/${name}`, null).join('\n'), new RegExp(`${name}.*missing`, 'u'));
    });
  }
});

describe('sizes and parameters of a folder', () => {
  it('are read as arithmetic of symbols', () => {
    const at = (text: string): number => extentAt(readExtent(text), { h: 7, kh: 3, s: 2 });
    assert.deepEqual(['h', '4', '(h - kh) / s + 1', '2 * h - 1'].map(at), [7, 4, 3, 13]);
    assert.throws(() => at('h / s'), /not a whole number/u);
    assert.throws(() => at('h +'), /a size is missing/u);
    assert.throws(() => at('(h'), /bracket/u);
  });

  it('are refused where they say nothing that is known', () => {
    for (const text of ['labels [m]', 'number 3 to 1', 'mask [m] of 2', 'one-hot m', 'text']) {
      assert.throws(() => readParameter('x', text), RangeError, text);
    }
    assert.deepEqual(readParameter('k', 'int 2 to 6').range, [2, 6]);
    assert.equal(readParameter('Y', 'one-hot [m, k]').shape.length, 2);
  });
});

describe('names in the equations of a folder', () => {
  const { inEquation: terms, inProse } = termsIn({ std: '\\sigma' }, ['X', 'W1', 'gamma', 'X_hat']);

  for (const [name, symbol] of [
    ['X', 'X'],
    ['dX', '\\frac{\\partial L}{\\partial X}'],
    ['W1', 'W_{1}'],
    ['dgamma', '\\frac{\\partial L}{\\partial \\gamma}'],
    ['std', '\\sigma'],
    ['X_hat', 'X_{\\mathrm{hat}}'],
    ['log_P', '\\log P'],
  ] as const) {
    it(`are written as the snippet has them: ${name}`, () => {
      assert.equal(terms(`[${name}]`), `\\term{${name}}{${symbol}}`);
      assert.equal(
        inProse(`In $2 [${name}]$, not in \`x[${name}]\`.`),
        `In $2 {${symbol}}$, not in \`x[${name}]\`.`,
      );
    });
  }

  it('are symbols in every sentence of the course too', () => {
    for (const { id, idea, hints, explanation, next, equations } of wholeCourse) {
      const texts = [
        idea,
        explanation,
        next,
        ...hints.map(({ text }) => text),
        ...equations.map(({ words }) => words),
      ];
      for (const text of texts.flatMap(({ en, ko }) => [en, ko]))
        for (const [tex] of text.replace(/`[^`]*`/g, '').matchAll(/\$[^$]+\$/g))
          assert.doesNotMatch(tex, /\[[A-Za-z_]\w*\]/, id);
    }
  });
});

describe('the schemas that editors complete by', () => {
  for (const [name, schema] of [
    ['chapter', chapterSchema],
    ['exercise', exerciseSchema],
  ] as const) {
    it(`are those that read the files: ${name}.yaml (else: npx tsx scripts/schemas.ts)`, () => {
      const path = join(__dirname, `../../../media/schemas/${name}.schema.json`);
      const made = jsonSchemaOf(schema, `${name}.yaml of Backprop Tutor`);
      assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), JSON.parse(JSON.stringify(made)));
    });
  }
});
