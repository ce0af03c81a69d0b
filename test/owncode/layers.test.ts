/** Classes that are layers or losses by themselves, without a network or a run around them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gradcheck } from '../../src/owncode/gradcheck';
import type { PythonRuntime } from '../../src/python/runtime';
import { builtinRuntime } from '../support/runtimes';

/** The classes of a file, each as a program of its own. */
function classesIn(file: string): readonly { readonly name: string; readonly source: string }[] {
  const [imports = '', ...classes] = readFileSync(
    join(import.meta.dirname, 'layers', `${file}.py`),
    'utf8',
  ).split(/^(?=class )/mu);
  // A class may need the one before it, its base.
  return classes.map((source, i) => ({
    name: /^class (\w+)/u.exec(source)?.[1] ?? '',
    source: imports + (/^class \w+\(/u.test(source) ? (classes[i - 1] ?? '') : '') + source,
  }));
}

describe('classes that are layers by themselves', function () {
  this.timeout(300_000);
  let python: PythonRuntime;

  before(() => {
    python = builtinRuntime();
  });

  after(() => python.dispose());

  /** The verdicts of a file's functions, those that were not judged among them. */
  async function verdictsOf(source: string): Promise<readonly string[]> {
    const options = { file: 'layers.py', timeoutSeconds: 60, seed: 0, language: 'en' } as const;
    const report = await gradcheck(source, options, python);
    assert.equal(report.error, null);
    return [
      ...report.checks.map(({ verdict }) => verdict),
      ...report.refused.map(({ message }) => `not-judged: ${message}`),
    ];
  }

  for (const { name, source } of classesIn('right').filter(({ name }) => name !== 'Loss'))
    it(`agree: ${name}`, async () => {
      assert.match((await verdictsOf(source)).join(), /^(agree|scaled)$/u);
    });

  for (const { name, source } of classesIn('wrong'))
    it(`do not agree: ${name}`, async () => {
      assert.match((await verdictsOf(source)).join(), /^(differ|not-judged)$/u);
    });

  for (const { name, source } of classesIn('silent'))
    it(`cannot be told: ${name}`, async () => {
      assert.match((await verdictsOf(source)).join(), /^(not-judged.*)?$/u);
    });
});
