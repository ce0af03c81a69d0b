import assert from 'node:assert/strict';
import { RuntimeUnavailableError } from '../../../src/python/runtime';
import { unavailable, unavailableSentence } from '../../../src/python/unavailable';

describe('a Python that cannot be had', () => {
  it('is told in the learner’s language, with what is known of it', () => {
    const error = unavailable('no-numpy', { python: '/usr/bin/python3' });
    assert.ok(error instanceof RuntimeUnavailableError);
    assert.equal(error.code, 'no-numpy');
    assert.equal(error.message, unavailableSentence(error, 'en'));
    assert.match(
      error.message,
      /^\/usr\/bin\/python3 has no NumPy\. Run: \/usr\/bin\/python3 -m pip install/u,
    );
    assert.match(unavailableSentence(error, 'ko'), /^\/usr\/bin\/python3에 NumPy가 없습니다.*pip install/u);
  });

  it('keeps its own words where it has no code', () => {
    assert.equal(unavailableSentence(new RuntimeUnavailableError('as it is'), 'ko'), 'as it is');
    assert.equal(unavailableSentence(new RuntimeUnavailableError('as it is', 'toString'), 'ko'), 'as it is');
  });
});
