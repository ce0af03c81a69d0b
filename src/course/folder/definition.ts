/** An exercise as its folder says it: plain data, which can be sent to wherever it is judged. */
import type { NetworkSpec } from '../../network/spec';
import type { Drawing, Equation, ExerciseId, Hint, Text } from '../exercise';
import type { Extent } from './extent';

/** How the values of a parameter are drawn. */
export type ParameterKind =
  | 'array'
  | 'positive'
  | 'unit'
  | 'small'
  | 'probabilities'
  | 'one-hot'
  | 'mask'
  | 'labels'
  | 'number'
  | 'int'
  /** Made by `check.py`, and not drawn. */
  | 'function'
  /** Made by `inputs.py`. */
  | 'given';

export interface ParameterSpec {
  readonly name: string;
  readonly kind: ParameterKind;
  /** Of an array: its extents; empty for a number. */
  readonly shape: readonly Extent[];
  /** The classes of labels, or the value of an `int`. */
  readonly count?: Extent;
  /** The share of ones in a mask. */
  readonly share?: number;
  /** The range of a number, or its one value twice. */
  readonly range?: readonly [number, number];
}

/** Sizes by symbol. */
export type Sizes = Readonly<Record<string, number>>;

/** A value as YAML has it: a number, or lists of numbers as deep as the array. */
export type Literal = number | readonly Literal[];

/** Which returned arrays are gradients, of what. */
export interface GradientsOf {
  readonly loss:
    | { readonly kind: 'returned'; readonly name: string }
    /** The sum of a returned array times a parameter. */
    | { readonly kind: 'product'; readonly returned: string; readonly by: string }
    | { readonly kind: 'python' };
  /** By what is returned: the parameter. */
  readonly of: Readonly<Record<string, string>>;
}

/** A known mistake of the folder: a function of `mistakes.py`, or a whole snippet. */
export interface FolderMistake {
  readonly code: string;
  readonly sentence: Text;
  /** The function of `mistakes.py`; null where `source` is a whole snippet. */
  readonly functionName: string | null;
  /** The whole snippet; empty where it is a function of `mistakes.py`. */
  readonly source: string;
  /** The marked lines, 1-based, of the file that it stands in. */
  readonly lines: readonly number[];
  readonly file: string;
  /** Where it begins in that file. */
  readonly line: number;
}

/** Another way that is right too. */
export interface FolderConvention {
  readonly functionName: string;
  readonly sentence: Text;
}

/** Judged by running the solution. */
export interface SolutionReference {
  readonly kind: 'solution';
  readonly parameters: readonly ParameterSpec[];
  readonly shown: Sizes;
  readonly distinct: Sizes;
  /** Null where equal sizes make no sense. */
  readonly square: Sizes | null;
  readonly more: readonly Sizes[];
  /** Values of the learner's own data that are not drawn. */
  readonly fixed: Readonly<Record<string, Literal>>;
  readonly gradients: GradientsOf | null;
  /** The relative error that still passes, where it is not the usual one. */
  readonly tolerance: number | null;
  readonly python: {
    readonly inputs: string | null;
    readonly check: string | null;
    readonly loss: string | null;
    readonly mistakes: string | null;
    readonly conventions: string | null;
  };
  readonly mistakes: readonly FolderMistake[];
  readonly conventions: readonly FolderConvention[];
}

/** Judged as a cut of a network. */
export interface NetworkReference {
  readonly kind: 'network';
  readonly spec: NetworkSpec;
}

export interface Definition {
  readonly id: ExerciseId;
  readonly title: Text;
  /** Exercises that one should have done before. */
  readonly after: readonly ExerciseId[];
  /** Where it stands among the exercises of a chapter without a list: the smaller, the earlier; null for behind those. */
  readonly order: number | null;
  readonly functionName: string;
  /** Every function or class that the snippet must define. */
  readonly functions: readonly string[];
  readonly parameters: readonly string[];
  readonly returns: readonly string[];
  readonly mayChangeInputs: boolean;
  readonly idea: Text;
  readonly equations: readonly Equation[];
  readonly drawing: Drawing | null;
  readonly starter: Text;
  readonly hints: readonly Hint[];
  readonly solution: string;
  readonly explanation: Text;
  readonly next: Text;
  readonly reference: NetworkReference | SolutionReference;
}
