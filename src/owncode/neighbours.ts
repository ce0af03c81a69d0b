/** The modules beside a learner's own file that it imports, as text, where the Python itself reads no files. */

/** Reads a file beside the learner's, `layers.py` or `common/layers.py`; null where there is none to be read. */
export type ReadBeside = (path: string) => Promise<string | null>;

const mostModules = 24;
const mostCharacters = 400_000;
/** Modules that are never the learner's own: what stands on them would not be what it is. */
const never = new Set(['numpy', 'harness', 'builtins', 'sys']);
const statement =
  /^[ \t]*(?:from[ \t]+(?<level>\.*)(?<base>[\w.]*)[ \t]+import[ \t]+\(?(?<names>[^#\n]*)|import[ \t]+(?<whole>[\w., \t]+))/gmu;

/** The dotted names of modules that a module's text may mean; `inside` is the package that it is in. */
function importsOf(source: string, inside: string): readonly string[] {
  return [...source.matchAll(statement)].flatMap(({ groups = {} }): readonly string[] => {
    if (groups['whole'] !== undefined)
      return groups['whole'].split(',').map((name) => name.trim().split(/\s/u)[0] ?? '');
    const level = groups['level']?.length ?? 0;
    const above = inside === '' ? [] : inside.split('.');
    const begin = level === 0 ? [] : above.slice(0, Math.max(0, above.length - level + 1));
    const base = [...begin, ...(groups['base'] ?? '').split('.')].filter((part) => part !== '').join('.');
    const names = [...(groups['names'] ?? '').matchAll(/\b\w+/gu)].map(([name]) => name);
    return [base, ...names.map((name) => (base === '' ? name : `${base}.${name}`))];
  });
}

/** A module and the packages that it is in, the outermost first. */
function withPackages(name: string): readonly string[] {
  const parts = name.split('.');
  return parts.map((_, i) => parts.slice(0, i + 1).join('.'));
}

/** By dotted name, the texts of the modules that a program imports from beside it, and of those that these import. */
export async function neighboursOf(
  source: string,
  read: ReadBeside,
): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  const tried = new Set<string>(never);
  let left = mostCharacters;
  const waiting = importsOf(source, '').flatMap(withPackages);
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (tried.has(name) || !/^[^\W\d]\w*(?:\.[^\W\d]\w*)*$/u.test(name)) continue;
    if (never.has(name.split('.')[0] ?? '')) continue;
    tried.add(name);
    const path = name.replaceAll('.', '/');
    const own = await read(`${path}.py`);
    const text = own ?? (await read(`${path}/__init__.py`));
    if (text === null || text.length > left) continue;
    found[name] = text;
    left -= text.length;
    if (Object.keys(found).length >= mostModules) break;
    const inside = own === null ? name : name.split('.').slice(0, -1).join('.');
    waiting.push(...importsOf(text, inside).flatMap(withPackages));
  }
  return found;
}
