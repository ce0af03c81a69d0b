/**
 * "Not yet" always says why: whatever a function returns in place of what is asked, the report has a diagnosis, an array
 * that is not ok, or an error. The odd values are put in the place of each result in turn, and of all of them.
 */
import { strict as assert } from 'node:assert';
import { course } from '../../src/course/course';
import type { Exercise } from '../../src/course/judgedExercise';
import { grade } from '../support/grade';
import type { Report } from '../../src/grader/report';
import { requestFor } from '../../src/grader/request';
import { LegacyRandom } from '../../src/engine/random';
import { describeEach } from './support';

/** What becomes of one right result `r`, as Python. */
const oddities: readonly string[] = [
  'np.asarray(r).tolist()',
  '[np.asarray(r).tolist()]',
  'tuple(np.asarray(r).ravel().tolist())',
  'tuple(map(tuple, np.atleast_2d(r).tolist()))',
  'np.asarray(r).astype(object)',
  'np.array([None])',
  'np.array(["a", "b"])',
  'str(r)',
  '""',
  '{"r": r}',
  '{}',
  'set([1, 2])',
  '(x for x in [1, 2])',
  'iter([1.0])',
  'lambda: r',
  'print',
  'np',
  'object()',
  'Ellipsis',
  'None',
  '[None]',
  '[[]]',
  '[]',
  '()',
  '((),)',
  '((r,),)',
  '[r]',
  '[r, r]',
  '[[r], [r, r]]',
  'np.nan',
  'float("inf")',
  'np.asarray(r) * np.nan',
  'np.asarray(r) + np.inf',
  'np.asarray(r) * 1e300 * 1e10',
  '10 ** 400',
  '1j',
  'np.asarray(r) + 0j',
  'np.asarray(r) + 1j',
  'True',
  'np.asarray(r) > 0',
  'np.asarray(r).astype(int)',
  'np.asarray(r).astype(np.float32)',
  'np.zeros((0, 3))',
  'np.zeros(0)',
  'np.zeros((1, 0, 2))',
  'np.array(5.0)',
  'np.float64(5.0)',
  'np.float32(np.sum(r))',
  'np.float16(1e9)',
  'np.asarray(r).ravel()',
  'np.asarray(r)[None]',
  'np.asarray(r)[..., None]',
  'np.asarray(r).T',
  'np.asarray(r)[..., :0]',
  'np.asarray(r).size',
  'np.asarray(r).sum()',
  'np.asarray(r).shape',
  'np.asarray(r).dtype',
  'b"bytes"',
  'bytearray(3)',
  'range(3)',
  'slice(1)',
  'complex(1, 2)',
  'np.random.rand(3)',
  'np.asarray(r) + np.random.rand()',
  'np.ma.masked_array(r)',
  'np.matrix(r)',
  'np.rec.array([(1, 2.0)])',
  'np.datetime64("2020-01-01")',
  'np.broadcast_to(r, (2,) + np.shape(r))',
  'memoryview(np.ones(3))',
  '__import__("fractions").Fraction(1, 3)',
  '__import__("decimal").Decimal("0.1")',
  '[np.asarray(r).tolist(), 1]',
  'NotImplemented',
  'ValueError("returned, not raised")',
  'type("Mine", (), {"shape": (1, 1)})()',
  'type("Deep", (list,), {})([r])',
  '__import__("array").array("d", np.ravel(r))',
  '__import__("collections").deque(np.ravel(r).tolist())',
  '__import__("collections").OrderedDict(a=r)',
  '__import__("collections").namedtuple("P", "x y")(r, r)',
  '__import__("types").SimpleNamespace(r=r)',
  'map(float, np.ravel(r))',
  'zip(np.ravel(r), np.ravel(r))',
  'enumerate(np.ravel(r))',
  'dict(enumerate(np.ravel(r).tolist()))',
  '{1: r}',
  '{"dW1": r, "dW2": None}',
  'frozenset(np.ravel(r).tolist())',
  'np.ravel(r).tolist() + [None]',
  '[[float(v)] for v in np.ravel(r)]',
  '[np.float32(v) for v in np.ravel(r)]',
  '[str(v) for v in np.ravel(r)]',
  '[bool(v > 0) for v in np.ravel(r)]',
  '[complex(v) for v in np.ravel(r)]',
  '[[[[r]]]]',
  'np.array([r, None], dtype=object)',
  'np.array([[1, 2], [3]], dtype=object)',
  'np.asarray(r).astype(str)',
  'np.asarray(r).astype("S8")',
  'np.asarray(r).astype(np.float16)',
  'np.asarray(r).astype(np.int8)',
  'np.asarray(r).astype(bool)',
  'np.asarray(r).astype(np.uint64)',
  'np.asarray(r).astype(">f8")',
  'np.asarray(r).view(np.int64)',
  'np.asarray(r).reshape(-1, 1)',
  'np.asarray(r).reshape(1, -1)',
  'np.asfortranarray(r)',
  'np.asarray(r)[..., ::-1]',
  'np.expand_dims(r, (0, 1, 2))',
  'np.tile(r, 2)',
  'np.tile(np.atleast_1d(r), (3, 1, 1))',
  'np.append(r, 1)',
  'np.append(r, np.nan)',
  'np.where(np.asarray(r) > 0, r, np.nan)',
  'np.where(np.asarray(r) > 0, r, np.inf)',
  'np.asarray(r) * 0',
  'np.asarray(r) * 0.0 - 0.0',
  'np.asarray(r) * 1e-320',
  'np.asarray(r) * 1e308 * 10',
  'np.asarray(r) + 1e-7',
  'np.asarray(r) * (1 + 1e-6)',
  'np.asarray(r) * (1 + 1e-9)',
  'np.round(r, 3)',
  'np.sort(r, axis=None)',
  'np.random.permutation(np.ravel(r))',
  'np.asarray(r).flat',
  'np.nditer(np.asarray(r))',
  'np.asarray(r).data',
  'np.asarray(r).mean',
  'np.sum',
  'np.float64',
  'np.newaxis',
  'np.bool_(True)',
  'np.int64(3)',
  'np.complex128(1)',
  'np.str_("x")',
  'np.empty((0,))',
  'np.empty((3, 0))',
  'np.zeros((1,) * 20)',
  'np.finfo(float).max',
  '-0.0',
  'float("-inf")',
  '10 ** 30',
  '-10 ** 400',
  'False',
  '0',
  '"nan"',
  '"0.5"',
  'repr(r).encode()',
  '__import__("datetime").date(2020, 1, 1)',
  '__import__("re").compile("x")',
  '__import__("io").StringIO("x")',
  'type(r)',
  'Exception',
  'BaseException()',
  'super',
  'int',
  '__name__',
  'globals()',
  'locals()',
  '(lambda: (yield))()',
  'type("A", (), {"__array__": lambda self, *a, **k: np.asarray(r)})()',
  'type("F", (), {"__float__": lambda self: 0.5})()',
  'type("L", (), {"__len__": lambda self: 3, "__getitem__": lambda self, i: 1.0})()',
  'type("I", (int,), {})(3)',
  'type("F", (float,), {"__repr__": lambda self: 1})(0.5)',
  'type("T", (tuple,), {})((r, r))',
  'type("N", (np.ndarray,), {}) and np.asarray(r).view(type("N", (np.ndarray,), {}))',
  'type("S", (str,), {})("x")',
  'type("D", (dict,), {"__getitem__": lambda self, k: r})()',
  'type("X", (), {"__repr__": lambda self: "x" * 10**6})()',
  'type("X", (), {"__repr__": lambda self: None})()',
  'type("\\ud800", (), {})()',
  '"\\ud800"',
  '"\\0" * 300',
  '[r for _ in range(2000)]',
  '(lambda a: (a.append(a), a)[1])([])',
  '(lambda a: (a.update(a=a), a)[1])({})',
  '__import__("functools").reduce(lambda a, _: [a], range(3000), [])',
  '__import__("functools").reduce(lambda a, _: (a, a), range(60), ())',
  '__import__("functools").reduce(lambda a, _: {"a": a, "b": a}, range(60), {})',
  '(NotImplemented, r)',
  '(r, None)',
  '(None, r)',
  '(r,)',
  '(r, r, r)',
  '([r], [r])',
];

