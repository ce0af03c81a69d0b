/** The mutations that tests must notice are mutations of the code as it is. That each is noticed, `npm test` shows. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../host/paths';
import { mutated } from '../../mutation/mutation';
import { mutations } from '../../mutation/mutations';

describe('the mutations', () => {
  it('have names of their own', () => {
    const names = mutations.map(({ name }) => name);
    assert.deepEqual([...new Set(names)], names);
  });

  for (const mutation of mutations) {
    it(`know their place: ${mutation.name}`, () => {
      const source = readFileSync(join(projectRoot, mutation.file), 'utf8');
      assert.notEqual(mutated(source, mutation), source);
      const tests = join(projectRoot, 'test/unit', `${mutation.killedBy}.test.ts`);
      assert.ok(existsSync(tests), `${mutation.killedBy} is no file of tests`);
    });
  }

  it('are refused where the text is not there just once', () => {
    const [one] = mutations;
    assert.ok(one);
    assert.throws(() => mutated('', one), /0 times/u);
    assert.throws(() => mutated(one.find + one.find, one), /2 times/u);
  });
});
