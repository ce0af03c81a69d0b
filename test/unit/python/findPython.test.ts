import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findPython } from '../../../src/python/findPython';
import { RuntimeUnavailableError } from '../../../src/python/runtime';

describe('finding an interpreter', () => {
  let root = '';

  function executable(...parts: string[]): string {
    const path = join(root, ...parts);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, '');
    chmodSync(path, 0o755);
    return path;
  }

  function look(setting: string, folders: string[], platform: NodeJS.Platform = 'linux'): string {
    const path = folders.map((folder) => join(root, folder)).join(delimiter);
    return findPython(setting, { platform, path, home: join(root, 'home'), cwd: root });
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'find-python-'));
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('takes python3 before python, in the order of the PATH', () => {
    executable('a', 'python');
    const wanted = executable('b', 'python3');
    executable('c', 'python3');
    assert.equal(look('system', ['a', 'b', 'c']), wanted);
  });

  it('takes what there is', () => {
    const wanted = executable('a', 'python');
    assert.equal(look('system', ['none', 'a']), wanted);
  });

  it('knows the names of Windows', () => {
    const wanted = executable('a', 'py.exe');
    executable('a', 'python3');
    assert.equal(look('system', ['a'], 'win32'), wanted);
  });

  it('passes over folders and files that cannot be run', () => {
    mkdirSync(join(root, 'a', 'python3'), { recursive: true });
    const file = executable('b', 'python3');
    chmodSync(file, 0o644);
    const wanted = executable('c', 'python3');
    assert.equal(look('system', ['a', 'b', 'c']), wanted);
  });

  it('takes a path, a path from the home folder, a command, and a virtual environment', () => {
    const own = executable('home', 'bin', 'mine');
    assert.equal(look(own, []), own);
    assert.equal(look('~/bin/mine', []), own);
    assert.equal(look('home/bin/mine', []), own);
    assert.equal(look('mine', [join('home', 'bin')]), own);
    const inside = executable('venv', 'bin', 'python');
    assert.equal(look(join(root, 'venv'), []), inside);
    const windows = executable('venv', 'Scripts', 'python.exe');
    assert.equal(look(join(root, 'venv'), [], 'win32'), windows);
  });

  it('says what to do where there is none', () => {
    assert.throws(
      () => look('system', ['none']),
      (error: unknown) => {
        assert.ok(error instanceof RuntimeUnavailableError);
        assert.match(error.message, /Install Python/u);
        return true;
      },
    );
    assert.throws(() => look('/no/such/python', []), /There is no Python at \/no\/such\/python\. Choose/u);
  });
});
