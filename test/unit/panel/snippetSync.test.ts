import assert from 'node:assert/strict';
import { ChangeSet } from '@codemirror/state';
import fc from 'fast-check';
import type { SnippetText } from '../../../src/protocol/messages';
import type { TextChange } from '../../../src/protocol/textChanges';
import { SnippetSync } from '../../../src/panel/sync/snippetSync';
import type { Outgoing, Unsaved } from '../../../src/panel/sync/snippetSync';
import type { PageText } from '../../../src/extension/files/heldTexts';
import { withTyped } from '../../../src/extension/snippet/typed';

type Text = Omit<SnippetText, 'exercise'>;

/** The file on the other side of the wire, as the extension keeps it. */
class File {
  text: string;
  version = 1;
  readonly #pages = new Map<string, PageText>();

  constructor(text: string) {
    this.text = text;
  }

  /** So much of what was typed in a page has come. */
  came(page: string, count: number): void {
    this.#pages.set(page, { page, count, text: this.text });
  }

  /** Takes in what a page hands in; true where that changed the text. */
  takeIn(page: string, unsaved: Unsaved): boolean {
    const typed = { exercise: 'relu', page, ...unsaved } as const;
    const after = withTyped(typed, this.#pages.get(page), this.text);
    if (after === undefined) return false;
    this.#pages.set(page, typed);
    this.text = after;
    this.version++;
    return true;
  }

  get now(): Text {
    return { text: this.text, version: this.version };
  }

  change(changes: readonly TextChange[]): void {
    for (const { from, to, insert } of [...changes].reverse()) {
      this.text = this.text.slice(0, from) + insert + this.text.slice(to);
    }
    this.version++;
  }
}

type Action =
  | {
      readonly kind: 'type' | 'fileTypes';
      readonly at: number;
      readonly remove: number;
      readonly overtakes: boolean;
    }
  | { readonly kind: 'fileRewrites'; readonly at: number; readonly other: number }
  | { readonly kind: 'toFile' | 'toPanel' | 'lose' | 'loseAnswer' | 'reload' | 'close' };

const fraction = fc.double({ min: 0, max: 1, noNaN: true });

function actionsOf(withRemovals: boolean, kinds: readonly Action['kind'][]): fc.Arbitrary<Action> {
  const remove = withRemovals ? fc.nat(4) : fc.constant(0);
  return fc.oneof(
    fc.record({
      kind: fc.constantFrom('type' as const, 'fileTypes' as const),
      at: fraction,
      remove,
      overtakes: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('fileRewrites' as const), at: fraction, other: fraction }),
    fc.record({ kind: fc.constantFrom(...kinds) }) as fc.Arbitrary<Action>,
  );
}

/** A panel and a file with a wire between them on which messages wait until somebody delivers them. */
class World {
  readonly file: File;
  panel: SnippetSync;
  document: string;
  readonly typed: string[] = [];
  #page = 0;
  #toFile: (Outgoing | { readonly handedIn: Unsaved } | { readonly meanwhile: Unsaved })[] = [];
  #meanwhile: Unsaved | null = null;
  #toPanel: { readonly isAnswer: boolean; readonly arrive: () => void }[] = [];
  #next = 0xe000;
  #overtakes = false;

  constructor(text: string) {
    this.file = new File(text);
    this.panel = new SnippetSync(this.file.now);
    this.document = text;
  }

  run(action: Action): void {
    this.#overtakes = 'overtakes' in action && action.overtakes;
    switch (action.kind) {
      case 'type': {
        const change = this.#edit(this.document, action.at, action.remove);
        const changes = ChangeSet.of(change, this.document.length);
        this.document = apply(this.document, [change]);
        this.panel.local(changes);
        this.#pump();
        const meanwhile = this.panel.unsaved();
        if (meanwhile !== null) this.#toFile.push({ meanwhile });
        break;
      }
      case 'fileTypes':
        this.#changeFile([this.#edit(this.file.text, action.at, action.remove)]);
        break;
      case 'fileRewrites': {
        const [a, b] = [action.at, action.other].sort((x, y) => x - y) as [number, number];
        const first = this.#edit(this.file.text, a, 0);
        const second = this.#edit(this.file.text, b, 0);
        this.#changeFile([first, second]);
        break;
      }
      case 'toFile':
        this.#deliverToFile();
        break;
      case 'toPanel':
        this.#toPanel.shift()?.arrive();
        break;
      case 'lose':
        this.#lose(false);
        break;
      case 'loseAnswer':
        this.#lose(true);
        break;
      case 'reload':
        this.#begin(this.panel.unsaved());
        break;
      case 'close':
        this.#begin(null);
        break;
    }
  }

