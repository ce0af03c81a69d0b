import assert from 'node:assert/strict';
import fc from 'fast-check';
import { course } from '../../../src/course/course';
import { groupEquations, splitGroups } from '../../../src/panel/equations/groups';
import { parseSnippet } from '../../../src/panel/snippet/parse';

describe('what the panel reads from a snippet', () => {
  it('finds the blanks with their lines and what they are assigned to, and no dots elsewhere', () => {
    const text =
      'def f(x):\n    """... not this"""\n    a = ...  # nor ... this\n    b = g(..., x)\n    return ...\n';
    assert.deepEqual(
      parseSnippet(text).blanks.map(({ line, name }) => [line, name]),
      [
        [3, 'a'],
        [4, 'b'],
        [5, null],
      ],
    );
  });

  it('tells the lines that make each array; a parameter counts only where nothing is assigned to it', () => {
    const { lines } = parseSnippet(
      'def f(W1, dW_1, m):\n    W1 = W1 - dW_1\n    W1 = W1 * 1\n    return W1\n',
    );
    assert.deepEqual(lines.get('W1'), [2, 3]);
    assert.deepEqual(lines.get('dW1'), [1]);
  });

  it('reads the same text once, and another anew', () => {
    const [one, other] = ['def f(x):\n    a = ...\n', 'def f(x):\n    return ...\n'];
    const first = parseSnippet(one);
    assert.equal(parseSnippet(one.slice(0, 4) + one.slice(4)), first);
    assert.equal(parseSnippet(other).blanks[0]?.name, null);
    assert.deepEqual(parseSnippet(one), first);
  });

  it('says of a text what it says without the one before, whatever was changed in between', () => {
    const pieces = fc.constantFrom(
      'def f(X, W1):\n',
      '    dZ1 = ...\n',
      '    W1 -= rate * dW1\n',
      '  if X:\n',
      'for i in range(3):\n\t',
      '"""',
      "'",
      '(',
      ')',
      ' = ',
      '...',
      '# ...\n',
      '\n',
      'b1, b2 = b1, 2',
      '\\\n',
      '=',
      '한',
    );
    const text = fc.array(pieces, { maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, text, text, (head, before, after, tail) => {
        parseSnippet(`${head}${before}${tail}`);
        const next = parseSnippet(`${head}${after}${tail}`);
        parseSnippet('');
        assert.deepEqual(next, parseSnippet(`${head}${after}${tail}`));
      }),
      { numRuns: 400 },
    );
  });

  it('tells which of them make an array of itself', () => {
    const { lines, updates } = parseSnippet(
      [
        'W1, b1 = start(5)',
        'def update(W1, b1, W2):',
        '    W1 -= rate * dW1',
        '    b1, W2 = b1 - rate * db1, W_2 * 2',
        '    W1: list = keep(W1)',
        '    return W1',
        'W2 = other(W1)',
        'W1, W2 = update(W1, b1, W2)',
      ].join('\n'),
    );
    assert.deepEqual(updates.get('W1'), [3, 5, 8]);
    assert.deepEqual(updates.get('b1'), [4]);
    assert.deepEqual(updates.get('W2'), [4, 8]);
    assert.deepEqual(lines.get('W2'), [4, 7, 8]);
  });

  it('finds the update of every starter that trains where the weights become others', () => {
    for (const id of ['train-2-layer', 'debug-the-notes', 'update-weights']) {
      const starter = course.find((one) => one.id === id)?.starter.en ?? '';
      const { blanks, lines, updates } = parseSnippet(starter);
      for (const name of ['W1', 'b1', 'W2', 'b2']) {
        const [line] = updates.get(name) ?? lines.get(name) ?? [];
        const text = starter.split('\n')[(line ?? 0) - 1] ?? '';
        const isBlank = blanks.some((blank) => blank.line === line);
        assert.ok(isBlank || /^\s*\w+ [-+]= learning_rate/.test(text), `${id} ${name}: ${text}`);
      }
    }
  });

  it('reads a snippet that is only half written', () => {
    const { blanks } = parseSnippet('def f(x):\n    a = np.dot(\n    b = ...\n');
    assert.equal(blanks[0]?.line, 3);
  });

  for (const { id, starter } of course) {
    it(`finds the same blanks in both starters of ${id}`, () => {
      const names = (text: string): unknown => parseSnippet(text).blanks.map(({ name }) => name);
      assert.deepEqual(names(starter.ko), names(starter.en));
    });
  }
});

describe('groups of equations', () => {
  it('keep every equation once and in order, in two columns of about one length', () => {
    for (const { id, equations } of course) {
      const groups = groupEquations(equations);
      assert.deepEqual(
        groups.flatMap((group) => group.equations),
        equations,
        id,
      );
      const split = splitGroups(groups);
      assert.ok(split >= 1 && split <= groups.length, id);
    }
  });

  it('follow the layers of a long backward pass', () => {
    const exercise = course.find(({ id }) => id === 'backward-2-layer');
    assert.ok(exercise);
    assert.deepEqual(
      groupEquations(exercise.equations).map(({ layer, equations }) => [layer, equations.length]),
      [
        ['output', 3],
        ['hidden', 4],
      ],
    );
  });
});
