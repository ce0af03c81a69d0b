import assert from 'node:assert/strict';
import { pythonFor } from '../support/pythons';
import { knownDifferences, numpy1Differs } from './knownDifferences';
import { generateCases, readCorpus } from './cases';
import { differences } from './outcome';
import { runBoth } from './runBoth';

const seed = Number(process.env['NUMPY_SEED'] ?? '20240607');
const generated = Number(process.env['NUMPY_CASES'] ?? '600');
describe('the built-in NumPy beside the real one', function () {
  this.timeout(300_000);

  it('gives the same values, types, errors and texts in at least 98 of 100 cases', async function () {
    const python = pythonFor(this);
    const corpus = readCorpus();
    assert.ok(corpus.length >= 400, `the corpus has only ${String(corpus.length)} cases`);
    const cases = [...corpus, ...generateCases(seed, generated)];
    const { real, ours } = await runBoth(
      python,
      cases.map((test) => test.source),
    );
    const numpy1 = real.version.startsWith('1.');
    const unexplained: string[] = [];
    const seen = new Set<number>();
    let equal = 0;
    let skipped = 0;
    cases.forEach((test, i) => {
      const [a, b] = [real.results[i], ours.results[i]];
      assert.ok(a !== undefined && b !== undefined);
      if (numpy1 && numpy1Differs(test, a) !== null) {
        skipped++;
        return;
      }
      const found = differences(a, b, numpy1);
      if (found.length === 0) {
        equal++;
        return;
      }
      const known = knownDifferences.findIndex((difference) => difference.applies(test, a, b, found));
      if (known >= 0) seen.add(known);
      else unexplained.push(`${test.name}: ${test.source}\n    ${found.join('\n    ')}`);
    });
    const compared = cases.length - skipped;
    console.log(
      `      NumPy ${real.version}: ${String(equal)} of ${String(compared)} cases equal ` +
        `(${((100 * equal) / compared).toFixed(2)} %), ${String(compared - equal - unexplained.length)} known ` +
        `differences, ${String(skipped)} skipped; ${String(corpus.length)} by hand, ${String(generated)} from seed ${String(seed)}`,
    );
    assert.deepEqual(unexplained, []);
    const stale = knownDifferences
      .filter((difference, i) => !seen.has(i) && difference.mayBeAbsent !== true)
      .map((difference) => difference.reason);
    assert.deepEqual(stale, [], 'known differences that no case shows any more');
    assert.ok(equal >= 0.98 * compared);
  });
});
