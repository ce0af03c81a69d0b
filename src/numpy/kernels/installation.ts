/**
 * Gives the built-in CPython's `numpy` package its kernels: functions of this file's makers, entered into CPython's
 * function table, so that Python calls them as it calls functions written in C. No JavaScript object is ever in
 * reach of a snippet.
 */
import { Construction } from './construct';
import type { Upcalls } from './elementwise';
import { Elementwise, resultType } from './elementwise';
import type { Registry } from './heap';
import { Heap, PythonError } from './heap';
import type { IndexUpcalls } from './indexing';
import { Indexing } from './indexing';
import { Library } from './library';
import { BINARY, COMPARE, TEST, UNARY } from './loops';
import type { MatmulUpcalls } from './matmul';
import { Products } from './matmul';
import type { ReduceUpcalls } from './reduce';
import type { PythonApi } from './pythonApi';
import { REDUCE, Reductions } from './reduce';

type AllUpcalls = Upcalls & ReduceUpcalls & MatmulUpcalls & IndexUpcalls;

const FASTCALL = 0x80;
const KEYWORDS = 0x02;
const ONE_ARGUMENT = 0x08;

/** A kernel that Python calls with a list of positional arguments. */
type Kernel = (args: number, count: number) => number;

/** One installation: reads the registry, makes the kernels, and hangs them into the types and the kernel dict. */
export class Installation {
  private readonly h: Heap;
  private readonly up: AllUpcalls;
  private readonly library: Library;

  constructor(
    private readonly api: PythonApi,
    private readonly registry: number,
    private readonly kernels: number,
  ) {
    this.h = new Heap(api);
    this.library = new Library(this.h);
    const lookup = <T>(names: readonly (keyof T & string)[]): T =>
      Object.fromEntries(names.map((name) => [name, this.registered(name)])) as T;
    const types = ['ndarray', 'float64', 'float32', 'int64', 'int32', 'bool_', 'True_', 'False_'] as const;
    this.h.register(lookup<Registry>(types));
    this.up = lookup<AllUpcalls>([
      'slow_binary',
      'slow_compare',
      'slow_unary',
      'slow_test',
      'slow_where',
      'cast_error',
      'fault',
      'slow_call',
      'slow_getitem',
      'slow_setitem',
      'slow_take',
      'slow_reduce',
      'slow_axis',
      'axis_error',
      'slow_dot',
      'slow_matmul',
    ]);
  }

  private registered(name: string): number {
    const object = this.api._PyDict_GetItemString(this.registry, this.h.text(name));
    if (object === 0) throw new Error(`numpy did not register ${name}`);
    // Kept for good: the kernels hold the address.
    this.api._Py_IncRef(object);
    this.h.sync();
    return object;
  }

  run(): void {
    const { h } = this;
    const elementwise = new Elementwise(h, this.up);
    const reductions = new Reductions(h, this.up);
    const products = new Products(h, this.up, reductions);
    const indexing = new Indexing(h, this.up);
    const construction = new Construction(h);
    this.operators(elementwise, products, indexing, construction);
    this.ufuncs(elementwise);
    this.functions(elementwise, reductions, products);
    this.structure(construction, indexing);
    this.mathematics();
  }

  mark(): void {
    this.h.mark();
  }

  reset(): void {
    this.h.reset();
    this.library.clear();
  }

  /** Runs a kernel so that whatever it throws becomes a Python error. */
  private guarded(kernel: () => number): number {
    this.h.sync();
    try {
      return kernel();
    } catch (error) {
      this.h.sync();
      this.h.raise(error);
      return 0;
    }
  }

  private definition(name: string, entry: number, flags: number): number {
    const { h, api } = this;
    const at = api._malloc(16);
    const text = h.text(name);
    h.sync();
    h.U32.set([text, entry, flags, 0], at >> 2);
    return at;
  }

  private dunder(type: number, name: string, entry: number, flags: number): void {
    const { h, api } = this;
    const descriptor = h.made(api._PyDescr_NewMethod(type, this.definition(name, entry, flags)));
    if (api._PyObject_SetAttrString(type, h.text(name), descriptor) !== 0)
      throw new Error(`no method ${name}`);
    api._Py_DecRef(descriptor);
  }

