/** Hangs functions of JavaScript's into Python's types, and into the dict of kernels, as if they were written in C. */
import { CALLED_WITH } from './abi';
import type { Heap } from './heap';
import type { PythonApi } from './pythonApi';
import { PythonError } from './pythonError';

/** A kernel that Python calls with a list of positional arguments: their position in 4-byte words, and their number. */
type Kernel = (args: number, count: number) => number;

/** What an installer found, as a list that JSON can say. */
export type HeldByInstaller = readonly (readonly [name: string, address: number])[];

/** Installs into one Python. */
export class Installer {
  readonly api: PythonApi;

  /** `registry` is the address of a dict of Python types and functions, `kernels` of one to fill. */
  /** Addresses of what Python registered, by name. */
  readonly found: Map<string, number>;
  private readonly isHeld: boolean;

  /**
   * `registry` is the address of a dict of Python types and functions, `kernels` of one to fill. Where what was `found`
   * is given, Python's memory has everything already but the entries of the function table.
   */
  constructor(
    readonly h: Heap,
    private readonly registry: number,
    private readonly kernels: number,
    found: HeldByInstaller | null,
  ) {
    this.api = h.api;
    this.found = new Map(found ?? []);
    this.isHeld = found !== null;
  }

  /** What Python registered under a name. */
  registered(name: string): number {
    const known = this.found.get(name);
    if (known !== undefined) return known;
    const object = this.api._PyDict_GetItemString(this.registry, this.h.text(name));
    if (object === 0) throw new Error(`numpy did not register ${name}`);
    // Kept for good: the kernels hold the address.
    this.api._Py_IncRef(object);
    this.h.sync();
    this.found.set(name, object);
    return object;
  }

  /** Runs a kernel so that whatever it throws becomes a Python error. */
  guarded(kernel: () => number): number {
    this.h.sync();
    try {
      return kernel();
    } catch (error) {
      this.h.sync();
      this.h.raise(error);
      return 0;
    }
  }

  /** Gives a type a method. */
  dunder(type: number, name: string, entry: number, flags: number): void {
    if (this.isHeld) return;
    const { h, api } = this;
    const descriptor = h.made(api._PyDescr_NewMethod(type, h.methodDefinition(h.text(name), entry, flags)));
    if (api._PyObject_SetAttrString(type, h.text(name), descriptor) !== 0)
      throw new Error(`no method ${name}`);
    api._Py_DecRef(descriptor);
  }

  /** Gives a type a property. */
  getter(type: number, name: string, read: (self: number) => number, write?: number): void {
    const { h, api } = this;
    const entry = api.addFunction((self) => this.guarded(() => read(self)), 'iii');
    const setter = this.setter(write);
    if (this.isHeld) return;
    const definition = h.propertyDefinition(h.text(name), entry, setter);
    const descriptor = h.made(api._PyDescr_NewGetSet(type, definition));
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
  kernel(name: string, least: number, run: Kernel): void {
    const { h, api } = this;
    const entry = api.addFunction(
      (_self, args, count) =>
        this.guarded(() => {
          if (count < least) throw new PythonError('type', `${name}: too few arguments`);
          return run(args >> 2, count);
        }),
      'iiii',
    );
    if (this.isHeld) return;
    const fn = h.made(api._PyCMethod_New(h.methodDefinition(h.text(name), entry, CALLED_WITH.list), 0, 0, 0));
    api._PyDict_SetItemString(this.kernels, h.text(name), fn);
    api._Py_DecRef(fn);
  }
}
