/** The arrays that a run left, as candidates for inputs, targets and layers. */
import type { Samples } from '../../engine/columnForm';
import type { Tensor } from '../../engine/tensor';
import { transpose } from '../../engine/tensor';
import { sameEntries } from '../../diagnosis/agreement';
import { forms } from '../../diagnosis/trace';
import type { Measured } from '../measured';

/** More arrays than a network of a person's own leaves; what comes after them is not looked at. */
const mostArrays = 400;

/** An array as (m, n), samples in rows, and how it was kept. */
export interface InRows {
  readonly value: Tensor;
  readonly samples: Samples;
}

/** The ways in which an array can be samples: a matrix in rows or in columns, a vector as m numbers or one sample. */
export function readingsOf(value: Tensor): readonly InRows[] {
  const { shape, data } = value;
  if (shape.length === 2) {
    const turned: InRows = { value: transpose(value), samples: 'columns' };
    return [{ value, samples: 'rows' }, turned];
  }
  if (shape.length > 1) return [];
  const one: InRows = { value: { shape: [data.length, 1], data }, samples: 'rows' };
  return data.length === 1 ? [one] : [one, { value: { shape: [1, data.length], data }, samples: 'rows' }];
}

function distinct(arrays: Iterable<Tensor>): readonly Tensor[] {
  const kept: Tensor[] = [];
  const bySize = new Map<number, Tensor[]>();
  for (const value of arrays) {
    if (kept.length >= mostArrays) break;
    if (value.shape.length > 2 || value.data.length === 0) continue;
    const known = bySize.get(value.data.length) ?? [];
    const isKnown = known.some(
      (one) => one.shape.join() === value.shape.join() && sameEntries(one.data, value.data),
    );
    if (isKnown) continue;
    bySize.set(value.data.length, [...known, value]);
    kept.push(value);
  }
  return kept;
}

export class Pool {
  /** What the functions were given, then what the lines left, each array once. */
  readonly arrays: readonly Tensor[];
  /** How many of them were given. */
  readonly given: number;
  private readonly bySize = new Map<number, Tensor[]>();

  constructor({ inputs, observations, calls = [] }: Measured) {
    // What functions were given are inputs too, where nothing was bound to it before.
    const passed = calls.flatMap((call) => [...call.given, ...(call.kept ?? [])]);
    const given = distinct([...inputs.map(({ value }) => value), ...passed]);
    this.given = given.length;
    this.arrays = distinct([...given, ...observations.map(({ value }) => value)]);
    for (const value of this.arrays) {
      const size = value.data.length;
      this.bySize.set(size, [...(this.bySize.get(size) ?? []), value]);
    }
  }

  /** The arrays of so many entries. */
  ofSize(size: number): readonly Tensor[] {
    return this.bySize.get(size) ?? [];
  }

  /** Whether an array or its transpose was left somewhere. */
  holds(value: Tensor): boolean {
    const either = forms(value);
    return this.ofSize(value.data.length).some((one) => either.some((data) => sameEntries(data, one.data)));
  }
}
