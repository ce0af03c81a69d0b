/** An array as rows and columns, for whatever shows its entries. */
import type { ValueDetail } from '../../grader/report';
import { errorOfEntry } from '../text/words';

/** More rows say nothing more and cost a lot of elements. */
export const rowLimit = 40;

/** Rows and columns of an array of any shape: the last axis lies across. */
export function gridOf(shape: readonly number[]): { readonly rows: number; readonly columns: number } {
  const columns = shape.at(-1) ?? 1;
  const rows = shape.slice(0, -1).reduce((product, size) => product * size, 1);
  return { rows, columns };
}

/** The entry that is wrong the most, and by how much. */
export function worstEntry(detail: ValueDetail): { readonly entry: number; readonly error: number } {
  let worst = 0;
  let error = -1;
  detail.expected.forEach((expected, index) => {
    const here = errorOfEntry(expected, detail.actual?.[index] ?? null, detail.measure?.floor) ?? 0;
    if (here > error) [worst, error] = [index, here];
  });
  return { entry: worst, error };
}

/** The whole numbers from 0 on. */
export function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
