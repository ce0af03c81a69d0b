/** A file of one's own, whose gradients are checked by one's own Python, stands behind the same walls as a snippet. */
import { strict as assert } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import { Folder, run } from './commandLine';
import { interpreters } from './support';

/** What it tries: by Python's functions, and by functions written in C that tell no guard what they open. */
const program = (target: string): string => `
import sys
import numpy as np
target = ${JSON.stringify(target)}
os = sys.modules["os"]
load = sys.modules["_frozen_importlib"]._gcd_import
def written_in_c():
    history = load("readline")
    history.add_history("x")
    history.write_history_file(target)
for way in (lambda: open(target, "w"), lambda: os.mkdir(target), lambda: os.system("touch " + target), written_in_c):
    try: way()
    except BaseException: pass
print([line.split() for line in open("/proc/self/status") if line.startswith("Seccomp:")])
W = np.ones((2, 1))
X = np.array([[1.0, 2.0], [3.0, 4.0]])
def gradcheck():
    for way in (lambda: os.mkdir(target), written_in_c):
        try: way()
        except BaseException: pass
    A = X @ W
    return np.sum(A**2), {"W": 2 * X.T @ A}, {"W": W}
`;

describe('the walls around a file of one’s own', function () {
  const folder = new Folder();
  beforeEach(() => {
    folder.make();
  });
  afterEach(() => {
    folder.remove();
  });
  const known = interpreters('Python');
  if (known.length === 0) it('hold (a Python with NumPy)');

  for (const python of ['builtin', ...known]) {
    it(`let it change no file, and let its gradients be judged (${python})`, async () => {
      const target = `${folder.path}/made`;
      const file = folder.write('net.py', program(target));
      const { status, out, err } = await run('gradcheck', file, '--python', python, '--json');
      assert.equal(existsSync(target), false);
      assert.deepEqual(readdirSync(folder.path), ['net.py']);
      assert.equal(status, 0, err + out);
      if (process.platform === 'linux' && python !== 'builtin' && /x64|arm64/u.test(process.arch))
        assert.match(out, /\[\['Seccomp:', '2'\]\]/u);
    });
  }
});
