/**
 * CP949, which Korean Windows writes: EUC-KR and, in codes that are free there, the syllables that it lacks. The
 * platform's decoder for `euc-kr` knows these on some systems only; they stand in the order of Unicode, so that what is
 * missing in EUC-KR is enough to tell each. Pure.
 */

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;

/** The first bytes of the added codes end with 0xC6; from 0xA1 on, second bytes from 0xA1 are EUC-KR's own. */
const leads = { first: 0x81, last: 0xc6, shared: 0xa1 };
const trails: readonly (readonly [from: number, to: number])[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0x81, 0xfe],
];

/** The added code (two bytes as a number) of each syllable that EUC-KR lacks, the other way round. */
let added: ReadonlyMap<number, string> | undefined;

function addedCodes(): ReadonlyMap<number, string> {
  const decoder = new TextDecoder('euc-kr');
  const known = new Set<string>();
  // EUC-KR has its syllables in 25 rows of 94.
  for (let lead = 0xb0; lead <= 0xc8; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) known.add(decoder.decode(Uint8Array.of(lead, trail)));
  const missing: string[] = [];
  for (let at = firstSyllable; at <= lastSyllable; at++)
    if (!known.has(String.fromCharCode(at))) missing.push(String.fromCharCode(at));
  const codes = new Map<number, string>();
  let next = 0;
  for (let lead = leads.first; lead <= leads.last; lead++) {
    for (const [from, to] of trails) {
      for (let trail = from; trail <= to; trail++) {
        if (lead >= leads.shared && trail >= leads.shared) break;
        const syllable = missing[next++];
        if (syllable !== undefined) codes.set(lead * 256 + trail, syllable);
      }
    }
  }
  return codes;
}

/** The text of bytes in CP949; null where they are of no text in it. */
export function decodeCp949(bytes: Uint8Array): string | null {
  added ??= addedCodes();
  const decoder = new TextDecoder('euc-kr', { fatal: true });
  let text = '';
  let begin = 0;
  try {
    for (let at = 0; at < bytes.length; at++) {
      const lead = bytes[at] ?? 0;
      if (lead < 0x80) continue;
      // Every other code has two bytes.
      const trail = bytes[++at] ?? 0;
      const syllable = added.get(lead * 256 + trail);
      if (syllable !== undefined) {
        text += decoder.decode(bytes.subarray(begin, at - 1)) + syllable;
        begin = at + 1;
      } else if (lead < leads.shared || trail < leads.shared) {
        // Some decoders let it through as a control character.
        return null;
      }
    }
    return text + decoder.decode(bytes.subarray(begin));
  } catch {
    return null;
  }
}
