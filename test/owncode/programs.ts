/**
 * The programs by which the check of one's own code is judged. Beside `style.py` stands its table `style.checks`:
 *
 *     == definitions                  the top level cannot be run by itself; imports and definitions can
 *     == right scaled 0.5             what central differences say of the right program; without it, they agree
 *     == declaration                  the lines that declare the check
 *     == fault missing-mean|…         a planted fault, the codes that name it, and the replacement that plants it,
 *     - dW = dZ @ A.T / m             which applies exactly once; its lines are those to point at
 *     + dW = dZ @ A.T
 *     -- gradients = X.T @ d / n      the same mistake where the declaration spells that line in its own way, which it
 *     ++ gradients = X.T @ d          must hold exactly once; a line that it spells alike is replaced by itself
 *     = differ W1                     what central differences say of it, and of which arrays, named as the declaration
 *                                     nests them: `W1` of a dictionary, `[0]` of a list
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;

/** What central differences of the declared loss say: `agree`, `scaled 0.5`, `differ W1 b1`. */
export type Said = string;

export interface Fault {
  readonly codes: readonly string[];
  readonly find: string;
  readonly replacement: string;
  /** The text that plants the mistake in the declaration where that spells the line in its own way, else empty. */
  readonly declaredFind: string;
  readonly said: Said;
  /** The whole program with the fault, and its declaration, where a copy of the faulty line may stand too. */
  readonly source: string;
  readonly declaration: string;
  /** The lines that are right to point at, 1-based. */
  readonly lines: readonly number[];
}

/** `styles`: programs as tutorials and courses write them, put down before the recogniser was extended. */
export type Group = 'forms' | 'declared' | 'right' | 'styles';

export interface Program {
  readonly group: Group;
  /** `layer-pairs` of `forms/layer-pairs/affine-relu`. */
  readonly form: string;
  readonly name: string;
  readonly source: string;
  readonly definitions: boolean;
  readonly declaration: string;
  readonly right: Said;
  readonly faults: readonly Fault[];
}

/** The program with its declaration at its end, as a learner would write it. */
export function declared({ source, declaration }: Pick<Program, 'source' | 'declaration'>): string {
  return `${source}\n\n${declaration}\n`;
}

/** How often a text stands in another. */
export function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

function sectionsOf(table: string): readonly Section[] {
  const sections: { title: string; lines: string[] }[] = [];
  for (const line of table.trimEnd().split('\n')) {
    if (line.startsWith('== ')) sections.push({ title: line.slice(3), lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

function marked(lines: readonly string[], mark: string): string {
  return lines
    .filter((line) => line.startsWith(mark))
    .map((line) => line.slice(mark.length))
    .join('\n');
}

function faultOf({ title, lines }: Section, program: Pick<Program, 'source' | 'declaration'>): Fault {
  const [find, replacement] = [marked(lines, '- '), marked(lines, '+ ')];
  const [declaredFind, declaredReplacement] = [marked(lines, '-- '), marked(lines, '++ ')];
  const first = program.source.slice(0, Math.max(program.source.indexOf(find), 0)).split('\n').length;
  return {
    codes: title.slice('fault '.length).split('|'),
    find,
    replacement,
    declaredFind,
    said: marked(lines, '= '),
    source: program.source.replace(find, () => replacement),
    declaration: program.declaration
      .replaceAll(find, () => replacement)
      .replace(declaredFind, () => declaredReplacement),
    lines: replacement.split('\n').map((_, i) => first + i),
  };
}

function programOf(group: Group, path: string): Program {
  const name = path.slice(0, -'.checks'.length).replaceAll('\\', '/');
  const source = readFileSync(join(folder, group, `${name}.py`), 'utf8');
  const sections = sectionsOf(readFileSync(join(folder, group, path), 'utf8'));
  const titled = (title: string): Section | undefined => sections.find((section) => section.title === title);
  const right = sections.find(({ title }) => title.startsWith('right '));
  const declaration = (titled('declaration')?.lines ?? []).join('\n');
  return {
    group,
    form: group === 'right' || group === 'styles' ? group : (name.split('/')[0] ?? ''),
    name: `${group}/${name}`,
    source,
    definitions: titled('definitions') !== undefined,
    declaration,
    right: right?.title.slice('right '.length) ?? 'agree',
    faults: sections
      .filter(({ title }) => title.startsWith('fault '))
      .map((section) => faultOf(section, { source, declaration })),
  };
}

/** All programs of a group, by name. */
export function programsOf(group: Group): readonly Program[] {
  return readdirSync(join(folder, group), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.checks'))
    .sort()
    .map((path) => programOf(group, path));
}

/** The files of a folder without tables, by name. */
export function filesOf(group: 'unjudgeable' | 'faults'): ReadonlyMap<string, string> {
  const names = readdirSync(join(folder, group)).filter((name) => name.endsWith('.py'));
  return new Map(
    names
      .sort()
      .map((name) => [name.slice(0, -'.py'.length), readFileSync(join(folder, group, name), 'utf8')]),
  );
}
