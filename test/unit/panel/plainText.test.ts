import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainText } from '../../../src/panel/results/plainText';

describe('printed text', () => {
  it('loses terminal sequences and nothing else', () => {
    assert.equal(plainText('\u001B[31mred\u001B[0m <b>&amp;</b> </script>'), 'red <b>&amp;</b> </script>');
    assert.equal(plainText('\u001B]0;title\u0007a\r\nb\rc'), 'a\nb\nc');
    assert.equal(plainText('a\u0000b\u0007'), 'a␀b␇');
  });

  it('never contains a control character but tab and line end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // eslint-disable-next-line no-control-regex -- control characters are what is looked for
        assert.doesNotMatch(plainText(text), /[\u0000-\u0008\u000B-\u001F\u007F]/u);
      }),
    );
  });
});
