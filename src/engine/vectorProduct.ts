/**
 * Large matrix products by vectors of two doubles (`vectorCode.ts`), digit for digit those of `product.ts`. Where there is
 * no WebAssembly, or a page's policy forbids it, there are none, and the loops of `product.ts` do the work.
 */
import { vectorModule } from './vectorCode';

/** How the factors lie: as they are multiplied, or one of them as its transpose. */
export type Form = 'a·b' | 'aᵀ·b' | 'a·bᵀ';

/**
 * The memory never grows, because that would detach a buffer (see `product.ts`): 16 MB, of which the system gives what is
 * written. Larger products are left to the loops.
 */
const pages = 256;

type Product = (...places: readonly number[]) => void;

interface Machine {
  readonly memory: Float64Array;
  readonly product: Product;
}

let known: Machine | null | undefined;

function machine(): Machine | null {
  if (known !== undefined) return known;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(vectorModule(pages)));
    const { buffer } = exports['memory'] as WebAssembly.Memory;
    known = { memory: new Float64Array(buffer), product: exports['product'] as Product };
  } catch {
    known = null;
  }
  return known;
}

/** From so many multiplications on, copying the factors into the memory and the result out of it is worth it. */
export const leastForVectors = 30_000;

const tiled = (extent: number): number => (extent + 3) & ~3;

/**
 * Writes start + left·right into `out` as `writeProduct` does; false where it cannot, and then nothing is written.
 * No extent is 0.
 */
export function writeByVectors(
  out: Float64Array,
  form: Form,
  left: Float64Array,
  right: Float64Array,
  start: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): boolean {
  const width = tiled(columns);
  const height = tiled(rows);
  const isTransposed = form === 'aᵀ·b';
  // Tiles beyond the last row read beyond the left factor: numbers of no meaning, for rows that nobody copies.
  const leftSize = isTransposed ? inner * rows + 4 : inner * height;
  const rightAt = tiled(leftSize);
  const startAt = rightAt + inner * width;
  const outAt = startAt + width;
  const own = machine();
  if (!own || outAt + height * width > own.memory.length) return false;
  const { memory } = own;
  memory.set(left, 0);
  pack(memory, rightAt, form, right, inner, columns);
  memory.set(start, startAt);
  const [rowStep, innerStep] = isTransposed ? [8, 8 * rows] : [8 * inner, 8];
  own.product(
    8 * outAt,
    0,
    8 * rightAt,
    8 * startAt,
    height / 4,
    inner,
    width / 4,
    rowStep,
    innerStep,
    8 * width,
  );
  if (width === columns) out.set(memory.subarray(outAt, outAt + rows * columns));
  else
    for (let i = 0; i < rows; i++)
      out.set(memory.subarray(outAt + i * width, outAt + i * width + columns), i * columns);
  return true;
}

/** Lays out the right factor: of each four columns, all their rows one after the other; what fills up the last is left. */
function pack(
  memory: Float64Array,
  at: number,
  form: Form,
  right: Float64Array,
  inner: number,
  columns: number,
): void {
  const isTransposed = form === 'a·bᵀ';
  const [down, across] = isTransposed ? [1, inner] : [columns, 1];
  for (let j = 0, to = at; j < columns; j += 4) {
    if (j + 4 <= columns) {
      // Four by four without a loop for the fours: laying out is what is left beside the products.
      const [second, third, fourth] = [across, 2 * across, 3 * across];
      for (let k = 0, from = j * across; k < inner; k++, from += down, to += 4) {
        memory[to] = right[from] as number;
        memory[to + 1] = right[from + second] as number;
        memory[to + 2] = right[from + third] as number;
        memory[to + 3] = right[from + fourth] as number;
      }
      continue;
    }
    for (let k = 0, from = j * across; k < inner; k++, from += down, to += 4) {
      for (let c = 0, one = from; c < columns - j; c++, one += across) memory[to + c] = right[one] as number;
    }
  }
}
