/**
 * Gives the `numpy` package its kernels: entered into CPython's function table, so that Python calls them as it calls
 * functions written in C.
 */
import { AlongAxis } from './alongAxis';
import { Clipping } from './clip';
import { Closeness } from './closeness';
import { Construction } from './construct';
import { Counting } from './counting';
import { isInteger, NUMBERS } from './elementTypes';
import type { Upcalls } from './operation';
import { Elementwise } from './elementwise';
import type { HeldByHeap } from './heap';
import type { Registry } from './registry';
import { Heap } from './heap';
import { IndexArrays } from './indexArrays';
import type { IndexUpcalls } from './indexing';
import { Indexing } from './indexing';
import { Installer } from './installer';
import type { HeldByInstaller } from './installer';
import { enterKernels } from './kernelTable';
import { Layout } from './layout';
import { Decompositions } from './decompositions';
import { Library } from './library';
import type { MatmulUpcalls } from './matmul';
import { Products } from './matmul';
import { installOperators } from './operators';
import { Ordering } from './ordering';
import { Picking } from './picking';
import type { PythonApi } from './pythonApi';
import type { ReduceUpcalls } from './axes';
import { Reductions } from './reduce';
import { installUfuncs } from './ufuncCalls';
import { Where } from './where';

type AllUpcalls = Upcalls & ReduceUpcalls & MatmulUpcalls & IndexUpcalls;

/** What an installation knows of Python's memory; plain data. */
export interface Held {
  readonly heap: HeldByHeap;
  readonly found: HeldByInstaller;
}

/** One installation: reads the registry, makes the kernels, and hangs them into the types and the kernel dict. */
export class Installation {
  private readonly h: Heap;
  private readonly up: AllUpcalls;
  private readonly library: Library;
  private readonly decompositions: Decompositions;
  private readonly installer: Installer;

  /** `held` is what `hold` gave when Python's memory was as it is now, with these kernels in it. */
  constructor(api: PythonApi, registry: number, kernels: number, held: Held | null = null) {
    this.h = new Heap(api, held?.heap ?? null);
    this.library = new Library(this.h);
    this.decompositions = new Decompositions(this.h);
    this.installer = new Installer(this.h, registry, kernels, held?.found ?? null);
    const { installer } = this;
    const lookup = <T>(names: readonly (keyof T & string)[]): T =>
      Object.fromEntries(names.map((name) => [name, installer.registered(name)])) as T;
    this.h.register({
      ...lookup<Omit<Registry, 'integers'>>([
        'ndarray',
        'float64',
        'float32',
        'float16',
        'complex128',
        'bool_',
        'True_',
        'False_',
        'numbered',
      ]),
      integers: NUMBERS.map((name, code) => (isInteger(code) ? installer.registered(name) : 0)),
    });
    this.up = lookup<AllUpcalls>([
      'slow_binary',
      'slow_operator',
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

  run(): void {
    const { h, up, library, decompositions, installer } = this;
    const elementwise = new Elementwise(h, up);
    const products = new Products(h, up);
    const picking = new Picking(h);
    const indexArrays = new IndexArrays(h);
    const indexing = new Indexing(h, up, picking, indexArrays);
    const layout = new Layout(h);
    installOperators(installer, elementwise, products, indexing, layout);
    installUfuncs(installer, up, elementwise);
    enterKernels(installer, {
      elementwise,
      where: new Where(h, up),
      reductions: new Reductions(h, up),
      alongAxis: new AlongAxis(h, up),
      products,
      indexing,
      picking,
      indexArrays,
      ordering: new Ordering(h),
      counting: new Counting(h),
      clipping: new Clipping(h),
      closeness: new Closeness(h),
      construction: new Construction(h),
      layout,
      library,
      decompositions,
    });
  }

  hold(): Held {
    return { heap: this.h.hold(), found: [...this.installer.found] };
  }

  mark(): void {
    this.h.mark();
  }

  reset(): void {
    this.h.reset();
    this.library.clear();
  }
}
