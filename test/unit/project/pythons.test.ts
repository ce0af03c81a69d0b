/** Where the tests' own Python comes from. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pythonsOnPath, type TestPython } from '../../support/interpreters';
import { choosePython } from '../../support/pythons';
import { existingEnvironment, makeEnvironment } from '../../support/virtualEnvironment';

const plain: TestPython = {
  executable: '/a/python3',
  prefix: '/a',
  version: '3.11.2',
  numpy: null,
  autograd: false,
  venv: true,
};

describe('the Python of the tests', function () {
  this.timeout(30_000);
  let folder: string;

  before(function () {
    if (process.platform === 'win32') this.skip();
    folder = mkdtempSync(join(tmpdir(), 'bpt-pythons-'));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** An executable that answers the question what it has. */
  function stand(place: string, answer: Partial<TestPython> | null): string {
    mkdirSync(join(folder, place), { recursive: true });
    const said = answer === null ? 'exit 1' : `echo '${JSON.stringify({ ...plain, ...answer })}'`;
    writeFileSync(join(folder, place, 'python3'), `#!/bin/sh\n${said}\n`, { mode: 0o755 });
    return join(folder, place);
  }

  it('is looked for along the whole PATH, each installation once', () => {
    const path = [
      stand('broken', null),
      join(folder, 'nowhere'),
      stand('first', { prefix: '/one' }),
      stand('same', { prefix: '/one', executable: '/other/python3' }),
      stand('second', { prefix: '/two', numpy: '2.1.0' }),
    ].join(delimiter);
    assert.deepEqual(
      pythonsOnPath(path).map(({ prefix, numpy, executable }) => [prefix, numpy, executable]),
      [
        ['/one', null, '/a/python3'],
        ['/two', '2.1.0', '/a/python3'],
      ],
    );
  });

  it('is the first with what is needed, not the first', () => {
    const [none, old, new2, both] = [
      plain,
      { ...plain, numpy: '1.24.2' },
      { ...plain, numpy: '2.0.1' },
      { ...plain, numpy: '2.4.6', autograd: true },
    ];
    const all = [none, old, new2, both];
    assert.equal(choosePython(all, 'NumPy 2'), new2);
    assert.equal(choosePython(all, 'NumPy 2 with autograd'), both);
    assert.equal(choosePython(all, 'NumPy 1'), old);
    assert.equal(choosePython([none, old], 'NumPy 2'), undefined);
    assert.equal(choosePython([none, new2], 'NumPy 1'), undefined);
  });

  it('comes from an environment only while that holds what the requirements say', () => {
    const place = { folder: join(folder, 'env'), requirements: join(folder, 'wanted.txt') };
    writeFileSync(place.requirements, 'numpy==2.4.6\n');
    assert.equal(existingEnvironment(place), null);
    stand('env/bin', { numpy: '2.4.6' });
    assert.equal(existingEnvironment(place), null, 'not finished');
    writeFileSync(join(place.folder, 'requirements.txt'), 'numpy==2.4.5\n');
    assert.equal(existingEnvironment(place), null, 'made of other requirements');
    writeFileSync(join(place.folder, 'requirements.txt'), 'numpy==2.4.6\n');
    assert.equal(existingEnvironment(place)?.numpy, '2.4.6');
  });

  it('leaves nothing behind where an environment cannot be made', () => {
    const place = { folder: join(folder, 'made'), requirements: join(folder, 'wanted.txt') };
    const failing = join(folder, 'failing');
    writeFileSync(failing, '#!/bin/sh\necho "no such module" >&2\nexit 1\n', { mode: 0o755 });
    assert.throws(
      () => makeEnvironment({ ...plain, executable: failing }, place),
      /^Error: no such module$/u,
    );
    assert.ok(!existsSync(place.folder));
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('made')),
      [],
    );
  });
});
