/** The exercise on the chain rule at one x: the two steps, their rates, and what becomes of a nudge. */

/** y = u² with u = 3x + 1; each function beside its rate. */
const first = { value: (x: number): number => 3 * x + 1, rate: (): number => 3 };
const second = { value: (u: number): number => u ** 2, rate: (u: number): number => 2 * u };

export interface ChainMoment {
  readonly x: number;
  readonly u: number;
  readonly y: number;
  /** du/dx, dy/du, and their product. */
  readonly rates: { readonly first: number; readonly second: number; readonly whole: number };
  /** How far u and y really move when x moves by `nudge`. */
  readonly moved: { readonly nudge: number; readonly u: number; readonly y: number };
}

const nudge = 0.01;

/** Everything at this x. */
export function chainAt(x: number): ChainMoment {
  const u = first.value(x);
  const y = second.value(u);
  const moved = first.value(x + nudge);
  return {
    x,
    u,
    y,
    rates: { first: first.rate(), second: second.rate(u), whole: first.rate() * second.rate(u) },
    moved: { nudge, u: moved - u, y: second.value(moved) - y },
  };
}
