/** What is shown of an exercise: its texts, equations, hints and picture. */
import type { OutputConvention } from '../network/conventions';
import type { NetworkSpec } from '../network/spec';

/** The ids of part one, whose exercises are TypeScript, in the order of the course. */
export const exerciseIds = [
  'chain-rule',
  'relu',
  'relu-derivative',
  'initialize-weights',
  'forward-2-layer',
  'cost',
  'output-gradients',
  'hidden-gradients',
  'backward-2-layer',
  'update-weights',
  'train-2-layer',
  'forward-3-layer',
  'backward-3-layer',
  'numerical-gradient',
  'exact-gradient',
  'debug-the-notes',
] as const;

/** An exercise of part one. */
export type PartOneId = (typeof exerciseIds)[number];

/** An exercise of part one, or of a chapter that is a folder: the folder's name. */
export type ExerciseId = string;

/** What an id looks like: it names a folder, a file of the learner's, and a key of their progress. */
export const exerciseIdPattern = /^[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){0,8}$/;

export type Language = 'en' | 'ko';

/**
 * A text in both languages. Paragraphs are separated by a blank line; inside them `code`, **strong** and $TeX$ are
 * understood, nothing else: no HTML, no links, no lists.
 */
export interface Text {
  readonly en: string;
  readonly ko: string;
}

export type Phase = 'forward' | 'cost' | 'backward' | 'update' | 'derivation' | 'idea';

/**
 * One line of the equations. Every array in the TeX is wrapped as `\term{NAME}{TeX}` with NAME as in the snippet
 * (`dZ2`, `W1`), so that the panel can light it up together with its line, its node and its results.
 */
export interface Equation {
  /** The name of what the equation defines: `dZ2`. Unique within the exercise. */
  readonly name: string;
  readonly phase: Phase;
  /** Rows are samples, as in the notes' code: `Z = X·W + b`. */
  readonly rows: string;
  /** Columns are samples, as in the notes' equations: `Z = W·X + b`. Null where both forms are the same. */
  readonly columns: string | null;
  /** The equation in words, for a screen reader and for hovers. */
  readonly words: Text;
}

/** The rungs of the ladder: each says a little more than the one before. */
export type HintKind = 'symptom' | 'concept' | 'term' | 'masked' | 'solution';

export interface Hint {
  readonly kind: HintKind;
  readonly text: Text;
  /** Python shown under the text; `___` stands for what is masked. */
  readonly code?: string;
}

/** The network that the panel draws beside the equations. */
export interface Picture {
  /** Sizes of the layers, input first: `[3, 5, 1]`. */
  readonly layers: readonly number[];
  readonly spec: NetworkSpec;
  /** Which gradient is carried back through it. */
  readonly convention: OutputConvention;
}

/** A drawing that comes with an exercise. */
export interface Drawing {
  /** SVG whose colours are `var(--vscode-…)`: the panel puts in the theme's. */
  readonly svg: Text;
  /** What it shows, for whoever does not see it. */
  readonly alternative: Text;
}

/** All of an exercise that is data: what is shown of it. */
export interface ExerciseContent {
  readonly id: ExerciseId;
  readonly title: Text;
  /** Exercises that one should have done before; whatever comes earlier in the course where none are named. */
  readonly after?: readonly ExerciseId[];
  /** The function that the learner writes, with its parameters and the names of what it returns. */
  readonly functionName: string;
  readonly parameters: readonly string[];
  readonly returns: readonly string[];
  /** The idea in a few sentences. */
  readonly idea: Text;
  readonly equations: readonly Equation[];
  /** Null where no network is involved (the chain rule by itself). */
  readonly picture: Picture | null;
  readonly drawing?: Drawing;
  /** The snippet to begin with; comments in the learner's language, `...` where the blank is. */
  readonly starter: Text;
  readonly hints: readonly Hint[];
  readonly solution: string;
  /** Why the solution is what it is; shown after passing. */
  readonly explanation: Text;
  /** What to try next, beyond the exercise. */
  readonly next: Text;
  /** Whether each sample is a row of X, as in the notes, or a column. */
  readonly samples?: 'columns';
  /** The shapes of what comes back on the learner's own data, by name, in the orientation of the samples. */
  readonly shapes?: Readonly<Record<string, readonly number[]>>;
  /** Whether the panel gives numbers first, and names and lines of mistakes only on asking. */
  readonly namesOnAsking?: true;
}
