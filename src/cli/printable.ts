/** Text of others' making - names of files, what a snippet printed - as a terminal may be given it. */

/**
 * What a terminal would obey instead of show: control characters, and the marks that turn the direction of writing or
 * take no room, with which a name can look like another.
 */
const obeyed = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return short[character] ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`);
}

/** A text on one line, with everything a terminal would obey written out: a newline as `\n`, Escape as `\x1b`. */
export function printable(text: string): string {
  return text.replaceAll(obeyed, escaped);
}

/** The same for a text of several lines, which keep their ends and their tabs. */
export function printableLines(text: string): string {
  return text.replaceAll(/\r\n/gu, '\n').replaceAll(obeyed, (character) => {
    return character === '\n' || character === '\t' ? character : escaped(character);
  });
}

/**
 * A path as text. Systems keep paths as bytes that need not be UTF-8; a byte that is none is written as `\xff`, so that
 * two names never look the same.
 */
export function textOfPath(path: Buffer): string {
  const text = path.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(path)) return text;
  let shown = '';
  for (let at = 0; at < path.length;) {
    const length = lengthOfCharacter(path, at);
    shown += length === 0 ? `\\x${path.toString('hex', at, at + 1)}` : path.toString('utf8', at, at + length);
    at += Math.max(1, length);
  }
  return shown;
}

/** How many bytes the UTF-8 character at `at` takes; 0 where there is none. */
function lengthOfCharacter(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    const text = bytes.toString('utf8', at, at + length);
    if (!text.includes('\ufffd')) return length;
  }
  return bytes.subarray(at, at + 3).equals(Buffer.from('\ufffd')) ? 3 : 0;
}
