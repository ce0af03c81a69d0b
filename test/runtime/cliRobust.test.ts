/** What a person or a script may give the command line by mistake: a clear sentence, the right status, no stack trace. */
import { strict as assert } from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { cli, collect, Folder, run, runWith, sideBySide, solutionOf, type Outcome } from './commandLine';

const good = solutionOf('relu');

function shell(command: string): Promise<Outcome> {
  return collect(spawn('bash', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] }));
}

describe('the command line, used by mistake', function () {
  this.timeout(300_000);
  let folder = '';
  const scratch = new Folder();
  const { write } = scratch;
  const check = (file: string, ...options: readonly string[]): Promise<Outcome> =>
    run('check', file, '--exercise', 'relu', '--lang', 'en', ...options);
  const refused = ({ status, out, err }: Outcome, says: RegExp): void => {
    assert.equal(status, 2, `${out}${err}`);
    assert.match(err, says);
    assert.equal(out, '');
    assert.ok(!/^\s+at /mu.test(err), `a stack trace is not for people: ${err}`);
    assert.ok(!err.includes('\u001b'), 'a terminal obeys nothing of it');
  };

  before(() => {
    scratch.make();
    folder = scratch.path;
  });
  after(() => {
    scratch.remove();
  });

  it('refuses numbers that are none, or that mean something else', async () => {
    const file = write('good.py', good);
    await sideBySide(['-1', '0', 'NaN', '1e9', 'Infinity', '', ' ', '10s', '1e-400'], async (seconds) => {
      refused(await check(file, `--timeout=${seconds}`), /Expected seconds: .* such as 10/u);
    });
    await sideBySide(['0', '-2', '1.5', 'NaN', '', '1e9', 'all'], async (jobs) => {
      refused(await run('grade', folder, `--jobs=${jobs}`), /Expected a whole number from 1 to/u);
    });
  });

  it('takes a limit of a month for one', async () => {
    const { status, err } = await check(write('patient.py', good), '--timeout', '3000000');
    assert.equal(status, 0, err);
  });

  it('refuses what it does not know, and says what it knows', async () => {
    const file = write('good.py', good);
    refused(await check(file, '--no-such-option'), /unknown option/u);
    refused(await check(file, '--lang', 'fr'), /en, ko/u);
    refused(await check(file, 'another.py'), /too many arguments/u);
    refused(await run('check', file, '--exercise', 'rel\u001b[31mu'), /choose one of chain-rule/u);
    refused(await run('check', file, '--exercise', 'constructor'), /choose one of chain-rule/u);
    refused(await run('chek', file), /unknown command/u);
    refused(await run('grade'), /missing required argument/u);
  });

  it('refuses files that are none, and says why', async () => {
    const huge = write('huge.py', '');
    truncateSync(huge, 2 ** 30);
    symlinkSync('round.py', join(folder, 'round.py'));
    symlinkSync('nowhere', join(folder, 'broken.py'));
    mkdirSync(join(folder, 'folder.py'));
    const none = [
      [huge, /too large to be a snippet \(1024\.0 MB\)/u],
      [join(folder, 'folder.py'), /a folder, not a file/u],
      [write('nul.py', 'def relu(x):\n    return \0\n'), /NUL bytes.*Save it as UTF-8/u],
      [write('bytes.py', Buffer.from([0xff, 0x80, 0xc3, 0x28, 0xfe])), /cannot be decoded as text/u],
      [write('none.ipynb', '[1, 2]'), /no notebook/u],
      [join(folder, 'round.py'), /ELOOP/u],
      [join(folder, 'broken.py'), /no such file/u],
      [join(folder, 'nowhere/x.py'), /no such file/u],
      ['', /no such file/u],
      [join(folder, 'x'.repeat(300)), /name too long/u],
    ] as const;
    await sideBySide(none, async ([file, says]) => {
      refused(await check(file), says);
    });
    if (process.platform === 'win32') return;
    spawnSync('mkfifo', [join(folder, 'pipe.py')]);
    refused(await check(join(folder, 'pipe.py')), /a pipe, a socket or a device/u);
    refused(await check('/dev/zero'), /a pipe, a socket or a device/u);
    refused(await run('grade', join(folder, 'pipe.py')), /cannot read the folder/u);
    refused(await run('grade', join(folder, 'nowhere')), /cannot read the folder/u);
  });

  it('judges odd files that are files', async () => {
    const empty = await check(write('empty.py', ''));
    assert.equal(empty.status, 3, empty.err);
    assert.match(empty.out, /relu/u);
    const names = [' - two\nlines, \u001b[2Jcleared, 렐루.py', 'CON.py'];
    await sideBySide(names, async (name) => {
      const { status, err } = await check(write(name, good));
      assert.equal(status, 0, `${JSON.stringify(name)}: ${err}`);
    });
    const cells = [{ cell_type: 'code', source: ['%time x = 1\n', ...good.split(/(?<=\n)/u)] }];
    assert.equal((await check(write('book.ipynb', JSON.stringify({ cells })))).status, 0);
    if (process.platform === 'win32') return;
    const piped = await runWith(good, 'check', '/dev/stdin', '--exercise', 'relu');
    assert.equal(piped.status, 0, piped.err);
  });

  it('prints what a snippet wrote so that a terminal obeys nothing of it', async () => {
    const source = 'print("\\x1b[2J\\x07 a\\tb")\nraise ValueError("\\x1b]0;title\\x07")\n';
    const { status, out } = await check(write('escapes.py', source));
    assert.equal(status, 3);
    assert.ok(!out.includes('\u001b') && !out.includes('\u0007'), out);
    assert.match(out, /\\x1b\[2J\\x07 a\tb/u);
    const json = await check(write('escapes.py', source), '--json');
    assert.ok((JSON.parse(json.out) as { stdout: string }).stdout.startsWith('\u001b[2J'));
  });

  it('says nothing where its reader has left, and that a full disk is full', async function () {
    if (process.platform === 'win32') this.skip();
    const file = write('good.py', good);
    const node = process.execPath;
    const command = `'${node}' '${cli}' check '${file}' --exercise relu`;
    const left = await shell(`${command} --json | true; echo "\${PIPESTATUS[0]}"`);
    assert.deepEqual([left.out.trim(), left.err], ['0', '']);
    const closed = await shell(`${command} >&-; echo $? >&2`);
    assert.equal(closed.err.trim(), '0');
    const mute = await shell(`${command} --no-such-option 2>&-; echo $?`);
    assert.equal(mute.out.trim(), '2');
    if (!existsSync('/dev/full')) return;
    const full = await shell(`${command} > /dev/full`);
    assert.equal(full.status, 3);
    assert.match(full.err, /^backprop-tutor: the output cannot be written: .*ENOSPC/u);
  });
});
