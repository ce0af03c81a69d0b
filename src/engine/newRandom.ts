/**
 * The generator behind `np.random.default_rng(42)`: other numbers than `np.random.seed(42)` gives, though the seed is the
 * same. Source: M. E. O'Neill, "PCG" (2014), 128 bits of state and 64 of output; G. Marsaglia, W. W. Tsang, "The Ziggurat
 * Method" (2000), in 256 layers, as NumPy draws normal numbers.
 */
import type { Tensor } from './tensor';
import { sizeOf } from './tensor';

const wide = (1n << 128n) - 1n;
const word = (1n << 64n) - 1n;
const multiplier = 0x2360ed051fc65da44385df649fccf645n;
/** What NumPy's seed sequence makes of 42. */
const begin = { state: 0xcea44f6798798f2aacbc7c9d68860ac8n, increment: 0xfa505436c9a8416e66caf2e28d25abffn };

const layers = 256;
/** Where the tail begins, and the area of each layer. */
const tail = 3.6541528853610088;
const area = 0.004928673233974655;
const mantissa = 2 ** 52;

/** The right ends of the layers under exp(−x²/2), the widest last, and the heights there. */
function makeLayers(): { readonly ends: readonly number[]; readonly heights: readonly number[] } {
  const ends = new Array<number>(layers).fill(0);
  ends[layers - 1] = tail;
  for (let i = layers - 2; i > 0; i--) {
    const x = ends[i + 1] ?? tail;
    ends[i] = Math.sqrt(-2 * Math.log(area / x + Math.exp(-0.5 * x * x)));
  }
  return { ends, heights: ends.map((x) => Math.exp(-0.5 * x * x)) };
}

const { ends, heights } = makeLayers();

/** How wide the box of a layer is; the lowest has as much area with its tail. */
function widthOf(layer: number): number {
  return layer === 0 ? area / (heights[layers - 1] ?? NaN) : (ends[layer] ?? NaN);
}

/** Draws what NumPy draws after `np.random.default_rng(42)`, in the same order. */
export class NewRandom {
  private state = begin.state;

  /** Uniform draws in [0, 1), as `rng.random(shape)`. */
  rand(shape: readonly number[]): Tensor {
    return this.fill(shape, () => this.uniform());
  }

  /** Standard normal draws, as `rng.standard_normal(shape)`. */
  randn(shape: readonly number[]): Tensor {
    return this.fill(shape, () => this.normal());
  }

  private fill(shape: readonly number[], draw: () => number): Tensor {
    return { shape: [...shape], data: Float64Array.from({ length: sizeOf(shape) }, draw) };
  }

  private word(): bigint {
    this.state = (this.state * multiplier + begin.increment) & wide;
    const mixed = (this.state >> 64n) ^ (this.state & word);
    const turn = this.state >> 122n;
    return ((mixed >> turn) | (mixed << (64n - turn))) & word;
  }

  private uniform(): number {
    return Number(this.word() >> 11n) / 2 ** 53;
  }

  private normal(): number {
    for (;;) {
      const bits = this.word();
      const layer = Number(bits & 0xffn);
      const sign = (bits >> 8n) & 1n ? -1 : 1;
      const part = Number((bits >> 9n) & 0xfffffffffffffn);
      const x = (part / mantissa) * widthOf(layer);
      // The part of a layer that lies under the curve at every height.
      const inner = layer === 0 ? tail : (ends[layer - 1] ?? 0);
      if (x < inner) return sign * x;
      if (layer === 0) return this.fromTail() * ((bits >> 17n) & 1n ? -1 : 1);
      const [low, high] = [heights[layer] ?? NaN, heights[layer - 1] ?? NaN];
      if ((high - low) * this.uniform() + low < Math.exp(-0.5 * x * x)) return sign * x;
    }
  }

  private fromTail(): number {
    for (;;) {
      const x = -Math.log1p(-this.uniform()) / tail;
      const y = -Math.log1p(-this.uniform());
      if (y + y > x * x) return tail + x;
    }
  }
}
