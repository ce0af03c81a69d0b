import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmod,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDisk, writeDisk } from '../../../../src/extension/files/diskFile';
import { FileFault } from '../../../../src/extension/files/fileFault';
import type { FaultKind } from '../../../../src/extension/files/fileFault';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file on the disk', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bpt-disk-'));
    path = join(folder, 'relu.py');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const holds = async (text: string, file = path): Promise<void> => {
    assert.equal(await readFile(file, 'utf8'), text);
  };
  const refuses = (work: Promise<unknown>, kind: FaultKind): Promise<void> =>
    assert.rejects(work, (error) => {
      assert.ok(error instanceof FileFault, String(error));
      assert.equal(error.kind, kind, String(error.stack));
      assert.equal(error.file, 'relu.py');
      return true;
    });
  /** Nothing lies about that was not there. */
  const only = async (...names: string[]): Promise<void> => {
    assert.deepEqual((await readdir(folder)).sort(), names.sort());
  };

  it('is written where there was none, in a folder that was not there', async () => {
    const deep = join(folder, 'a', 'b', 'relu.py');
    await writeDisk(deep, bytesOf('one'));
    await holds('one', deep);
    assert.deepEqual(await readdir(join(folder, 'a', 'b')), ['relu.py']);
  });

  it('is another file afterwards, with the permissions of the one before', async () => {
    await writeFile(path, 'before');
    await chmod(path, 0o750);
    const before = await stat(path);
    await writeDisk(path, bytesOf('after'));
    await holds('after');
    const after = await stat(path);
    assert.notEqual(after.ino, before.ino);
    if (process.platform !== 'win32') assert.equal(after.mode & 0o777, 0o750);
    await only('relu.py');
  });

  it('stays a link where it is one, also where the link leads to no file yet', async () => {
    await mkdir(join(folder, 'elsewhere'));
    const target = join(folder, 'elsewhere', 'mine.py');
    await symlink(join('elsewhere', 'mine.py'), path);
    for (const text of ['one', 'two']) {
      await writeDisk(path, bytesOf(text));
      await holds(text, target);
      assert.ok((await lstat(path)).isSymbolicLink());
    }
    assert.deepEqual(await readdir(join(folder, 'elsewhere')), ['mine.py']);
  });

  it('is not written through a link that leads nowhere, or round in a circle', async () => {
    await symlink(join(folder, 'missing', 'mine.py'), path);
    assert.equal(await readDisk(path, 100), undefined);
    await refuses(writeDisk(path, bytesOf('one')), 'link');
    await only('relu.py');
    await rm(path);
    await symlink(path, path);
    await refuses(writeDisk(path, bytesOf('one')), 'link');
    await refuses(readDisk(path, 100), 'link');
  });

  it('keeps its other names', async () => {
    const other = join(folder, 'other.py');
    await writeFile(path, 'a longer text than the next one');
    await link(path, other);
    await writeDisk(path, bytesOf('short'));
    await holds('short');
    await holds('short', other);
    await only('relu.py', 'other.py');
  });

  it('is not written where a folder stands, and the folder stays', async () => {
    await mkdir(path);
    await refuses(writeDisk(path, bytesOf('one')), 'folder');
    await refuses(readDisk(path, 100), 'folder');
    await only('relu.py');
  });

  it('is not written into what is no folder', async () => {
    await writeFile(join(folder, 'course'), 'a file');
    await refuses(writeDisk(join(folder, 'course', 'relu.py'), bytesOf('one')), 'not-a-folder');
    await refuses(readDisk(join(folder, 'course', 'relu.py'), 100), 'not-a-folder');
  });

  it('is not read beyond the limit, nor when it is no file', async () => {
    await writeFile(path, 'x'.repeat(101));
    await refuses(readDisk(path, 100), 'too-large');
    assert.equal((await readDisk(path, 101))?.length, 101);
    if (process.platform === 'win32') return;
    await rm(path);
    await symlink('/dev/zero', path);
    await refuses(readDisk(path, 100), 'too-large');
  });

  it('keeps its time where nobody is to take it for changed', async () => {
    await writeFile(path, 'a\nb\r\n');
    const time = new Date('2020-01-02T03:04:05Z');
    await utimes(path, time, time);
    await writeDisk(path, bytesOf('a\r\nb\r\n'), { keepTime: true });
    await holds('a\r\nb\r\n');
    assert.equal((await stat(path)).mtimeMs, time.getTime());
  });

  it('that is a device is written without anything beside it', async function () {
    if (process.platform !== 'linux') return this.skip();
    await symlink('/dev/full', path);
    await refuses(writeDisk(path, bytesOf('one')), 'full');
    await only('relu.py');
  });

  it('that says it is read-only stays as it is', async function () {
    // Root may write anything, and Windows asks other questions.
    if (process.platform === 'win32' || process.getuid?.() === 0) return this.skip();
    await writeFile(path, 'before', { mode: 0o444 });
    await refuses(writeDisk(path, bytesOf('after')), 'read-only');
    await holds('before');
  });

  it('is written in place in a folder that takes no other file', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) return this.skip();
    await writeFile(path, 'before, and longer');
    await chmod(folder, 0o555);
    await writeDisk(path, bytesOf('after'));
    await chmod(folder, 0o755);
    await holds('after');
  });

  describe('that is full', () => {
    let mounted = false;

    before(function () {
      if (process.platform !== 'linux' || process.getuid?.() !== 0) this.skip();
    });

    beforeEach(function () {
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'none', folder], { stdio: 'pipe' });
        mounted = true;
      } catch {
        // A container may not mount.
        this.skip();
      }
    });

    afterEach(() => {
      if (mounted) execFileSync('umount', ['-l', folder]);
      mounted = false;
    });

    const large = bytesOf('x'.repeat(64 * 1024));

    it('is left as it was, with nothing beside it', async () => {
      await writeFile(path, 'before');
      await refuses(writeDisk(path, large), 'full');
      await holds('before');
      await only('relu.py');
      await writeDisk(path, bytesOf('after'));
      await holds('after');
    });

    it('gets no empty file in it', async () => {
      await refuses(writeDisk(path, large), 'full');
      await only();
    });

    it('is left as it was where it has to be written in place', async () => {
      await writeFile(path, 'before');
      await link(path, join(folder, 'other.py'));
      await refuses(writeDisk(path, large), 'full');
      await holds('before');
      await holds('before', join(folder, 'other.py'));
    });
  });
});
