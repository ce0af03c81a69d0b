import assert from 'node:assert/strict';
import { WorkClock } from '../../../src/extension/progress/workClock';

describe('the work clock', () => {
  let now = 0;
  const seconds = (value: number) => {
    now += value * 1000;
  };

  it('counts from the first touch, and pauses only up to a minute', () => {
    const clock = new WorkClock(() => now);
    seconds(500);
    clock.touch();
    assert.equal(clock.take(), 0);
    seconds(10);
    clock.touch();
    seconds(3600);
    clock.touch();
    assert.equal(clock.take(), 70);
    assert.equal(clock.take(), 0);
  });

  it('begins anew', () => {
    const clock = new WorkClock(() => now);
    clock.touch();
    seconds(10);
    clock.touch();
    clock.restart();
    seconds(10);
    clock.touch();
    assert.equal(clock.take(), 0);
  });

  it('does not run backwards when the system clock is set back', () => {
    const clock = new WorkClock(() => now);
    clock.touch();
    seconds(-100);
    clock.touch();
    assert.equal(clock.take(), 0);
  });
});
