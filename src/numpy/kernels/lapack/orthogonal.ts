/** Factors of a matrix: an orthogonal one times a triangle, as LAPACK's reflections leave them. */
import { Dense, item, reflection } from './dense';
import type { Reflection } from './dense';

/** A reflection, and the row or column that its first item belongs to. */
export interface Placed {
  readonly at: number;
  readonly by: Reflection;
}

/** `a` = q · r, where q has as many columns as asked for and r as many rows. */
export function factors(a: Dense, columns: number): { readonly q: Dense; readonly r: Dense } {
  const r = a.copy();
  const made: Placed[] = [];
  for (let i = 1; i <= Math.min(a.rows, a.columns); i++) {
    const by = reflection(r.column(i, i));
    r.reflectRows(by, i, i + 1);
    r.set(i, i, by.beta);
    for (let below = i + 1; below <= a.rows; below++) r.set(below, i, 0);
    made.push({ at: i, by });
  }
  const q = Dense.identity(a.rows, columns);
  for (const { at, by } of made.reverse()) {
    q.reflectRows(by, at, at + 1);
    // What the reflection makes of its own column, which no other has touched: zeros below it get its sign.
    q.set(at, at, 1 - by.tau);
    for (let i = 1; i < by.v.length; i++) q.set(at + i, at, -by.tau * item(by.v, i));
  }
  return { q, r: r.part(columns, a.columns) };
}
