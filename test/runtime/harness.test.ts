import assert from 'node:assert/strict';
import type { PyArgument, PyValue } from '../../src/python/runtime';
import { callOf, describeEach, errorOf, matrix, returnedOf, run } from './support';

const x = matrix([
  [1, 2],
  [3, 4],
]);

function array(shape: readonly number[], data: readonly number[], dtype = 'float64'): PyValue {
  return { kind: 'array', dtype, shape, data: Float64Array.from(data) };
}

describeEach('what comes back', (runtime) => {
  it('is every kind of value', async () => {
    const source = `
import numpy as np
def f(x):
    return (x, 1, 2.5, True, None, [1.0, (2, False)], np.float64(0.1), np.int64(7), np.bool_(True), "text", {}, ...,
            float("nan"), float("-inf"), 10**400, x > 2, x.astype(int), np.zeros((0, 3)), np.array(5.0), x[:, ::-1].T)
`;
    const returned = await returnedOf(runtime(), source, { args: { x } });
    assert.ok(returned.kind === 'tuple');
    assert.deepEqual(returned.items, [
      x,
      { kind: 'number', type: 'int', value: 1 },
      { kind: 'number', type: 'float', value: 2.5 },
      { kind: 'number', type: 'bool', value: 1 },
      { kind: 'none' },
      {
        kind: 'list',
        items: [
          { kind: 'number', type: 'float', value: 1 },
          {
            kind: 'tuple',
            items: [
              { kind: 'number', type: 'int', value: 2 },
              { kind: 'number', type: 'bool', value: 0 },
            ],
          },
        ],
      },
      { kind: 'number', type: 'float', value: 0.1 },
      { kind: 'number', type: 'int', value: 7 },
      { kind: 'number', type: 'bool', value: 1 },
      { kind: 'other', type: 'str', text: "'text'" },
      { kind: 'dict', keys: [], items: [] },
      { kind: 'other', type: 'ellipsis', text: 'Ellipsis' },
      { kind: 'number', type: 'float', value: NaN },
      { kind: 'number', type: 'float', value: -Infinity },
      { kind: 'number', type: 'int', value: Infinity },
      array([2, 2], [0, 0, 1, 1], 'bool'),
      array([2, 2], [1, 2, 3, 4], 'int64'),
      array([0, 3], []),
      array([], [5]),
      array([2, 2], [2, 4, 1, 3]),
    ]);
  });

  it('tells of a number how coarse it is', async () => {
    const source = 'import numpy as np\ndef f(x): return np.float32(0.1), [np.sum(x, dtype="float32"), 1.5]';
    const returned = await returnedOf(runtime(), source, { args: { x } });
    const single = { kind: 'number', type: 'float', dtype: 'float32' };
    assert.deepEqual(returned, {
      kind: 'tuple',
      items: [
        { ...single, value: Math.fround(0.1) },
        {
          kind: 'list',
          items: [
            { ...single, value: 10 },
            { kind: 'number', type: 'float', value: 1.5 },
          ],
        },
      ],
    });
  });

  it('is exact to the last bit, long lists of numbers included', async () => {
    const entries = Array.from({ length: 100 }, (_, index) => Math.sin(index) * 10 ** (index - 50));
    const given = array([100], entries) as PyArgument;
    const source = 'def f(x): return x, [float(v) for v in x], tuple(x.tolist())';
    const returned = await returnedOf(runtime(), source, { args: { x: given } });
    const numbers = entries.map((value) => ({ kind: 'number', type: 'float', value }));
    assert.deepEqual(returned, {
      kind: 'tuple',
      items: [given, { kind: 'list', items: numbers }, { kind: 'tuple', items: numbers }],
    });
  });

  it('is not troubled by lists that hold themselves or each other, returned or only held on the way', async () => {
    const inner = [
      'chain, twice, round = (), (), [1.0]',
      'for i in range(1500): chain = (chain, i)',
      'for i in range(60): twice = (twice, twice)',
      'round.append(round)',
    ].join('\n    ');
    const held = await callOf(runtime(), `def f():\n    ${inner}\n    return 1.0`, {
      trace: true,
      twice: true,
    });
    assert.deepEqual([held.returned?.kind, held.deterministic], ['number', true]);
    const returned = await callOf(runtime(), `def f():\n    ${inner}\n    return chain, round`, {
      trace: true,
    });
    assert.equal(returned.error, null, returned.error?.message);
    assert.equal(returned.returned?.kind, 'tuple');
    const whole = await run(runtime(), `def f():\n    ${inner}\n    return twice`, { trace: true });
    assert.equal(whole.error?.kind, 'output', whole.error?.message);
    assert.match(whole.error.message, /lists of more than 100000 parts/u);
  });

  it('takes numbers, integers, booleans and functions in', async () => {
    const returned = await returnedOf(
      runtime(),
      'def f(a, n, mask, g): return a * 2, type(n) is int, mask, g(3.0)',
      {
        args: {
          a: { kind: 'number', type: 'float', value: 0.5 },
          n: { kind: 'number', type: 'int', value: 4 },
          mask: { kind: 'array', dtype: 'bool', shape: [2], data: Float64Array.of(1, 0) },
          g: { kind: 'function', source: 'lambda v: float(np.sum(np.ones(3) * v))' },
        },
      },
    );
    assert.deepEqual(returned, {
      kind: 'tuple',
      items: [
        { kind: 'number', type: 'float', value: 1 },
        { kind: 'number', type: 'bool', value: 1 },
        array([2], [1, 0], 'bool'),
        { kind: 'number', type: 'float', value: 9 },
      ],
    });
  });

  it('says whether a second call gives the same', async () => {
    const seeded =
      'import numpy as np\ndef f():\n    np.random.seed(1)\n    return np.random.randn(3), {"a": 1}';
    assert.equal((await callOf(runtime(), seeded, { twice: true })).deterministic, true);
    const free = 'import numpy as np\ndef f(): return np.random.randn(3)';
    assert.equal((await callOf(runtime(), free, { twice: true })).deterministic, false);
    const counting = 'n = 0\ndef f():\n    global n\n    n += 1\n    return n';
    assert.equal((await callOf(runtime(), counting, { twice: true })).deterministic, false);
    assert.equal((await callOf(runtime(), counting)).deterministic, null);
  });

  it('says from which line on a second call goes another way', async () => {
    const source = `
import numpy as np
def noise(a):
    return a + np.random.rand(*a.shape)
def f(x):
    y = x * 2
    z = noise(y)
    return z
`;
    const traced = await callOf(runtime(), source, { args: { x }, twice: true, trace: true });
    assert.equal(traced.divergesAt, 4);
    assert.equal((await callOf(runtime(), source, { args: { x }, twice: true })).divergesAt, null);
    const same = 'def f(x):\n    y = x * 2\n    return y';
    assert.equal((await callOf(runtime(), same, { args: { x }, twice: true, trace: true })).divergesAt, null);
  });

  it('tells the lines where `...` stands for statements', async () => {
    const source = 'def f():\n    a = ...\n    for i in range(3):\n        ...\n    return 1\n...';
    assert.deepEqual((await run(runtime(), source)).blanks, [4]);
  });

  it('keeps seeds from one call and one run to the next apart', async () => {
    const source = 'import numpy as np\nnp.random.seed(3)\ndef f(): return np.random.rand(2)';
    const { calls } = await run(runtime(), source, { calls: 2 });
    assert.deepEqual(
      calls[0]?.returned,
      calls[1]?.returned,
      'each call begins where the module code left off',
    );
    const unseeded = 'import numpy as np, random\ndef f(): return np.random.rand(2), random.random()';
    const first = await returnedOf(runtime(), unseeded);
    await run(runtime(), 'import numpy as np, random\nnp.random.seed(0)\nrandom.seed(0)\ndef f(): pass');
    assert.notDeepEqual(await returnedOf(runtime(), unseeded), first);
  });

  it('names the inputs that were changed in place, and the line', async () => {
    const source = `
def scale(a):
    a *= 2
def f(x, y, z):
    y = y + 1
    scale(x)
    z[0, 0] = 9
    z[0, 0] = 1
    return x
`;
    const call = await callOf(runtime(), source, { args: { x, y: x, z: x }, trace: true });
    assert.deepEqual(call.changedInputs, [{ name: 'x', line: 3 }]);
    const untraced = await callOf(runtime(), source, { args: { x, y: x, z: x } });
    assert.deepEqual(untraced.changedInputs, [{ name: 'x', line: null }]);
  });

  it('gives the lines of what is returned', async () => {
    const lines = async (source: string, trace = true): Promise<readonly number[]> =>
      (await callOf(runtime(), source, { args: { x }, trace })).returnLines;
    assert.deepEqual(await lines('def f(x):\n    a = x\n    return a, x'), [3, 3]);
    assert.deepEqual(await lines('def f(x):\n    return (\n        x,\n        x + 1,\n    )'), [3, 4]);
    assert.deepEqual(await lines('def f(x):\n    return x'), [2]);
    assert.deepEqual(await lines('f = lambda x: (x,\n  x)'), [1, 2]);
    assert.deepEqual(await lines('def f(x):\n    if len(x) > 5:\n        return x\n    return x, x'), [4, 4]);
    assert.deepEqual(
      await lines('def f(x):\n    def g():\n        return 1\n    return x, x', false),
      [4, 4],
    );
    assert.deepEqual(
      await lines('def f(x):\n    if len(x) > 5:\n        return x\n    return x, x', false),
      [],
    );
    assert.deepEqual(await lines('def f(x):\n    pass'), []);
  });
});

