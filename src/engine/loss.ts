/** What the cost of a batch is: all that judging, equations, Python and sentences must know of it. */
import type { Tensor } from './tensor';

/** How a loss is written. Sums run over samples and outputs; 1/m stands before them. */
export interface LossNotation {
  /** m times the cost in TeX, from the TeX of A and Y. */
  readonly tex: (a: string, y: string) => string;
  /** ∂L/∂A of one sample in TeX. */
  readonly texSlope: (a: string, y: string) => string;
  readonly words: { readonly en: string; readonly ko: string };
  /** Python: m times the cost, and ∂L/∂A of the samples' losses. */
  readonly python: (a: string, y: string) => string;
  readonly pythonSlope: (a: string, y: string) => string;
}

/** −weight(y) · log of(a); `rise` is how `of` changes with a. */
export interface LogTerm {
  readonly weight: (y: number) => number;
  readonly of: (a: number) => number;
  readonly rise: 1 | -1;
}

/**
 * A cost that is the mean over the m samples of each sample's loss; A and Y are (m, n_out). `derivative` is that of the
 * sample's loss, row by row; the 1/m of the mean is applied where the notes apply it, in dW and db.
 */
export interface Loss {
  readonly name: string;
  readonly cost: (A: Tensor, Y: Tensor) => number;
  readonly derivative: (A: Tensor, Y: Tensor, out?: Tensor) => Tensor;
  /** On which side of the loss's own kink every entry stands; null where it has none. */
  readonly sides: ((A: Tensor, Y: Tensor) => Uint8Array) | null;
  /** What one entry adds to a sample's loss; null where entries hang together. */
  readonly term: ((a: number, y: number) => number) | null;
  /** The logarithms that a term is a sum of; none where it is made otherwise. */
  readonly logs: readonly LogTerm[];
  readonly notation: LossNotation;
}