/** Code that is right but for one result, or for all of them together. */
function spoilt(exercise: Exercise, odd: string, place: number | 'each' | 'whole'): string {
  const { functionName, solution, returns } = exercise;
  const many = returns.length > 1;
  const body =
    place === 'whole'
      ? [`    return ${odd}`]
      : many
        ? [
            '    rs = list(r)',
            ...(place === 'each'
              ? [`    rs = [${odd} for r in rs]`]
              : [`    r = rs[${String(place)}]`, `    rs[${String(place)}] = ${odd}`]),
            '    return tuple(rs)',
          ]
        : [`    return ${odd}`];
  return [
    solution,
    'import numpy as np',
    `_right = ${functionName}`,
    `def ${functionName}(*given):`,
    '    r = _right(*given)',
    ...body,
    '',
  ].join('\n');
}

function saysWhy({ verdict, diagnoses, values, error }: Report): boolean {
  if (verdict === 'pass') return true;
  return diagnoses.length > 0 || error !== null || values.some(({ ok }) => !ok);
}

/**
 * ODD_RESULTS=all tries every oddity in every place of every exercise, which takes minutes. Otherwise the exercises share
 * them: each Python meets each of them once.
 */
const isWhole = process.env['ODD_RESULTS'] === 'all';

describeEach('an odd result', (runtime) => {
  const random = new LegacyRandom(20);
  const upTo = (count: number): number => Math.floor((random.rand().data[0] ?? 0) * count);
  const [likeliest = '', ...others] = oddities;
  const shuffled = (): readonly string[] => {
    const rest = [...others];
    return others.flatMap(() => rest.splice(upTo(rest.length), 1));
  };
  const dealt = shuffled();
  const share = (place: number): readonly string[] =>
    isWhole ? oddities : [likeliest, ...dealt.filter((_, i) => i % course.length === place)];
  const places = (exercise: Exercise): readonly (number | 'each' | 'whole')[] => {
    const all = [upTo(exercise.returns.length), 'each', 'whole'] as const;
    return isWhole ? all : [all[upTo(3)] ?? 'whole'];
  };

  for (const [place, exercise] of course.entries()) {
    it(`is told why it is not right: ${exercise.id}`, async function () {
      this.timeout(isWhole ? 1_200_000 : 240_000);
      const silent: string[] = [];
      for (const odd of share(place)) {
        for (const where of places(exercise)) {
          const source = spoilt(exercise, odd, where);
          const run = await runtime().run(requestFor(exercise, source, 20, false));
          const report = grade(exercise, run, 'en');
          if (!saysWhy(report)) silent.push(`${odd} in place of ${String(where)}`);
        }
      }
      assert.deepEqual(silent, []);
    });
  }
});
