/**
 * A test of a browser or of a Python process that fails is tried once more, because a busy machine can make anything late; this says which ones
 * needed it, so that none hides there. Loaded before the tests by `--file`.
 */
import type { Test } from 'mocha';

const needed = new Set<string>();

beforeEach(function () {
  const test = this.currentTest as (Test & { currentRetry(): number }) | undefined;
  if (test && test.currentRetry() > 0) needed.add(test.fullTitle());
});

after(() => {
  for (const title of needed) console.log(`  needed a second try: ${title}`);
});
