/** Arrays that are all different, to the last bit: a trace holds most of its arrays again and again. */
import { sameShape, type Tensor } from '../engine/tensor';

function isIdentical(a: Tensor, b: Tensor): boolean {
  return sameShape(a.shape, b.shape) && a.data.every((entry, i) => Object.is(entry, b.data[i]));
}

/** Arrays that have been met. */
export class Met {
  readonly #byKey = new Map<string, Tensor[]>();

  constructor(tensors: Iterable<Tensor> = []) {
    for (const tensor of tensors) this.isNew(tensor);
  }

  /** Whether the array is met for the first time; from now on it is known. */
  isNew(tensor: Tensor): boolean {
    const { shape, data } = tensor;
    const key = `${shape.join()}/${String(data.reduce((sum, entry) => sum + entry, 0))}`;
    const alike = this.#byKey.get(key);
    if (alike?.some((one) => isIdentical(one, tensor))) return false;
    if (alike) alike.push(tensor);
    else this.#byKey.set(key, [tensor]);
    return true;
  }
}

/** Each of the arrays once, in their order, without those that have been met. */
export function distinct(tensors: readonly Tensor[], met: Met = new Met()): readonly Tensor[] {
  return tensors.filter((tensor) => met.isNew(tensor));
}
