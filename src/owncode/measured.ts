/**
 * What Python measured of one function of the learner's that gives a loss, gradients and parameters. Python only
 * measures; what the numbers mean is said in this room.
 */
import type { Tensor } from '../engine/tensor';
import type { HelperCall, Observation } from '../diagnosis/evidence';

/** How the function was come by: the file declares it, the file's own run held it, or the names told how to call. */
export type How = 'declared' | 'own-run' | 'by-name';

/** A derivative of the loss, by central differences, along one entry or one direction of a parameter. */
export interface Difference {
  /** The entry in C order; null for a direction. */
  readonly entry: number | null;
  /** dL/dt by central differences; NaN where it could not be taken. */
  readonly numeric: number;
  /** The same by the learner's gradient: its entry, or its scalar product with the direction; NaN where there is none. */
  readonly analytic: number;
  /** Whether a kink within reach makes `numeric` worthless. */
  readonly kink: boolean;
}

/** One array of parameters. */
export interface MeasuredParameter {
  /** As a person would write it: `W1`, `params['W1']`, `layers[0].weights`. */
  readonly name: string;
  /** As a person would write it, `grads['dW1']`; null where nothing pairs with the parameter. */
  readonly gradientName: string | null;
  /** Whether the pair is a guess: by order and shape alone. */
  readonly guessed: boolean;
  /** Its value where it was judged. */
  readonly value: Tensor;
  /** The learner's gradient there as it came back, in whatever shape; null where there is none. */
  readonly gradient: Tensor | null;
  /** Those that were taken, in no special order: all entries of a small array, some entries and directions of a large. */
  readonly differences: readonly Difference[];
}

/** A mistake that was found by trying to write one place of the way back otherwise. */
export interface Repair {
  /** A code of the catalogue. */
  readonly code: string;
  /** The line that the change is in; null where it could be in several. */
  readonly line: number | null;
  /** The first parameter whose gradient it makes right, by its place among `parameters`. */
  readonly target: number;
}

/** A function that was measured. Parameters were chosen at random first, and are as they were afterwards. */
export interface Measured {
  /** The learner's backward function, or what stands for it; null for a plain script's loop. */
  readonly function: string | null;
  /** Of its definition, in the file. */
  readonly line: number;
  readonly how: How;
  /** `def gradcheck(): …`, which does what was run, as Python to read, edit and insert. */
  readonly declaration: string;
  /** What the loss is called in the file; null where the file has none and `loss` is one that was tried. */
  readonly lossName: string | null;
  /** The known loss that stands for a missing one, or for a printed one that is not what is differentiated. */
  readonly assumedLoss: string | null;
  /** Whether the gradients are of this loss by the way the file is called: declared, or what it went back from. */
  readonly isMeant: boolean;
  /** Whether the file has a loss of its own, `lossName`, of which these are no gradients, while `assumedLoss` fits. */
  readonly isContradicted: boolean;
  /** The loss at the point, and once more at the same point: they differ where it is drawn at random. */
  readonly loss: number;
  readonly again: number;
  /** The smallest number that stands beside the argument of a logarithm or in a denominator: `1e-8`; null for none. */
  readonly epsilon: number | null;
  /** What one change of one place of the file takes back, where that makes every gradient right; null for none. */
  readonly repair?: Repair | null;
  /** Whether all such changes were tried; false where the time was over before. */
  readonly isSearched?: boolean;
  readonly parameters: readonly MeasuredParameter[];
  /** What the lines of the file left at that point, in order of execution, forward and backward pass. */
  readonly observations: readonly Observation[];
  /** What functions of the file were given there, the first times each was called; missing where it is not known. */
  readonly calls?: readonly HelperCall[];
  /** The arrays that the functions were given beside parameters: inputs, targets, by the names of the file. */
  readonly inputs: readonly { readonly name: string; readonly value: Tensor }[];
}

/** A function that looks like a backward pass and could not be measured, with the reason. */
export interface Refused {
  readonly function: string | null;
  readonly line: number;
  /** A code that the sentence hangs on, with what it needs. */
  readonly reason: { readonly code: string; readonly details: Readonly<Record<string, string>> };
}
