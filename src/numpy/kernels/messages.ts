/**
 * The errors that kernels and the package's Python both raise, with NumPy's words for them: one table for both languages.
 * Python raises them by name, through the kernel `fault`.
 */
import { PythonError } from './pythonError';

type Entry = readonly [kind: 'value' | 'index', words: (...parts: readonly string[]) => string];

const table = {
  read_only: ['value', () => 'assignment destination is read-only'],
  output_read_only: ['value', () => 'output array is read-only'],
  negative_counts: ['value', () => "'list' argument must have no negative elements"],
  two_ellipses: ['index', () => "an index can only have a single ellipsis ('...')"],
  out_of_bounds: [
    'index',
    (index = '', axis = '', size = '') =>
      `index ${index} is out of bounds for axis ${axis} with size ${size}`,
  ],
  too_many_indices: [
    'index',
    (axes = '', used = '') =>
      `too many indices for array: array is ${axes}-dimensional, but ${used} were indexed`,
  ],
  // NumPy's sentence ends in a space.
  not_broadcast: [
    'value',
    (shapes = '') => `operands could not be broadcast together with shapes ${shapes} `,
  ],
  no_identity: [
    'value',
    (name = '') => `zero-size array to reduction operation ${name} which has no identity`,
  ],
} as const satisfies Readonly<Record<string, Entry>>;

/** The error of that name, to be thrown; what its words speak of comes in their order. */
export function fault(name: keyof typeof table, ...parts: readonly (string | number)[]): PythonError {
  return made(table[name], parts.map(String));
}

/** As `fault`, for a name that comes from Python. */
export function faultNamed(name: string, parts: readonly string[]): PythonError {
  const entry: Entry | undefined = new Map<string, Entry>(Object.entries(table)).get(name);
  return entry ? made(entry, parts) : new PythonError('value', `numpy: no error is called ${name}`);
}

function made([kind, words]: Entry, parts: readonly string[]): PythonError {
  return new PythonError(kind, words(...parts));
}
