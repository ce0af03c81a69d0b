/**
 * What a Python that runs snippets must do, whatever it is made of: the built-in CPython in a worker, or the
 * learner's own interpreter in a process. Both execute the same harness and give the same `SnippetRun`.
 */

/** An array on its way into or out of Python. `data` is in C order; booleans are 0 and 1, integers are exact to 2^53. */
export interface PyArray {
  readonly kind: 'array';
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/** A Python value that the harness understands. Anything else comes out as `other`, with its type's name. */
export type PyValue =
  | PyArray
  | {
      readonly kind: 'number';
      readonly type: 'float' | 'int' | 'bool';
      readonly value: number;
      /** Where it is a NumPy number with fewer digits than Python's own: `float32`. */
      readonly dtype?: string;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'tuple' | 'list'; readonly items: readonly PyValue[] }
  /** The entries whose keys are text, in order. */
  | { readonly kind: 'dict'; readonly keys: readonly string[]; readonly items: readonly PyValue[] }
  | { readonly kind: 'other'; readonly type: string; readonly text: string };

/** An argument for the learner's function. `function` is a Python expression that gives a callable, with `np` in reach. */
export type PyArgument = PyListItem | { readonly kind: 'function'; readonly source: string };

/** What an argument may be, and what a list of them holds. */
export type PyListItem =
  | PyArray
  | { readonly kind: 'number'; readonly type: 'float' | 'int'; readonly value: number }
  | { readonly kind: 'list'; readonly items: readonly PyListItem[] };

/**
 * How what the learner wrote is called where it is not one plain function: `source` defines `check(snippet, *arguments)`,
 * where `snippet` has everything that the snippet defines as attributes, and gives what is to be compared.
 */
export interface SnippetAdapter {
  readonly source: string;
  /** Every function or class that the snippet must define. */
  readonly functions: readonly string[];
}

/** One call of the learner's function, on copies of the arguments. */
export interface SnippetCall {
  readonly name: string;
  /** Positional arguments with the names of the exercise's parameters. */
  readonly arguments: readonly { readonly name: string; readonly value: PyArgument }[];
  /** Whether to record the line trace. */
  readonly trace: boolean;
  /** Whether to call twice (on fresh copies, with another random state) and compare. */
  readonly twice: boolean;
  /** Whether to call only where a call before it raised: what it gives is asked for nowhere else. */
  readonly onlyAfterError?: boolean;
  /** Where this says so of the calls before it, there is no call. */
  readonly unless?: (before: readonly CallResult[]) => boolean;
  /** Whether what it prints is kept, in place of what an earlier call has printed. The first call's always is. */
  readonly isPrinted?: boolean;
  /** The function to call, where it is another than the request's, and no adapter goes between. */
  readonly function?: string;
}

/**
 * A program of the tutor's own that drives the learner's function, for example to train a network with it.
 * `source` defines `drive(learner, *arguments)`, runs in a namespace of its own with `np`, and returns arrays.
 */
export interface SnippetDrive {
  readonly name: string;
  readonly source: string;
  readonly arguments: readonly PyArgument[];
  /** The name of a call: where it was not made, what the drive prints is kept as what that would have printed. */
  readonly insteadOf?: string;
  /** Whether what it prints is kept, in place of what calls have printed. */
  readonly isPrinted?: boolean;
}

export interface RunLimits {
  /** Wall-clock seconds for the whole run. */
  readonly timeoutSeconds: number;
  /** Bytes of standard output kept. Printing more is cut; printing 256 times as much ends the run (`output`). */
  readonly outputBytes: number;
  /** Bytes of all arrays returned and traced together; the trace takes at most half and is cut there. */
  readonly resultBytes: number;
}

export interface SnippetRequest {
  readonly source: string;
  readonly functionName: string;
  readonly adapter?: SnippetAdapter;
  readonly calls: readonly SnippetCall[];
  readonly drives: readonly SnippetDrive[];
  readonly limits: RunLimits;
  /** Names of what the function returns, where it returns several. */
  readonly returns?: readonly string[];
  /** Names of the arguments of every call, in order; where they are not given, the first call tells them. */
  readonly parameters?: readonly string[];
  /** Names of the arguments that a dictionary holds which the function takes under this name: `cache`, `params` … */
  readonly bundles?: Readonly<Record<string, readonly string[]>>;
  /** Runs the definitions of the program alone, for this reason. */
  readonly without?: Without;
  /** Measures the gradients of the file's own functions in place of any call. */
  readonly own?: OwnQuestion;
  /** Looks for the place of a mistake in place of any call. */
  readonly places?: PlacesQuestion;
}

/** At which one place the program has to be written otherwise for its function to give what it should. */
export interface PlacesQuestion {
  readonly probes: readonly {
    readonly arguments: readonly PyArgument[];
    /** For each accepted way to compute it, the arrays that come back, in order. */
    readonly expected: readonly PyArgument[];
    /** What a right program holds on the way, in order; none where that is not known. */
    readonly held: readonly PyListItem[];
  }[];
  /** By how much of its largest entry an array may differ and still be right. */
  readonly close: number;
  /** What the trace tells: there the search begins. */
  readonly line: number | null;
  /** Whether that line was seen to hold just what a known mistake holds there. */
  readonly shown: boolean;
}

/** What was found by running the program with one place of it written otherwise. */
export interface PlacesAnswer {
  /** The changes that make everything right, the simplest kind alone. */
  readonly fits: readonly {
    readonly line: number;
    readonly text: string;
  }[];
  /** The lines of expressions that every wrong result and no right one comes from. */
  readonly reached: readonly number[];
  /** Whether all changes were tried. */
  readonly done: boolean;
}

/** What is asked about a learner's own file: see `owncode/gradcheck.ts`. */
export interface OwnQuestion {
  /** The one function to look at; null for all that look like a backward pass. */
  readonly function: string | null;
  /** Of the point at which the gradients are measured. */
  readonly seed: number;
  /** Where the file's data and modules are; null where it may read none, as always in the built-in Python. */
  readonly folder: string | null;
  /** By dotted name, texts of modules beside the file that it may import, where it reads no files. */
  readonly modules?: Readonly<Record<string, string>>;
}

/** What was measured, as it came: `owncode/decode.ts` reads it. */
export interface OwnAnswer {
  readonly header: unknown;
  readonly numbers: Float64Array;
}

export type RunErrorKind =
  'syntax' | 'exception' | 'timeout' | 'memory' | 'output' | 'contract' | 'unsupported';

/**
 * What a Python exception means here: the kind of slip, and what a sentence about it needs (names, shapes, lines), all of
 * it text. `grader/hints.ts` has the sentences.
 */
export interface ErrorHint {
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
}

/** Why a run, a call or a drive did not come to its end. Lines and columns are 1-based and of the snippet. */
export interface RunError {
  readonly kind: RunErrorKind;
  /** The Python exception's class (`ValueError`), or null where there is none. */
  readonly type: string | null;
  /** The sentence for the learner, in Python's own wording for exceptions: `ValueError: shapes (3,4) …`. */
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  /** The traceback with only the learner's frames, as Python prints it; empty where there is none. */
  readonly traceback: string;
  readonly hint: ErrorHint | null;
  /** What sort of error of its class Python's words tell of, by a code; null where the class says all. */
  readonly sort: string | null;
}

/** Why a statement of the program around the function was left out. */
export type SkipReason =
  /** It raised; `name` is the exception's class. */
  | 'error'
  /** It took longer, or printed more, than a program around the function may. */
  | 'long'
  | 'printing'
  /** A package, or a module of the learner's own, is not there: `name`. Or it is closed to snippets. */
  | 'missing'
  | 'closed'
  /** It needs what another skipped statement would have made: `name`. */
  | 'needs'
  /** A name that nothing defines: `name`. */
  | 'undefined'
  /** A decorator that is not there: the function stands without it. */
  | 'decorator'
  /** A base class that is not there: the class stands without it. */
  | 'base'
  /** Drawing, logging: a check looks at numbers only. It ran, and did nothing. */
  | 'drawing'
  /** A line that only a notebook understands. */
  | 'notebook'
  /** Left out with all that is no definition, because of what the program as a whole does: `name` is a `Without`. */
  | 'rest';

/**
 * What a whole program took all of, or did to Python, so that its imports, functions, classes and constants are to be run
 * alone.
 */
export type Without = 'time' | 'memory' | 'crash';

/** A statement at the top level of the snippet that was left out, or stood in for. */
export interface SkippedStatement {
  readonly line: number;
  readonly endLine: number;
  /** The beginning of its first line. */
  readonly code: string;
  readonly reason: SkipReason;
  readonly name: string;
  readonly error: RunError | null;
}

/**
 * The value that a local had after a line ran: an array, a number, or a short tuple or list. Recorded when it is new or
 * differs from the last record; parameters as they came in are not recorded. What a short list, a dict or an object of
 * the snippet's own classes holds is recorded like locals, under `cache['Z1']`, `costs[0]` or `self.W1`.
 */
export interface TraceEvent {
  readonly line: number;
  /** The function whose frame it is: `backward_propagation`, a helper's name, `<lambda>`, or `<module>`. */
  readonly frame: string;
  /** 0 for the exercise's function itself, 1 for what it calls … */
  readonly depth: number;
  /**
   * The local's name; `return` for the value that a frame returned (line of the return statement), `def` for a tuple of
   * the arrays and numbers that a helper was given (line of its call; only the first calls of each).
   */
  readonly name: string;
  readonly value: PyValue;
  /** True where an array was changed in place rather than bound anew. */
  readonly inPlace: boolean;
}

export interface CallResult {
  readonly name: string;
  /** Null where the call raised. */
  readonly returned: PyValue | null;
  readonly error: RunError | null;
  /** What the second call gave, where it was asked for: whether it was bit for bit the same. */
  readonly deterministic: boolean | null;
  /** The line from which a further call went another way, where the trace of one that is not deterministic tells it. */
  readonly divergesAt: number | null;
  /** Names of the arguments that the call changed in place, with the line that did where the trace knows it. */
  readonly changedInputs: readonly { readonly name: string; readonly line: number | null }[];
  readonly trace: readonly TraceEvent[];
  readonly traceTruncated: boolean;
  /**
   * Of the return statement that ended the call: where it returns a tuple display, the line of each element's
   * expression; else the one line of the statement. Empty where unknown.
   */
  readonly returnLines: readonly number[];
}

export interface DriveResult {
  readonly name: string;
  readonly returned: PyValue | null;
  readonly error: RunError | null;
}

export interface SnippetRun {
  /** What kept the run from its end: syntax, a missing function (or why it is missing), a limit. Else null. */
  readonly error: RunError | null;
  /** One for each call that was made, in order; fewer than asked for where a limit ended the run. */
  readonly calls: readonly CallResult[];
  readonly drives: readonly DriveResult[];
  /**
   * What the module code and the first call printed, or the last that `isPrinted`, standard error included, as on a
   * terminal. Other calls and drives run the same code again, and what they print would only repeat it.
   */
  readonly stdout: string;
  readonly stdoutTruncated: boolean;
  /** Lines inside functions where `...` stands alone as a statement. */
  readonly blanks: readonly number[];
  /** What of the program around the function did not run. */
  readonly skipped: readonly SkippedStatement[];
  /** What was measured, where that was asked for and the run came to it. */
  readonly own?: OwnAnswer;
  /** Where a mistake stands, where that was asked for and could be tried. */
  readonly places?: PlacesAnswer;
  /** Milliseconds: until Python was ready for this request (0 when warm), and the run itself. */
  readonly timings: { readonly startMs: number; readonly runMs: number };
}

/** How far a Python has come; told to whoever shows progress. */
export type RuntimePhase = 'starting' | 'first-start' | 'ready' | 'running' | 'stopped';

/** A Python that runs one snippet at a time; further requests wait their turn. */
export interface PythonRuntime {
  /** For people: `CPython 3.14 (built in)`, `/usr/bin/python3 (Python 3.11, NumPy 1.24.2)`. Null before it has started. */
  readonly description: string | null;
  /** Whether what it runs may read files of this machine: the learner's own interpreter's may. */
  readonly readsFiles: boolean;
  /** Starts Python so that the next run is warm. Rejects with a `RuntimeUnavailableError` that names the next action. */
  start(): Promise<void>;
  /**
   * Runs a snippet. Resolves in every case that the snippet can cause, limits included; rejects only with
   * `RuntimeUnavailableError` (no such interpreter, no NumPy there) or when `signal` aborts (`AbortError`).
   * `afterCalls` is told what is known once the calls are done, where drives are still to come: they may take long.
   */
  run(
    request: SnippetRequest,
    signal?: AbortSignal,
    afterCalls?: (run: SnippetRun) => void,
  ): Promise<SnippetRun>;
  onPhase(listener: (phase: RuntimePhase) => void): { dispose(): void };
  dispose(): Promise<void>;
}

/** Raised where there is no Python to run with; `message` says what to install or to choose. */
export class RuntimeUnavailableError extends Error {
  override readonly name = 'RuntimeUnavailableError';

  /** `code` and `details` are for whoever says it in another language: see `unavailableSentence`. */
  constructor(
    message: string,
    readonly code: string | null = null,
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
