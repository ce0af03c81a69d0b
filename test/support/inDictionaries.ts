/** Python that takes and gives its arrays by themselves, as one that takes and gives dictionaries of them. */
import { bundlesOf } from '../../src/grader/request';

/** The exercise's function: what it is called, takes and gives back. */
export interface Signature {
  readonly functionName: string;
  readonly parameters: readonly string[];
  readonly returns: readonly string[];
}

/** The dictionaries that a program may take: each parameter that is one, with the names that it holds. */
function dictionariesFor(parameters: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  const bundles = bundlesOf(parameters);
  return ['params', 'cache', 'grads'].flatMap((bundle) => {
    const names = bundles[bundle] ?? [];
    return names.length > 0 ? [[bundle, names] as const] : [];
  });
}

/** Whether dictionaries are another way to write it. */
export function hasDictionaries({ parameters, returns }: Signature): boolean {
  return returns.length > 1 || dictionariesFor(parameters).length > 0;
}

/** The parts of `a, f(b, c)` between commas that stand in no parentheses. */
function parts(text: string): readonly string[] {
  let depth = 0;
  const found = [''];
  for (const letter of text) {
    depth += '([{'.includes(letter) ? 1 : ')]}'.includes(letter) ? -1 : 0;
    if (letter === ',' && depth === 0) found.push('');
    else found.push(`${found.pop() ?? ''}${letter}`);
  }
  return found.map((part) => part.trim());
}

/**
 * The program with the exercise's function in another signature: arrays of a layer are taken out of dictionaries, and
 * where several are given back they come back in one. Helpers stay as they are; lines keep their texts.
 */
export function inDictionaries({ functionName, parameters, returns }: Signature, source: string): string {
  const dictionaries = dictionariesFor(parameters);
  const held = dictionaries.flatMap(([, names]) => names);
  const lines = source.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`def ${functionName}(`));
  const end = lines.findLastIndex((line) => line.startsWith('    return '));
  // Long ones are written over several lines.
  const head = lines.findIndex((line, i) => i >= start && line.endsWith('):'));
  const own = /\((.*)\):$/u.exec(lines.slice(start, head + 1).join(' '))?.[1];
  if (own === undefined || start < 0 || end < start) throw new Error(`no function ${functionName} to turn`);
  const signature = [
    ...dictionaries.map(([bundle]) => bundle),
    ...parts(own).filter((name) => !held.includes(name)),
  ];
  const taken = dictionaries.map(
    ([bundle, names]) =>
      `    ${names.join(', ')} = ${names.map((name) => `${bundle}["${name}"]`).join(', ')}`,
  );
  const [, given = '', mark = ''] = /^ {4}return (.*?)(\s*# <-.*)?$/u.exec(lines[end] ?? '') ?? [];
  const entries = parts(given).map((value, i) => `"${returns[i] ?? ''}": ${value}`);
  return [
    ...lines.slice(0, start),
    `def ${functionName}(${signature.join(', ')}):`,
    ...taken,
    ...lines.slice(head + 1, end),
    returns.length < 2 ? lines[end] : `    return {${entries.join(', ')}}${mark}`,
    ...lines.slice(end + 1),
  ].join('\n');
}
