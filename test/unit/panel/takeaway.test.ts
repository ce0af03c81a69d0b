import assert from 'node:assert/strict';
import { join } from 'node:path';
import { course } from '../../../src/course/course';
import { readCourseFolder } from '../../../src/courses/disk';
import type { ChapterView } from '../../../src/panel/course/chapters';
import { endingOf } from '../../../src/panel/takeaway/ending';
import { headlineOf } from '../../../src/panel/takeaway/headlines';
import { layersWritten } from '../../../src/panel/takeaway/sketch';

/** Chapters of exercises: a capital is passed. */
function chapters(...texts: readonly string[]): readonly ChapterView[] {
  let number = 0;
  return texts.map((text) => ({
    id: text,
    title: { en: text, ko: text },
    about: { en: text, ko: text },
    exercises: Array.from(text).map((letter) => ({
      id: letter.toLowerCase(),
      title: { en: letter, ko: letter },
      state: letter === letter.toUpperCase() ? ('passed' as const) : ('started' as const),
      number: ++number,
    })),
  }));
}

describe('what a pass is the end of', () => {
  const told = (texts: readonly string[], id: string): readonly unknown[] => {
    const ending = endingOf(chapters(...texts), id);
    assert.ok(ending);
    const { complete, passedInChapter, passed, next, nextChapter, open } = ending;
    return [complete, passedInChapter, passed, next?.id ?? null, nextChapter?.id ?? null, open.length];
  };

  it('is an exercise, with the neighbour next, whether that is passed or not', () => {
    assert.deepEqual(told(['Abc', 'de'], 'b'), [null, 2, 2, 'c', null, 3]);
    assert.deepEqual(told(['AbC', 'de', 'f'], 'd'), [null, 1, 3, 'e', null, 3]);
  });

  it('counts the exercise that has just been passed once, whatever was told of it', () => {
    assert.deepEqual(told(['ABc', 'd'], 'b'), told(['Abc', 'd'], 'b'));
  });

  it('is the chapter where all of it is passed, whichever came last', () => {
    assert.deepEqual(told(['aBC', 'de'], 'a'), ['chapter', 3, 3, 'd', 'de', 2]);
    assert.deepEqual(told(['ABc', 'De'], 'c'), ['chapter', 3, 4, 'e', 'De', 1]);
  });

  it('leads back to what was left out where nothing that follows is open', () => {
    assert.deepEqual(told(['Ab', 'Cd'], 'd'), ['chapter', 2, 3, 'b', 'Ab', 1]);
    assert.deepEqual(told(['ab', 'cd'], 'd'), [null, 1, 1, 'a', 'ab', 3]);
  });

  it('is the course only where nothing is open', () => {
    assert.deepEqual(told(['AB', 'cD'], 'c'), ['course', 2, 4, null, null, 0]);
    assert.deepEqual(told(['aB', 'CD'], 'a'), ['course', 2, 4, null, null, 0]);
  });

  it('is not known of an exercise that no chapter has', () => {
    assert.equal(endingOf(chapters('ab'), 'x'), null);
  });
});

describe('the headline of a pass', () => {
  it('stands for every exercise of the course in both languages', () => {
    const folders = readCourseFolder(join(import.meta.dirname, '../../../src/course/chapters')).chapters;
    const ids = [
      ...course.map(({ id }) => id),
      ...folders.flatMap(({ exercises }) => exercises.map(({ definition }) => definition.id)),
    ];
    assert.ok(ids.length >= 36);
    const all = ids.flatMap((id) => [headlineOf(id, 'en'), headlineOf(id, 'ko')]);
    assert.deepEqual(
      ids.filter((_, at) => all[2 * at] === null || all[2 * at + 1] === null),
      [],
    );
    assert.equal(new Set(all).size, all.length);
    for (const line of all) assert.match(line ?? '', /^.{5,60}\.$/u);
    assert.equal(headlineOf('some-other-course', 'en'), null);
  });
});

describe('the sketch of a pass', () => {
  const written = (id: string): readonly number[] => {
    const exercise = course.find((one) => one.id === id);
    assert.ok(exercise);
    return [...layersWritten(exercise)].sort();
  };

  it('lights the layers whose arrays were asked for', () => {
    assert.deepEqual(written('backward-2-layer'), [1, 2]);
    assert.deepEqual(written('output-gradients'), [2]);
    assert.deepEqual(written('hidden-gradients'), [1]);
    assert.deepEqual(written('cost'), [2]);
    assert.deepEqual(written('train-2-layer'), [1, 2]);
  });
});
