import assert from 'node:assert/strict';
import { prose, python, tex } from '../../../src/course/writing';

describe('prose', () => {
  it('joins the lines of a paragraph and parts paragraphs at blank lines', () => {
    assert.equal(
      prose`
        one
        two

        three
      `,
      'one two\n\nthree',
    );
  });

  it('keeps the backslashes of TeX and turns escaped backticks into backticks', () => {
    assert.equal(prose`$\frac{1}{m}$ and \`dW1\``, '$\\frac{1}{m}$ and `dW1`');
  });
});

describe('python', () => {
  it('takes off the indentation that all lines share and keeps the rest', () => {
    assert.equal(
      python`
        def f(x):
            y = x

            return y
      `,
      'def f(x):\n    y = x\n\n    return y\n',
    );
  });

  it('keeps backslashes as Python has to see them', () => {
    assert.equal(python`print("a\n")`, 'print("a\\n")\n');
  });
});

describe('tex', () => {
  it('gives variables, gradients and known names their symbols', () => {
    assert.equal(tex`[Z1] = [X] \cdot [W1]`, '\\term{Z1}{Z_1} = \\term{X}{X} \\cdot \\term{W1}{W_1}');
    assert.equal(tex`[dZ2]`, '\\term{dZ2}{\\frac{\\partial L}{\\partial Z_2}}');
    assert.equal(tex`[learning_rate]`, '\\term{learning_rate}{\\eta}');
  });

  it('fills in values', () => {
    assert.equal(tex`[A${'2'}]`, '\\term{A2}{A_2}');
  });

  it('refuses a variable that has no symbol', () => {
    assert.throws(() => tex`[nonsense]`, /no symbol is known for the variable nonsense/);
  });
});
