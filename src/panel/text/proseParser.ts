/** The course's prose: paragraphs with `code`, **strong** and $TeX$, and nothing else. */

/** A stretch of a paragraph. */
export interface Span {
  readonly kind: 'plain' | 'code' | 'strong' | 'tex';
  readonly text: string;
}

const marks = /`([^`\n]+)`|\*\*([^*]+)\*\*|\$([^$\n]+)\$/gu;

/** Splits a text at blank lines, and its paragraphs at their marks; an unclosed mark is plain text. */
export function parseProse(text: string): readonly (readonly Span[])[] {
  return text
    .trim()
    .split(/\n\s*\n/u)
    .map((paragraph) => parseParagraph(paragraph.replace(/\s*\n\s*/gu, ' ')));
}

function parseParagraph(paragraph: string): readonly Span[] {
  const spans: Span[] = [];
  let position = 0;
  const plain = (end: number): void => {
    if (end > position) spans.push({ kind: 'plain', text: paragraph.slice(position, end) });
  };
  for (const match of paragraph.matchAll(marks)) {
    plain(match.index);
    const [whole, code, strong, tex] = match;
    if (code !== undefined) spans.push({ kind: 'code', text: code });
    else if (strong !== undefined) spans.push({ kind: 'strong', text: strong });
    else if (tex !== undefined) spans.push({ kind: 'tex', text: tex });
    position = match.index + whole.length;
  }
  plain(paragraph.length);
  return spans;
}
