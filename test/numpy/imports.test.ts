/** The package's modules: each imports only from below, and none waits with it until it is called. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../src/numpy/package');
const modules = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .map((name) => [name.slice(0, -3), readFileSync(join(folder, name), 'utf8')]),
);

/** The modules of the package that one of them imports, with the indentation of the import. */
function importsOf(text: string): { readonly to: string; readonly indent: string }[] {
  const found = [...text.matchAll(/^([ \t]*)from \.(\w*) import (\([^)]*\)|[^\n]*)/gm)];
  return found.flatMap(([, indent = '', from = '', names = '']) =>
    from === ''
      ? [...names.matchAll(/(?<!\bas )\b(?!as )\w+/g)].map(([to]) => ({ to, indent }))
      : [{ to: from, indent }],
  );
}

describe('the modules of the numpy package', () => {
  it('import at the top, never inside a function', () => {
    const late = [...modules].filter(([, text]) => importsOf(text).some(({ indent }) => indent !== ''));
    assert.deepEqual(
      late.map(([name]) => name),
      [],
    );
  });

  it('import in no circle', () => {
    const above = new Set<string>();
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (name: string): void => {
      if (above.has(name)) circles.push([...above, name].join(' > '));
      if (above.has(name) || done.has(name)) return;
      above.add(name);
      for (const { to } of importsOf(modules.get(name) ?? '')) if (modules.has(to)) visit(to);
      above.delete(name);
      done.add(name);
    };
    for (const name of modules.keys()) visit(name);
    assert.ok(done.size > 30);
    assert.deepEqual(circles, []);
  });

  it('are files that can be read', () => {
    const long = [...modules].filter(([, text]) => text.split('\n').length > 301);
    assert.deepEqual(
      long.map(([name]) => name),
      [],
    );
  });
});