  private getter(type: number, name: string, read: (self: number) => number, write?: number): void {
    const { h, api } = this;
    const entry = api.addFunction((self) => this.guarded(() => read(self)), 'iii');
    const at = api._malloc(20);
    const text = h.text(name);
    h.sync();
    h.U32.set([text, entry, this.setter(write), 0, 0], at >> 2);
    const descriptor = h.made(api._PyDescr_NewGetSet(type, at));
    if (api._PyObject_SetAttrString(type, h.text(name), descriptor) !== 0)
      throw new Error(`no property ${name}`);
    api._Py_DecRef(descriptor);
  }

  /** The entry of a C setter that calls a Python function with the object and the new value; 0 for none. */
  private setter(callable: number | undefined): number {
    if (callable === undefined) return 0;
    const { h, api } = this;
    const set = (self = 0, value = 0): number => {
      const result = this.guarded(() => h.call(callable, self, value === 0 ? h.none : value));
      if (result !== 0) api._Py_DecRef(result);
      return result === 0 ? -1 : 0;
    };
    return api.addFunction(set, 'iiii');
  }

  /** Enters a kernel under a name into the kernel dict. */
  private kernel(name: string, least: number, run: Kernel): void {
    const { h, api } = this;
    const entry = api.addFunction(
      (_self, args, count) =>
        this.guarded(() => {
          if (count < least) throw new PythonError('type', `${name}: too few arguments`);
          return run(args >> 2, count);
        }),
      'iiii',
    );
    const fn = h.made(api._PyCMethod_New(this.definition(name, entry, FASTCALL), 0, 0, 0));
    api._PyDict_SetItemString(this.kernels, h.text(name), fn);
    api._Py_DecRef(fn);
  }

