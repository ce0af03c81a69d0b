/** What a snippet saves: in a folder of its own in memory, which ends with it. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Folder, run as runCommand } from './commandLine';
import { describeEach, errorOf, interpreters, run } from './support';

describeEach('what NumPy saves', (runtime) => {
  async function answers(...lines: readonly string[]): Promise<string> {
    const source = ['import numpy as np', 'A = np.arange(6.0).reshape(2, 3)', ...lines, 'def f(): pass'];
    const { stdout, error, skipped } = await run(runtime(), source.join('\n'));
    assert.equal(error, null, error?.message);
    assert.deepEqual(skipped, []);
    return stdout;
  }

  it('is there when it is loaded, as an array, as several, and as a table', async () => {
    const lines = [
      'np.save("weights", A)',
      'print(np.load("weights.npy").tolist(), np.load(file="./weights.npy").dtype)',
      'np.savez("all.npz", A, W=A.T)',
      'with np.load("all.npz") as saved: print(sorted(saved.files), saved["W"].shape)',
      'np.savez_compressed(file="folder/small", b=A[0])',
      'print(np.load("folder/small.npz")["b"].tolist())',
      'np.savetxt("table.csv", A, fmt="%.1f", delimiter=",", header="a, b, 값")',
      'print(np.loadtxt("table.csv", delimiter=",").tolist())',
      'print(np.genfromtxt(fname="table.csv", delimiter=",", usecols=1).tolist())',
    ];
    assert.deepEqual((await answers(...lines)).trimEnd().split('\n'), [
      '[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]] float64',
      "['W', 'arr_0'] (3, 2)",
      '[0.0, 1.0, 2.0]',
      '[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]',
      '[1.0, 4.0]',
    ]);
  });

  it('is saved in place of what was saved under that name, and read from lines and open files as ever', async () => {
    const lines = [
      'import io',
      'np.save("w.npy", A); np.save("w.npy", A + 1)',
      'print(np.load("w.npy").sum(), np.loadtxt(["1 2", "3 4"]).sum())',
      'stream = io.BytesIO(); np.save(stream, A); stream.seek(0); print(np.load(stream).sum())',
    ];
    assert.deepEqual((await answers(...lines)).trimEnd().split('\n'), ['21.0 10.0', '15.0']);
  });

  it('is not there for the next snippet', async () => {
    await answers('np.save("kept.npy", A)');
    const { message } = await errorOf(runtime(), 'import numpy as np\nnp.load("kept.npy")\ndef f(): pass');
    assert.match(message, /cannot open files \('kept\.npy'\)/u);
  });

  for (const path of [
    '/tmp/backprop-saved.npy',
    '../backprop-saved.npy',
    'a/../../backprop-saved.npy',
    'C:\\saved.npy',
  ])
    it(`cannot leave its folder: ${path}`, async () => {
      const source = `import numpy as np\nnp.save(${JSON.stringify(path)}, np.ones(2))\ndef f(): pass`;
      assert.match((await errorOf(runtime(), source)).message, /cannot open files/u);
      assert.ok(!existsSync(path));
    });
});

describe('a file of one’s own that saves what it trained', function () {
  this.timeout(30_000);
  const folder = new Folder();
  beforeEach(() => {
    folder.make();
  });
  afterEach(() => {
    folder.remove();
  });

  const program = `
import json, pickle
import numpy as np
rng = np.random.default_rng(0)
X, Y = rng.normal(size=(5, 3)), rng.normal(size=(5, 1))
def train(W, steps):
    with open("log.txt", "w") as log:
        for i in range(steps):
            E = X @ W - Y
            loss = np.mean(E**2)
            dW = 2 * X.T @ E / len(Y)
            W -= 0.1 * dW
            log.write(f"{i} {loss}\\n")
            np.save("checkpoint.npy", W)
    return W
W = train(np.ones((3, 1)), 4)
with open("weights.pkl", "wb") as file: pickle.dump(W, file)
with open("log.txt", "a") as file: file.write("done\\n")
assert np.array_equal(np.load("checkpoint.npy"), pickle.load(open("weights.pkl", "rb")))
print(len(open("log.txt").readlines()), "lines")
`;

  for (const python of ['builtin', ...interpreters()])
    it(`is checked, reads back what it wrote, and leaves the disk as it was (${python})`, async () => {
      const kept = folder.write('log.txt', 'of yesterday\n');
      const { status, out, err } = await runCommand(
        'gradcheck',
        folder.write('net.py', program),
        '--python',
        python,
        '--json',
      );
      assert.equal(status, 0, err + out);
      assert.match(out, /5 lines/u);
      assert.deepEqual(readdirSync(folder.path), ['log.txt', 'net.py']);
      assert.equal(readFileSync(kept, 'utf8'), 'of yesterday\n');
    });
});
