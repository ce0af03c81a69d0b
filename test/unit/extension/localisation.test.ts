/** Every string that a person may read is there in both languages. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';

const root = join(import.meta.dirname, '../../..');

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;
}

/** All strings inside a JSON value. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

const placeholders = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();

describe('the manifest', () => {
  const manifest = readJson('package.json');
  const english = readJson('package.nls.json');
  const korean = readJson('package.nls.ko.json');
  const used = stringsIn(manifest)
    .filter((text) => /^%[^%]+%$/.test(text))
    .map((text) => text.slice(1, -1));

  it('uses every English text, and has a text for every use', () => {
    assert.deepEqual(Object.keys(english).sort(), [...new Set(used)].sort());
  });

  it('has every text in Korean, none of them left in English', () => {
    assert.deepEqual(Object.keys(korean).sort(), Object.keys(english).sort());
    for (const [key, text] of Object.entries(korean)) {
      if (!key.endsWith('.picture')) assert.match(String(text), /[가-힣]/, key);
    }
  });

  it('names pictures that are there', () => {
    const pictures = [english, korean].flatMap((texts) =>
      Object.entries(texts).filter(([key]) => key.endsWith('.picture')),
    );
    assert.ok(pictures.length > 0);
    for (const [, path] of pictures) assert.ok(existsSync(join(root, String(path))), String(path));
  });

  it('links to the same commands in both languages', () => {
    const links = (text: unknown): string[] => String(text).match(/\(command:[^)]*\)/g) ?? [];
    for (const key of Object.keys(english)) assert.deepEqual(links(korean[key]), links(english[key]), key);
  });

  it('links only to commands that exist', () => {
    const { contributes } = manifest as { contributes: { commands: { command: string }[] } };
    const own = new Set(contributes.commands.map(({ command }) => command));
    for (const text of stringsIn(english)) {
      for (const [, command] of text.matchAll(/\(command:(backpropTutor\.\w+)/g)) {
        assert.ok(command !== undefined && own.has(command), command);
      }
    }
  });
});

describe('the messages of the extension', function () {
  this.timeout(60_000);
  const korean = readJson('l10n/bundle.l10n.ko.json');

  it('are translated, all of them and nothing else', async () => {
    const folder = join(root, 'src/extension');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ extension: '.ts' as const, contents: readFileSync(join(folder, name), 'utf8') }))
      .filter(({ contents }) => contents.includes('l10n'));
    const english = Object.keys(await getL10nJson(sources));
    assert.ok(english.length > 20);
    assert.deepEqual(Object.keys(korean).sort(), english.sort());
  });

  it('keep their placeholders, and none is left in English', () => {
    for (const [key, text] of Object.entries(korean)) {
      assert.deepEqual(placeholders(String(text)), placeholders(key), key);
      assert.match(String(text), /[가-힣]/, key);
    }
  });
});
