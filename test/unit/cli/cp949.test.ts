/** CP949: every syllable of Hangul has a code, whatever the platform's decoder knows. */
import assert from 'node:assert/strict';
import { decodeCp949 } from '../../../src/cli/cp949';

function of(hex: string): string | null {
  return decodeCp949(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

describe('CP949', () => {
  it('has the syllables of EUC-KR, and those that it lacks', () => {
    // By Python's codec: the first and the last code of each part, and words that need both.
    assert.equal(of('b0a1 c8fe'), '가힝');
    assert.equal(of('8141 8142 815a 8161 817a 8181 81fe 8241'), '갂갃갴갵걕걖괓괔');
    assert.equal(of('a041 a0fe a141 a1a0 c652'), '잸좤좥줎힣');
    assert.equal(of('b7bc b7e7 20 94ee 8c63 c7d1'), '렐루 뷁똠한');
  });

  it('has each of the 11,172 once', () => {
    const seen = new Set<string>();
    for (let lead = 0x81; lead <= 0xc8; lead++)
      for (let trail = 0x41; trail <= 0xfe; trail++) {
        const text = decodeCp949(Uint8Array.of(lead, trail));
        if (text !== null && /^[가-힣]$/u.test(text)) {
          assert.ok(!seen.has(text), text);
          seen.add(text);
        }
      }
    assert.equal(seen.size, 11172);
  });

  it('is ASCII with signs of its own beside, and refuses what it has not', () => {
    assert.equal(of('78203d20310d0a'), 'x = 1\r\n');
    assert.equal(of(''), '');
    for (const broken of ['b0', '41 b0', '8130', 'ffff', 'ff80c328fe', 'c653', '81'])
      assert.equal(of(broken), null, broken);
  });
});
