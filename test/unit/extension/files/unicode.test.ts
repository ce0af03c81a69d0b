import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  decodeUnicode,
  encodeUnicode,
  markedEncoding,
  sameBytes,
  unmarkedUtf16,
} from '../../../../src/extension/files/unicode';

const encodings = ['utf8', 'utf8bom', 'utf16le', 'utf16be'].flatMap((name) =>
  (name === 'utf8' ? [false] : name === 'utf8bom' ? [true] : [false, true]).map((mark) => ({ name, mark })),
);
const bytes = fc.uint8Array({ maxLength: 40 });

describe('the Unicode encodings', () => {
  for (const encoding of encodings) {
    const called = `${encoding.name}${encoding.mark ? ' with a mark' : ''}`;

    it(`give every text back: ${called}`, () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (text) => {
          assert.equal(decodeUnicode(encodeUnicode(text, encoding), encoding), text);
        }),
      );
    });

    it(`give every bytes back that they could decode, and no others: ${called}`, () => {
      fc.assert(
        fc.property(bytes, (sample) => {
          const text = decodeUnicode(sample, encoding);
          const whole = sameBytes(encodeUnicode(text, encoding), sample);
          const beginsRight = !encoding.mark || markedEncoding(sample)?.name === encoding.name;
          if (!text.includes('\uFFFD') && beginsRight) assert.ok(whole);
          if (!beginsRight) assert.ok(!whole);
        }),
      );
    });

    it(`are told by their mark: ${called}`, () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary-ascii', minLength: 1 }), (text) => {
          const found = markedEncoding(encodeUnicode(text, encoding));
          assert.deepEqual(found, encoding.mark ? encoding : undefined);
        }),
      );
    });
  }

  it('tell UTF-16 without a mark by its zeros', () => {
    for (const name of ['utf16le', 'utf16be']) {
      const encoding = { name, mark: false };
      const program = '# 역전파\nimport numpy as np\n';
      assert.deepEqual(unmarkedUtf16(encodeUnicode(program, encoding)), encoding);
    }
    assert.equal(unmarkedUtf16(new TextEncoder().encode('import numpy\n')), undefined);
    assert.equal(unmarkedUtf16(Uint8Array.of(0, 0, 65, 66)), undefined);
    assert.equal(unmarkedUtf16(new Uint8Array()), undefined);
  });

  it('tell an odd byte at the end of UTF-16', () => {
    const odd = Uint8Array.of(65, 0, 66);
    const encoding = { name: 'utf16le', mark: false };
    assert.ok(!sameBytes(encodeUnicode(decodeUnicode(odd, encoding), encoding), odd));
  });
});
