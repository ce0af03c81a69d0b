import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { SnippetChange } from '../../src/extension/snippet/content';
import type { Snippet } from '../../src/extension/snippet/snippet';
import { Snippets } from '../../src/extension/snippet/snippets';
import { applyChanges } from '../../src/protocol/textChanges';
import { closeAll, eventually, fileText, type, writeText } from './support';

const starter = 'import numpy as np\n\n\ndef relu(x):\n    return ...\n';

describe('snippets', () => {
  let folder: vscode.Uri;
  let snippets: Snippets;
  let errors: unknown[];
  let changes: SnippetChange[];

  beforeEach(async () => {
    folder = vscode.Uri.file(await mkdtemp(join(tmpdir(), 'bpt-snippets-')));
    errors = [];
    changes = [];
    snippets = new Snippets({ folder, starter: () => starter, reportError: (error) => errors.push(error) });
    snippets.onDidChange((change) => changes.push(change));
  });

  afterEach(async () => {
    await closeAll();
    await snippets.flush();
    snippets.dispose();
    await rm(folder.fsPath, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    assert.deepEqual(errors, []);
  });

  const shownDocument = async (snippet: Snippet): Promise<vscode.TextEditor> => {
    const document = await vscode.workspace.openTextDocument(snippet.uri);
    return vscode.window.showTextDocument(document, { preview: false });
  };
  const appended = (snippet: Snippet, text: string) =>
    snippet.edit(snippet.version, [{ from: snippet.text.length, to: snippet.text.length, insert: text }]);

  it('begin with the starter, in a file', async () => {
    const snippet = await snippets.open('relu');
    assert.equal(snippet.text, starter);
    assert.equal(await fileText(snippets.uriOf('relu')), starter);
    assert.equal(snippets.exerciseOf(snippet.uri), 'relu');
    assert.equal(snippets.exerciseOf(vscode.Uri.joinPath(folder, 'other.py')), undefined);
    assert.equal(await snippets.open('relu'), snippet);
  });

  it('keep what a file holds already', async () => {
    await writeText(snippets.uriOf('relu'), 'mine\n');
    assert.equal((await snippets.open('relu')).text, 'mine\n');
  });

  it('are written soon after an edit, without a tab behind the person', async () => {
    const snippet = await snippets.open('relu');
    const { version } = snippet;
    assert.deepEqual(await appended(snippet, '# 하나\n'), { ok: true, version: version + 1 });
    await eventually(
      'the file has the edit',
      async () => (await fileText(snippet.uri)) === starter + '# 하나\n',
    );
    // VS Code opens a tab for a document that stays unsaved for 800 ms.
    await sleep(1000);
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 0);
  });

  it('refuse an edit of an older text, and say what the text is', async () => {
    const snippet = await snippets.open('relu');
    const { version } = snippet;
    await appended(snippet, '#\n');
    const refused = await snippet.edit(version, [{ from: 0, to: 0, insert: 'x' }]);
    assert.deepEqual(refused, { ok: false, snippet: snippet.snapshot() });
    assert.equal(snippet.text, starter + '#\n');
    assert.equal((await snippet.edit(snippet.version, [{ from: 0, to: 999, insert: '' }])).ok, false);
  });

  it('take edits in the order in which they were asked for', async () => {
    const snippet = await snippets.open('relu');
    await shownDocument(snippet);
    const base = snippet.version;
    const at = snippet.text.length;
    const all = ['a', 'b', 'c', 'd'].map((insert, index) =>
      snippet.edit(base + index, [{ from: at + index, to: at + index, insert }]),
    );
    assert.deepEqual(
      (await Promise.all(all)).map(({ ok }) => ok),
      [true, true, true, true],
    );
    assert.equal(snippet.text, starter + 'abcd');
  });

  it('share a document that an editor shows: edits arrive there, unsaved, and its undo takes them back', async () => {
    const snippet = await snippets.open('relu');
    const { document } = await shownDocument(snippet);
    assert.equal((await appended(snippet, '# panel\n')).ok, true);
    assert.equal(document.getText(), starter + '# panel\n');
    assert.equal(document.isDirty, true);
    assert.equal(await fileText(snippet.uri), starter);
    await vscode.commands.executeCommand('undo');
    await eventually('the snippet follows', () => snippet.text === starter);
    assert.equal(document.getText(), starter);
    await vscode.commands.executeCommand('redo');
    await eventually('the snippet follows again', () => snippet.text === starter + '# panel\n');
    assert.deepEqual(
      changes.map(({ origin }) => origin),
      ['panel', 'elsewhere', 'elsewhere'],
    );
  });

  it('follow what is typed in the editor, change by change', async () => {
    const snippet = await snippets.open('relu');
    const editor = await shownDocument(snippet);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '# 🙂\n');
      edit.replace(new vscode.Range(4, 11, 4, 14), 'np.maximum(0, x)');
    });
    await eventually('the snippet follows', () => snippet.text !== starter);
    const [change] = changes;
    assert.ok(change);
    assert.equal(change.text, editor.document.getText());
    assert.equal(change.changes.length, 2);
    assert.equal(applyChanges(change.before, change.changes), change.text);
  });

  it('speak LF of a file with CRLF, and leave its line ends, and its byte order mark, as they are', async () => {
    const uri = snippets.uriOf('relu');
    await writeText(uri, '\uFEFFone\r\ntwo\r\n');
    const snippet = await snippets.open('relu');
    assert.equal(snippet.text, 'one\ntwo\n');
    await snippet.edit(snippet.version, [{ from: 4, to: 7, insert: 'zwei\ndrei' }]);
    await snippet.flush();
    assert.equal(await fileText(uri), '\uFEFFone\r\nzwei\r\ndrei\r\n');
    const editor = await shownDocument(snippet);
    assert.equal(editor.document.eol, vscode.EndOfLine.CRLF);
    await snippet.edit(snippet.version, [{ from: 9, to: 13, insert: 'vier\nfünf' }]);
    assert.equal(editor.document.getText(), 'one\r\nzwei\r\nvier\r\nfünf\r\n');
    await type(editor, 'eins\r\nzwei');
    await eventually('the snippet follows', () => snippet.text === 'eins\nzwei');
    // Turning all line ends changes nothing that the panel knows of.
    const { version } = snippet;
    await editor.edit((edit) => {
      edit.setEndOfLine(vscode.EndOfLine.LF);
    });
    await sleep(100);
    assert.equal(snippet.version, version);
  });

  it('see what another program writes', async () => {
    const snippet = await snippets.open('relu');
    await writeText(snippet.uri, 'from elsewhere\n');
    await eventually('the snippet has it', () => snippet.text === 'from elsewhere\n');
    assert.deepEqual(
      changes.map(({ origin }) => origin),
      ['elsewhere'],
    );
  });

  it('do not write over what another window has written a moment ago', async () => {
    const snippet = await snippets.open('relu');
    const known = snippet.snapshot();
    await writeText(snippet.uri, starter + '# from elsewhere\n');
    // Asked for at once: the news of the file takes longer.
    const refused = await snippet.edit(known.version, [{ from: 0, to: 0, insert: '# here\n' }]);
    assert.equal(refused.ok, false);
    assert.equal(snippet.text, starter + '# from elsewhere\n');
    const at = snippet.text.length;
    const taken = await snippet.edit(snippet.version, [{ from: at, to: at, insert: '# here\n' }]);
    assert.equal(taken.ok, true);
    await snippet.flush();
    assert.equal(await fileText(snippet.uri), starter + '# from elsewhere\n# here\n');
  });

  it('give what another window has written a moment ago back when a reset is undone', async () => {
    const snippet = await snippets.open('relu');
    await writeText(snippet.uri, 'hours of work elsewhere\n');
    assert.equal(await snippet.replace(starter, 'reset'), true);
    assert.deepEqual(
      changes.map(({ origin, text }) => [origin, text]),
      [
        ['elsewhere', 'hours of work elsewhere\n'],
        ['reset', starter],
      ],
    );
  });

  it('return to the file when a tab is closed without saving, and the panel can undo that', async () => {
    const snippet = await snippets.open('relu');
    const editor = await shownDocument(snippet);
    await type(editor, 'not to be kept');
    await eventually('the snippet follows', () => snippet.text === 'not to be kept');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually('the snippet is as the file', () => snippet.text === starter);
    assert.equal((await appended(snippet, '# on\n')).ok, true);
    await eventually(
      'edits go to the file again',
      async () => (await fileText(snippet.uri)) === starter + '# on\n',
    );
  });

  it('go on where the panel left off when a tab is opened again', async () => {
    const snippet = await snippets.open('relu');
    await shownDocument(snippet);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await appended(snippet, '# one\n');
    await snippet.flush();
    await appended(snippet, '# two\n');
    // VS Code may still hold the document of the closed tab, with the text from before.
    const { document } = await shownDocument(snippet);
    await eventually('both agree', () => document.getText() === snippet.text);
    assert.equal(snippet.text, starter + '# one\n# two\n');
  });

  it('are reset so that the editor can undo it', async () => {
    const snippet = await snippets.open('relu');
    const editor = await shownDocument(snippet);
    await type(editor, 'hours of work');
    await eventually('the snippet follows', () => snippet.text === 'hours of work');
    assert.equal(await snippet.replace(starter, 'reset'), true);
    assert.equal(editor.document.getText(), starter);
    assert.equal(changes.at(-1)?.origin, 'reset');
    await vscode.commands.executeCommand('undo');
    await eventually('the work is back', () => snippet.text === 'hours of work');
  });

  it('move to another folder with what is there', async () => {
    const snippet = await snippets.open('relu');
    await appended(snippet, '# old place\n');
    const { version } = snippet;
    const other = vscode.Uri.joinPath(folder, 'other');
    await writeText(vscode.Uri.joinPath(other, 'relu.py'), 'new place\n');
    await snippets.moveTo(other);
    assert.equal(await fileText(vscode.Uri.joinPath(folder, 'relu.py')), starter + '# old place\n');
    const moved = await snippets.open('relu');
    assert.equal(moved.text, 'new place\n');
    assert.ok(moved.version > version);
  });
});