  private operators(
    elementwise: Elementwise,
    products: Products,
    indexing: Indexing,
    construction: Construction,
  ): void {
    const { h, api } = this;
    const { types } = h;
    const scalars = [types.float64, types.float32, types.int64, types.int32, types.bool_];
    const two = (run: (x: number, y: number) => number): number =>
      api.addFunction((self, other) => this.guarded(() => run(self, other)), 'iii');
    const everywhere = (name: string, run: (x: number, y: number) => number): void => {
      const entry = two(run);
      for (const type of [types.ndarray, ...scalars]) this.dunder(type, name, entry, ONE_ARGUMENT);
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
      this.dunder(
        types.ndarray,
        `__i${dunder}__`,
        two((x, y) => elementwise.binary(code, x, y, x)),
        ONE_ARGUMENT,
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
          this.guarded(() => {
            if (count !== 1) throw new PythonError('type', 'pow() with a modulus is not for arrays');
            return run(self, h.U32[args >> 2] ?? 0);
          }),
        'iiii',
      );
    const pow = three((x, y) => elementwise.power(x, y));
    const rpow = three((x, y) => elementwise.binary(power, y, x, 0, true));
    for (const type of [types.ndarray, ...scalars]) {
      this.dunder(type, '__pow__', pow, FASTCALL);
      this.dunder(type, '__rpow__', rpow, FASTCALL);
    }
    this.dunder(
      types.ndarray,
      '__ipow__',
      two((x, y) => elementwise.power(x, y, x)),
      ONE_ARGUMENT,
    );
    const matmul = two((x, y) => products.matmul(x, y));
    this.dunder(types.ndarray, '__matmul__', matmul, ONE_ARGUMENT);
    this.dunder(
      types.ndarray,
      '__rmatmul__',
      two((x, y) => products.matmul(y, x)),
      ONE_ARGUMENT,
    );
    const unary = { negative: 'neg', positive: 'pos', absolute: 'abs', invert: 'invert' } as const;
    for (const [name, dunder] of Object.entries(unary)) {
      const code = UNARY.indexOf(name as keyof typeof unary);
      const entry = api.addFunction((self) => this.guarded(() => elementwise.unary(code, self)), 'iii');
      for (const type of [types.ndarray, ...scalars]) this.dunder(type, `__${dunder}__`, entry, 0x04);
    }
    this.dunder(
      types.ndarray,
      '__getitem__',
      two((x, key) => indexing.get(x, key)),
      ONE_ARGUMENT,
    );
    const setitem = api.addFunction(
      (self, args) =>
        this.guarded(() => indexing.set(self, h.U32[args >> 2] ?? 0, h.U32[(args >> 2) + 1] ?? 0)),
      'iiii',
    );
    this.dunder(types.ndarray, '__setitem__', setitem, FASTCALL);
    this.getter(types.ndarray, 'T', (self) => construction.transposed(self));
    const view = construction.probe;
    const shape = (self: number): number => {
      h.load(view, self);
      return h.intTuple(view.shape, view.nd);
    };
    this.getter(types.ndarray, '_shape', shape);
    this.getter(types.ndarray, 'shape', shape, this.registered('set_shape'));
    this.getter(types.ndarray, '_steps', (self) => {
      h.load(view, self);
      return h.intTuple(view.strides, view.nd);
    });
    const field = (name: string, read: () => number): void => {
      this.getter(types.ndarray, name, (self) => {
        h.load(view, self);
        return h.int(read());
      });
    };
    field('ndim', () => view.nd);
    field('size', () => view.size);
    field('_code', () => view.code);
    field('_flags', () => view.flags);
    this.getter(types.ndarray, 'base', (self) => {
      const base = h.baseOf(self) || h.none;
      api._Py_IncRef(base);
      return base;
    });
  }

  /** `ufunc.__call__`: straight to the loops for plain positional arguments, else to Python. */
  private ufuncs(elementwise: Elementwise): void {
    const { h, api } = this;
    const type = this.registered('ufunc');
    const slot = h.slotOffset(type, '_id');
    const families = [
      {
        names: BINARY,
        inputs: 2,
        run: (code: number, x: number, y: number) => elementwise.binary(code, x, y),
      },
      {
        names: COMPARE,
        inputs: 2,
        run: (code: number, x: number, y: number) => elementwise.compare(code, x, y),
      },
      { names: UNARY, inputs: 1, run: (code: number, x: number) => elementwise.unary(code, x) },
      { names: TEST, inputs: 1, run: (code: number, x: number) => elementwise.test(code, x) },
    ] as const;
    const entry = api.addFunction(
      (self = 0, args = 0, count = 0, names = 0) =>
        this.guarded(() => {
          const id = h.index(h.U32[(self + slot) >> 2] ?? 0);
          const family = families[Math.floor(id / 100)];
          if (names === 0 && family?.inputs === count) {
            const at = args >> 2;
            return family.run(id % 100, h.U32[at] ?? 0, h.U32[at + 1] ?? 0);
          }
          const keywords = names === 0 ? 0 : h.count(names);
          const saved = api.stackSave();
          const copy = api.stackAlloc((count + keywords + 1) * 4) >> 2;
          h.sync();
          h.U32[copy] = self;
          for (let i = 0; i < count + keywords; i++) h.U32[copy + 1 + i] = h.U32[(args >> 2) + i] ?? 0;
          const result = api._PyObject_Vectorcall(this.up.slow_call, copy << 2, count + 1, names);
          api.stackRestore(saved);
          return h.made(result);
        }),
      'iiiii',
    );
    this.dunder(type, '__call__', entry, FASTCALL | KEYWORDS);
    this.kernel('opcode', 1, (args) => {
      const name = h.readStr(h.U32[args] ?? 0);
      const found = families.findIndex(({ names }) => (names as readonly string[]).includes(name));
      const family = families[found];
      return h.int(
        family === undefined ? -1 : found * 100 + (family.names as readonly string[]).indexOf(name),
      );
    });
    this.kernel('run', 2, (args, count) => {
      const at = (i: number): number => (i < count ? (h.U32[args + i] ?? 0) : h.none);
      const out = at(3) === h.none ? 0 : at(3);
      const id = h.index(at(0));
      const code = id % 100;
      if (id < 100) return elementwise.binary(code, at(1), at(2), out);
      if (id < 200) return elementwise.compare(code, at(1), at(2), out);
      if (id < 300) return elementwise.unary(code, at(1), out);
      return elementwise.test(code, at(1), out);
    });
    this.kernel('result_type', 3, (args) => {
      const at = (i: number): number => h.index(h.U32[args + i] ?? 0);
      const id = at(0);
      if (id >= 100 && id < 200) return h.int(0);
      if (id >= 300) return h.int(0);
      return h.int(resultType(id < 100 ? 'binary' : 'unary', id % 100, at(1), at(2)));
    });
  }

  private functions(elementwise: Elementwise, reductions: Reductions, products: Products): void {
    const { h } = this;
    const at = (args: number, i: number): number => h.U32[args + i] ?? 0;
    this.kernel('dot', 2, (args) => products.dot(at(args, 0), at(args, 1)));
    this.kernel('matmul', 2, (args) => products.matmul(at(args, 0), at(args, 1)));
    this.kernel('where', 3, (args) => elementwise.where(at(args, 0), at(args, 1), at(args, 2)));
    this.kernel('reduce_code', 1, (args) => {
      return h.int((REDUCE as readonly string[]).indexOf(h.readStr(at(args, 0))));
    });
    // reduce(code, array, axis, keepdims, dtype code or -1)
    this.kernel('reduce', 5, (args) =>
      reductions.reduce(
        h.index(at(args, 0)),
        at(args, 1),
        at(args, 2),
        at(args, 3) === h.true_,
        h.index(at(args, 4)),
      ),
    );
    this.kernel('arg', 4, (args) =>
      reductions.arg(h.index(at(args, 0)), at(args, 1), at(args, 2), at(args, 3) === h.true_),
    );
    this.kernel('accumulate', 4, (args) =>
      reductions.accumulate(h.index(at(args, 0)), at(args, 1), at(args, 2), h.index(at(args, 3))),
    );
  }

  private structure(construction: Construction, indexing: Indexing): void {
    const { h, api } = this;
    const at = (args: number, i: number): number => h.U32[args + i] ?? 0;
    const int = (args: number, i: number): number => h.index(at(args, i));
    const float = (args: number, i: number): number => api._PyFloat_AsDouble(at(args, i));
    const array = (args: number, i: number): number => {
      const object = at(args, i);
      if (!h.isArray(object)) throw new PythonError('type', 'numpy: an array was expected');
      return object;
    };
    this.kernel('full', 3, (args) => construction.full(at(args, 0), int(args, 1), at(args, 2)));
    this.kernel('range', 4, (args) =>
      construction.range(float(args, 0), float(args, 1), int(args, 2), int(args, 3)),
    );
    this.kernel('from_list', 2, (args) => construction.fromList(at(args, 0), int(args, 1)));
    this.kernel('from_big', 1, (args) => construction.fromBigInts(at(args, 0)));
    this.kernel('to_list', 1, (args) => construction.toList(array(args, 0)));
    this.kernel('restride', 4, (args) =>
      construction.restride(array(args, 0), at(args, 1), at(args, 2), int(args, 3)),
    );
    this.kernel('reshape', 2, (args) => construction.reshaped(array(args, 0), at(args, 1)));
    this.kernel('astype', 2, (args) => construction.converted(array(args, 0), int(args, 1)));
    this.kernel('copy_to', 2, (args) => construction.copyTo(array(args, 0), array(args, 1)));
    this.kernel('reinterpret', 2, (args) => construction.reinterpreted(array(args, 0), int(args, 1)));
    this.kernel('to_bytes', 1, (args) => construction.toBytes(array(args, 0)));
    this.kernel('from_bytes', 3, (args) => construction.fromBytes(at(args, 0), at(args, 1), int(args, 2)));
    this.kernel('take', 2, (args) => indexing.take(array(args, 0), at(args, 1)));
    this.kernel('put', 3, (args) => indexing.put(array(args, 0), at(args, 1), array(args, 2)));
    this.kernel('add_at', 3, (args) => indexing.addAt(array(args, 0), at(args, 1), array(args, 2)));
    this.kernel('nonzero', 1, (args) => indexing.nonzero(array(args, 0)));
    this.kernel('set_writeable', 2, (args) => {
      h.setWriteable(array(args, 0), at(args, 1) === h.true_);
      return h.returnNone();
    });
    this.kernel('element', 1, (args) => {
      h.load(construction.probe, array(args, 0));
      return indexing.element(construction.probe);
    });
    this.kernel('address', 1, (args) => {
      h.load(construction.probe, array(args, 0));
      return h.int(construction.probe.ptr);
    });
  }

  private mathematics(): void {
    const { h, library } = this;
    const at = (args: number, i: number): number => h.U32[args + i] ?? 0;
    this.kernel('library', 2, (args) => library.call(h.readStr(at(args, 0)), at(args, 1)));
    // draw(kind, generator, distribution, parameters, shape or None)
    this.kernel('draw', 5, (args) =>
      library.draw(
        h.index(at(args, 0)),
        h.index(at(args, 1)),
        h.readStr(at(args, 2)),
        at(args, 3),
        at(args, 4),
      ),
    );
    this.kernel('seed', 3, (args) => library.seed(h.index(at(args, 0)), h.index(at(args, 1)), at(args, 2)));
    this.kernel('get_state', 1, (args) => library.getState(h.index(at(args, 0))));
    this.kernel('set_state', 4, (args) =>
      library.setState(h.index(at(args, 0)), at(args, 1), at(args, 2), at(args, 3)),
    );
    this.kernel('clear', 0, () => {
      library.clear();
      h.trim();
      return h.returnNone();
    });
  }
}
