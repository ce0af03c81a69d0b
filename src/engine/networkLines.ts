/**
 * A network's cost along straight lines through one of its parameters. What a step on such a line cannot change is
 * computed once: the layers before it, and how fast its own Z moves. Z = A·W + b is linear in W and in b, so that
 * moving along a direction D moves Z by t·A·D, and moving one weight moves one column of Z.
 */
import { activate } from './activation';
import type { Judged, Line, Lines } from './centralDifferences';
import type { Loss } from './loss';
import type { ForwardPass, Layer } from './network';
import { forward } from './network';
import type { Tensor } from './tensor';
import { affine, matmul, matrixShape } from './tensor';

/** Writes, for every entry of Z, how many of its activation's kinks lie below it; gives the place after the last. */
function writeSides(pattern: Uint8Array, at: number, kinks: readonly number[], { data }: Tensor): number {
  const [kink = NaN] = kinks;
  const isOne = kinks.length === 1;
  let to = at;
  for (let i = 0; i < data.length; i++, to++) {
    const z = data[i] as number;
    pattern[to] = isOne ? (z > kink ? 1 : 0) : kinks.filter((one) => z > one).length;
  }
  return to;
}

/** For every pre-activation of a layer with kinks, how many of its kinks lie below it. */
export function kinkPattern({ layers, Z }: Pick<ForwardPass, 'layers' | 'Z'>): Uint8Array {
  return patternOf(
    layers.flatMap(({ activation: { kinks } }, i) => {
      const preActivation = Z[i + 1];
      return preActivation ? [{ kinks, preActivation }] : [];
    }),
  );
}

/** For every entry of some pre-activations, one after the other, how many of its function's kinks lie below it. */
export function patternOf(
  layers: readonly { readonly kinks: readonly number[]; readonly preActivation: Tensor }[],
): Uint8Array {
  const kinked = layers.filter(({ kinks }) => kinks.length > 0);
  const size = kinked.reduce((total, { preActivation }) => total + preActivation.data.length, 0);
  const pattern = new Uint8Array(size);
  kinked.reduce((at, { kinks, preActivation }) => writeSides(pattern, at, kinks, preActivation), 0);
  return pattern;
}

/** How fast the entries of a Z move along a line: all of them, or those of one column. */
type Pace =
  | { readonly column: null; readonly pace: Float64Array }
  | { readonly column: number; readonly pace: Float64Array };

/** The lines through the parameters of a network on X (m, n_in) and Y (m, n_out). */
export class NetworkLines implements Lines {
  readonly #pass: ForwardPass;
  readonly #pattern: Uint8Array;
  /** What a step changes is written over what the last step left; `here` stays. */
  readonly #moved: ForwardPass;
  readonly #movedPattern: Uint8Array;
  readonly #here: Judged;

  constructor(
    layers: readonly Layer[],
    X: Tensor,
    private readonly Y: Tensor,
    private readonly loss: Loss,
  ) {
    this.#pass = forward(layers, X);
    this.#pattern = kinkPattern(this.#pass);
    this.#here = { cost: loss.cost(this.#pass.output, Y), pattern: this.#pattern };
    const empty = ({ shape, data }: Tensor): Tensor => ({ shape, data: new Float64Array(data.length) });
    const A = this.#pass.A.map(empty);
    this.#moved = { layers, Z: this.#pass.Z.map(empty), A, output: A.at(-1) ?? X };
    this.#movedPattern = this.#pattern.slice();
  }

  here(): Judged {
    return this.#here;
  }

  along(name: string, line: Line): (t: number) => Judged {
    const [, kind, number] = /^([Wb])(\d+)$/u.exec(name) ?? [];
    const l = Number(number);
    const input = this.#pass.A[l - 1];
    const layer = this.#pass.layers[l - 1];
    if (!input || !layer) throw new RangeError(`expected W1, b1, W2, … of the network, got ${name}`);
    const pace = kind === 'W' ? weightPace(input, layer, line) : biasPace(input, line);
    return (t) => this.#at(l, pace, t);
  }

  #at(l: number, { column, pace }: Pace, t: number): Judged {
    const { layers } = this.#pass;
    const from = read(this.#pass.Z, l).data;
    const to = read(this.#moved.Z, l).data;
    if (column === null) {
      for (let i = 0; i < to.length; i++) to[i] = (from[i] as number) + t * (pace[i] as number);
    } else {
      to.set(from);
      const width = to.length / pace.length;
      for (let row = 0, i = column; row < pace.length; row++, i += width) {
        to[i] = (from[i] as number) + t * (pace[row] as number);
      }
    }
    let A = read(this.#moved.A, l);
    layers.slice(l - 1).forEach(({ weights, bias, activation }, i) => {
      const Z = i === 0 ? read(this.#moved.Z, l) : affine(A, weights, bias, read(this.#moved.Z, l + i));
      A = activate(activation, Z, read(this.#moved.A, l + i));
    });
    return { cost: this.loss.cost(A, this.Y), pattern: this.#sides(l) };
  }

  /** The sides of the layers before l are those of `here`. */
  #sides(l: number): Uint8Array {
    const pattern = this.#movedPattern;
    let at = 0;
    this.#pass.layers.forEach(({ activation: { kinks } }, i) => {
      if (kinks.length === 0) return;
      const Z = read(i + 1 < l ? this.#pass.Z : this.#moved.Z, i + 1);
      if (i + 1 >= l) at = writeSides(pattern, at, kinks, Z);
      else {
        pattern.set(this.#pattern.subarray(at, at + Z.data.length), at);
        at += Z.data.length;
      }
    });
    return pattern;
  }
}

function read(arrays: readonly Tensor[], l: number): Tensor {
  const array = arrays[l];
  if (!array) throw new RangeError(`the network has no layer ${String(l)}`);
  return array;
}

/** How fast Z moves with W (n_in, n_out) of a layer whose input is A (m, n_in). */
function weightPace(A: Tensor, { weights: { shape } }: Layer, line: Line): Pace {
  if ('direction' in line) return { column: null, pace: matmul(A, { shape, data: line.direction }).data };
  const [m, inputs] = matrixShape(A);
  const outputs = shape[1] ?? 0;
  const row = Math.floor(line.entry / outputs);
  return {
    column: line.entry % outputs,
    pace: Float64Array.from({ length: m }, (_, sample) => A.data[sample * inputs + row] as number),
  };
}

/** How fast Z moves with b (1, n_out): every sample's row alike. */
function biasPace(A: Tensor, line: Line): Pace {
  const [m] = matrixShape(A);
  if ('entry' in line) return { column: line.entry, pace: new Float64Array(m).fill(1) };
  const { direction } = line;
  const pace = new Float64Array(m * direction.length);
  for (let sample = 0; sample < m; sample++) pace.set(direction, sample * direction.length);
  return { column: null, pace };
}
