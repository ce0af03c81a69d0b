import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lookFor } from '../../../src/owncode/lookFor';

const names = (text: string): string[] => lookFor(text).map(({ name, line }) => `${name}:${String(line)}`);

describe('where a file may hold gradients', () => {
  it('finds backward functions and methods by their names', () => {
    const text = [
      'def forward(X): return X',
      'def back_prop(X): return X',
      'class Net:',
      '    def backward(self, dout):',
      '        def helper(): pass',
      '        return dout',
      '',
      'def compute_gradients(theta):',
      '    return theta',
      'def lossFun(inputs, targets): pass',
    ].join('\n');
    assert.deepEqual(names(text), ['back_prop:2', 'Net.backward:4', 'compute_gradients:8', 'lossFun:10']);
  });

  it('finds a loss that returns gradients with it, and not one that does not', () => {
    const text =
      'class A:\n  def loss(self, X, y):\n    return L, grads\nclass B:\n  def loss(self):\n    return L\n';
    assert.deepEqual(names(text), ['A.loss:2']);
  });

  it('leaves alone what only speaks of gradients', () => {
    for (const name of [
      'numerical_gradient',
      'check_gradients',
      'plot_gradients',
      'clip_gradients',
      'update_gradients',
      'zero_grad',
      'gradient_descent',
      'upgrade',
      'make_background',
      'grade',
    ])
      assert.deepEqual(names(`def ${name}(x):\n  return x\n`), [], name);
  });

  it('knows the declared check, at the top level only', () => {
    assert.deepEqual(lookFor('def gradcheck():\n  return 1, 2, 3\n'), [
      { name: 'gradcheck', line: 1, declared: true },
    ]);
    assert.deepEqual(lookFor('class A:\n  def gradcheck(self): pass\n'), []);
  });

  it('takes no definition out of a text or a comment', () => {
    assert.deepEqual(names('"""\ndef backward(): pass\n"""\n# def backward(): """\ndef backward(): pass\n'), [
      'backward:5',
    ]);
    assert.deepEqual(names('s = \'it\\\'s """ no\'\ndef backward(): pass\n'), ['backward:2']);
  });

  it('names lines that hold the definition, whatever the line ends', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('def backward(x):', '  pass', '"""', 'class A:', '  def grad(self):', '', '#'),
        ),
        fc.constantFrom('\n', '\r\n', '\r'),
        (lines, end) => {
          for (const { name, line } of lookFor(lines.join(end)))
            assert.match(lines[line - 1] ?? '', new RegExp(`def ${name.split('.').at(-1) ?? ''}\\(`, 'u'));
        },
      ),
    );
  });
});
