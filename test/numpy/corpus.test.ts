/** Programs as learners write them, in the real NumPy and in the built-in one: how many give the same. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonFor } from '../support/pythons';
import { makePrograms } from './corpus/programs';
import type { Program } from './corpus/programs';
import { differences } from './outcome';
import { runBoth } from './runBoth';

const folder = join(import.meta.dirname, 'corpus');
const seed = Number(process.env['NUMPY_SEED'] ?? '4711');
const made = Number(process.env['NUMPY_PROGRAMS'] ?? '600');

/** What is measured; to be raised with it. */
const least = 0.5;

/** The programs of `written.txt`, each under its name. */
function writtenPrograms(): Program[] {
  return readFileSync(join(folder, 'written.txt'), 'utf8')
    .split(/^---\n/m)
    .map((block) => {
      const [first = '', ...rest] = block.split('\n');
      return { name: `written: ${first.replace(/^# /, '')}`, source: rest.join('\n') };
    });
}

/** The programs known to give something else, by name, with what they need. */
function knownMisses(): Map<string, string> {
  const lines = readFileSync(join(folder, 'misses.txt'), 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]),
  );
}

describe("learners' programs in the built-in NumPy", function () {
  this.timeout(300_000);

  it('give what they give in the real one, but for those that are listed', async function () {
    const python = pythonFor(this);
    const written = writtenPrograms();
    assert.ok(written.length >= 80);
    const programs = [...written, ...makePrograms(seed, made)];
    const { real, ours } = await runBoth(
      python,
      programs.map(({ source }) => source),
    );
    const misses: { readonly name: string; readonly what: string; readonly isNamed: boolean }[] = [];
    programs.forEach(({ name, source }, i) => {
      const [a, b] = [real.results[i], ours.results[i]];
      assert.ok(a !== undefined && b !== undefined);
      const found = differences(a, b, real.version.startsWith('1.'));
      if (found.length === 0) return;
      const isNamed = b.error?.unsupported === true;
      const what = isNamed ? (b.error?.message ?? '') : `${source}\n    ${found.join('\n    ')}`;
      misses.push({ name, what, isNamed });
    });
    const equal = programs.length - misses.length;
    const share = ((100 * equal) / programs.length).toFixed(1);
    const unnamed = misses.filter(({ isNamed }) => !isNamed);
    console.log(
      `      NumPy ${real.version}: ${String(equal)} of ${String(programs.length)} programs give the same (${share} %); ` +
        `${String(misses.length - unnamed.length)} say what is missing, ${String(unnamed.length)} differ`,
    );
    if (process.env['NUMPY_MISSES'] !== undefined)
      for (const { name, what } of misses) console.log(`${name}\t${what}`);
    assert.ok(equal >= least * programs.length, `${share} % is less than was measured`);
    if (process.env['NUMPY_SEED'] !== undefined) return;
    const known = knownMisses();
    const news = misses.filter(({ name }) => !known.has(name)).map(({ name, what }) => `${name}: ${what}`);
    assert.deepEqual(news, [], 'programs that gave the same, or are new');
  });
});
