/** Small programs as learners' files hold them, made from a seed: each kind by a template with chosen parts. */
import { Chance } from './chance';

/** A program with the name of its kind and its number among them. */
export interface Program {
  readonly name: string;
  readonly source: string;
}

type Template = (c: Chance) => string;

const fn1 =
  'exp log1p sqrt tanh sin cos abs square sign floor ceil rint cbrt log2 log10 expm1 arctan degrees radians';
const reductions = 'sum mean max min std var prod argmax argmin any all median ptp cumsum cumprod';
const types = 'uint8 int8 int16 uint16 int32 uint32 int64 float32 float64 bool';

const templates: Readonly<Record<string, Template>> = {
  elementwise: (c) =>
    `a = np.array(${c.rows(2, c.int(2, 4))})\nprint(np.${c.word(fn1)}(np.abs(a) + 0.5))\nnp.${c.word('maximum minimum add multiply power hypot')}(a, ${String(c.int(1, 3))})`,
  reduction: (c) =>
    `a = np.array(${c.rows(3, 4)})\nprint(np.${c.word(reductions)}(a, axis=${c.word('0 1 None -1')}))\na.${c.word('sum mean max min std')}(axis=${c.word('0 1')}, keepdims=${c.word('True False')})`,
  creation: (c) =>
    `print(${c.one([`np.arange(${String(c.int(0, 3))}, ${String(c.int(5, 12))}, ${c.word('1 2 0.5')})`, `np.linspace(0, ${String(c.int(1, 9))}, ${String(c.int(3, 8))})`, `np.eye(${String(c.int(2, 4))})`, `np.full((2, ${String(c.int(1, 4))}), ${c.word('7 1.5 True')})`, `np.logspace(0, 2, ${String(c.int(3, 5))})`, `np.tri(${String(c.int(2, 4))})`, `np.zeros(${String(c.int(1, 4))}, dtype=int)`, `np.diag(${c.ints(3)})`, `np.geomspace(1, 100, ${String(c.int(3, 5))})`])})`,
  dtypes: (c) =>
    `a = np.array(${c.ints(5, 0, 90)}, dtype=np.${c.word(types)})\nprint(a.dtype, a, a.itemsize, a.nbytes)\nb = a ${c.word('+ * - // %')} ${c.word('3 a 2')}\nprint(b.dtype, b)\nb.sum()`,
  promotion: (c) =>
    `a = np.ones(3, dtype=np.${c.word(types)})\nb = np.arange(3, dtype=np.${c.word(types)})\nc = a + b\nprint(c.dtype, np.result_type(a, b))\n(a * 2).dtype, (a / 2).dtype, (a + 1.5).dtype`,
  images: (c) =>
    `img = (np.arange(${String(c.int(2, 4) * 12)}) * ${String(c.int(3, 11))} % 256).astype(np.uint8).reshape(${c.word('-1,4 -1,3,2 2,-1')})\nprint(img.shape, img.dtype, img.max())\nx = img.astype(${c.word("np.float32 float 'float32'")}) / 255.0\nprint(x.mean().round(4), x.dtype)\n${c.one(['255 - img', 'img[::-1]', 'img > 100', 'np.clip(img, 10, 200)', 'img // 2', 'img.reshape(-1)[:5] + np.uint8(250)'])}`,
  casts: (c) =>
    `x = np.array(${c.floats(4, 300)})\nprint(x.astype(${c.word("int np.int32 np.int16 'int64' np.float32 bool")}))\nprint(x.astype(np.${c.word('float32 int64')}).dtype)\nnp.round(x).astype(int).tolist()`,
  indexing: (c) =>
    `a = np.arange(${String(c.int(12, 24))})\nprint(a[${c.one(['2:8:2', '::-1', '-3:', '[0, 2, 5]', 'a % 3 == 0', 'a > 5', '-1'])}])\nm = np.arange(12).reshape(3, 4)\nm[${c.one(['1', ':, 2', '0:2, 1:3', '..., 1', '[0, 2], [1, 3]', 'm > 5', '-1, ::-1', ':, [1, 2]', 'None, 1', '[True, False, True]'])}]`,
  assignment: (c) =>
    `a = np.${c.word('zeros ones')}((3, 4))\na[${c.one(['1', ':, 2', '0:2, 1:3', '[0, 2]', 'a > 0', '-1, ::2'])}] ${c.word('= += -= *=')} ${c.one(['5', '2.5', '-1'])}\na`,
  masks: (c) =>
    `a = np.array(${c.ints(8)})\nm = (a ${c.word('> < >= != ==')} ${String(c.int(-3, 3))}) ${c.one(['', '& (a < 6)', '| (a == 0)', '^ (a > 2)'])}\nprint(m, m.sum(), m.any(), m.all())\na[m] = ${String(c.int(0, 99))}\nprint(a)\nnp.where(${c.one(['m', 'a > 0'])}, a, ${c.word('0 -1 0.5')}), np.count_nonzero(m)`,
  broadcasting: (c) =>
    `x = np.array(${c.rows(3, 4)})\nmu = x.mean(axis=${c.word('0 1')}${c.one(['', ', keepdims=True'])})\nprint(mu.shape)\n(x - mu${c.one(['', '[:, None]', '.reshape(-1, 1)'])}).round(3)`,
  shapes: (c) =>
    `a = np.arange(24).reshape(${c.one(['2, 3, 4', '4, 6', '2, 12', '-1, 8'])})\nb = ${c.one(['a.T', 'a.ravel()', 'np.transpose(a)', 'a.reshape(-1, 2)', 'np.expand_dims(a, 0)', 'a[None].squeeze(0)', 'np.swapaxes(a, 0, 1)', 'np.moveaxis(a, 0, -1)', 'a.flatten()', 'np.roll(a, 2)', 'np.flip(a, 0)', 'np.rot90(a)', 'np.atleast_3d(a)'])}\nprint(b.shape, b.flags.c_contiguous, b.strides)\nb`,
  joining: (c) =>
    `a = np.array(${c.rows(2, 3)})\nb = np.array(${c.rows(2, 3)})\nnp.${c.one(['concatenate([a, b])', 'concatenate((a, b), axis=1)', 'vstack([a, b])', 'hstack((a, b))', 'stack([a, b])', 'stack([a, b], axis=-1)', 'column_stack([a, b])', 'dstack((a, b))', 'append(a, b, axis=0)', 'r_[a, b]', 'c_[a, b]', 'block([[a, b]])', 'insert(a, 1, 0, axis=1)', 'delete(a, 0, axis=0)', 'tile(a, (2, 1))', 'repeat(a, 2, axis=1)', 'array_split(a, 2)'])}`,
  products: (c) =>
    `rng = np.random.RandomState(${String(c.int(0, 99))})\nA = rng.randn(${String(c.int(2, 4))}, 3)\nB = rng.randn(3, ${String(c.int(1, 4))})\nprint((A @ B).shape)\n${c.one(['np.dot(A, B)', 'A @ B', 'np.matmul(A, B)', 'A.dot(B).sum()', "np.einsum('ij,jk->ik', A, B)", "np.einsum('ij,ij->i', A, A)", 'np.outer(A[:, 0], B[0])', 'np.inner(A, A)', 'np.tensordot(A, B, axes=1)', "np.einsum('...i,i->...', A, B[:, 0])", "np.einsum('ij->ji', A)", 'np.vdot(A, A)', 'np.kron(A[:2], B[:2])', 'np.trace(A.T @ A)'])}.round(5)`,
  linalg: (c) =>
    `A = np.array(${c.rows(3, 3)}) + 5 * np.eye(3)\n${c.one(['np.linalg.inv(A).round(4)', 'np.linalg.det(A).round(4)', `np.linalg.solve(A, ${c.ints(3)}).round(4)`, 'np.linalg.norm(A).round(4)', 'np.linalg.norm(A, axis=1).round(4)', 'np.linalg.norm(A, 1)', 'np.linalg.matrix_rank(A)', 'np.linalg.eigvalsh(A + A.T).round(4)', 'np.abs(np.linalg.eigvals(A)).sum().round(3)', 'np.linalg.svd(A)[1].round(4)', 'np.linalg.pinv(A).round(4)', 'np.linalg.cond(A).round(3)', 'np.linalg.matrix_power(A, 2).round(3)', 'np.linalg.lstsq(A, np.ones(3), rcond=None)[0].round(4)', 'np.linalg.eigvals([[0, 1], [-1, 0]])', 'np.linalg.slogdet(A)', 'np.linalg.qr(A)[1].shape'])}`,
  legacyRandom: (c) =>
    `np.random.seed(${String(c.int(0, 9999))})\n${c.one(['np.random.rand(3, 2)', 'np.random.randn(4)', 'np.random.randint(0, 10, (2, 3))', 'np.random.permutation(6)', 'np.random.choice(5, 3)', 'np.random.choice([1, 2, 3], 4, p=[0.2, 0.3, 0.5])', 'np.random.uniform(-1, 1, 4)', 'np.random.normal(2, 3, (2, 2))', 'np.random.random((2, 2))', 'np.random.binomial(10, 0.4, 5)', 'np.random.poisson(3, 5)', 'np.random.exponential(2, 3)', "np.random.choice(['a', 'b', 'c'], 3)", 'np.random.beta(2, 3, 2)', 'np.random.gamma(2, 1, 3)', 'np.random.laplace(0, 1, 3)', 'np.random.multivariate_normal([0, 0], np.eye(2), 2)', 'np.random.standard_normal(3)', 'np.random.multinomial(10, [0.2, 0.3, 0.5])', 'np.random.random_sample(3)'])}`,
  newRandom: (c) =>
    `rng = np.random.default_rng(${String(c.int(0, 9999))})\nrng.${c.one(['random((2, 2))', 'normal(size=3)', 'standard_normal((2, 3))', 'integers(0, 10, 5)', 'permutation(6)', 'choice(10, 4, replace=False)', 'uniform(-1, 1, 3)', 'choice([1, 2, 3], 4)', 'exponential(1.0, 3)', 'binomial(10, 0.5, 4)', 'poisson(4, 4)', 'integers(5, size=(2, 2))', 'normal(0, 0.1, (2, 2))', 'gamma(2, 1, 3)', 'beta(2, 5, 3)', 'random()', 'integers(3, 9, endpoint=True)', 'random(3, dtype=np.float32)'])}`,
  shuffling: (c) =>
    `np.random.seed(${String(c.int(0, 999))})\nX = np.arange(${String(c.int(4, 8) * 2)}).reshape(-1, 2)\ny = np.arange(len(X))\n${c.one(['idx = np.random.permutation(len(X))\nX[idx], y[idx]', 'np.random.shuffle(y)\ny', 'i = np.random.choice(len(X), 3, replace=False)\nX[i]', 'p = np.arange(len(X))\nnp.random.shuffle(p)\nX[p][:2], y[p][-2:]'])}`,
  statistics: (c) =>
    `a = np.array(${c.rows(4, 3)})\nnp.${c.one(['median(a, axis=0)', 'percentile(a, 75)', 'percentile(a, [25, 50, 75], axis=0)', 'quantile(a, 0.1)', 'cov(a.T)', 'corrcoef(a[:, 0], a[:, 1])', 'average(a, axis=0, weights=[1, 2, 3, 4])', 'histogram(a, bins=4)', 'histogram(a, bins=3, range=(-2, 3))', 'ptp(a, axis=0)', 'var(a, ddof=1)', 'nanmean(np.where(a > 1, np.nan, a), axis=0)', 'nanpercentile(np.where(a > 1, np.nan, a), 50)', 'histogram2d(a[:, 0], a[:, 1], bins=2)', 'digitize(a[:, 0], [-1, 0, 1])', 'bincount([0, 1, 1, 3])', 'nanstd(a)', 'histogram_bin_edges(a, 3)'])}`,
  nan: (c) =>
    `a = np.array([1.5, np.nan, ${c.word('3 -2.5 0')}, np.inf, ${c.word('4 np.nan')}]${c.one(['', ', dtype=np.float32'])})\nprint(np.isnan(a), np.isfinite(a).sum())\n${c.one(['np.nanmean(a[:3])', 'np.nanmax(a)', 'np.nansum(a[:3])', 'np.nan_to_num(a)', 'a[~np.isnan(a)]', 'np.nanmedian(a[:3])', 'np.nanstd(a[:3])', 'np.nanargmax(a)', 'np.mean(a)', 'np.nanvar(a[:3])', 'np.nancumsum(a[:3])'])}`,
  sorting: (c) =>
    `a = np.array(${c.ints(8)})\nprint(np.sort(a), np.argsort(a${c.one(['', ", kind='stable'"])}))\n${c.one(['a.sort()\na', 'a[np.argsort(a)[::-1]][:3]', 'np.searchsorted(np.sort(a), 2)', 'np.argsort(-a)[:3]', 'np.sort(a.reshape(2, 4), axis=0)', 'np.partition(a, 3)[:4].sum()', 'np.lexsort((a, a % 2))', 'np.argpartition(a, -2)[-2:].size', 'np.flatnonzero(a > 0)', 'np.argwhere(a < 0).tolist()', 'sorted(a.tolist())'])}`,
  sets: (c) =>
    `a = np.array(${c.ints(9, 0, 4)})\nb = np.array(${c.ints(4, 0, 6)})\nnp.${c.one(['unique(a)', 'unique(a, return_counts=True)', 'unique(a, return_inverse=True)', 'isin(a, b)', 'intersect1d(a, b)', 'union1d(a, b)', 'setdiff1d(a, b)', 'unique(a, return_index=True)', 'setxor1d(a, b)', 'unique(a.reshape(3, 3), axis=0)', 'bincount(a)', 'bincount(a, minlength=7)', 'unique(a, return_counts=True)[1].argmax()'])}`,
  labels: (c) =>
    `y = np.array([${Array.from({ length: 6 }, () => `'${c.word('cat dog bird')}'`).join(', ')}])\n${c.one(["print(y == 'cat')\n(y == 'cat').sum()", 'np.unique(y)', 'np.unique(y, return_counts=True)', 'y[::2]', "y[y != 'dog']", 'classes, codes = np.unique(y, return_inverse=True)\nprint(classes, codes)\nnp.eye(len(classes))[codes]', 'print(y)\ny.dtype, y.shape', "np.where(y == 'cat', 1, 0)", 'for w in y[:2]:\n    print(w)\nlen(y)', 'y.tolist()', "np.array(['a', 'bb']) == np.array(['a', 'cc'])", '{str(k): int((y == k).sum()) for k in np.unique(y)}', "np.isin(y, ['cat', 'dog'])", 'np.sort(y)', "y.astype('U2')", 'np.concatenate([y, y[:1]])', "y[0] = 'fox'\ny", 'np.argsort(y)'])}`,
  formatting: (c) =>
    `x = np.${c.word('float32 float64 int64 int32')}(${c.word('3 2.5 7.125 -1')})\nprint(f"{x:.3f} {x} {x!r} {float(x):6.2f}")\nprint("%.2f|%s|%d" % (x, x, x))\nprint("{:>8}|{:8.3f}".format(str(x), x))\nprint("-" * int(x) if x > 0 else "none", str(x))\nround(x, 1)`,
  printing: (c) =>
    `${c.one(['', 'np.set_printoptions(precision=3)\n', 'np.set_printoptions(suppress=True)\n', 'np.set_printoptions(precision=2, suppress=True, linewidth=60)\n'])}a = np.array(${c.rows(2, c.int(3, 6), (n) => c.floats(n, 200))})${c.one(['', ' / 3', ' * 1e-5', ' * 1e6', '.astype(np.float32)'])}\nprint(a)\nprint(repr(a[0]))\nprint(a.tolist()[0][:2])\nprint(a.max(), a.mean())`,
  bigPrinting: (c) =>
    `print(np.arange(${String(c.int(900, 3000))})${c.one(['', '.reshape(-1, 1)', ' / 7'])})\nprint(np.zeros((${String(c.int(30, 60))}, ${String(c.int(30, 60))})))`,
  scalars: (c) =>
    `x = np.${c.word('int64 float64 float32 int32 bool_')}(${c.word('1 2 5')})\nprint(type(x).__name__, x + 1, x * 2.5, x / 2, -x if type(x) is not np.bool_ else ~x)\nprint(isinstance(x, ${c.word('np.integer np.floating np.number int float')}), x.item(), x == ${c.word('1 2')})\nx ** 2`,
  overflow: (c) =>
    c.one([
      'np.int64(2**63 - 1) + 1',
      'np.int64(2**62) * 4',
      'np.array([2**62], dtype=np.int64) * 4',
      'np.uint8(200) + np.uint8(100)',
      'np.array([250], dtype=np.uint8) + 10',
      'np.int32(2**31 - 1) + np.int32(1)',
      'np.array([127], dtype=np.int8) + np.int8(1)',
      'np.exp(1000.0)',
      'np.float32(1e38) * 10',
      'np.int64(-2**63) - 1',
      'np.array([1], dtype=np.uint8) - np.uint8(2)',
      '-np.array([1, 2], dtype=np.uint8)',
    ]),
  grids: (c) =>
    c.one([
      `x, y = np.meshgrid(np.arange(${String(c.int(2, 4))}), np.linspace(0, 1, 3))\nx + y`,
      `np.mgrid[0:${String(c.int(2, 4))}, 0:3]`,
      'np.ogrid[0:3, 0:2]',
      'np.mgrid[-1:1:3j]',
      'np.indices((2, 3))',
      'xx, yy = np.meshgrid([1, 2], [3, 4], indexing="ij")\nxx, yy',
      'xx, yy = np.meshgrid(np.arange(3), np.arange(2))\nnp.c_[xx.ravel(), yy.ravel()]',
      'np.r_[1:4, 0, 9]',
      "np.r_['0,2', [1, 2], [3, 4]]",
      'np.ix_([0, 2], [1, 3])',
      'np.fromfunction(lambda i, j: i + j, (2, 3))',
      'np.mgrid[0:1:0.5, 0:2]',
    ]),
  padding: (c) =>
    `a = np.arange(${String(c.int(4, 6))}).reshape(${c.one(['2, -1', '-1'])})`.replace(
      'arange(5).reshape(2, -1)',
      'arange(6).reshape(2, -1)',
    ) +
    `\nnp.pad(a, ${c.word('1 2 (1,0)')}, mode='${c.word('constant edge reflect symmetric wrap mean maximum minimum linear_ramp median')}')`,
  polynomials: (c) =>
    c.one([
      `np.polyfit([0, 1, 2, 3], ${c.floats(4)}, ${c.word('1 2')}).round(4)`,
      `np.polyval(${c.ints(3)}, ${String(c.int(1, 4))})`,
      `np.roots([1, ${String(c.int(-6, -3))}, 2])`,
      `p = np.poly1d(${c.ints(3, 1, 5)})\nprint(p)\np(2), p.deriv()`,
      `np.poly1d([1, 2]) * np.poly1d([1, -1])`,
      'np.poly([1, 2])',
      'np.polyder([3, 2, 1])',
      'np.polyint([3, 2, 1])',
      'np.polymul([1, 2], [1, 3])',
      'np.polyadd([1, 2], [3])',
      'np.convolve([1, 2, 3], [0, 1, 0.5])',
      'np.roots([1, 0, 1])',
      'np.interp(2.5, [1, 2, 3], [3, 2, 0])',
      'np.poly1d([1, -3, 2]).roots',
    ]),
  files: (c) =>
    `import os, tempfile\nf = os.path.join(tempfile.mkdtemp(), 'data')\na = np.array(${c.rows(2, 3)})\n${c.one(["np.savetxt(f + '.csv', a, delimiter=',')\nnp.loadtxt(f + '.csv', delimiter=',')", "np.save(f + '.npy', a)\nnp.load(f + '.npy')", "np.savez(f + '.npz', a=a, b=a[0])\nd = np.load(f + '.npz')\nprint(sorted(d.files))\nd['a'] + d['b']", "np.savetxt(f, a, fmt='%.2f')\nprint(open(f).read())", "open(f, 'w').write('x,y\\n1,2\\n3,4\\n')\nnp.loadtxt(f, delimiter=',', skiprows=1)", "open(f, 'w').write('1,2\\n3,\\n')\nnp.genfromtxt(f, delimiter=',')", "np.loadtxt(['1 2', '3 4'], dtype=int)", "np.save(f, np.arange(3))\nnp.load(f + '.npy')", "import io\nnp.loadtxt(io.StringIO('1,2\\n3,4'), delimiter=',')", "import io\nnp.genfromtxt(io.StringIO('a,b\\n1,2\\n3,4'), delimiter=',', skip_header=1)"])}`,
  complexNumbers: (c) =>
    c.one([
      'np.fft.fft([1, 2, 3, 4])',
      'np.abs(np.fft.rfft([1.0, 0, -1, 0]))',
      'z = np.array([1 + 2j, 3 - 1j])\nprint(z, z.dtype)\nz.real, z.imag, abs(z)',
      'np.sqrt(np.array([-1 + 0j]))',
      'np.exp(1j * np.pi).real',
      'np.fft.fftfreq(4)',
      'np.angle(1j)',
      'np.conj([1 + 1j])',
      'np.fft.ifft(np.fft.fft([1.0, 2, 3])).real.round(6)',
      'np.linalg.eigvals(np.array([[0.0, -2], [1, 0]]))',
      'np.array([1j, 2]) * 2',
    ]),
  objects: (c) =>
    c.one([
      "a = np.array([1, 'a', None], dtype=object)\nprint(a)\na[0]",
      'a = np.empty(2, dtype=object)\na[0] = [1, 2]\na',
      'np.array([[1, 2], [3]], dtype=object)',
      "np.array({'w': 1})",
      "d = {'W1': np.ones((2, 2))}\nnp.array([d['W1'], d['W1']]).shape",
      'np.array([None, 1]) == None',
      'np.array([[1, 2], [3]])',
    ]),
  softmax: (c) =>
    `z = np.array(${c.rows(2, 3)})\ne = np.exp(z - z.max(axis=1, keepdims=True))\np = e / e.sum(axis=1, keepdims=True)\nprint(p.round(4))\ny = np.array(${c.ints(2, 0, 2)})\nloss = -np.log(p[np.arange(2), y]).mean()\nprint(f"loss {loss:.4f}")\np[range(2), y] -= 1\np.round(3)`,
  oneHot: (c) =>
    `y = np.array(${c.ints(5, 0, 3)})\n${c.one(['np.eye(4)[y]', 'h = np.zeros((y.size, 4))\nh[np.arange(y.size), y] = 1\nh', '(y[:, None] == np.arange(4)).astype(int)', 'np.eye(4, dtype=int)[y].argmax(1)', 'np.identity(4)[y].sum(axis=0)', 'h = np.zeros((4, y.size))\nh[y, np.arange(y.size)] = 1\nh.T.argmax(axis=1) == y'])}`,
  confusion: (c) =>
    `t = np.array(${c.ints(8, 0, 2)})\np = np.array(${c.ints(8, 0, 2)})\nm = np.zeros((3, 3), dtype=int)\n${c.one(['for i, j in zip(t, p):\n    m[i, j] += 1', 'np.add.at(m, (t, p), 1)'])}\nprint(m)\nacc = np.trace(m) / m.sum()\nprint(f"accuracy {acc:.2%}")\nwith np.errstate(divide='ignore', invalid='ignore'):\n    r = np.diag(m) / m.sum(axis=1)\nr`,
  network: (c) =>
    `np.random.seed(${String(c.int(0, 999))})\nX = np.random.randn(${String(c.int(4, 8))}, 3)\ny = (X.sum(axis=1, keepdims=True) > 0).astype(${c.word('float int')})\nW1 = np.random.randn(3, 4) * ${c.word('0.1 0.5 np.sqrt(2/3)')}\nb1 = np.zeros((1, 4))\nW2 = np.random.randn(4, 1) * 0.1\nb2 = np.zeros((1, 1))\nfor epoch in range(${String(c.int(3, 20))}):\n    Z1 = X @ W1 + b1\n    A1 = ${c.one(['np.maximum(0, Z1)', 'np.tanh(Z1)', '1 / (1 + np.exp(-Z1))'])}\n    A2 = 1 / (1 + np.exp(-(A1 @ W2 + b2)))\n    dZ2 = A2 - y\n    dW2 = A1.T @ dZ2 / len(X)\n    dZ1 = (dZ2 @ W2.T) * ${c.one(['(Z1 > 0)', '(1 - A1 ** 2)', 'A1 * (1 - A1)'])}\n    W1 -= 0.5 * X.T @ dZ1 / len(X)\n    b1 -= 0.5 * dZ1.mean(axis=0, keepdims=True)\n    W2 -= 0.5 * dW2\n    b2 -= 0.5 * dZ2.mean(axis=0, keepdims=True)\nloss = -np.mean(y * np.log(A2) + (1 - y) * np.log(1 - A2))\nprint(f"{loss:.6f}", A2.shape, W1.shape)\n((A2 > 0.5) == y).mean()`,
  optimizers: (c) =>
    `w = np.array(${c.floats(3)}${c.one(['', ', dtype=np.float32'])})\nm = np.zeros_like(w)\nv = np.zeros_like(w)\nfor t in range(1, ${String(c.int(3, 9))}):\n    g = 2 * w\n    m = 0.9 * m + 0.1 * g\n    v = 0.999 * v + 0.001 * g ** 2\n    w = w - 0.1 * (m / (1 - 0.9 ** t)) / (np.sqrt(v / (1 - 0.999 ** t)) + 1e-8)\nprint(w.round(4), w.dtype)\nnp.linalg.norm(w) < 1`,
  batches: (c) =>
    `X = np.arange(${String(c.int(10, 20))} * 2).reshape(-1, 2)\nfor start in range(0, len(X), ${String(c.int(3, 6))}):\n    batch = X[start:start + ${String(c.int(3, 6))}]\n    print(batch.shape, batch.sum())\n[len(p) for p in np.array_split(X, ${String(c.int(2, 4))})]`,
  normalisation: (c) =>
    `X = np.array(${c.rows(4, 3, (n) => c.ints(n, 0, 20))}${c.one(['', ', dtype=float', ', dtype=np.float32'])})\n${c.one(['(X - X.mean(0)) / (X.std(0) + 1e-8)', '(X - X.min()) / (X.max() - X.min())', 'X / np.linalg.norm(X, axis=1, keepdims=True)', '(X - X.min(axis=0)) / np.ptp(X, axis=0)', 'X / X.sum(axis=1)[:, None]'])}.round(3)`,
  convolution: (c) =>
    `x = np.arange(16${c.one(['', '.', ', dtype=np.float32'])}).reshape(4, 4)\nk = np.array(${c.rows(2, 2, (n) => c.ints(n, -1, 1))})\n${c.one(['out = np.zeros((3, 3))\nfor i in range(3):\n    for j in range(3):\n        out[i, j] = (x[i:i+2, j:j+2] * k).sum()\nout', 'w = np.lib.stride_tricks.sliding_window_view(x, (2, 2))\n(w * k).sum(axis=(2, 3))', 'x.reshape(2, 2, 2, 2).max(axis=(1, 3))', 'np.lib.stride_tricks.as_strided(x, (3, 3, 2, 2), x.strides * 2).sum(axis=(2, 3))', "np.einsum('ijkl,kl->ij', np.lib.stride_tricks.sliding_window_view(x, (2, 2)), k)"])}`,
  differences: (c) =>
    `a = np.array(${c.ints(6)})\n${c.one(['np.diff(a)', 'np.gradient(a.astype(float))', 'np.diff(a, n=2)', 'np.ediff1d(a)', 'np.trapezoid(a)', 'np.cumsum(a)[::-1]', 'np.diff(a > 0)', 'np.diff([True, False, True])', 'np.cross([1, 0, 0], [0, 1, 0])', 'np.clip(np.diff(a), -2, 2)', '(np.diff(np.sign(a)) != 0).sum()'])}`,
  testing: (c) =>
    c.one([
      'np.testing.assert_allclose([1.0, 2], [1.0, 2 + 1e-9])',
      'np.testing.assert_array_equal([1, 2], [1, 3])',
      'np.testing.assert_allclose([1.0, 2], [1.0, 2.5], rtol=1e-3)',
      'np.testing.assert_almost_equal(1.0, 1.00001, decimal=3)',
      'np.allclose([1, 2], [1, 2.00001])',
      'np.testing.assert_equal(np.array([1, 2]), [1, 2])',
      'np.array_equal([1, 2], [1, 2])',
      'np.testing.assert_array_almost_equal([1.0], [1.1])',
      'np.isclose(0.1 + 0.2, 0.3)',
      'np.testing.assert_raises(ValueError, int, "x")',
    ]),
  mistakes: (c) =>
    `a = np.ones((3, ${String(c.int(2, 4))}))\n${c.one(['a + np.ones((5, 2))', 'a @ np.ones((7, 2))', 'a.reshape(5, 5)', 'a[10]', 'np.dot(a, np.ones(9))', 'np.concatenate([a, np.ones((2, 9))])', 'if a: pass', 'np.linalg.inv(np.zeros((2, 2)))', 'a[:, 9]', 'a.foo', 'np.array([1, 2]) + "x"', 'int(a)', 'np.zeros((2, -1))', 'a[1.5]', 'np.stack([a, a.T[:1]])', 'np.foo', 'np.int(3)', 'a += 1j'])}`,
  booleans: (c) =>
    `m = np.array([${Array.from({ length: 5 }, () => c.word('True False')).join(', ')}])\n${c.one(['~m', 'm.sum()', 'm * 1', 'm.astype(int)', 'm & ~m', 'm.mean()', 'np.logical_not(m)', 'm + m', 'm ^ True', 'np.where(m)', 'm.argmax()', 'm / 2', 'np.flatnonzero(m)', 'm - 1', '-m', 'm - m', '1 - m', 'np.sqrt(m)', 'np.exp(m)', 'm.astype(np.uint8)'])}`,
  float32: (c) =>
    `a = np.array(${c.floats(6)}, dtype=np.float32)\nprint(a, a.dtype, a.sum(), a.mean())\nb = ${c.one(['a * 2', 'a + np.float32(1.5)', 'a @ a', 'np.exp(a)', 'a / 3', 'a.reshape(2, 3) @ a.reshape(3, 2)', 'a.std()', 'np.sqrt(np.abs(a))', 'a * np.float64(2)', 'a + np.arange(6)', 'a.cumsum()', 'np.linalg.norm(a)', 'np.tanh(a)'])}\nprint(b.dtype)\nb`,
  bits: (c) =>
    `a = np.array(${c.ints(4, 0, 15)})\n${c.one(['a & 3', 'a << 2', '(a[:, None] >> np.arange(4)) & 1', 'np.bitwise_xor(a, 5)', 'np.unpackbits(np.array([5], dtype=np.uint8))', 'a | 8', 'np.binary_repr(6, 8)', 'np.base_repr(10, 2)', '[bin(x) for x in a]', 'np.packbits([1, 0, 1, 1, 0, 0, 0, 1])'])}`,
  iteration: (c) =>
    `a = np.arange(${String(c.int(2, 3) * 2)}).reshape(2, -1)\n${c.one(['for row in a:\n    print(row)', 'for i, v in np.ndenumerate(a):\n    print(i, v)', '[int(x) for x in a.flat]', 'for x in np.nditer(a):\n    print(x, end=" ")', 'list(np.ndindex(2, 2))', 'np.vectorize(lambda v: v * 2)(a)', 'np.apply_along_axis(sum, 1, a)', 'dict(enumerate(a.ravel().tolist()))', 'sum(a)', 'max(a.ravel()), min(a[0])', 'list(zip(a[0], a[1]))', 'np.frompyfunc(lambda p, q: p + q, 2, 1)(a, a)'])}`,
  takes: (c) =>
    `a = np.array(${c.ints(6)})\n${c.one(['np.take(a, [0, 2])', 'np.put(a, [0], 9)\na', 'np.select([a > 2, a < 0], [1, -1], 0)', 'np.choose([0, 1], [[1, 2], [3, 4]])', 'np.compress(a > 0, a)', 'np.extract(a > 0, a)', 'np.piecewise(a.astype(float), [a < 0, a >= 0], [-1, 1])', 'np.trim_zeros(np.array([0, 1, 2, 0]))', 'np.take_along_axis(a.reshape(2, 3), np.array([[0], [1]]), axis=1)', 'np.fill_diagonal(m := np.zeros((2, 2)), 3)\nm', 'np.tril(a.reshape(2, 3))', 'np.triu_indices(3)', 'np.unravel_index(4, (2, 3))', 'np.copyto(a, 0)\na', 'np.nonzero(a)', 'np.mask_indices(2, np.triu)'])}`,
  finite: (c) =>
    c.one([
      'np.finfo(np.float32).eps',
      'np.iinfo(np.int32).max',
      'np.iinfo(np.uint8)',
      'np.finfo(float).tiny',
      'np.spacing(1.0)',
      'np.iinfo(np.uint8).max',
      'np.finfo(np.float64).max',
      'np.can_cast(np.int64, np.float32)',
      'np.issubdtype(np.float32, np.floating)',
      'np.issubdtype(np.uint8, np.integer)',
      'np.dtype("float32").itemsize',
      'np.dtype(np.uint8).name',
      'np.nextafter(1, 2)',
      'np.float16(1.5)',
      'np.array([1.5], dtype=np.float16)',
    ]),
  derivatives: (c) =>
    `def f(x):\n    return ${c.one(['x ** 2 + 3 * x', 'np.sin(x) * x', 'np.exp(-x ** 2)', 'np.log(1 + np.exp(x))'])}\nx = np.array(${c.floats(3)})\nh = 1e-5\ng = np.zeros_like(x)\nfor i in range(x.size):\n    e = np.zeros_like(x)\n    e[i] = h\n    g[i] = (f(x + e) - f(x - e))[i] / (2 * h)\ng.round(5)`,
  distances: (c) =>
    `X = np.array(${c.rows(3, 2)})\nY = np.array(${c.rows(2, 2)})\nd = ${c.one(['np.sqrt(((X[:, None] - Y[None]) ** 2).sum(-1))', 'np.linalg.norm(X[:, None, :] - Y, axis=2)', '(X ** 2).sum(1)[:, None] + (Y ** 2).sum(1) - 2 * X @ Y.T'])}\nprint(d.round(4))\nd.argmin(axis=${c.word('0 1')})`,
  attributes: (c) =>
    `a = np.arange(6${c.one(['', '.0'])}).reshape(2, 3)\n${c.one(['a.shape, a.ndim, a.size, a.dtype', 'a.flags', 'a.strides, a.nbytes', 'a.T.base is a', 'a.tobytes()[:8]', 'a.copy() is a', 'a.view().base is a', 'a.__class__.__name__', 'a.item(3)', 'a.tolist()', 'np.shares_memory(a, a[0])', 'type(a), type(a[0, 0])', 'a.data.contiguous', 'hasattr(a, "__array__")', 'a.byteswap().dtype', 'np.frombuffer(a.tobytes(), dtype=a.dtype)', 'a.astype("str")', 'str(a.dtype), a.dtype.kind'])}`,
};

/** So many programs, each kind in turn. */
export function makePrograms(seed: number, count: number): Program[] {
  const chance = new Chance(seed);
  const kinds = Object.entries(templates);
  return Array.from({ length: count }, (_, i) => {
    const [kind, template] = kinds[i % kinds.length] ?? ['', () => ''];
    return { name: `${kind}-${String(1 + Math.floor(i / kinds.length))}`, source: template(chance) };
  });
}
