/** Finds what stands out in a sentence about the snippet: code between backticks, and the names of arrays. */

/** A stretch of a sentence. */
interface Part {
  readonly isCode: boolean;
  readonly text: string;
}

/**
 * The sentence in pieces; joined, they are the sentence without the backticks around code. Names of one letter count
 * only in capitals: `m` is also a word.
 */
export function splitSentence(text: string, names: ReadonlySet<string>): readonly Part[] {
  return text
    .split(/`([^`\n]+)`/u)
    .flatMap((part, index): readonly Part[] =>
      index % 2 === 1 ? [{ isCode: true, text: part }] : splitAtNames(part, names),
    )
    .filter((part) => part.text !== '');
}

function splitAtNames(text: string, names: ReadonlySet<string>): readonly Part[] {
  return text
    .split(/(?<![\p{L}\p{N}_])([A-Za-z_]\w*)(?![A-Za-z0-9_])/u)
    .map((part) => ({ isCode: names.has(part) && (part.length > 1 || /[A-Z]/u.test(part)), text: part }));
}
