/** A check that is given little time: it may be silent, and never says something good of what it did not reach. */
import assert from 'node:assert/strict';
import { gradcheck } from '../../src/owncode/gradcheck';
import { ownRuntime } from '../support/runtimes';
import { programsOf } from './programs';

/** Where the search has far to go: an engine with its operations, a file of layers, functions that are called in turn. */
const slow = [
  'forms/scalar-autograd/relu-engine',
  'forms/layer-classes/base-layer-sequential',
  'forms/parameters-deep/l-layer-model',
];
const seconds = [0.3, 0.8, 2] as const;

describe('a check of own code in little time', function () {
  this.timeout(300_000);

  it('says nothing good of a program with a mistake, however far it came', async function () {
    const runtime = ownRuntime(this);
    const said: string[] = [];
    try {
      for (const { name, faults } of programsOf('forms').filter((one) => slow.includes(one.name)))
        for (const [at, { source }] of faults.entries()) {
          // Each program meets each limit, with one of its faults.
          const timeoutSeconds = seconds[at % seconds.length] ?? 1;
          const options = { file: 'program.py', timeoutSeconds, seed: 0, language: 'en' } as const;
          const { verdict, refused } = await gradcheck(source, options, runtime);
          if (verdict === 'agree' || verdict === 'scaled')
            said.push(`${name} ${String(at + 1)} in ${String(timeoutSeconds)} s: ${verdict}`);
          if (verdict === 'not-judged') assert.ok(refused.length > 0, `${name}: no reason is given`);
        }
    } finally {
      await runtime.dispose();
    }
    assert.deepEqual(said, []);
  });
});