describeEach('the line trace', (runtime) => {
  it('records arrays and numbers after the line that made them', async () => {
    const source = `
import numpy as np
def relu(v):
    return np.maximum(0, v)
def f(x):
    m = x.shape[0]
    a = relu(x - 2)
    a += 1
    if m > 5:
        b = 3
    b = a
    return a, m
`;
    const { trace, traceTruncated } = await callOf(runtime(), source, { args: { x }, trace: true });
    assert.equal(traceTruncated, false);
    assert.deepEqual(
      trace.map(({ line, frame, depth, name, inPlace }) => [line, frame, depth, name, inPlace]),
      [
        [6, 'f', 0, 'm', false],
        [7, 'relu', 1, 'def', false],
        [4, 'relu', 1, 'return', false],
        [7, 'f', 0, 'a', false],
        [8, 'f', 0, 'a', true],
        [11, 'f', 0, 'b', false],
        [12, 'f', 0, 'return', false],
      ],
    );
    assert.deepEqual(trace[3]?.value, array([2, 2], [0, 0, 1, 2]));
    assert.deepEqual(trace[4]?.value, array([2, 2], [1, 1, 2, 3]));
    assert.deepEqual(trace[0]?.value, { kind: 'number', type: 'int', value: 2 });
  });

  it('looks into lists, dicts and objects of the snippet’s own classes', async () => {
    const source = `
class Layer:
    def __init__(self, w):
        self.w = w
    def step(self):
        self.w = self.w - 1
        self.w *= 2
def f(x):
    layer = Layer(x)
    layer.step()
    cache, costs = {}, []
    cache["Z"] = x + 1
    costs.append(1.5)
    return layer.w
`;
    const { trace } = await callOf(runtime(), source, { args: { x }, trace: true });
    const seen = trace.map(
      ({ line, name, inPlace }) => `${String(line)} ${name}${inPlace ? ' in place' : ''}`,
    );
    const wanted = ['4 self.w', '6 self.w', '7 self.w in place', "12 cache['Z']", '13 costs in place'];
    assert.deepEqual(
      wanted.filter((event) => !seen.includes(event)),
      [],
      seen.join('; '),
    );
  });

  it('looks into what members hold', async () => {
    const source = `
class Layer:
    def __init__(self, w):
        self.w = w
class Net:
    def __init__(self, w):
        self.layers = [Layer(w), Layer(w + 1)]
        self.grads = {"W": [None, None]}
def f(x):
    net = Net(x)
    net.layers[1].w -= 5
    net.grads["W"][0] = x * 2
    return net.layers[1].w
`;
    const { trace } = await callOf(runtime(), source, { args: { x }, trace: true });
    const seen = trace.map(({ line, name }) => `${String(line)} ${name}`);
    const wanted = ['11 net.layers[1].w', "12 net.grads['W'][0]"];
    assert.deepEqual(
      wanted.filter((event) => !seen.includes(event)),
      [],
      seen.join('; '),
    );
  });

  it('tells what helpers were given, and where a given function is asked', async () => {
    const source = `
class Box:
    def __init__(self, v):
        self.v = v
def helper(a, box):
    return a + box.v
def f(g, x):
    box = Box(x)
    s = helper(x, box)
    return g(s) + g(x)
`;
    const args = { g: { kind: 'function' as const, source: 'lambda v: v.sum()' }, x };
    const { trace } = await callOf(runtime(), source, { args, trace: true });
    const told = trace.filter(({ name }) => name === 'def' || name === 'lambda');
    assert.deepEqual(
      told.map(({ line, name, depth }) => [line, name, depth]),
      [
        [8, 'def', 1],
        [9, 'def', 1],
        [10, 'lambda', 1],
        [10, 'lambda', 1],
      ],
    );
    const tuple = (...items: readonly PyValue[]): PyValue => ({ kind: 'tuple', items });
    assert.deepEqual(told[1]?.value, tuple(tuple(x), tuple(x)));
  });

  it('goes up to the line that raises', async () => {
    const source = 'def f(x):\n    a = x + 1\n    b = a @ a[:1]\n    return b';
    const call = await callOf(runtime(), source, { args: { x }, trace: true });
    assert.equal(call.error?.line, 3);
    assert.deepEqual(
      call.trace.map(({ line, name }) => [line, name]),
      [[2, 'a']],
    );
  });

  it('sees comprehensions, generators and caught errors', async () => {
    const source = `
def pieces(x):
    for row in x:
        yield row * 2
def f(x):
    total = 0.0
    for piece in pieces(x):
        total = total + piece.sum()
    try:
        bad = x @ x[:1]
    except ValueError:
        good = [float(v) for v in x[0]]
    return total
`;
    const call = await callOf(runtime(), source, { args: { x }, trace: true });
    assert.deepEqual(call.returned, { kind: 'number', type: 'float', value: 20 });
    const own = call.trace.filter(({ depth }) => depth === 0);
    assert.deepEqual(
      own.filter(({ name }) => name === 'total').map(({ value }) => value.kind === 'number' && value.value),
      [0, 6, 20],
    );
    assert.ok(own.some(({ line, name }) => line === 12 && name === 'good'));
    assert.ok(!own.some(({ name }) => name === 'bad'));
    assert.equal(own.at(-1)?.name, 'return');
  });

  it('is cut, not endless, in a long loop', async () => {
    const source = 'def f(x):\n    for i in range(200000):\n        y = x + i\n    return y';
    const began = performance.now();
    const call = await callOf(runtime(), source, { args: { x }, trace: true });
    assert.equal(call.error, null);
    assert.equal(call.traceTruncated, true);
    assert.ok(call.trace.length > 20 && call.trace.length <= 2000, String(call.trace.length));
    assert.ok(performance.now() - began < 6000);
  });

  it('does not change what the snippet does', async () => {
    const source = `
import sys
def f(x):
    def g(n):
        return n if n <= 0 else g(n - 1)
    return g(300), sys.gettrace() is None
`;
    const [traced, plain] = [
      await callOf(runtime(), source, { args: { x }, trace: true }),
      await callOf(runtime(), source, { args: { x } }),
    ];
    assert.equal(traced.error, null, traced.error?.message);
    assert.equal(plain.error, null, plain.error?.message);
  });
});

