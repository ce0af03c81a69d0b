import assert from 'node:assert/strict';
import { parser } from '@lezer/python';
import { allExercises } from '../../../src/course/course';
import { withSlip } from '../../../src/hunt/edits';
import { slipsIn } from '../../../src/hunt/slips';

/** The lines that a slip makes of a program's only line of work. */
function linesFrom(line: string, parameters = 'A1, A2, W2, Y, Z1, dA1, dZ2, m'): readonly string[] {
  const source = `def helper(x):\n    return x\n\n\ndef f(${parameters}):\n    ${line}\n`;
  return slipsIn(source)
    .map((slip) => withSlip(source, slip).split('\n')[5]?.trim() ?? '')
    .filter((made) => made !== line);
}

function includes(line: string, ...expected: readonly string[]): void {
  const made = linesFrom(line);
  for (const one of expected) assert.ok(made.includes(one), `${one} is not among\n${made.join('\n')}`);
}

function isWellFormed(source: string): boolean {
  let isWhole = true;
  parser.parse(source).iterate({ enter: ({ type }) => void (isWhole &&= !type.isError) });
  return isWhole;
}

describe('slips of the pen', () => {
  it('leave out a factor, a term, a power, a transpose, a function', () => {
    includes(
      'dW2 = (1 / m) * np.dot(A1.T, dZ2)',
      'dW2 = np.dot(A1.T, dZ2)',
      'dW2 = (1 / m) * np.dot(A1, dZ2)',
    );
    includes('Z2 = A1 @ W2 + b2', 'Z2 = A1 @ W2', 'Z2 = A1 @ W2 - b2', 'Z2 = W2 @ A1 + b2');
    includes('cost = np.sum((A2 - Y) ** 2) / m', 'cost = np.sum(A2 - Y) / m', 'cost = np.sum((A2 - Y) ** 2)');
    includes('return helper(Z1)', 'return Z1');
  });

  it('change a sign, an axis, a reduction, a comparison, a number', () => {
    includes('dZ2 = A2 - Y', 'dZ2 = A2 + Y', 'dZ2 = Y - A2', 'dZ2 = A2');
    includes(
      'db2 = np.sum(dZ2, axis=0, keepdims=True)',
      'db2 = np.sum(dZ2, axis=1, keepdims=True)',
      'db2 = np.sum(dZ2, axis=0)',
      'db2 = np.mean(dZ2, axis=0, keepdims=True)',
      'db2 = dZ2',
    );
    includes('mask = Z1 > 0', 'mask = Z1 < 0', 'mask = Z1 > 1');
    includes(
      'grad = (A2 - Y) / (2 * m)',
      'grad = (A2 - Y) / 2 * m',
      'grad = A2 - Y / (2 * m)',
      'grad = A2 - Y',
    );
  });

  it('take an array for its neighbour, and never for a number', () => {
    const made = linesFrom('dW1 = A1.T @ dZ2');
    assert.ok(made.includes('dW1 = A2.T @ dZ2'));
    assert.ok(!made.some((line) => line.includes('m.T') || line.includes('W2.T')));
  });

  it('leave out or exchange statements where the program still runs', () => {
    const source = 'def f(x, W):\n    W = W - x\n    W *= 2\n    y = W\n    return y\n';
    const made = slipsIn(source).map((slip) => withSlip(source, slip));
    assert.ok(made.includes('def f(x, W):\n    W = W - x\n    y = W\n    return y\n'));
    assert.ok(made.includes('def f(x, W):\n    W *= 2\n    W = W - x\n    y = W\n    return y\n'));
    assert.ok(!made.includes('def f(x, W):\n    W = W - x\n    W *= 2\n    return y\n'));
  });

  it('stay Python, in every solution of the course', () => {
    for (const { id, solution } of allExercises()) {
      const slips = slipsIn(solution);
      assert.ok(slips.length >= 5, `${id} leaves room for ${String(slips.length)}`);
      // Of long programs some: their functions are those of other exercises.
      const every = Math.ceil(slips.length / 100);
      for (const slip of slips.filter((_, i) => i % every === 0)) {
        const made = withSlip(solution, slip);
        assert.notEqual(made, solution, `${id}: ${slip.kind}`);
        assert.ok(isWellFormed(made), `${id}, ${slip.kind}:\n${made}`);
      }
    }
  });
});
