/** The panel and an editor of VS Code typed into at the same time: no keystroke of either is lost. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ChangeSet } from '@codemirror/state';
import * as vscode from 'vscode';
import type { Snippet } from '../../src/extension/snippet/snippet';
import { Snippets } from '../../src/extension/snippet/snippets';
import { SnippetSync } from '../../src/panel/sync/snippetSync';
import { closeAll, eventually } from './support';

const rounds = 60;

/** Numbers from 0 to 1 that are the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The panel's side of the wire: everything arrives in order, and late. */
class FakePanel {
  readonly sync: SnippetSync;
  private readonly arrivals: (() => void)[] = [];

  constructor(
    private readonly snippet: Snippet,
    private readonly random: () => number,
  ) {
    this.sync = new SnippetSync(snippet.snapshot());
    snippet.onDidChange(({ text, version, origin }) => {
      if (origin !== 'panel')
        this.arrivals.push(() => {
          this.sync.receive({ text, version });
        });
    });
  }

  get idle(): boolean {
    return this.arrivals.length === 0 && this.sync.settled;
  }

  insert(text: string): void {
    const { length } = this.sync.text;
    this.sync.local(ChangeSet.of({ from: Math.floor(this.random() * (length + 1)), insert: text }, length));
  }

  /** Takes in some of what has arrived, and sends what there is to send. */
  step(most: number): void {
    this.arrivals.splice(0, most).forEach((arrive) => {
      arrive();
    });
    this.sync.integrate();
    const outgoing = this.sync.next();
    if (!outgoing) return;
    void this.snippet.edit(outgoing.version, outgoing.changes).then((outcome) => {
      this.arrivals.push(() => {
        if (outcome.ok) this.sync.accepted(outcome.version);
        else this.sync.rejected(outcome.snippet);
      });
    });
  }
}

describe('typing in the panel and in an editor at once', () => {
  let folder: vscode.Uri;
  let snippets: Snippets;

  before(async () => {
    folder = vscode.Uri.file(await mkdtemp(join(tmpdir(), 'bpt-both-')));
    const reportError = (error: unknown): void => {
      throw error;
    };
    snippets = new Snippets({ folder, starter: () => 'a = 1\nb = 2\n', reportError });
  });

  after(async () => {
    await closeAll();
    await snippets.flush();
    snippets.dispose();
    await rm(folder.fsPath, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });

  for (const [index, exercise] of (['relu', 'cost', 'chain-rule'] as const).entries()) {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1e6) + index;
    it(`loses nothing (SEED=${String(seed - index)})`, async () => {
      const random = generator(seed);
      const snippet = await snippets.open(exercise);
      const panel = new FakePanel(snippet, random);
      const document = await vscode.workspace.openTextDocument(snippet.uri);
      const editor = await vscode.window.showTextDocument(document, { preview: false });
      const typed: string[] = [];
      for (let round = 0; round < rounds; round++) {
        if (random() < 0.6) {
          typed.push(`<p${String(round)}>`);
          panel.insert(`<p${String(round)}>`);
        }
        if (random() < 0.6) {
          const text = `<e${String(round)}>${random() < 0.3 ? '\n' : ''}`;
          const at = document.positionAt(Math.floor(random() * (document.getText().length + 1)));
          // VS Code refuses an edit when the document has changed under it, as it does a keystroke never.
          if (
            await editor.edit((edit) => {
              edit.insert(at, text);
            })
          )
            typed.push(text.trim());
        }
        panel.step(Math.floor(random() * 3));
        if (random() < 0.5) await sleep(random() * 10);
      }
      await eventually('the panel has nothing left to send or to take in', () => {
        panel.step(10);
        return panel.idle && snippet.version === panel.sync.version;
      });
      assert.equal(panel.sync.text, document.getText());
      assert.equal(panel.sync.text, snippet.text);
      // A token may have been typed into another one, so its characters are counted, all of them.
      const letters = (text: string): string => Array.from(text.replaceAll('\n', '')).sort().join('');
      assert.equal(letters(snippet.text), letters('a = 1b = 2' + typed.join('')));
      assert.ok(
        typed.some((token) => token.startsWith('<e')) && typed.some((token) => token.startsWith('<p')),
      );
    });
  }
});
