/** The calls of ufuncs, and the kernels that Python reaches them by. */
import { CALLED_WITH } from './abi';
import type { Elementwise } from './elementwise';
import type { Upcalls } from './operation';
import { resultType } from './resultTypes';
import type { Installer } from './installer';
import { BINARY, COMPARE, TEST, UNARY } from './operations';

/** `ufunc.__call__`: straight to the loops for plain positional arguments, else to Python. */
export function installUfuncs(to: Installer, up: Upcalls, elementwise: Elementwise): void {
  const { h, api } = to;
  const type = to.registered('ufunc');
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
      to.guarded(() => {
        const id = h.index(h.U32[(self + slot) >> 2] as number);
        const family = families[Math.floor(id / 100)];
        if (names === 0 && family?.inputs === count) {
          const at = args >> 2;
          return family.run(id % 100, h.U32[at] as number, h.U32[at + 1] as number);
        }
        const keywords = names === 0 ? 0 : h.count(names);
        const saved = api.stackSave();
        const copy = api.stackAlloc((count + keywords + 1) * 4) >> 2;
        h.sync();
        h.U32[copy] = self;
        for (let i = 0; i < count + keywords; i++) h.U32[copy + 1 + i] = h.U32[(args >> 2) + i] as number;
        const result = api._PyObject_Vectorcall(up.slow_call, copy << 2, count + 1, names);
        api.stackRestore(saved);
        return h.made(result);
      }),
    'iiiii',
  );
  to.dunder(type, '__call__', entry, CALLED_WITH.listAndKeywords);
  to.kernel('opcode', 1, (args) => {
    const name = h.readStr(h.U32[args] as number);
    const found = families.findIndex(({ names }) => (names as readonly string[]).includes(name));
    const family = families[found];
    return h.int(family === undefined ? -1 : found * 100 + (family.names as readonly string[]).indexOf(name));
  });
  to.kernel('run', 2, (args, count) => {
    const at = (i: number): number => (i < count ? (h.U32[args + i] as number) : h.none);
    const out = at(3) === h.none ? 0 : at(3);
    const id = h.index(at(0));
    const code = id % 100;
    if (id < 100) return elementwise.binary(code, at(1), at(2), out);
    if (id < 200) return elementwise.compare(code, at(1), at(2), out);
    if (id < 300) return elementwise.unary(code, at(1), out);
    return elementwise.test(code, at(1), out);
  });
  to.kernel('result_type', 3, (args) => {
    const at = (i: number): number => h.index(h.U32[args + i] as number);
    const id = at(0);
    if (id >= 100 && id < 200) return h.int(0);
    if (id >= 300) return h.int(0);
    return h.int(resultType(id < 100 ? 'binary' : 'unary', id % 100, at(1), at(2)));
  });
}
