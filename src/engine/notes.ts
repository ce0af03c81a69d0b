/** The notes' data and settings. */
import { LegacyRandom } from './random';
import type { Tensor } from './tensor';

/** The notes' settings: sizes of the layers, rate and iterations of the descent, seed of the data. */
export const notesSettings = {
  samples: 100,
  input: 3,
  hidden: 5,
  output: 1,
  learningRate: 0.01,
  iterations: 1000,
  seed: 42,
} as const;

/** X (100, 3) and Y (100, 1), drawn one after the other from seed 42. */
export function notesData(): { X: Tensor; Y: Tensor } {
  const random = new LegacyRandom(notesSettings.seed);
  const X = random.rand(notesSettings.samples, notesSettings.input);
  const Y = random.rand(notesSettings.samples, notesSettings.output);
  return { X, Y };
}