describeEach('a long trace', (runtime) => {
  it('ends at the same place each time, however busy the machine is', async () => {
    const source =
      'import numpy as np\ndef f(x):\n    kept = [np.ones((9, 9)) for _ in range(20)]\n    for i in range(60000):\n' +
      '        if i % 500 == 0: k = i\n    return x';
    const ends = [];
    for (let i = 0; i < 2; i++) {
      const { trace, traceTruncated } = await callOf(runtime(), source, { args: { x }, trace: true });
      ends.push([traceTruncated, trace.length, trace.at(-1)?.value]);
    }
    assert.deepEqual(ends[0], ends[1]);
    assert.equal(ends[0]?.[0], true);
  });
});

describeEach('what is printed', (runtime) => {
  it('is kept once: by the module and by the first call', async () => {
    const source = 'print("module")\ndef f():\n    print("call", 1, sep="-")\n    return 1';
    const drives = [{ name: 'd', source: 'def drive(f): return [f() for _ in range(5)]', arguments: [] }];
    const result = await run(runtime(), source, { calls: 3, twice: true, drives });
    assert.equal(result.stdout, 'module\ncall-1\n');
    assert.equal(result.stdoutTruncated, false);
  });

  it('holds standard error and warnings as well', async () => {
    const source = `
import sys, warnings
print("out")
print("err", file=sys.stderr)
warnings.warn("careful")
def f(): pass
`;
    const { stdout } = await run(runtime(), source);
    assert.match(stdout, /^out\nerr\nsnippet\.py:5: UserWarning: careful\n/u);
  });

  it('is cut in the middle at the limit, in characters that are whole', async () => {
    const source = 'print("가" * 1000)\nfor i in range(300): print(i)\ndef f(): print("called")';
    const { stdout, stdoutTruncated, error } = await run(runtime(), source, { outputBytes: 100 });
    assert.equal(error, null);
    assert.match(stdout, /^가{25}\n\[\.\.\. \d+ \.\.\.\]\n.*called\n$/su);
    assert.ok(Buffer.byteLength(stdout) <= 100);
    assert.equal(stdoutTruncated, true);
  });

  it('is whole up to the limit', async () => {
    const source = 'print("a" * 60)\nprint("b" * 37)\ndef f(): pass';
    const { stdout, stdoutTruncated } = await run(runtime(), source, { outputBytes: 99 });
    assert.deepEqual([stdout.length, stdoutTruncated], [99, false]);
  });

  it('may hold anything', async () => {
    const { stdout } = await run(runtime(), 'print("\\ud800 \\0 \\U0001F600")\ndef f(): pass');
    assert.equal(stdout, '\\ud800 \0 😀\n');
  });
});

