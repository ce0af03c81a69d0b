/** The ways in which measured parameters can be layers one after the other, from an input on. */
import type { Budget } from '../../diagnosis/budget';
import type { Samples } from '../../engine/columnForm';
import { activate } from '../../engine/activation';
import { activations, type KnownActivation } from '../../engine/activations';
import type { Tensor } from '../../engine/tensor';
import { add, matmul, matrixShape, transpose } from '../../engine/tensor';
import type { MeasuredParameter } from '../measured';
import { readingsOf, type Pool } from './pool';
import type { UsedParameter } from './recovered';

/** A layer up to its Z; the function of the last one is found with the loss. */
export interface ChainLayer {
  readonly weights: UsedParameter;
  /** (n_in, n_out) */
  readonly W: Tensor;
  readonly bias: UsedParameter | null;
  /** (1, n_out) */
  readonly b: Tensor | null;
  readonly Z: Tensor;
  /** Null for the last layer. */
  readonly activation: KnownActivation | null;
}

export interface Chain {
  readonly X: Tensor;
  readonly samples: Samples;
  readonly layers: readonly ChainLayer[];
}

/** A and how it was come by: what the next layer reads. */
interface Reached {
  readonly A: Tensor;
  readonly layers: readonly ChainLayer[];
  readonly unused: ReadonlySet<number>;
  /** The function that layers have whose A is not to be seen: one for all of them. */
  readonly unseen: KnownActivation | null;
}

/** What it takes to make an array and to look for it among those of the run, in multiplications. */
const lookUp = 3000;

/** What a hidden layer may end in. Bounds of a search grow with them: another function takes nothing from the others. */
export const hidden: readonly KnownActivation[] = Object.values(activations).filter(
  ({ entry }) => entry !== null,
);

interface Linear {
  readonly weights: UsedParameter;
  readonly W: Tensor;
}

/** The readings of a parameter as (n_in, n_out) for inputs of a width. */
function weightsFor(width: number, { value }: MeasuredParameter, index: number): readonly Linear[] {
  const { shape, data } = value;
  if (shape.length < 2) {
    return data.length === width && data.length > 0
      ? [{ weights: { index, isTurned: false }, W: { shape: [width, 1], data } }]
      : [];
  }
  if (shape.length > 2) return [];
  const [rows, columns] = matrixShape(value);
  return [
    ...(rows === width ? [{ weights: { index, isTurned: false }, W: value }] : []),
    ...(columns === width ? [{ weights: { index, isTurned: true }, W: transpose(value) }] : []),
  ];
}

function isVector({ shape }: Tensor): boolean {
  return shape.filter((extent) => extent !== 1).length <= 1;
}

/** Chains over all parameters that the loss depends on. */
export class Chains {
  constructor(
    private readonly parameters: readonly MeasuredParameter[],
    /** The places of those that must be used. */
    private readonly needed: ReadonlySet<number>,
    private readonly pool: Pool,
    /** Whether the run must have left Z or A of every layer but the last. */
    private readonly isSeen: boolean,
    /** How many ways to the end are followed before giving up. */
    private left: number,
    private readonly work: Budget,
  ) {}

  /** From one array as the inputs. */
  *from(input: Tensor): Generator<Chain> {
    for (const { value: X, samples } of readingsOf(input)) {
      const start: Reached = { A: X, layers: [], unused: this.needed, unseen: null };
      for (const layers of this.further(start)) yield { X, samples, layers };
    }
  }

  /** The next layers that could follow: those whose Z was left somewhere before the others. */
  private next({ A, unused }: Reached): readonly ChainLayer[] {
    const [, width] = matrixShape(A);
    const all = [...unused].flatMap((index): ChainLayer[] => {
      const parameter = this.parameters[index];
      return parameter
        ? weightsFor(width, parameter, index).flatMap((linear) => this.withBiases(A, linear, unused))
        : [];
    });
    const cost = (layer: ChainLayer): number =>
      // Before its bias is added a product may be kept too: a layer with a bias is the further one.
      2 * Number(!this.pool.holds(layer.Z)) + Number(layer.bias === null);
    return all
      .map((layer) => ({ layer, cost: cost(layer) }))
      .sort((a, b) => a.cost - b.cost)
      .map(({ layer }) => layer);
  }

  private withBiases(A: Tensor, { weights, W }: Linear, unused: ReadonlySet<number>): readonly ChainLayer[] {
    const [samples, from] = matrixShape(A);
    const [, width] = matrixShape(W);
    if (!this.work.spend(samples * width * from + lookUp)) return [];
    const product = matmul(A, W);
    const layer = { weights, W, activation: null };
    const biased = [...unused].flatMap((index): ChainLayer[] => {
      const value = this.parameters[index]?.value;
      if (!value || index === weights.index || value.data.length !== width || !isVector(value)) return [];
      const b: Tensor = { shape: [1, width], data: value.data };
      return [
        { ...layer, bias: { index, isTurned: value.shape[1] === 1 && width > 1 }, b, Z: add(product, b) },
      ];
    });
    return [...biased, { ...layer, bias: null, b: null, Z: product }];
  }

  private *further(reached: Reached): Generator<readonly ChainLayer[]> {
    for (const layer of this.next(reached)) {
      if (this.left <= 0 || this.work.isSpent) return;
      const unused = new Set(reached.unused);
      unused.delete(layer.weights.index);
      if (layer.bias) unused.delete(layer.bias.index);
      if (unused.size === 0) {
        this.left--;
        yield [...reached.layers, layer];
        continue;
      }
      for (const { activation, A, isSeen } of this.activated(layer, reached)) {
        yield* this.further({
          A,
          layers: [...reached.layers, { ...layer, activation }],
          unused,
          unseen: isSeen ? reached.unseen : activation,
        });
      }
    }
  }

  private activated(
    { Z }: ChainLayer,
    { unseen }: Reached,
  ): readonly { activation: KnownActivation; A: Tensor; isSeen: boolean }[] {
    if (!this.work.spend(hidden.length * (10 * Z.data.length + lookUp))) return [];
    const all = hidden.map((activation) => {
      const A = activate(activation, Z);
      const isSeen = activation.name !== 'identity' && this.pool.holds(A);
      return { activation, A, isSeen };
    });
    const seen = all.filter(({ isSeen }) => isSeen);
    if (seen.length > 0) return seen;
    if (this.isSeen && !this.pool.holds(Z)) return [];
    return unseen ? all.filter(({ activation }) => activation === unseen) : all;
  }
}
