import assert from 'node:assert/strict';
import { mistakeSources } from '../../../src/course/folder/folderExercise';
import { withSlip } from '../../../src/hunt/edits';
import { knownSlips, type KnownMistake } from '../../../src/hunt/known';
import { Program } from '../../../src/hunt/program';
import { wholeCourse } from '../../support/wholeCourse';

const solution = `import numpy as np


def scaled(x, d):
    n = x.shape[0]
    half = x / 2
    dx = half * d / n
    return half, dx
`;

/** A mistake of a file of mistakes, its docstring as authors write it. */
function mistake(body: string, more: Partial<KnownMistake> = {}): KnownMistake {
  const source = `import numpy as np


def other(x, d):
    """code: other"""
    return x, d


def slip(x, d):
    """code: slip
    en: A sentence.
    """
${body}`;
  return { code: 'slip', functionName: 'slip', source, ...more };
}

const made = (...mistakes: readonly KnownMistake[]): readonly string[] =>
  knownSlips(solution, 'scaled', mistakes).map((slip) => withSlip(solution, slip));

describe('known mistakes in a solution', () => {
  it('are the one place that a whole function has otherwise', () => {
    const body = `    n = x.shape[0]
    half = x / 2
    dx = half * d  # <-
    return half, dx
`;
    assert.deepEqual(made(mistake(body)), [solution.replace('half * d / n', 'half * d')]);
    const [slip] = knownSlips(solution, 'scaled', [mistake(body)]);
    assert.equal(slip?.kind, 'known:slip');
  });

  it('may leave lines out, or put some in', () => {
    const without = `    n = x.shape[0]\n    half = x / 2\n    return half, half  # <-\n`;
    assert.deepEqual(made(mistake(without)), [
      solution.replace('    dx = half * d / n\n    return half, dx', '    return half, half'),
    ]);
    const gone = `    half = x / 2\n    dx = half * d / n\n    return half, dx\n`;
    assert.deepEqual(made(mistake(gone)), [solution.replace('    n = x.shape[0]\n', '')]);
  });

  it('are the marked line, where the rest is written another way', () => {
    const body = `    dx = x * d  # <- not the half\n    return scaled(x, d)[0], dx\n`;
    assert.deepEqual(made(mistake(body)), [solution.replace('half * d / n', 'x * d')]);
  });

  it('are read from whole programs too', () => {
    const source = solution
      .replace('import', '"""code: slip\nen: A sentence."""\nimport')
      .replace('/ 2', '/ 3');
    assert.deepEqual(made({ code: 'slip', functionName: null, source }), [solution.replace('/ 2', '/ 3')]);
  });

  it('are left alone where the program is another one, or no line says which', () => {
    const another = `    a = x\n    b = a\n    c = b\n    e = c\n    return e, e\n`;
    const two = `    half = x  # <-\n    dx = x  # <-\n    return scaled(half, dx)\n`;
    const unknownName = `    other = x  # <-\n    return scaled(x, other)\n`;
    assert.deepEqual(made(mistake(another), mistake(two), mistake(unknownName)), []);
    assert.deepEqual(made(mistake('', { functionName: 'absent' })), []);
  });

  it('come once each, and change nothing that is right', () => {
    const wrong = mistake('    dx = x * d  # <-\n    return scaled(x, d)[0], dx\n');
    const right = mistake('    dx = half * d / n  # <-\n    return scaled(x, d)[0], dx\n');
    assert.equal(made(wrong, { ...wrong, code: 'again' }, right).length, 1);
  });

  it('are there in every exercise that is judged by its solution, as Python', () => {
    const counts = wholeCourse.flatMap((exercise) => {
      const sources = mistakeSources(exercise);
      if (sources.length === 0) return [];
      const slips = knownSlips(exercise.solution, exercise.functionName, sources);
      for (const slip of slips) {
        const program = new Program(withSlip(exercise.solution, slip));
        const broken = [...program.nodes()].filter(({ type }) => type.isError);
        assert.deepEqual(
          broken.map(({ from }) => program.lineAt(from)),
          [],
          `${exercise.id} ${slip.kind}`,
        );
      }
      return [slips.length];
    });
    assert.equal(counts.length, 18);
    assert.ok(Math.min(...counts) >= 3);
  });
});