describeEach('errors', (runtime, { name }) => {
  it('say the line, the column, and Python’s own words', async () => {
    const source = 'def g(a):\n    return a.nothing\ndef f(x):\n    한 = 1; return g(x)\n';
    const error = await errorOf(runtime(), source, { args: { x } });
    assert.equal(error.kind, 'exception');
    assert.equal(error.type, 'AttributeError');
    assert.match(error.message, /^AttributeError: .*'nothing'/u);
    assert.equal(error.line, 2);
    if (error.column !== null) assert.deepEqual([error.column, error.endLine, error.endColumn], [12, 2, 21]);
    assert.match(
      error.traceback,
      /^Traceback \(most recent call last\):\n {2}File "snippet\.py", line 4, in f\n/u,
    );
    assert.match(error.traceback, /\n {4}return a\.nothing\n/u);
    assert.doesNotMatch(error.traceback, /harness\.py/u);
  });

  it('count columns in characters', async () => {
    const error = await errorOf(runtime(), 'def f(): "한글" ; nothing');
    assert.equal(error.line, 1);
    if (error.column !== null) assert.equal(error.column, 17);
  });

  it('of the syntax stand where the parser stopped', async () => {
    const error = await errorOf(runtime(), 'x = 1\ndef f(x:\n    return x\n');
    assert.equal(error.kind, 'syntax');
    assert.equal(error.type, 'SyntaxError');
    assert.equal(error.line, 2);
    assert.match(error.message, /^SyntaxError: /u);
    const indentation = await errorOf(runtime(), 'def f():\nreturn 1');
    assert.equal(indentation.kind, 'syntax');
    assert.equal(indentation.type, 'IndentationError');
    assert.equal(indentation.line, 2);
    const late = await errorOf(runtime(), 'def f():\n    return 1\nreturn 2');
    assert.deepEqual([late.kind, late.line], ['syntax', 3]);
  });

  it('of NumPy come in NumPy’s words', async () => {
    const error = await errorOf(
      runtime(),
      'import numpy as np\ndef f(x): return np.dot(x, np.ones((3, 1)))',
      {
        args: { x },
      },
    );
    assert.equal(error.message, 'ValueError: shapes (2,2) and (3,1) not aligned: 2 (dim 1) != 3 (dim 0)');
    assert.equal(error.line, 2);
  });

  it('in module code leave out the statement, and the function is called all the same', async () => {
    const { error, calls, skipped } = await run(runtime(), 'def f(): pass\nprint(undefined_name)');
    assert.equal(error, null);
    assert.equal(skipped[0]?.error?.message, "NameError: name 'undefined_name' is not defined");
    assert.equal(skipped[0].error.line, 2);
    assert.equal(calls[0]?.error, null);
  });

  it('name the function that is wanted', async () => {
    const missing = await errorOf(runtime(), 'def g(): pass\ndef h(): pass');
    assert.equal(missing.kind, 'contract');
    assert.equal(missing.message, 'The snippet must define the function `f`. It defines `g`, `h`.');
    const empty = await errorOf(runtime(), '');
    assert.equal(empty.message, 'The snippet must define the function `f`. It defines no function.');
    const number = await errorOf(runtime(), 'f = 3');
    assert.match(number.message, /`f` is not a function here but of type int/u);
  });

  it('say when the function takes other parameters', async () => {
    const error = await errorOf(runtime(), '\n\ndef f(a, b): pass', { args: { x } });
    assert.equal(error.kind, 'contract');
    assert.equal(error.type, 'TypeError');
    assert.match(error.message, /missing 1 required positional argument: 'b'/u);
    assert.equal(error.line, 3);
  });

  it('of one call leave the others to run', async () => {
    const source =
      'n = 0\ndef f():\n    global n\n    n += 1\n    if n == 1:\n        raise ValueError("first")\n    return n';
    const { calls, error } = await run(runtime(), source, { calls: 2 });
    assert.equal(error, null);
    assert.equal(calls[0]?.error?.message, 'ValueError: first');
    assert.deepEqual(calls[1]?.returned, { kind: 'number', type: 'int', value: 2 });
  });

  it('know the starter’s blank', async () => {
    const blank = await returnedOf(runtime(), 'def f(): return ..., 1');
    assert.deepEqual(blank.kind === 'tuple' && blank.items[0], {
      kind: 'other',
      type: 'ellipsis',
      text: 'Ellipsis',
    });
    const used = await errorOf(runtime(), 'def f(x):\n    d = ...\n    return d * 2', { args: { x } });
    assert.equal(used.type, 'TypeError');
    assert.equal(used.line, 3);
  });

  it(`are found in main blocks, which run as they do in a terminal (${name})`, async () => {
    const source = 'def f(): return 1\nif __name__ == "__main__":\n    print("main", __file__)';
    const { stdout } = await run(runtime(), source);
    assert.equal(stdout, 'main snippet.py\n');
  });
});

