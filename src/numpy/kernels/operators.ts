/** The entries of `ndarray` and of the scalar types. */
import { CALLED_WITH } from './abi';
import type { Elementwise } from './elementwise';
import type { Indexing } from './indexing';
import type { Installer } from './installer';
import type { Layout } from './layout';
import { BINARY, COMPARE, UNARY } from './operations';
import type { Products } from './matmul';
import { PythonError } from './pythonError';

/** The operators, indexing and properties of arrays and scalars. */
export function installOperators(
  to: Installer,
  elementwise: Elementwise,
  products: Products,
  indexing: Indexing,
  layout: Layout,
): void {
  const { h, api } = to;
  const { types } = h;
  const integers = types.integers.filter((type) => type !== 0);
  const scalars = [types.float64, types.float32, types.float16, ...integers, types.bool_];
  const two = (run: (x: number, y: number) => number): number =>
    api.addFunction((self, other) => to.guarded(() => run(self, other)), 'iii');
  const everywhere = (name: string, run: (x: number, y: number) => number): void => {
    const entry = two(run);
    for (const type of [types.ndarray, ...scalars]) to.dunder(type, name, entry, CALLED_WITH.oneArgument);
  };
  const binary = {
    add: 'add',
    subtract: 'sub',
    multiply: 'mul',
    divide: 'truediv',
    floor_divide: 'floordiv',
    remainder: 'mod',
    bitwise_and: 'and',
    bitwise_or: 'or',
    bitwise_xor: 'xor',
    left_shift: 'lshift',
    right_shift: 'rshift',
  } as const;
  for (const [name, dunder] of Object.entries(binary)) {
    const code = BINARY.indexOf(name as keyof typeof binary);
    everywhere(`__${dunder}__`, (x, y) => elementwise.binary(code, x, y, 0, true));
    everywhere(`__r${dunder}__`, (x, y) => elementwise.binary(code, y, x, 0, true));
    to.dunder(
      types.ndarray,
      `__i${dunder}__`,
      two((x, y) => elementwise.binary(code, x, y, x)),
      CALLED_WITH.oneArgument,
    );
  }
  const compare = {
    equal: 'eq',
    not_equal: 'ne',
    less: 'lt',
    less_equal: 'le',
    greater: 'gt',
    greater_equal: 'ge',
  } as const;
  for (const [name, dunder] of Object.entries(compare)) {
    const code = COMPARE.indexOf(name as keyof typeof compare);
    everywhere(`__${dunder}__`, (x, y) => elementwise.compare(code, x, y));
  }
  const power = BINARY.indexOf('power');
  const three = (run: (x: number, y: number) => number): number =>
    api.addFunction(
      (self, args, count) =>
        to.guarded(() => {
          if (count !== 1) throw new PythonError('type', 'pow() with a modulus is not for arrays');
          return run(self, h.U32[args >> 2] as number);
        }),
      'iiii',
    );
  const pow = three((x, y) => elementwise.power(x, y));
  const rpow = three((x, y) => elementwise.binary(power, y, x, 0, true));
  for (const type of [types.ndarray, ...scalars]) {
    to.dunder(type, '__pow__', pow, CALLED_WITH.list);
    to.dunder(type, '__rpow__', rpow, CALLED_WITH.list);
  }
  to.dunder(
    types.ndarray,
    '__ipow__',
    two((x, y) => elementwise.power(x, y, x)),
    CALLED_WITH.oneArgument,
  );
  const matmul = two((x, y) => products.matmul(x, y));
  to.dunder(types.ndarray, '__matmul__', matmul, CALLED_WITH.oneArgument);
  to.dunder(
    types.ndarray,
    '__rmatmul__',
    two((x, y) => products.matmul(y, x)),
    CALLED_WITH.oneArgument,
  );
  const unary = { negative: 'neg', positive: 'pos', absolute: 'abs', invert: 'invert' } as const;
  for (const [name, dunder] of Object.entries(unary)) {
    const code = UNARY.indexOf(name as keyof typeof unary);
    const entry = api.addFunction((self) => to.guarded(() => elementwise.unary(code, self, 0, true)), 'iii');
    for (const type of [types.ndarray, ...scalars])
      to.dunder(type, `__${dunder}__`, entry, CALLED_WITH.noArgument);
  }
  to.dunder(
    types.ndarray,
    '__getitem__',
    two((x, key) => indexing.get(x, key)),
    CALLED_WITH.oneArgument,
  );
  const setitem = api.addFunction(
    (self, args) =>
      to.guarded(() => indexing.set(self, h.U32[args >> 2] as number, h.U32[(args >> 2) + 1] as number)),
    'iiii',
  );
  to.dunder(types.ndarray, '__setitem__', setitem, CALLED_WITH.list);
  to.getter(types.ndarray, 'T', (self) => layout.transposed(self));
  const view = layout.probe;
  const shape = (self: number): number => {
    h.load(view, self);
    return h.intTuple(view.shape, view.nd);
  };
  to.getter(types.ndarray, '_shape', shape);
  to.getter(types.ndarray, 'shape', shape, to.registered('set_shape'));
  to.getter(types.ndarray, '_steps', (self) => {
    h.load(view, self);
    return h.intTuple(view.strides, view.nd);
  });
  const field = (name: string, read: () => number): void => {
    to.getter(types.ndarray, name, (self) => {
      h.load(view, self);
      return h.int(read());
    });
  };
  field('ndim', () => view.nd);
  field('size', () => view.size);
  field('_code', () => view.code);
  field('_flags', () => view.flags);
  to.getter(types.ndarray, 'base', (self) => {
    const base = h.baseOf(self) || h.none;
    api._Py_IncRef(base);
    return base;
  });
}
