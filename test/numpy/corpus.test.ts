/** Programs as learners write them, in the real NumPy and in the built-in one: how many give the same. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
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
const least = 0.965;

/** The programs of the lists, each under its name. */
function writtenPrograms(): Program[] {
  return ['written', 'tutorials', 'kinds', 'dense', 'notebooks'].flatMap((file) =>
    readFileSync(join(folder, `${file}.txt`), 'utf8')
      .split(/^---\n/m)
      .map((block) => {
        const [first = '', ...rest] = block.split('\n');
        return { name: `${file}: ${first.replace(/^# /, '')}`, source: rest.join('\n') };
      }),
  );
}

interface Miss {
  readonly name: string;
  /** What the built-in NumPy says it lacks; null where it gave something else. */
  readonly missing: string | null;
  readonly source: string;
  readonly found: readonly string[];
}

function tell({ name, missing, source, found }: Miss): string {
  return `${name}: ${missing ?? [source, ...found].join('\n    ')}`;
}

/** Writes the list anew: with `NUMPY_RECORD` set, when something has become better. */
function record(misses: readonly Miss[]): void {
  const reason = ({ missing, found }: Miss): string =>
    missing?.replace(/ Use your own Python.*/, '') ?? `differs in ${(found[0] ?? '').split(':', 1).join('')}`;
  const lines = misses.map((miss) => `${miss.name}\t${reason(miss)}`);
  const head = '# Programs that give something else than in the real NumPy, each with the reason.';
  writeFileSync(join(folder, 'misses.txt'), [head, ...lines, ''].join('\n'));
  for (const miss of misses) console.log(tell(miss));
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
    assert.ok(written.length >= 450);
    const programs = [...written, ...makePrograms(seed, made)];
    const { real, ours } = await runBoth(
      python,
      programs.map(({ source }) => source),
    );
    const misses: Miss[] = [];
    programs.forEach(({ name, source }, i) => {
      const [a, b] = [real.results[i], ours.results[i]];
      assert.ok(a !== undefined && b !== undefined);
      const found = differences(a, b, real.version.startsWith('1.'));
      if (found.length === 0) return;
      const missing = b.error?.unsupported === true ? b.error.message : null;
      misses.push({ name, missing, source, found });
    });
    const equal = programs.length - misses.length;
    const share = ((100 * equal) / programs.length).toFixed(1);
    const unnamed = misses.filter(({ missing }) => missing === null);
    console.log(
      `      NumPy ${real.version}: ${String(equal)} of ${String(programs.length)} programs give the same (${share} %); ` +
        `${String(misses.length - unnamed.length)} say what is missing, ${String(unnamed.length)} differ`,
    );
    if (process.env['NUMPY_RECORD'] !== undefined) record(misses);
    assert.ok(equal >= least * programs.length, `${share} % is less than was measured`);
    if (process.env['NUMPY_SEED'] !== undefined) return;
    const known = knownMisses();
    const news = misses.filter(({ name }) => !known.has(name)).map(tell);
    assert.deepEqual(news, [], 'programs that gave the same, or are new');
  });
});