describeEach('what is not there', (runtime, { builtin }) => {
  it('is told with the way out', async () => {
    const error = await errorOf(
      runtime(),
      'import numpy as np\nimport no_such_module_anywhere\ndef f(): pass',
    );
    assert.equal(error.kind, builtin ? 'unsupported' : 'exception');
    assert.equal(error.line, 2);
    assert.match(error.message, /^ModuleNotFoundError: No module named 'no_such_module_anywhere'/u);
    if (!builtin) return;
    assert.match(error.message, /use your own Python/iu);
    const numpy = await errorOf(
      runtime(),
      'import numpy as np\ndef f():\n    return np.ma.masked_array([1.0, 2.0])',
    );
    assert.equal(numpy.kind, 'unsupported');
    assert.equal(numpy.line, 3);
    assert.match(numpy.message, /np\.ma is not part of the built-in NumPy.*Select Python/u);
  });
});

describeEach('drives', (runtime) => {
  it('use the learner’s function', async () => {
    const source = 'import numpy as np\ndef f(w): return 2 * w';
    const drive = {
      name: 'descend',
      source: `
def drive(learner, w, rate, rounds):
    costs = []
    for _ in range(rounds):
        costs.append(float(np.sum(w * w)))
        w = w - rate * learner(w)
    return costs, w
`,
      arguments: [
        matrix([[1, -2]]),
        { kind: 'number', type: 'float', value: 0.25 },
        { kind: 'number', type: 'int', value: 3 },
      ] as const,
    };
    const { drives, error } = await run(runtime(), source, { args: { w: x }, drives: [drive] });
    assert.equal(error, null, error?.message);
    assert.deepEqual(drives[0]?.returned, {
      kind: 'tuple',
      items: [
        { kind: 'list', items: [5, 1.25, 0.3125].map((value) => ({ kind: 'number', type: 'float', value })) },
        array([1, 2], [0.125, -0.25]),
      ],
    });
  });

  it('report the learner’s line where the learner’s code fails', async () => {
    const drive = { name: 'd', source: 'def drive(f): return f(0) + f(1)', arguments: [] };
    const { drives, error } = await run(runtime(), 'def f(n=0):\n    return 1 / (1 - n)', {
      drives: [drive],
    });
    assert.equal(error, null);
    const failure = drives[0]?.error;
    assert.ok(failure);
    assert.match(failure.message, /^ZeroDivisionError/u);
    assert.equal(failure.line, 2);
    assert.doesNotMatch(failure.traceback, /tutor/u);
  });

  it('report a result that cannot be used', async () => {
    const drive = { name: 'd', source: 'def drive(f):\n    a, b = f()\n    return a', arguments: [] };
    const { drives } = await run(runtime(), 'def f(): return 1, 2, 3', { drives: [drive] });
    assert.match(drives[0]?.error?.message ?? '', /^ValueError: too many values to unpack/u);
    assert.equal(drives[0]?.error?.line, null);
  });
});
