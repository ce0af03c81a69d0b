/**
 * "Not yet" always says why: whatever a function returns in place of what is asked, the report has a diagnosis, an array
 * that is not ok, or an error. The odd values are put in the place of each result in turn, and of all of them.
 */
import { strict as assert } from 'node:assert';
import { course } from '../../src/course/course';
import type { Exercise } from '../../src/course/judgedExercise';
import { grade } from '../support/grade';
import type { Report } from '../../src/grader/report';
import { requestFor } from '../../src/grader/request';
import { LegacyRandom } from '../../src/engine/random';
import { isEndless, oddities } from './oddities';
import { allRuntimes, describeEach } from './support';

/** Code that is right but for one result, or for all of them together. */
function spoilt(exercise: Exercise, odd: string, place: number | 'each' | 'whole'): string {
  const { functionName, solution, returns } = exercise;
  const many = returns.length > 1;
  const body =
    place === 'whole'
      ? [`    return ${odd}`]
      : many
        ? [
            '    rs = list(r)',
            ...(place === 'each'
              ? [`    rs = [${odd} for r in rs]`]
              : [`    r = rs[${String(place)}]`, `    rs[${String(place)}] = ${odd}`]),
            '    return tuple(rs)',
          ]
        : [`    return ${odd}`];
  return [
    solution,
    'import numpy as np',
    `_right = ${functionName}`,
    `def ${functionName}(*given):`,
    '    r = _right(*given)',
    ...body,
    '',
  ].join('\n');
}

function saysWhy({ verdict, diagnoses, values, error }: Report): boolean {
  if (verdict === 'pass') return true;
  return diagnoses.length > 0 || error !== null || values.some(({ ok }) => !ok);
}

/**
 * The exercises share a sixth of the odd things, and so do the Pythons. Lists without end are returned in the built-in one
 * and in one of one's own: which NumPy is there is nothing to them. What is judged of all of them in every exercise is tried
 * in `oddValues.test.ts`.
 */
const pythons = allRuntimes().map(({ name }) => name);

describeEach('an odd result', (runtime, { name }) => {
  const random = new LegacyRandom(20);
  const upTo = (count: number): number => Math.floor((random.rand().data[0] ?? 0) * count);
  const [likeliest = '', ...others] = oddities;
  const shuffled = (): readonly string[] => {
    const rest = [...others];
    return others.flatMap(() => rest.splice(upTo(rest.length), 1));
  };
  const turn = pythons.indexOf(name);
  const dealt = shuffled().filter((odd, i) =>
    isEndless(odd) ? turn < 2 : i % (6 * pythons.length) === turn,
  );
  const share = (place: number): readonly string[] => [
    likeliest,
    ...dealt.filter((_, i) => i % course.length === place),
  ];
  const placeIn = ({ returns }: Exercise): number | 'each' | 'whole' =>
    ([upTo(returns.length), 'each', 'whole'] as const)[upTo(3)] ?? 'whole';

  for (const [place, exercise] of course.entries()) {
    it(`is told why it is not right: ${exercise.id}`, async function () {
      this.timeout(240_000);
      const silent: string[] = [];
      for (const odd of share(place)) {
        const where = placeIn(exercise);
        const source = spoilt(exercise, odd, where);
        const run = await runtime().run(requestFor(exercise, source, 20, false));
        const report = grade(exercise, run, 'en');
        if (!saysWhy(report)) silent.push(`${odd} in place of ${String(where)}`);
      }
      assert.deepEqual(silent, []);
    });
  }
});
