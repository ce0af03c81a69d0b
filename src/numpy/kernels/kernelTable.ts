/** The kernels that the package calls by name, `k.name(...)`: which arguments each takes. */
import type { AlongAxis } from './alongAxis';
import type { Clipping } from './clip';
import type { Closeness } from './closeness';
import type { Construction } from './construct';
import type { Counting } from './counting';
import type { Elementwise } from './elementwise';
import { itemSize, promoteCodes, typeName } from './elementTypes';
import type { IndexArrays } from './indexArrays';
import type { Indexing } from './indexing';
import type { Installer } from './installer';
import type { Layout } from './layout';
import type { Decompositions } from './decompositions';
import type { Library } from './library';
import type { Products } from './matmul';
import { WRITEABLE } from './view';
import type { Ordering } from './ordering';
import type { Picking } from './picking';
import { PythonError } from './pythonError';
import type { Reductions } from './reduce';
import { REDUCE } from './reductionCodes';
import type { Where } from './where';
import { faultNamed } from './messages';

/** What the kernels belong to. */
export interface KernelOwners {
  readonly elementwise: Elementwise;
  readonly where: Where;
  readonly reductions: Reductions;
  readonly alongAxis: AlongAxis;
  readonly products: Products;
  readonly indexing: Indexing;
  readonly picking: Picking;
  readonly indexArrays: IndexArrays;
  readonly ordering: Ordering;
  readonly counting: Counting;
  readonly clipping: Clipping;
  readonly closeness: Closeness;
  readonly construction: Construction;
  readonly layout: Layout;
  readonly library: Library;
  readonly decompositions: Decompositions;
}

/** Enters every kernel into Python's dict of them. */
export function enterKernels(to: Installer, owners: KernelOwners): void {
  enterFunctions(to, owners);
  enterStructure(to, owners);
  enterMathematics(to, owners.library);
  enterDecompositions(to, owners.decompositions);
}

/** Products, `where` and reductions. */
function enterFunctions(
  to: Installer,
  { where, reductions, alongAxis, products, clipping, closeness }: KernelOwners,
): void {
  const { h } = to;
  const at = (args: number, i: number): number => h.U32[args + i] as number;
  to.kernel('dot', 2, (args) => products.dot(at(args, 0), at(args, 1)));
  to.kernel('matmul', 2, (args) => products.matmul(at(args, 0), at(args, 1)));
  to.kernel('where', 3, (args) => where.where(at(args, 0), at(args, 1), at(args, 2)));
  to.kernel('clip', 3, (args) => clipping.clip(at(args, 0), at(args, 1), at(args, 2)));
  // all_close(a, b, relative, absolute)
  to.kernel('all_close', 4, (args) =>
    closeness.allClose(
      at(args, 0),
      at(args, 1),
      h.api._PyFloat_AsDouble(at(args, 2)),
      h.api._PyFloat_AsDouble(at(args, 3)),
    ),
  );
  to.kernel('column_squares', 2, (args) => reductions.columnSquares(at(args, 0), at(args, 1)));
  to.kernel('reduce_code', 1, (args) => {
    return h.int((REDUCE as readonly string[]).indexOf(h.readStr(at(args, 0))));
  });
  // reduce(code, array, axis, keepdims, dtype code or -1)
  to.kernel('reduce', 5, (args) =>
    reductions.reduce(
      h.index(at(args, 0)),
      at(args, 1),
      at(args, 2),
      at(args, 3) === h.true_,
      h.index(at(args, 4)),
    ),
  );
  to.kernel('arg', 4, (args) =>
    alongAxis.arg(h.index(at(args, 0)), at(args, 1), at(args, 2), at(args, 3) === h.true_),
  );
  to.kernel('accumulate', 4, (args) =>
    alongAxis.accumulate(h.index(at(args, 0)), at(args, 1), at(args, 2), h.index(at(args, 3))),
  );
}

