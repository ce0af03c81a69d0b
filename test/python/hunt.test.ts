/** Bug hunts in every exercise: what is planted there fails, has a name and a line, and is another one each time. */
import assert from 'node:assert/strict';
import type { Exercise } from '../../src/course/judgedExercise';
import { checkSnippet } from '../../src/grader/check';
import type { Report } from '../../src/grader/report';
import { mistakeSources } from '../../src/course/folder/folderExercise';
import { knownSlips } from '../../src/hunt/known';
import { plant, type Planted } from '../../src/hunt/plant';
import type { PythonRuntime } from '../../src/python/runtime';
import { shareOf } from '../support/share';
import { wholeCourse } from '../support/wholeCourse';
import { builtinRuntime } from '../support/runtimes';

/** Mistakes that each exercise is to give; one where it is not its turn to be tried for all. */
const usual = 3;
const turnOf = 6;
/** Another one for each run of the tests would find more, and fail where nobody has changed anything. */
const seeds = [11, 12, 13];

describe('bug hunts, built-in Python', function () {
  this.timeout(300_000);
  let python: PythonRuntime;

  before(() => {
    python = builtinRuntime();
  });

  after(() => python.dispose());

  const judgeIn =
    (exercise: Exercise) =>
    (source: string): Promise<Report> =>
      checkSnippet(exercise, source, python, { timeoutSeconds: 10, language: 'en', curve: false });

  const inTurn = shareOf(wholeCourse, turnOf);

  for (const exercise of wholeCourse) {
    const [wanted, names] = inTurn.includes(exercise) ? [usual, 2] : [1, 1];
    it(`${exercise.id} gives ${String(wanted)} different ones`, async () => {
      const judge = judgeIn(exercise);
      let tried = 0;
      const counted = (source: string): Promise<Report> => {
        tried++;
        return judge(source);
      };
      const planted: Planted[] = [];
      const known = knownSlips(exercise.solution, exercise.functionName, mistakeSources(exercise));
      for (const seed of seeds.slice(0, wanted)) {
        const one = await plant(exercise.solution, counted, { seed, before: planted, known });
        assert.ok(one, `nothing after ${String(planted.length)}`);
        planted.push(one);
      }
      assert.equal(new Set(planted.map(({ source }) => source)).size, wanted);
      assert.ok(new Set(planted.map(({ code }) => code)).size >= names);
      for (const { source, code, line, text, report } of planted) {
        assert.equal(report.verdict, 'fail');
        // A mended program passes; the mistake is the only one.
        const lines = source.split('\n').length - exercise.solution.split('\n').length;
        assert.ok(Math.abs(lines) <= 2);
        assert.equal(source.split('\n')[line - 1]?.trim(), text);
        assert.notEqual(code, 'unknown');
      }
      const told = planted.map(({ code, line }) => `${code}@${String(line)}`).join(', ');
      console.log(`      ${told}: ${String(tried)} programs tried`);
    });
  }
});
