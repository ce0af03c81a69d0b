import assert from 'node:assert/strict';
import { ProgressFile } from '../../../src/extension/progress/progressFile';
import type { ProgressPlace } from '../../../src/extension/progress/progressFile';
import { advance, countPassed, noProgress } from '../../../src/extension/progress/progressModel';
import type { Progress } from '../../../src/extension/progress/progressModel';

const passed = (id: 'relu' | 'cost' | 'chain-rule', before = noProgress): Progress =>
  advance(before, id, { state: 'passed', attempts: 1, hintsOpened: 3 });

/** A file that several windows share. */
class FakePlace implements ProgressPlace {
  bytes: Uint8Array | undefined;
  readonly aside: Uint8Array[] = [];
  readonly told: [string, number][] = [];
  readonly warnings: string[] = [];
  full = false;
  unreadable = false;

  constructor(text?: string) {
    this.bytes = text === undefined ? undefined : new TextEncoder().encode(text);
  }

  get text(): string {
    return new TextDecoder().decode(this.bytes);
  }

  read(limit: number): Promise<Uint8Array | 'too-large' | undefined> {
    if (this.unreadable) return Promise.reject(new Error('unreadable'));
    return Promise.resolve(this.bytes && this.bytes.length > limit ? 'too-large' : this.bytes);
  }

  write(text: string): Promise<void> {
    if (this.full) return Promise.reject(new Error('full'));
    this.bytes = new TextEncoder().encode(text);
    return Promise.resolve();
  }

  setAside(): Promise<string> {
    assert.ok(this.bytes);
    this.aside.push(this.bytes);
    this.bytes = undefined;
    return Promise.resolve(`kept-${String(this.aside.length)}`);
  }

  tellAside(name: string, salvaged: Progress): void {
    this.told.push([name, countPassed(salvaged)]);
  }

  warn(what: string): void {
    this.warnings.push(what);
  }
}

describe('the file of the progress', () => {
  it('keeps what two windows add to it', async () => {
    const place = new FakePlace();
    const [one, two] = [new ProgressFile(place), new ProgressFile(place)];
    one.keep(passed('relu'));
    await one.flush();
    two.keep(passed('cost'));
    await two.flush();
    one.keep(passed('chain-rule', passed('relu')));
    await one.flush();
    const all = await two.read();
    assert.equal(countPassed(all), 3);
    assert.equal(all.exercises.cost?.hintsOpened, 3);
  });

  it('loses none of several calls at once', async () => {
    const place = new FakePlace();
    const file = new ProgressFile(place);
    for (const id of ['relu', 'cost', 'chain-rule'] as const) file.keep(passed(id));
    await file.flush();
    assert.equal(countPassed(await file.read()), 3);
  });

  it('is kept under another name when it is damaged; what can be read of it counts', async () => {
    const whole = JSON.stringify(passed('cost', passed('relu')));
    for (const [text, found] of [
      [whole.slice(0, -10), 1],
      ['', 0],
      ['[]', 0],
      ['{"schema":1,"exercises":[]}', 0],
      ['['.repeat(200_000), 0],
      [`{"schema":1,"exercises":{"relu":${'{"state":'.repeat(20_000)}`, 0],
      [whole.replace('"passed"', '7'), 1],
    ] as const) {
      const place = new FakePlace(text);
      const file = new ProgressFile(place);
      assert.equal(countPassed(await file.read()), found, text.slice(0, 60));
      file.keep(passed('chain-rule'));
      await file.flush();
      assert.deepEqual(place.told, [['kept-1', found]]);
      assert.equal(new TextDecoder().decode(place.aside[0]), text);
      assert.equal(countPassed(await new ProgressFile(place).read()), found + 1);
      assert.deepEqual(place.warnings, []);
    }
  });

  it('of 40 MB is searched in a moment, while others get their turn', async () => {
    const entries = JSON.stringify(passed('cost', passed('relu'))).slice(1, -1);
    const text = `{${entries},"more":"${'x"relu":{'.repeat(5_000_000)}"`;
    assert.ok(text.length > 40e6);
    const place = new FakePlace(text);
    const started = performance.now();
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    assert.equal(countPassed(await new ProgressFile(place).read()), 2);
    clearInterval(timer);
    assert.ok(performance.now() - started < 5000, `${String(performance.now() - started)} ms`);
    assert.ok(turns > 3);
    assert.equal(place.aside[0]?.length, text.length);
  });

  it('is found wherever a piece of a large file ends', async () => {
    const entry =
      '"relu":{"state":"passed","hintsOpened":1,"attempts":1,"bestSeconds":null,"workedSeconds":null}';
    for (let before = 2 ** 20 - entry.length - 2; before < 2 ** 20 + 3; before += 7) {
      const place = new FakePlace(' '.repeat(before) + entry);
      assert.equal(countPassed(await new ProgressFile(place).read()), 1, String(before));
    }
  });

  it('larger than anything is kept aside unread', async () => {
    const place = new FakePlace();
    place.bytes = new Uint8Array(65 * 2 ** 20);
    const file = new ProgressFile(place);
    file.keep(passed('relu'));
    await file.flush();
    assert.equal(place.aside.length, 1);
    assert.equal(countPassed(await file.read()), 1);
  });

  it('is not written over while it cannot be read, and has all once it can', async () => {
    const place = new FakePlace(JSON.stringify(passed('cost')));
    const file = new ProgressFile(place);
    place.unreadable = true;
    assert.equal(countPassed(await file.read()), 0);
    file.keep(passed('relu'));
    await file.flush();
    place.unreadable = false;
    assert.equal(countPassed(await file.read()), 1);
    file.keep(passed('relu'));
    await file.flush();
    assert.equal(countPassed(await file.read()), 2);
    assert.ok(place.warnings.length > 0);
  });

  it('goes on after a disk was full', async () => {
    const place = new FakePlace();
    const file = new ProgressFile(place);
    place.full = true;
    file.keep(passed('relu'));
    await file.flush();
    place.full = false;
    file.keep(passed('cost', passed('relu')));
    await file.flush();
    assert.equal(countPassed(await file.read()), 2);
  });
});
