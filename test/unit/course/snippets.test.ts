import assert from 'node:assert/strict';
import { course } from '../../../src/course/course';
import type { Exercise } from '../../../src/course/judgedExercise';
import { pythonFor } from '../../support/pythons';
import { runScript } from './python';

interface Anatomy {
  readonly tree: string;
  readonly parameters: readonly string[];
  readonly returns: readonly string[];
  readonly blanks: number;
}

type Returned = '...' | null | { readonly list: readonly (number | null)[] } | ArrayValue;

interface ArrayValue {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

interface Observation {
  readonly anatomy: { readonly en: Anatomy; readonly ko: Anatomy; readonly solution: Anatomy };
  readonly runs: Readonly<
    Record<string, { readonly returned?: readonly Returned[]; readonly error?: string }>
  >;
}

/** The costs that the notes print: every hundredth, and the one they call final. */
const printedCosts = [
  0.29617825471294423, 0.15269541445708593, 0.1361997979546046, 0.12646802945091326, 0.11914873921362253,
  0.11360293902089343, 0.1093644928277771, 0.10602391756213714, 0.10337393702103816, 0.10130153664427889,
];
const printedFinalCost = 0.0996029506728323;

/** The faulty program with some of its faults mended. */
function mended(exercise: Exercise, ...faults: readonly ('input' | 'return' | 'sign')[]): string {
  const repairs = {
    input: ['np.dot(A1.T, dZ1)', 'np.dot(X.T, dZ1)'],
    return: ['** 2)\n', '** 2)\n    return cost\n'],
    sign: ['W1 += ', 'W1 -= '],
  } as const;
  return faults.reduce((source, fault) => {
    const [wrong, right] = repairs[fault];
    assert.ok(source.includes(wrong), `${fault} is not planted`);
    return source.replace(wrong, right);
  }, exercise.starter.en);
}

function runsOf(exercise: Exercise): Record<string, string> {
  const runs = { en: exercise.starter.en, ko: exercise.starter.ko, solution: exercise.solution };
  if (exercise.id !== 'debug-the-notes') return runs;
  return {
    ...runs,
    input: mended(exercise, 'input'),
    inputAndReturn: mended(exercise, 'input', 'return'),
    all: mended(exercise, 'input', 'return', 'sign'),
  };
}

function costsIn(observation: Observation, run: string): readonly (number | null)[] {
  const costs = observation.runs[run]?.returned?.[4];
  assert.ok(
    typeof costs === 'object' && costs !== null && 'list' in costs,
    `${run} returns no list of costs`,
  );
  return costs.list;
}

function assertPrinted(costs: readonly (number | null)[]): void {
  assert.equal(costs.length, 1000);
  const close = (actual: number | null | undefined, printed: number): void => {
    assert.ok(
      typeof actual === 'number' && Math.abs(actual / printed - 1) < 1e-12,
      `${String(actual)}, ${String(printed)}`,
    );
  };
  printedCosts.forEach((printed, i) => {
    close(costs[100 * i], printed);
  });
  close(costs[999], printedFinalCost);
}

describe('the snippets, seen by a real Python', function () {
  this.timeout(60_000);
  let seen: Readonly<Record<string, Observation>> = {};

  const observationOf = (exercise: Exercise): Observation => {
    const observation = seen[exercise.id];
    assert.ok(observation, exercise.id);
    return observation;
  };

  before(function () {
    seen = runScript(
      pythonFor(this),
      'snippets.py',
      course.map((exercise) => ({
        id: exercise.id,
        functionName: exercise.functionName,
        layers: exercise.picture?.layers ?? [3, 5, 1],
        parameters: exercise.parameters,
        en: exercise.starter.en,
        ko: exercise.starter.ko,
        solution: exercise.solution,
        fragments: exercise.hints.flatMap(({ code }) => code ?? []),
        runs: runsOf(exercise),
      })),
    ) as Readonly<Record<string, Observation>>;
  });

  for (const exercise of course) {
    describe(exercise.id, () => {
      it('starts in both languages from the same program', () => {
        const { en, ko } = observationOf(exercise).anatomy;
        assert.equal(ko.tree, en.tree);
      });

      it('takes and returns what the exercise says', () => {
        for (const part of Object.values(observationOf(exercise).anatomy)) {
          assert.deepEqual(part.parameters, exercise.parameters);
          assert.deepEqual(part.returns, exercise.returns);
        }
      });

      it('has blanks in the starter only', () => {
        const { en, solution } = observationOf(exercise).anatomy;
        assert.equal(solution.blanks, 0);
        assert.equal(en.blanks > 0, exercise.id !== 'debug-the-notes');
      });

      // The notes' faulty program has no blank; that its starter breaks off is seen below.
      if (exercise.id !== 'debug-the-notes') {
        it('has a starter that runs and gives its blank back', () => {
          for (const language of ['en', 'ko'] as const) {
            const { returned, error } = observationOf(exercise).runs[language] ?? {};
            assert.equal(error, undefined);
            assert.equal(returned?.length, exercise.returns.length);
            assert.ok(returned.includes('...'));
          }
        });
      }

      it('has a solution that runs and gives finite arrays', () => {
        const { returned, error } = observationOf(exercise).runs['solution'] ?? {};
        assert.equal(error, undefined);
        assert.equal(returned?.length, exercise.returns.length);
        for (const value of returned) {
          assert.ok(typeof value === 'object' && value !== null);
          const numbers = 'list' in value ? value.list : value.values;
          assert.ok(numbers.length > 0 && numbers.every((x) => Number.isFinite(x)));
        }
      });

      it('has a solution that gives every gradient and every parameter its shape', () => {
        const sizes = exercise.picture?.layers ?? [];
        const { returned = [] } = observationOf(exercise).runs['solution'] ?? {};
        exercise.returns.forEach((name, i) => {
          const [, letter, layer] = /^d?([WbZA])(\d)$/.exec(name) ?? [];
          const value = returned[i];
          if (letter === undefined || typeof value !== 'object' || value === null || 'list' in value) return;
          const [from = 0, to = 0] = [sizes[Number(layer) - 1], sizes[Number(layer)]];
          assert.deepEqual(value.shape, [letter === 'W' ? from : letter === 'b' ? 1 : 100, to], name);
        });
      });
    });
  }

  for (const id of ['train-2-layer', 'debug-the-notes']) {
    it(`${id}: the solution reproduces the costs that the notes print`, () => {
      const observation = seen[id];
      assert.ok(observation);
      assertPrinted(costsIn(observation, 'solution'));
    });
  }

  it('debug-the-notes: each fault shows itself in its own way, and mending all three is enough', () => {
    const observation = seen['debug-the-notes'];
    assert.ok(observation);
    assert.match(observation.runs['en']?.error ?? '', /^ValueError: .*\(3,5\) \(5,5\)/);
    assert.ok(costsIn(observation, 'input').every((cost) => cost === null));
    const uphill = costsIn(observation, 'inputAndReturn');
    assert.equal(uphill[0], costsIn(observation, 'all')[0]);
    assert.ok(Number(uphill[999]) < Number(uphill[0]) / 2, 'the cost falls although a step goes uphill');
    assertPrinted(costsIn(observation, 'all'));
  });
});
