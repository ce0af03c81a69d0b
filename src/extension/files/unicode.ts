/** The Unicode encodings by the names that VS Code gives them. Everything else VS Code encodes and decodes itself. Pure. */

/** How a file's bytes are read: VS Code's name of the encoding, and whether a byte order mark comes first. */
export interface Encoding {
  readonly name: string;
  readonly mark: boolean;
}

export const utf8: Encoding = { name: 'utf8', mark: false };

/** The byte order marks that VS Code believes whatever its settings say. */
const marks: readonly { readonly name: string; readonly bytes: readonly number[] }[] = [
  { name: 'utf8bom', bytes: [0xef, 0xbb, 0xbf] },
  { name: 'utf16le', bytes: [0xff, 0xfe] },
  { name: 'utf16be', bytes: [0xfe, 0xff] },
];

/** As many bytes as are looked at for zeros. */
const sampleLength = 512;

/** The encoding that a byte order mark says; undefined without one. */
export function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  const found = marks.find(({ bytes: mark }) => mark.every((byte, index) => bytes[index] === byte));
  return found && { name: found.name, mark: true };
}

/**
 * UTF-16 without a mark, told by its zeros: the characters of a program are mostly ASCII, so many a byte is 0, and all
 * of these are on one side. (VS Code asks for a zero in every character, and calls anything else binary.)
 */
export function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, Math.min(sampleLength, bytes.length & ~1));
  const sides = [0, 0];
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    // The byte beside it is the character: one that stands in texts.
    if ((sample[at ^ 1] ?? 0) < 9) return undefined;
    sides[at & 1] = (sides[at & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = sides;
  const enough = sample.length / 2 / 10;
  if (even === 0 && odd > enough) return { name: 'utf16le', mark: false };
  if (odd === 0 && even > enough) return { name: 'utf16be', mark: false };
  return undefined;
}

/** Whether this module decodes and encodes it. */
export function isUnicode(name: string): boolean {
  return name === 'utf8' || name === 'utf8bom' || name === 'utf16le' || name === 'utf16be';
}

/** Whether VS Code begins a file that it writes in this encoding with a mark. */
export function getsMark(name: string): boolean {
  return name !== 'utf8' && isUnicode(name);
}

/** The text of bytes in a Unicode encoding, its mark left out; U+FFFD stands for what is none. */
export function decodeUnicode(bytes: Uint8Array, { name, mark }: Encoding): string {
  const label = name === 'utf16le' ? 'utf-16le' : name === 'utf16be' ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  return mark && text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** The bytes of a text in a Unicode encoding. */
export function encodeUnicode(text: string, { name, mark }: Encoding): Uint8Array {
  const whole = mark ? `\uFEFF${text}` : text;
  if (!name.startsWith('utf16')) return new TextEncoder().encode(whole);
  const bytes = new Uint8Array(whole.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < whole.length; i++) view.setUint16(i * 2, whole.charCodeAt(i), name === 'utf16le');
  return bytes;
}

/** Whether two files hold the same bytes. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
