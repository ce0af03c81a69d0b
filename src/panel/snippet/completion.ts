/** What the editor offers to complete: the function's parameters, the equations' names, the snippet's own names, NumPy. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { localCompletionSource } from '@codemirror/lang-python';

/** NumPy as far as the course needs it, with the call's shape. */
const numpyNames: readonly (readonly [string, string])[] = [
  ['abs', '(x)'],
  ['allclose', '(a, b)'],
  ['arange', '(stop)'],
  ['array', '(values)'],
  ['copy', '(a)'],
  ['dot', '(a, b)'],
  ['empty_like', '(a)'],
  ['exp', '(x)'],
  ['log', '(x)'],
  ['matmul', '(a, b)'],
  ['max', '(a, axis=None)'],
  ['maximum', '(a, b)'],
  ['mean', '(a, axis=None, keepdims=False)'],
  ['minimum', '(a, b)'],
  ['multiply', '(a, b)'],
  ['ndindex', '(*shape)'],
  ['newaxis', ''],
  ['ones', '(shape)'],
  ['ones_like', '(a)'],
  ['power', '(a, b)'],
  ['random.rand', '(*shape)'],
  ['random.randn', '(*shape)'],
  ['random.seed', '(seed)'],
  ['reshape', '(a, shape)'],
  ['shape', '(a)'],
  ['sqrt', '(x)'],
  ['square', '(x)'],
  ['subtract', '(a, b)'],
  ['sum', '(a, axis=None, keepdims=False)'],
  ['transpose', '(a)'],
  ['where', '(condition, a, b)'],
  ['zeros', '(shape)'],
  ['zeros_like', '(a)'],
];

const numpyOptions: readonly Completion[] = numpyNames.map(([label, detail]) => ({
  label,
  detail,
  type: detail === '' ? 'constant' : 'function',
}));

/** Names of the exercise, each with what it is. */
export interface ExerciseNames {
  readonly parameters: readonly string[];
  readonly terms: readonly string[];
}

/** After `np.`: NumPy. Elsewhere: the exercise's names and those of the snippet. */
export function completionSource(
  names: () => ExerciseNames,
): (context: CompletionContext) => CompletionResult | null | Promise<CompletionResult | null> {
  return (context) => {
    const dotted = context.matchBefore(/\b(?:np|numpy)\.[\w.]*/u);
    if (dotted !== null) {
      const from = dotted.from + dotted.text.indexOf('.') + 1;
      return { from, options: [...numpyOptions], validFor: /^[\w.]*$/u };
    }
    const word = context.matchBefore(/[A-Za-z_]\w*/u);
    if (word === null && !context.explicit) return null;
    if (context.matchBefore(/\.\w*/u) !== null) return null;
    const { parameters, terms } = names();
    const own: Completion[] = [
      ...parameters.map((label) => ({ label, type: 'variable', detail: 'parameter', boost: 2 })),
      ...terms
        .filter((label) => !parameters.includes(label))
        .map((label) => ({ label, type: 'variable', detail: 'equation', boost: 1 })),
      { label: 'np', type: 'namespace', detail: 'numpy' },
    ];
    const local = localCompletionSource(context);
    const seen = new Set(own.map((option) => option.label));
    const fromSnippet = isResult(local) ? local.options.filter((option) => !seen.has(option.label)) : [];
    return { from: word?.from ?? context.pos, options: [...own, ...fromSnippet], validFor: /^\w*$/u };
  };
}

function isResult(value: unknown): value is CompletionResult {
  return typeof value === 'object' && value !== null && 'options' in value;
}
