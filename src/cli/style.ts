/** Colours and columns for a terminal; plain text elsewhere. */
import { stripVTControlCharacters, styleText } from 'node:util';

export type Colour = 'green' | 'red' | 'yellow' | 'bold' | 'dim' | 'cyan';

/** Gives text a colour, or leaves it alone. */
export type Paint = (colour: Colour, text: string) => string;

/** Colours where the stream is a terminal that wants them (`NO_COLOR` is respected). */
export function paintFor(stream: { readonly isTTY?: boolean }): Paint {
  const wanted = stream.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';
  return wanted ? (colour, text) => styleText(colour, text, { validateStream: false }) : (_, text) => text;
}

/** How many columns a text takes on a terminal: Korean and other wide characters take two. */
export function width(text: string): number {
  let columns = 0;
  for (const character of stripVTControlCharacters(text)) {
    columns += /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠]/u.test(character) ? 2 : 1;
  }
  return columns;
}

/** Rows with their columns aligned, two spaces apart, without trailing blanks. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, width(cell))).concat(most.slice(row.length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** Words wrapped to a width, with an indent before every line. */
export function wrap(text: string, limit: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && width(line) + 1 + width(word) > limit - indent.length) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((one) => indent + one).join('\n');
}