/** Making arrays, their layout, and index arrays. */
function enterStructure(
  to: Installer,
  { construction, layout, indexing, picking, indexArrays, ordering, counting }: KernelOwners,
): void {
  const { h, api } = to;
  const at = (args: number, i: number): number => h.U32[args + i] as number;
  const int = (args: number, i: number): number => h.index(at(args, i));
  const float = (args: number, i: number): number => api._PyFloat_AsDouble(at(args, i));
  const array = (args: number, i: number): number => {
    const object = at(args, i);
    if (!h.isArray(object)) throw new PythonError('type', 'numpy: an array was expected');
    return object;
  };
  to.kernel('full', 3, (args) => construction.full(at(args, 0), int(args, 1), at(args, 2)));
  to.kernel('range', 4, (args) =>
    construction.range(float(args, 0), float(args, 1), int(args, 2), int(args, 3)),
  );
  to.kernel('from_list', 2, (args) => construction.fromList(at(args, 0), int(args, 1)));
  to.kernel('from_big', 1, (args) => construction.fromBigInts(at(args, 0)));
  to.kernel('text_width', 1, (args) => {
    h.load(layout.probe, array(args, 0));
    return h.int(layout.probe.width);
  });
  to.kernel('set_text_width', 2, (args) => {
    h.setWidth(array(args, 0), int(args, 1));
    return h.returnNone();
  });
  to.kernel('item_size', 1, (args) => h.int(itemSize(int(args, 0))));
  to.kernel('from_raw', 3, (args) => construction.fromRaw(at(args, 0), at(args, 1), int(args, 2)));
  to.kernel('type_name', 1, (args) => h.str(typeName(int(args, 0))));
  to.kernel('promote', 2, (args) => h.int(promoteCodes(int(args, 0), int(args, 1))));
  to.kernel('misfit', 2, (args) => h.int(construction.misfit(array(args, 0), int(args, 1))));
  to.kernel('to_list', 1, (args) => construction.toList(array(args, 0)));
  to.kernel('restride', 4, (args) => layout.restride(array(args, 0), at(args, 1), at(args, 2), int(args, 3)));
  to.kernel('reshape', 2, (args) => layout.reshaped(array(args, 0), at(args, 1)));
  to.kernel('astype', 2, (args) => layout.converted(array(args, 0), int(args, 1)));
  to.kernel('columns', 1, (args) => layout.columns(array(args, 0)));
  to.kernel('copy_to', 2, (args) => layout.copyTo(array(args, 0), array(args, 1)));
  to.kernel('reinterpret', 2, (args) => layout.reinterpreted(array(args, 0), int(args, 1)));
  to.kernel('part', 2, (args) => layout.partOf(array(args, 0), int(args, 1)));
  to.kernel('to_bytes', 1, (args) => construction.toBytes(array(args, 0)));
  to.kernel('from_bytes', 3, (args) => construction.fromBytes(at(args, 0), at(args, 1), int(args, 2)));
  to.kernel('take', 2, (args) => indexArrays.take(array(args, 0), at(args, 1)));
  to.kernel('put', 3, (args) => indexArrays.put(array(args, 0), at(args, 1), array(args, 2)));
  // add_at(array, indices, values, 1 or -1)
  to.kernel('add_at', 4, (args) =>
    h.returnBool(indexArrays.addAt(array(args, 0), at(args, 1), array(args, 2), int(args, 3))),
  );
  to.kernel('sort', 1, (args) => ordering.sort(array(args, 0)));
  to.kernel('argsort', 1, (args) => ordering.argsort(array(args, 0)));
  to.kernel('search', 3, (args) => ordering.search(array(args, 0), array(args, 1), int(args, 2)));
  to.kernel('bincount', 2, (args) => counting.bincount(array(args, 0), int(args, 1)));
  to.kernel('tally', 1, (args) => counting.tally(array(args, 0)));
  to.kernel('histogram', 3, (args) =>
    counting.histogram(array(args, 0), array(args, 1), at(args, 2) === h.true_),
  );
  to.kernel('nonzero', 1, (args) => picking.nonzero(array(args, 0)));
  to.kernel('set_writeable', 2, (args) => {
    h.setFlag(array(args, 0), WRITEABLE, at(args, 1) === h.true_);
    return h.returnNone();
  });
  to.kernel('element', 1, (args) => {
    h.load(layout.probe, array(args, 0));
    return indexing.element(layout.probe);
  });
  to.kernel('address', 1, (args) => {
    h.load(layout.probe, array(args, 0));
    return h.int(layout.probe.ptr);
  });
}

/** numpy-ts, errors by name, and random numbers. */
function enterMathematics(to: Installer, library: Library): void {
  const { h } = to;
  const at = (args: number, i: number): number => h.U32[args + i] as number;
  to.kernel('fault', 2, (args) => {
    const parts = at(args, 1);
    throw faultNamed(
      h.readStr(at(args, 0)),
      Array.from({ length: h.count(parts) }, (_, i) => h.readStr(h.tupleItem(parts, i))),
    );
  });
  to.kernel('library', 2, (args) => library.call(h.readStr(at(args, 0)), at(args, 1)));
  // draw(kind, generator, distribution, parameters, shape or None)
  to.kernel('draw', 5, (args) =>
    library.draw(
      h.index(at(args, 0)),
      h.index(at(args, 1)),
      h.readStr(at(args, 2)),
      at(args, 3),
      at(args, 4),
    ),
  );
  to.kernel('seed', 3, (args) => library.seed(h.index(at(args, 0)), h.index(at(args, 1)), at(args, 2)));
  to.kernel('get_state', 1, (args) => library.getState(h.index(at(args, 0))));
  to.kernel('set_state', 4, (args) =>
    library.setState(h.index(at(args, 0)), at(args, 1), at(args, 2), at(args, 3)),
  );
}

/** Linear algebra. */
function enterDecompositions(to: Installer, decompositions: Decompositions): void {
  const { h } = to;
  const at = (args: number, i: number): number => h.U32[args + i] as number;
  to.kernel('svd', 2, (args) => decompositions.svd(at(args, 0), at(args, 1)));
  to.kernel('eigh', 1, (args) => decompositions.eigh(at(args, 0)));
  to.kernel('eig', 1, (args) => decompositions.eig(at(args, 0)));
  to.kernel('qr', 2, (args) => decompositions.qr(at(args, 0), at(args, 1)));
  to.kernel('determinant', 1, (args) => decompositions.determinant(at(args, 0)));
  to.kernel('solve', 2, (args) => decompositions.solve(at(args, 0), at(args, 1)));
}
