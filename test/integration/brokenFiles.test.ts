/** Files in other encodings, with mixed line ends, and where nothing can be written: nothing of the learner's is lost. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { openDocument } from '../../src/extension/files/documents';
import { FileFault } from '../../src/extension/files/fileFault';
import type { FaultKind } from '../../src/extension/files/fileFault';
import { HeldHere } from '../../src/extension/files/heldTexts';
import { openInEditor } from '../../src/extension/snippet/openInEditor';
import type { Snippet } from '../../src/extension/snippet/snippet';
import { Snippets } from '../../src/extension/snippet/snippets';
import type { SnippetSource } from '../../src/extension/snippet/snippets';
import { closeAll, eventually } from './support';

const starter = 'import numpy as np\n\n\ndef relu(x):\n    return ...\n';
const korean = '# 역전파\r\nx = 1\n# 끝\r';

/** "# 역전파\nx = 1\n# 똠방각하 끝\n" as Windows in Korea writes it, with letters that EUC-KR itself has not. */
const cp949 = Buffer.from('2320bfaac0fcc6c40a78203d20310a23208c63b9e6b0a2c7cf20b3a10a', 'hex');
const cp949Text = '# 역전파\nx = 1\n# 똠방각하 끝\n';

const utf16 = (text: string, bigEndian: boolean, mark: boolean): Buffer => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('a snippet whose file is not an ordinary one', () => {
  let folder: string;
  let path: string;
  let snippets: Snippets;
  let faults: unknown[];
  let held: HeldHere;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bpt-broken-'));
    path = join(folder, 'relu.py');
    faults = [];
    held = new HeldHere();
    snippets = open();
  });

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.getConfiguration('files').update('encoding', undefined, true);
    snippets.dispose();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });

  const open = (more: Partial<SnippetSource> = {}): Snippets =>
    new Snippets({
      folder: vscode.Uri.file(folder),
      starter: () => starter,
      reportError: (error) => faults.push(error),
      held,
      ...more,
    });
  const kinds = (): FaultKind[] =>
    faults.map((fault) => {
      assert.ok(fault instanceof FileFault, String(fault));
      return fault.kind;
    });
  const append = async (snippet: Snippet, text: string): Promise<void> => {
    const at = snippet.text.length;
    assert.equal((await snippet.edit(snippet.version, [{ from: at, to: at, insert: text }])).ok, true);
  };
  /** Writing fails with a fault that has been told, or works. */
  const flush = (snippet: Snippet): Promise<void> =>
    snippet.flush().catch((error: unknown) => {
      assert.ok(error instanceof FileFault, String(error));
    });
  const heldText = async (): Promise<string | null> =>
    (await held.find(vscode.Uri.file(path)))[0]?.text ?? null;
  const onDisk = (): Promise<string> => readFile(path, 'latin1');
  const setEncoding = (name: string): Thenable<void> =>
    vscode.workspace.getConfiguration('files').update('encoding', name, true);

  describe('by its encoding', () => {
    const files: readonly (readonly [string, Buffer])[] = [
      ['UTF-8 with a mark', Buffer.from('\uFEFF' + korean)],
      ['UTF-16 LE', utf16(korean, false, true)],
      ['UTF-16 BE', utf16(korean, true, true)],
      ['UTF-16 LE without a mark', utf16(korean, false, false)],
      ['UTF-16 BE without a mark', utf16(korean, true, false)],
    ];
    for (const [name, bytes] of files) {
      it(`is read and written in it: ${name}, with all line ends as they were`, async () => {
        await writeFile(path, bytes);
        const snippet = await snippets.open('relu');
        assert.equal(snippet.text, '# 역전파\nx = 1\n# 끝\n');
        await append(snippet, '# 더\n');
        await snippet.flush();
        const sameEncoding = (text: string): Buffer => {
          const mark = name.includes('without') ? '' : '\uFEFF';
          if (name.startsWith('UTF-8')) return Buffer.from(mark + text);
          return utf16(text, name.includes('BE'), mark !== '');
        };
        assert.deepEqual(await readFile(path), sameEncoding(korean + '# 더\n'.replace('\n', '\r')));
        assert.deepEqual(kinds(), []);
      });
    }

    it('is read and written in the one that the settings name: CP949', async () => {
      await setEncoding('euckr');
      await writeFile(path, cp949);
      const snippet = await snippets.open('relu');
      assert.equal(snippet.text, cp949Text);
      await append(snippet, '# 끝\n');
      await snippet.flush();
      assert.deepEqual(await readFile(path), Buffer.concat([cp949, Buffer.from('2320b3a10a', 'hex')]));
      assert.deepEqual(kinds(), []);
    });

    it('is read and written in the one that VS Code guesses, if it may guess', async () => {
      const files = vscode.workspace.getConfiguration('files');
      await files.update('autoGuessEncoding', true, true);
      await files.update('candidateGuessEncodings', ['euckr'], true);
      try {
        // It does not guess CP949, whose further letters EUC-KR has not.
        const euckr = Buffer.from('2320bfaac0fcc6c40a'.repeat(8), 'hex');
        await writeFile(path, euckr);
        const snippet = await snippets.open('relu');
        assert.equal(snippet.text, '# 역전파\n'.repeat(8));
        await append(snippet, '# 끝\n');
        await snippet.flush();
        assert.deepEqual(await readFile(path), Buffer.concat([euckr, Buffer.from('2320b3a10a', 'hex')]));
      } finally {
        await files.update('autoGuessEncoding', undefined, true);
        await files.update('candidateGuessEncodings', undefined, true);
      }
    });

    it('is created in the one that the settings name', async () => {
      await setEncoding('euckr');
      snippets.dispose();
      snippets = open({ starter: () => cp949Text });
      await snippets.open('relu');
      assert.deepEqual(await readFile(path), cp949);
    });

    it('is written whole or not at all: a character that the encoding has not', async () => {
      await setEncoding('euckr');
      await writeFile(path, cp949);
      const snippet = await snippets.open('relu');
      await append(snippet, '# 🙂\n');
      await flush(snippet);
      assert.deepEqual(kinds(), ['unencodable']);
      assert.deepEqual(await readFile(path), cp949);
      await snippet.encodeAs('utf8');
      assert.equal(await readFile(path, 'utf8'), cp949Text + '# 🙂\n');
    });

    it('is not written over when it cannot be decoded; in the right encoding the edits come along', async () => {
      await writeFile(path, cp949);
      const snippet = await snippets.open('relu');
      assert.deepEqual(kinds(), ['undecodable']);
      assert.match(snippet.text, /\uFFFD/);
      await append(snippet, 'y = 2\n');
      await flush(snippet);
      assert.deepEqual(await readFile(path), cp949);
      assert.deepEqual(kinds(), ['undecodable']);
      await snippet.readAs('euckr');
      assert.equal(snippet.text, cp949Text + 'y = 2\n');
      await snippet.flush();
      assert.deepEqual(await readFile(path), Buffer.concat([cp949, Buffer.from('y = 2\n')]));
    });

    it('is not written over through an editor of VS Code either', async () => {
      await writeFile(path, cp949);
      const document = await vscode.workspace.openTextDocument(path);
      await vscode.window.showTextDocument(document, { preview: false });
      const snippet = await snippets.open('relu');
      await append(snippet, 'y = 2\n');
      await flush(snippet);
      assert.equal(document.isDirty, false);
      assert.deepEqual(await readFile(path), cp949);
    });

    it('follows the encoding that an editor of VS Code reopens it with', async () => {
      await writeFile(path, cp949);
      const snippet = await snippets.open('relu');
      const document = await vscode.workspace.openTextDocument(path);
      await vscode.window.showTextDocument(document, { preview: false });
      await vscode.workspace.openTextDocument(document.uri, { encoding: 'euckr' });
      await eventually('the snippet follows', () => snippet.text === cp949Text);
      await append(snippet, '# 끝\n');
      await eventually('the document has it', () => document.getText() === cp949Text + '# 끝\n');
      await document.save();
      assert.deepEqual(await readFile(path), Buffer.concat([cp949, Buffer.from('2320b3a10a', 'hex')]));
      await closeAll();
      await append(snippet, '# 끝\n');
      await snippet.flush();
      assert.deepEqual(
        await readFile(path),
        Buffer.concat([cp949, Buffer.from('2320b3a10a2320b3a10a', 'hex')]),
      );
    });

    it('lends its encoding to an editor that opens it with another', async () => {
      await setEncoding('euckr');
      await writeFile(path, cp949);
      const snippet = await snippets.open('relu');
      await setEncoding('utf8');
      const document = await vscode.workspace.openTextDocument(path);
      await vscode.window.showTextDocument(document, { preview: false });
      await eventually('the document is read in it', () => document.getText() === cp949Text);
      assert.equal(document.encoding, 'euckr');
      await append(snippet, '# 끝\n');
      await document.save();
      assert.deepEqual(await readFile(path), Buffer.concat([cp949, Buffer.from('2320b3a10a', 'hex')]));
      assert.deepEqual(kinds(), []);
    });

    it('is copied as it is', async () => {
      await setEncoding('euckr');
      await writeFile(path, cp949);
      await snippets.copy('relu', vscode.Uri.file(join(folder, 'copy', 'relu.py')));
      assert.deepEqual(await readFile(join(folder, 'copy', 'relu.py')), cp949);
    });

    it('is set aside, if the learner wants that, and begun anew', async () => {
      const bytes = Buffer.from([0, 1, 2, 255, 0, 254]);
      await writeFile(path, bytes);
      const snippet = await snippets.open('relu');
      assert.deepEqual(kinds(), ['undecodable']);
      await snippet.replace(starter, 'reset');
      await flush(snippet);
      assert.deepEqual(await readFile(path), bytes);
      const name = await snippet.setAside();
      assert.deepEqual(await readFile(join(folder, name)), bytes);
      assert.equal(await readFile(path, 'utf8'), starter);
    });
  });

  describe('by its line ends', () => {
    const mixed = 'import numpy\r\n\ndef relu(x):\r    return x\r\n\nprint(1)\n';

    it('keeps them through edits, a reset, and its undoing', async () => {
      await writeFile(path, mixed);
      const snippet = await snippets.open('relu');
      const { text } = snippet;
      const at = text.indexOf('return x');
      await snippet.edit(snippet.version, [{ from: at, to: at + 8, insert: 'return max(x, 0)' }]);
      await snippet.flush();
      assert.equal(await onDisk(), mixed.replace('return x', 'return max(x, 0)'));
      await snippet.replace(
        text.replace('print(1)', 'print(2)').replace('import numpy', 'import os'),
        'reset',
      );
      await snippet.flush();
      assert.equal(
        await onDisk(),
        mixed.replace('print(1)', 'print(2)').replace('import numpy', 'import os'),
      );
      await snippet.replace(text, 'reset');
      await snippet.flush();
      assert.equal(await onDisk(), mixed);
    });

    it('goes on with them after everything has been deleted', async () => {
      await writeFile(path, 'one\r\ntwo\r\n');
      const snippet = await snippets.open('relu');
      await snippet.edit(snippet.version, [{ from: 0, to: snippet.text.length, insert: '' }]);
      await snippet.flush();
      for (const insert of ['a', '\n', 'b\n']) await append(snippet, insert);
      await snippet.flush();
      assert.equal(await onDisk(), 'a\r\nb\r\n');
    });

    it('keeps them when an editor of VS Code saves it', async () => {
      await writeFile(path, mixed);
      const snippet = await snippets.open('relu');
      const document = await vscode.workspace.openTextDocument(path);
      const editor = await vscode.window.showTextDocument(document, { preview: false });
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(0, 0), '# mine\n');
      });
      await append(snippet, '# panel\n');
      await document.save();
      const wanted = `# mine\r\n${mixed}# panel\n`;
      await eventually('the line ends are back', async () => (await onDisk()) === wanted);
      // The editor takes it for its own file still: it saves again without a word.
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(0, 0), '#');
      });
      assert.equal(await document.save(), true);
      await eventually('the line ends are back again', async () => (await onDisk()) === '#' + wanted);
      assert.equal(document.isDirty, false);
    });

    it('has one kind where the learner chose so in VS Code', async () => {
      await writeFile(path, mixed);
      await snippets.open('relu');
      const document = await vscode.workspace.openTextDocument(path);
      const editor = await vscode.window.showTextDocument(document, { preview: false });
      const other = document.eol === vscode.EndOfLine.LF ? vscode.EndOfLine.CRLF : vscode.EndOfLine.LF;
      await editor.edit((edit) => {
        edit.setEndOfLine(other);
      });
      await document.save();
      await closeAll();
      await snippets.flush();
      const ends = (await onDisk()).match(/\r\n|\r|\n/g) ?? [];
      assert.deepEqual([...new Set(ends)], [other === vscode.EndOfLine.LF ? '\n' : '\r\n']);
    });
  });

  describe('because nothing can be written', () => {
    it('is held in the tutor while a folder is in its place, told once, and written when that has gone', async () => {
      await mkdir(path);
      const snippet = await snippets.open('relu');
      assert.equal(snippet.text, starter);
      await append(snippet, '# one\n');
      await flush(snippet);
      await append(snippet, '# two\n');
      await flush(snippet);
      assert.deepEqual(kinds(), ['folder']);
      assert.equal(await heldText(), starter + '# one\n# two\n');
      await rename(path, join(folder, 'folder'));
      await eventually(
        'it is written',
        async () => {
          return (await readFile(path, 'utf8').catch(() => '')) === starter + '# one\n# two\n';
        },
        12_000,
      );
      assert.equal(await heldText(), null);
    });

    it('keeps what could not be written for the next window, and merges it with what the file holds by then', async () => {
      await mkdir(path);
      await append(await snippets.open('relu'), '# mine\n');
      await eventually('it was tried', () => faults.length > 0);
      snippets.dispose();
      await rm(path, { recursive: true });
      await writeFile(path, '# theirs\n' + starter);
      snippets = open();
      const snippet = await snippets.open('relu');
      assert.equal(snippet.text, '# theirs\n' + starter + '# mine\n');
      await snippet.flush();
      assert.equal(await readFile(path, 'utf8'), snippet.text);
      assert.equal(await heldText(), null);
    });

    it('is not written over what another program wrote while writing failed', async () => {
      await snippets.open('relu');
      await snippets.flush();
      await rm(path);
      await mkdir(path);
      const snippet = await snippets.open('relu');
      await append(snippet, '# mine\n');
      await flush(snippet);
      await rm(path, { recursive: true });
      await writeFile(path, '# theirs\n' + starter);
      await eventually(
        'both are there',
        async () => {
          return (await readFile(path, 'utf8')) === '# theirs\n' + starter + '# mine\n';
        },
        12_000,
      );
    });

    it('is held in the tutor while nobody may write it, and put into an editor that opens it', async function () {
      await writeFile(path, starter);
      try {
        execFileSync('chattr', ['+i', path, folder], { stdio: 'pipe' });
      } catch {
        return this.skip();
      }
      try {
        const snippet = await snippets.open('relu');
        await append(snippet, '# mine\n');
        await flush(snippet);
        assert.deepEqual(kinds(), ['read-only']);
        assert.equal(await readFile(path, 'utf8'), starter);
        await openInEditor(snippets, 'relu', null);
        const document = openDocument(vscode.Uri.file(path));
        assert.ok(document);
        await eventually('the editor has it', () => document.getText() === starter + '# mine\n');
        assert.equal(document.isDirty, true);
        execFileSync('chattr', ['-i', path, folder]);
        assert.equal(await document.save(), true);
        assert.equal(await readFile(path, 'utf8'), starter + '# mine\n');
        assert.deepEqual(kinds(), ['read-only']);
      } finally {
        execFileSync('chattr', ['-i', path, folder]);
      }
    });

    it('stays a link, with its permissions', async () => {
      await mkdir(join(folder, 'elsewhere'));
      const target = join(folder, 'elsewhere', 'mine.py');
      await writeFile(target, starter);
      await chmod(target, 0o640);
      await symlink(target, path);
      const snippet = await snippets.open('relu');
      await append(snippet, '# more\n');
      await snippet.flush();
      assert.ok((await lstat(path)).isSymbolicLink());
      assert.equal(await readFile(target, 'utf8'), starter + '# more\n');
      assert.equal((await stat(target)).mode & 0o777, 0o640);
      assert.deepEqual((await readdir(folder)).sort(), ['elsewhere', 'relu.py']);
    });

    it('is written again when it is deleted or renamed, and that is told', async () => {
      const snippet = await snippets.open('relu');
      await append(snippet, '# mine\n');
      await snippet.flush();
      await rename(path, join(folder, 'renamed.py'));
      snippet.reconcile('elsewhere');
      await eventually('it is told', () => faults.length > 0);
      assert.deepEqual(kinds(), ['gone']);
      assert.equal(await readFile(path, 'utf8'), starter + '# mine\n');
      assert.equal(await readFile(join(folder, 'renamed.py'), 'utf8'), starter + '# mine\n');
    });

    it('on a full disk: no empty file, one message for all, and all is written once there is room', async function () {
      if (process.platform !== 'linux' || process.getuid?.() !== 0) return this.skip();
      const mount = join(folder, 'full');
      await mkdir(mount);
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'none', mount], { stdio: 'pipe' });
      } catch {
        return this.skip();
      }
      try {
        const ballast = join(mount, 'ballast');
        await writeFile(ballast, Buffer.alloc(16 * 1024)).catch(() => undefined);
        await snippets.moveTo(vscode.Uri.file(mount));
        const all = [await snippets.open('relu'), await snippets.open('cost')] as const;
        for (const snippet of all) await append(snippet, '# typed on a full disk\n');
        for (const snippet of all) await flush(snippet);
        assert.deepEqual(kinds(), ['full']);
        assert.deepEqual(await readdir(mount), ['ballast']);
        await rm(ballast);
        for (const name of ['relu.py', 'cost.py']) {
          await eventually(
            `${name} is written`,
            async () => {
              const text = await readFile(join(mount, name), 'utf8').catch(() => '');
              return text === starter + '# typed on a full disk\n';
            },
            12_000,
          );
        }
        snippets.dispose();
      } finally {
        execFileSync('umount', ['-l', mount]);
      }
    });
  });
});