  settle(): void {
    for (let round = 0; round < 10_000; round++) {
      if (this.#toFile.length === 0 && this.#toPanel.length === 0) return;
      this.#deliverToFile();
      this.#toPanel.shift()?.arrive();
    }
    assert.fail('The two sides never stop talking.');
  }

  #token(): string {
    const token = String.fromCharCode(this.#next++);
    this.typed.push(token);
    return token;
  }

  #edit(text: string, at: number, remove: number): TextChange {
    const from = Math.floor(at * text.length);
    return { from, to: Math.min(text.length, from + remove), insert: this.#token() };
  }

  #changeFile(changes: readonly TextChange[]): void {
    this.file.change(changes);
    this.#tell(changes);
  }

  #tell(changes: readonly TextChange[] | null): void {
    const { now } = this.file;
    this.#send(false, () => {
      this.panel.receive(now, changes);
    });
  }

  #deliverToFile(): void {
    const message = this.#toFile.shift();
    if (message === undefined) return;
    if ('meanwhile' in message) {
      this.#meanwhile = message.meanwhile;
    } else if ('handedIn' in message) {
      if (this.file.takeIn(String(this.#page), message.handedIn)) this.#tell(null);
      const { now } = this.file;
      this.#answer(() => {
        this.panel.handedIn(now);
      });
    } else if (this.#arrives(message)) {
      const { version } = this.file;
      this.#answer(() => {
        this.panel.accepted(version);
      });
    } else {
      const { now } = this.file;
      this.#answer(() => {
        this.panel.rejected(now);
      });
    }
  }

  #arrives({ version, changes, count }: Outgoing): boolean {
    if (version !== this.file.version) return false;
    this.file.change(changes);
    this.file.came(String(this.#page), count);
    return true;
  }

  #answer(answer: () => void): void {
    this.#send(true, answer);
  }

  #send(isAnswer: boolean, act: () => void): void {
    const arrive = (): void => {
      act();
      this.#pump();
    };
    // News may overtake the answer to an edit: the extension awaits VS Code before it answers.
    const overtakes = !isAnswer && this.#overtakes && this.#toPanel.at(-1)?.isAnswer === true;
    this.#toPanel.splice(this.#toPanel.length - (overtakes ? 1 : 0), 0, { isAnswer, arrive });
  }

  /** The message or its answer is lost; the panel hands in what it has instead. */
  #lose(arrives: boolean): void {
    const index = this.#toFile.findIndex((message) => 'version' in message);
    const [message] = index < 0 ? [] : this.#toFile.splice(index, 1);
    if (message === undefined || !('version' in message)) return;
    if (arrives) this.#arrives(message);
    this.#answer(() => {
      this.#toFile.push({ handedIn: this.panel.handIn() });
    });
  }

  /**
   * The page goes away with everything that was on its way to it. Another one begins: after a reload with what this one
   * had stored, else with what the extension had been told.
   */
  #begin(stored: Unsaved | null): void {
    // What the page had sent still reaches the file.
    while (this.#toFile.length > 0) this.#deliverToFile();
    this.#toPanel = [];
    for (const unsaved of [this.#meanwhile, stored])
      if (unsaved !== null) this.file.takeIn(String(this.#page), unsaved);
    this.#meanwhile = null;
    this.#page++;
    this.panel = new SnippetSync(this.file.now);
    this.document = this.panel.text;
    this.#pump();
  }

  #pump(): void {
    const change = this.panel.integrate();
    if (change !== null) {
      const changes: TextChange[] = [];
      change.iterChanges((from, to, _fromB, _toB, inserted) => {
        changes.push({ from, to, insert: inserted.toString() });
      });
      this.document = apply(this.document, changes);
    }
    const outgoing = this.panel.next();
    if (outgoing !== null) this.#toFile.push(outgoing);
    assert.equal(this.document, this.panel.text, 'the document is what the panel thinks it is');
  }
}

function apply(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .reverse()
    .reduce((so, { from, to, insert }) => so.slice(0, from) + insert + so.slice(to), text);
}

function count(text: string, token: string): number {
  return text.split(token).length - 1;
}

describe('SnippetSync', () => {
  const start = 'def f(x):\n    return x\n';

  it('keeps every keystroke of both sides, once, whatever the order of messages', () => {
    fc.assert(
      fc.property(
        fc.array(actionsOf(false, ['toFile', 'toPanel']), { maxLength: 60, size: 'max' }),
        (actions) => {
          const world = new World(start);
          for (const action of actions) world.run(action);
          world.settle();
          assert.equal(world.document, world.file.text);
          for (const token of world.typed) assert.equal(count(world.file.text, token), 1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('ends with the same text on both sides when text is removed as well', () => {
    fc.assert(
      fc.property(
        fc.array(actionsOf(true, ['toFile', 'toPanel', 'lose', 'loseAnswer']), {
          maxLength: 60,
          size: 'max',
        }),
        (actions) => {
          const world = new World(start);
          for (const action of actions) world.run(action);
          world.settle();
          assert.equal(world.document, world.file.text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps every keystroke when messages are lost on the way to the file', () => {
    fc.assert(
      fc.property(
        fc.array(actionsOf(false, ['toFile', 'toPanel', 'lose', 'loseAnswer']), {
          maxLength: 40,
          size: 'max',
        }),
        (actions) => {
          const world = new World(start);
          for (const action of actions) world.run(action);
          world.settle();
          // Handed in beside what was typed elsewhere in the same line, the line of either stays.
          for (const token of world.typed) assert.ok(count(world.file.text, token) >= 1);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps what was typed in the panel when the page goes away at any moment', () => {
    const typing = fc.record({
      kind: fc.constant('type' as const),
      at: fraction,
      remove: fc.constant(0),
      overtakes: fc.constant(false),
    });
    const wire = fc.record({
      kind: fc.constantFrom('toFile' as const, 'toPanel' as const, 'reload' as const, 'close' as const),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(typing, wire), { maxLength: 40, size: 'max' }), (actions) => {
        const world = new World(start);
        for (const action of actions) world.run(action);
        world.settle();
        assert.equal(world.document, world.file.text);
        for (const token of world.typed) assert.equal(count(world.file.text, token), 1);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what was typed on both sides when the page goes away at any moment', () => {
    fc.assert(
      fc.property(
        fc.array(actionsOf(false, ['toFile', 'toPanel', 'lose', 'loseAnswer', 'reload', 'close']), {
          maxLength: 40,
          size: 'max',
        }),
        (actions) => {
          const world = new World(start);
          for (const action of actions) world.run(action);
          world.settle();
          assert.equal(world.document, world.file.text);
          // Where both changed one place, both stand there; some of it twice, perhaps.
          for (const token of world.typed) assert.ok(count(world.file.text, token) >= 1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('drops news that are older than what it knows', () => {
    const sync = new SnippetSync({ text: 'new', version: 5 });
    sync.receive({ text: 'old', version: 4 });
    assert.equal(sync.integrate(), null);
    assert.equal(sync.text, 'new');
  });

  it('believes the told text rather than changes that do not lead to it', () => {
    for (const changes of [[{ from: 0, to: 1, insert: '?' }], [{ from: 5, to: 9, insert: '' }]]) {
      const sync = new SnippetSync({ text: 'ab', version: 1 });
      sync.receive({ text: 'abc', version: 2 }, changes);
      sync.integrate();
      assert.equal(sync.text, 'abc');
    }
  });

  it('holds the file’s changes back while its own batch is on its way', () => {
    const sync = new SnippetSync({ text: 'ab', version: 1 });
    sync.local(ChangeSet.of({ from: 1, insert: '1' }, 2));
    assert.deepEqual(sync.next(), { version: 1, changes: [{ from: 1, to: 1, insert: '1' }], count: 1 });
    sync.receive({ text: 'ab2', version: 2 }, [{ from: 2, to: 2, insert: '2' }]);
    assert.equal(sync.integrate(), null);
    sync.rejected({ text: 'ab2', version: 2 });
    assert.notEqual(sync.integrate(), null);
    assert.equal(sync.text, 'a1b2');
    assert.deepEqual(sync.next(), {
      version: 2,
      changes: [{ from: 1, to: 1, insert: '1' }],
      count: 1,
    });
  });
});
