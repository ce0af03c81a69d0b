/** A sentence for one kind of Python error, and the words that such sentences share. */
import type { ErrorHint } from '../../python/runtime';

export type Details = ErrorHint['details'];

/** A sentence in both languages. Details that the harness could not tell are empty. */
export interface HintSentence {
  readonly en: (d: Details) => string;
  readonly ko: (d: Details) => string;
}

/** A detail, empty where it is not known. */
export function detail(details: Details, key: string): string {
  return details[key] ?? '';
}

/** `name` as code, or other words where it is not known. */
export function code(name: string | undefined, otherwise: string): string {
  return name === undefined || name === '' ? otherwise : `\`${name}\``;
}

/** `a dict`, `an int`. */
export function aOf(type: string): string {
  return `${/^[aeiou]/u.test(type) ? 'an' : 'a'} ${type}`;
}
