/** Finds the names of arrays in a sentence. */

/** A stretch of a sentence. */
interface Part {
  readonly isName: boolean;
  readonly text: string;
}

/** The sentence in pieces; joined, they are the sentence. Names of one letter count only in capitals: `m` is also a word. */
export function splitAtNames(text: string, names: ReadonlySet<string>): readonly Part[] {
  return text
    .split(/(?<![\p{L}\p{N}_])([A-Za-z_]\w*)(?![A-Za-z0-9_])/u)
    .map((part) => ({ isName: names.has(part) && (part.length > 1 || /[A-Z]/u.test(part)), text: part }))
    .filter((part) => part.text !== '');
}
