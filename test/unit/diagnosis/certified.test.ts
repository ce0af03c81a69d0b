/**
 * The probes are certified: every mistake of the catalogue, made in every accepted computation of every exercise, gives
 * other results than the right ones, and mistakes of different codes give results that differ from each other. A new
 * entry is in this test by itself; where it collides, the test names the pair.
 */
import assert from 'node:assert/strict';
import { course as partOne } from '../../../src/course/course';
import type { Exercise } from '../../../src/course/judgedExercise';
import { networkFolders } from '../networkFolders';
import { acceptedOutcomes, collisions, isSameOutcome, mistakenOutcomes, type Outcome } from './outcomes';

const course = [...partOne, ...networkFolders];

type Where = (exercise: Exercise) => boolean;

const named =
  (...ids: readonly string[]): Where =>
  ({ id }) =>
    ids.includes(id);

/** Whatever network it is of. */
const isBackward: Where = ({ functionName }) => functionName === 'backward_propagation';
const isForward: Where = ({ functionName }) => functionName === 'forward_propagation';

/** A mistake that computes the right results after all. The key begins with `code/variant`. */
interface Harmless {
  readonly exercise: Where;
  readonly key: RegExp;
  readonly because: string;
}

const harmless: readonly Harmless[] = [
  {
    exercise: isBackward,
    key: /^wrong-sign\/negative\/dZ\d\/dW\d\/db\d\/dA/,
    because: 'a minus at every step: those of a layer cancel those of the next',
  },
  {
    exercise: named('train-2-layer', 'debug-the-notes'),
    key: /^missing-keepdims\/(flat|squeezed)\/db\d/,
    because: 'the update broadcasts a flat gradient to the row that the bias is',
  },
];

/** Mistakes of different codes that are one and the same in what is returned; the trace tells which was made. */
interface Inseparable {
  readonly exercise: Where;
  readonly codes: readonly [string, string];
  readonly because: string;
}

const inseparable: readonly Inseparable[] = [
  {
    exercise: isBackward,
    codes: ['missing-mean', 'wrong-mean'],
    because:
      'divided by the outputs alone: another count than the samples, or a mean over entries without its 1/m',
  },
  {
    exercise: named('train-2-layer', 'debug-the-notes'),
    codes: ['gradient-ascent', 'wrong-sign'],
    because: 'training returns no gradients, and minus a gradient added is the gradient subtracted',
  },
  {
    exercise: isForward,
    codes: ['samples-in-columns', 'operand-order'],
    because: 'weights before the input in every layer is what samples in columns ask for',
  },
  {
    exercise: named('backward-classifier'),
    codes: ['missing-delta', 'loss-term-sign'],
    because: 'with one sign changed no difference is left, only its size',
  },
  {
    exercise: named('backward-classifier'),
    codes: ['missing-delta', 'log-of-wrong-argument'],
    because: 'with the other argument only the probability is left',
  },
];

function isInseparable(exercise: Exercise, a: Outcome, b: Outcome): boolean {
  return inseparable.some(
    ({ exercise: where, codes }) => where(exercise) && codes.includes(a.code) && codes.includes(b.code),
  );
}

function isHarmless(exercise: Exercise, { key }: Outcome): boolean {
  return harmless.some((one) => one.exercise(exercise) && one.key.test(key));
}

/** What the mistakes of an exercise give on its probes; worked out once. */
interface Certified {
  readonly accepted: ReturnType<typeof acceptedOutcomes>;
  readonly mistakes: readonly Outcome[];
  /** A mistake in one convention may be another convention, which is right. */
  readonly right: readonly Outcome[];
  readonly pairs: ReturnType<typeof collisions>;
}

const known = new Map<Exercise, Certified>();

function certified(exercise: Exercise): Certified {
  const before = known.get(exercise);
  if (before) return before;
  const accepted = acceptedOutcomes(exercise);
  const mistakes = mistakenOutcomes(exercise);
  const isRight = (one: Outcome): boolean => accepted.some((right) => isSameOutcome(right, one));
  const [right, wrong] = [mistakes.filter(isRight), mistakes.filter((one) => !isRight(one))];
  const made = { accepted, mistakes, right, pairs: collisions(wrong) };
  known.set(exercise, made);
  return made;
}

describe('the probes tell mistakes apart', function () {
  this.timeout(240_000);

  for (const exercise of course) {
    describe(exercise.id, () => {
      it('has mistakes to tell apart', () => {
        const { mistakes, right } = certified(exercise);
        assert.ok(mistakes.length >= 10, `${String(mistakes.length)} mistakes`);
        assert.ok(right.length < mistakes.length);
      });

      it('gives other than the right results for every mistake', () => {
        const { accepted, right } = certified(exercise);
        const isOtherConvention = (one: Outcome): boolean =>
          accepted.some((other) => other.accepted !== one.accepted && isSameOutcome(other, one));
        const hidden = right
          .filter((one) => !isOtherConvention(one) && !isHarmless(exercise, one))
          .map(({ key }) => key);
        assert.deepEqual(hidden, []);
      });

      it('gives different results for mistakes of different codes', () => {
        const pairs = certified(exercise)
          .pairs.filter(([a, b]) => !isInseparable(exercise, a, b))
          .map(([a, b]) => `${a.key} and ${b.key}`);
        assert.deepEqual([...new Set(pairs)], []);
      });
    });
  }

  it('lists no exception that is none', () => {
    const used = course.flatMap((exercise) => {
      const { right, pairs } = certified(exercise);
      return [
        ...harmless.filter((one) => right.some(({ key }) => one.exercise(exercise) && one.key.test(key))),
        ...inseparable.filter((one) =>
          pairs.some(
            ([a, b]) => one.exercise(exercise) && one.codes.includes(a.code) && one.codes.includes(b.code),
          ),
        ),
      ];
    });
    const unused = [...harmless, ...inseparable]
      .filter((one) => !used.includes(one))
      .map(({ because }) => because);
    assert.deepEqual(unused, []);
  });
});
