import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownEnvironment } from '../../src/python/ownEnvironment';
import { RuntimeUnavailableError } from '../../src/python/runtime';
import { createSystemRuntime } from '../../src/python/system';
import { pythonPath } from '../support/runtimes';
import { assertHealthy, interpreters, requestFor, returnedOf } from './support';

describe('the learner’s own Python', function () {
  this.timeout(300_000);
  const [python] = interpreters();
  let folder = '';

  before(function () {
    if (python === undefined || process.platform === 'win32') this.skip();
    folder = mkdtempSync(join(tmpdir(), 'own-python-'));
  });

  after(() => {
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  /** An interpreter of which something is changed before it reads what it is given. */
  function changed(name: string, change: string, environment = ''): string {
    const path = join(folder, name);
    const code = `import sys\n${change}\nexec(sys.argv.pop(2))`;
    writeFileSync(path, `#!/bin/sh\n${environment} exec '${python ?? ''}' -c '${code}' "$@"\n`);
    chmodSync(path, 0o755);
    return path;
  }

  function fakeNumpy(name: string, code: string): string {
    mkdirSync(join(folder, name, 'numpy'), { recursive: true });
    writeFileSync(join(folder, name, 'numpy', '__init__.py'), code);
    return `PYTHONPATH='${join(folder, name)}'`;
  }

  async function unavailable(executable: string, expected: RegExp): Promise<void> {
    const runtime = createSystemRuntime({ executable, pythonPath });
    try {
      for (const attempt of [() => runtime.start(), () => runtime.run(requestFor('def f(): pass'))]) {
        await assert.rejects(attempt, (error: unknown) => {
          assert.ok(error instanceof RuntimeUnavailableError, String(error));
          assert.match(error.message, expected);
          return true;
        });
      }
    } finally {
      await runtime.dispose();
    }
  }

  it('says what it is', async () => {
    const runtime = createSystemRuntime({ executable: python ?? '', pythonPath });
    assert.equal(runtime.description ?? 'none', 'none');
    await runtime.start();
    assert.match(runtime.description ?? '', /python3 \(Python 3\.\d+\.\d+, NumPy \d+\.\d+\.\d+\)$/u);
    await runtime.dispose();
  });

  it('that is not there, or is no Python, is a clear error', async () => {
    await unavailable('/no/such/python', /could not be started as \/no\/such\/python .*Select Python/u);
    await unavailable('/bin/false', /could not be started/u);
    await unavailable('/bin/echo', /could not be started/u);
  });

  it('that is too old is told so', async () => {
    const path = changed('old', 'sys.version_info = (3, 6, 8, "final", 0)');
    await unavailable(path, /is Python 3\.6\.8, and the tutor needs 3\.9 or later/u);
  });

  it('that has no NumPy is told how to install it', async () => {
    const made = spawnSync(python ?? '', ['-m', 'venv', '--without-pip', join(folder, 'venv')]);
    assert.equal(made.status, 0, String(made.stderr));
    const path = join(folder, 'venv', 'bin', 'python');
    await unavailable(path, /has no NumPy\. Run: .*venv\/bin\/python -m pip install --upgrade numpy/u);
  });

  it('that has an old or a broken NumPy is told so', async () => {
    const old = fakeNumpy('old-numpy', '__version__ = "1.16.5"');
    await unavailable(
      changed('a', '', old),
      /has NumPy 1\.16\.5, and the tutor needs 1\.20 or later\. Run:/u,
    );
    const broken = fakeNumpy('broken-numpy', 'raise OSError("libblas.so is missing")');
    await unavailable(changed('b', '', broken), /cannot be imported \(libblas\.so is missing\)/u);
  });

  it('works from a virtual environment, and is not shadowed by the working directory', async () => {
    const made = spawnSync(python ?? '', ['-m', 'venv', '--without-pip', join(folder, 'own')]);
    assert.equal(made.status, 0, String(made.stderr));
    // Its NumPy is the other's: an environment made from within one sees the packages of neither.
    const where = 'import numpy, pathlib; print(pathlib.Path(numpy.__file__).parent.parent)';
    const packages = execFileSync(python ?? '', ['-c', where], { encoding: 'utf8' });
    const [lib = ''] = readdirSync(join(folder, 'own', 'lib'));
    writeFileSync(join(folder, 'own', 'lib', lib, 'site-packages', 'numpy.pth'), packages);
    const runtime = createSystemRuntime({ executable: join(folder, 'own', 'bin', 'python'), pythonPath });
    await assertHealthy(runtime);
    const prefix = await returnedOf(runtime, 'import sys\ndef f(): return sys.prefix, "" in sys.path');
    assert.ok(prefix.kind === 'tuple');
    assert.deepEqual(prefix.items[0], { kind: 'other', type: 'str', text: `'${join(folder, 'own')}'` });
    assert.deepEqual(prefix.items[1], { kind: 'number', type: 'bool', value: 0 });
    await runtime.dispose();
  });

  it('comes back once what was missing is there', async () => {
    const path = join(folder, 'late');
    const runtime = createSystemRuntime({ executable: path, pythonPath });
    await assert.rejects(runtime.start(), RuntimeUnavailableError);
    writeFileSync(path, `#!/bin/sh\nexec '${python ?? ''}' "$@"\n`);
    chmodSync(path, 0o755);
    await assertHealthy(runtime);
    await runtime.dispose();
  });

  it('is given the environment that it needs, and no more', async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      GITHUB_TOKEN: 'x',
      NODE_OPTIONS: '',
      https_proxy: 'x',
      VSCODE_PID: '1',
      LC_ALL: 'C',
    });
    const runtime = createSystemRuntime({ executable: python ?? '', pythonPath });
    try {
      const source = 'import sys\ndef f(): return [str(name) for name in sys.modules["os"].environ]';
      const { items } = (await returnedOf(runtime, source)) as { items: readonly { text: string }[] };
      const names = items.map(({ text }) => text.replaceAll("'", ''));
      const given = Object.keys(ownEnvironment(before, process.platform));
      assert.ok(
        given.every((name) => names.includes(name)),
        names.join(' '),
      );
      // The shell that starts it, and Python where it is told no language, have a few words of their own.
      const own = ['PWD', 'OLDPWD', 'SHLVL', '_', 'LC_CTYPE', '__CF_USER_TEXT_ENCODING'];
      assert.deepEqual(
        names.filter((name) => !given.includes(name) && !own.includes(name)),
        [],
      );
    } finally {
      await runtime.dispose();
      for (const name of Object.keys(process.env))
        if (!(name in before)) Reflect.deleteProperty(process.env, name);
      Object.assign(process.env, before);
    }
  });

  it('does not outlive the runtime', async () => {
    const runtime = createSystemRuntime({ executable: python ?? '', pythonPath });
    const pid = await returnedOf(runtime, 'import sys\ndef f(): return sys.modules["os"].getpid()');
    await runtime.dispose();
    assert.ok(pid.kind === 'number');
    assert.throws(() => process.kill(pid.value, 0), { code: 'ESRCH' });
    await assert.rejects(runtime.start(), RuntimeUnavailableError);
  });
});
