import assert from 'node:assert/strict';
import { originOf } from '../../../src/diagnosis/draws';
import { NewRandom } from '../../../src/engine/newRandom';
import { LegacyRandom } from '../../../src/engine/random';

describe('where drawn numbers come from', () => {
  it('is further on in the sequence, whatever was drawn before', () => {
    const evenBefore = new LegacyRandom(42);
    evenBefore.rand(70, 3);
    assert.equal(originOf(evenBefore.randn(3, 5), []), 'further-on');
    const words = new LegacyRandom(42);
    words.words(51);
    assert.equal(originOf(words.randn(3, 5), []), 'further-on');
    const odd = new LegacyRandom(42);
    odd.rand(7);
    odd.randn(3);
    assert.equal(originOf(odd.randn(3, 5), []), 'further-on');
  });

  it('is nowhere for other seeds, for numbers of which only the first is there, and for a single number', () => {
    assert.equal(originOf(new LegacyRandom(43).randn(3, 5), []), null);
    const { shape, data } = new LegacyRandom(42).randn(3, 5);
    assert.equal(originOf({ shape, data: data.with(14, 0.5) }, []), null);
    assert.equal(originOf(new LegacyRandom(42).randn(1), []), null);
  });

  it('is the new generator, for the second array after the first', () => {
    const random = new NewRandom();
    const [first, second] = [random.randn([3, 5]), random.randn([5, 2])];
    assert.equal(originOf(first, []), 'new-generator');
    assert.equal(originOf(second, [first]), 'new-generator');
    assert.equal(originOf(second, []), null);
    assert.equal(originOf(new NewRandom().rand([4, 2]), []), 'new-generator');
  });
});
