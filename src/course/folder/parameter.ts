/** What `exercise.yaml` says of a parameter: `[m, k]`, `one-hot [m, k]`, `labels [m] of k`, `number 0.1 to 0.9` … */
import type { ParameterKind, ParameterSpec } from './definition';
import { readExtent, type Extent } from './extent';

const kindsOfArrays: readonly ParameterKind[] = [
  'positive',
  'unit',
  'small',
  'probabilities',
  'one-hot',
  'mask',
  'labels',
];

/** The words that may stand for a parameter, for error messages. */
export const parameterForms =
  '[m, k], positive […], unit […], small […], probabilities […], one-hot […], mask […], labels […] of k, number, ' +
  'number 0.9, number 0.1 to 0.9, int, int 3, int 2 to 6, int k, function, or given';

/** The extents between brackets, parted at commas outside inner brackets. */
function extentsOf(text: string): readonly Extent[] {
  if (text.trim() === '') return [];
  return text.split(',').map((part) => readExtent(part));
}

const decimal = String.raw`-?\d+(?:\.\d+)?(?:e-?\d+)?`;

function numberSpec(name: string, kind: 'number' | 'int', rest: string): ParameterSpec {
  const usual: readonly [number, number] = kind === 'int' ? [2, 5] : [0.1, 0.9];
  if (rest === '') return { name, kind, shape: [], range: usual };
  const range = new RegExp(`^(${decimal}) to (${decimal})$`).exec(rest);
  if (range) {
    const [low, high] = [Number(range[1]), Number(range[2])];
    if (low > high) throw new RangeError(`${rest}: the range ends before it begins`);
    return { name, kind, shape: [], range: [low, high] };
  }
  if (new RegExp(`^${decimal}$`).test(rest)) {
    return { name, kind, shape: [], range: [Number(rest), Number(rest)] };
  }
  if (kind === 'int') return { name, kind, shape: [], count: readExtent(rest) };
  throw new RangeError(`expected a number or a range such as 0.1 to 0.9, got “${rest}”`);
}

/** Reads what stands for a parameter: a list of extents, or words. A `RangeError` says what is wrong with it. */
export function readParameter(name: string, written: unknown): ParameterSpec {
  if (Array.isArray(written)) {
    return { name, kind: 'array', shape: written.map((extent) => readExtent(String(extent))) };
  }
  const text = typeof written === 'string' ? written.trim() : '';
  if (text === 'function' || text === 'given') return { name, kind: text, shape: [] };
  const number = /^(number|int)\b\s*(.*)$/.exec(text);
  if (number) return numberSpec(name, number[1] as 'number' | 'int', number[2] ?? '');
  const array = /^([a-z-]*)\s*\[(.*)\]\s*(?:of\s+(.+))?$/.exec(text);
  const kind = array?.[1] === '' ? 'array' : kindsOfArrays.find((one) => one === array?.[1]);
  if (!array || !kind) throw new RangeError(`expected one of: ${parameterForms}`);
  const shape = extentsOf(array[2] ?? '');
  const of = array[3];
  if (kind === 'labels') {
    if (of === undefined) throw new RangeError('labels need a number of classes: labels [m] of k');
    return { name, kind, shape, count: readExtent(of) };
  }
  if (of === undefined) return { name, kind, shape };
  const share = Number(of);
  if (kind !== 'mask' || !(share > 0 && share < 1)) {
    throw new RangeError(
      '“of” belongs to labels (a number of classes) and to mask (a share between 0 and 1)',
    );
  }
  return { name, kind, shape, share };
}
