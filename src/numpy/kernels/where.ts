/** `where(condition, x, y)`. */
import { asDoubles, assign } from './assign';
import { BOOL, FLOAT64, INT64 } from './elementTypes';
import { met } from './elements';
import { loadOperand, promote } from './operands';
import { Operation } from './operation';
import { SCRATCH } from './scratch';
import { CONTIGUOUS, shapeText, View } from './view';
import { fault } from './messages';

/** The choice between two operands, element by element. */
export class Where extends Operation {
  /** `where(condition, x, y)`. */
  where(condition: number, x: number, y: number): number {
    const { h, a, b, r } = this;
    const c = new View();
    if (!loadOperand(h, c, condition, 2) || !loadOperand(h, a, x, 0) || !loadOperand(h, b, y, 1)) {
      return h.call(this.up.slow_where, condition, x, y);
    }
    const type = promote(a, b);
    if (!this.broadcastShape(a, b) || !this.joinShape(c)) {
      const shapes = [c, a, b].map(shapeText).join(' ');
      throw fault('not_broadcast', shapes);
    }
    met.clear();
    asDoubles(h, a, SCRATCH.a);
    asDoubles(h, b, SCRATCH.b);
    if (met.inexact) return h.call(this.up.slow_where, condition, x, y);
    if (c.store !== BOOL) {
      asDoubles(h, c, SCRATCH.c);
      this.fill(c, SCRATCH.result);
    } else if (c.size !== this.size || (c.flags & CONTIGUOUS) === 0) {
      asDoubles(h, c, SCRATCH.c);
      this.fill(c, SCRATCH.result);
    }
    this.fill(a, SCRATCH.overlap);
    this.fill(b, SCRATCH.other);
    r.layOut(this.shape, this.nd);
    r.code = type;
    const result = h.newArray(r);
    const { F64, I32, U8, size } = { F64: h.F64, I32: h.I32, U8: h.U8, size: this.size };
    const [at, bt] = [a.ptr >> 3, b.ptr >> 3];
    const as = a.size === 1 ? 0 : 1;
    const bs = b.size === 1 ? 0 : 1;
    const truth = c.store === BOOL;
    const ct = truth ? c.ptr : c.ptr >> 3;
    const cs = c.size === 1 ? 0 : 1;
    if (type === INT64 && as === 0 && bs === 0) {
      // The derivative of ReLU: two small integers to choose from.
      const [p, q] = [F64[at] as number, F64[bt] as number];
      if (p === (p | 0) && q === (q | 0)) {
        const k = truth && cs === 1 ? this.chooseSmall(c.ptr, p, q) : 0;
        for (let i = k, to = (r.ptr >> 2) + 2 * k; i < size; i++, to += 2) {
          const v = (truth ? U8[ct + i * cs] : F64[ct + i * cs]) !== 0 ? p : q;
          I32[to] = v;
          I32[to + 1] = v >> 31;
        }
        return result;
      }
    }
    const to = type === FLOAT64 ? r.ptr >> 3 : h.scratch(SCRATCH.c, size * 8) >> 3;
    const target = h.F64;
    const k = truth && cs === 1 ? h.vectors.choose(size, ct, at, as, bt, bs, to) : 0;
    for (let i = k; i < size; i++) {
      const chosen = (truth ? h.U8[ct + i * cs] : target[ct + i * cs]) !== 0;
      target[to + i] = (chosen ? target[at + i * as] : target[bt + i * bs]) as number;
    }
    if (type !== FLOAT64) this.storeFrom(to * 8, type);
    return result;
  }

  /** Chooses between two integers of 32 bits; how many are done. */
  private chooseSmall(mask: number, p: number, q: number): number {
    const { h, r, size } = this;
    const at = h.scratch(SCRATCH.constants, 64) >> 2;
    h.I32.set([p, p >> 31, q, q >> 31], at);
    return h.vectors.choose(size, mask, at >> 1, 0, (at >> 1) + 1, 0, r.ptr >> 3);
  }

  /** Stretches a view of doubles to the result's shape, in a scratch piece, unless one element or all are there. */
  private fill(view: View, which: number): void {
    const { h } = this;
    if (view.size === this.size && (view.flags & CONTIGUOUS) !== 0) return;
    if (view.size === 1) return;
    const full = new View();
    full.layOut(this.shape, this.nd);
    full.ptr = h.scratch(which, this.size * 8);
    assign(h, full, view);
    view.copyFrom(full);
  }
}
