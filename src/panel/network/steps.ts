/** The steps of the animation: forward, then backward, each with the factor it adds to the chain rule. */

/** One step; TeX is without terms, as it stands alone. */
export interface PassStep {
  /** The array that the step computes: `Z1`, `dA1`. */
  readonly name: string;
  readonly direction: 'forward' | 'cost' | 'backward';
  /** What stands on the left of the step's value. */
  readonly tex: string;
  /** The local gradient of a backward step: its TeX, and the array that holds it (null where it is 1 everywhere). */
  readonly local: { readonly tex: string; readonly array: LocalArray | null } | null;
  /** The product of all local gradients up to here, as the chain rule writes it. */
  readonly chain: string | null;
}

/** Where the numbers of a local gradient come from. */
export type LocalArray =
  | { readonly kind: 'array'; readonly name: string }
  | { readonly kind: 'reluDerivative'; readonly of: string }
  | { readonly kind: 'errorTimes'; readonly scale: 1 | 2; readonly output: string };

const d = (of: string, by: string): string => `\\frac{\\partial ${of}}{\\partial ${by}}`;
const sub = (letter: string, layer: number): string => `${letter}_{${String(layer)}}`;

/** All steps of a network with that many layers; `exact` also sends the delta through the output's ReLU. */
export function passSteps(layers: number, exact: boolean): readonly PassStep[] {
  const steps: PassStep[] = [];
  for (let layer = 1; layer <= layers; layer++) {
    for (const letter of ['Z', 'A']) {
      steps.push({
        name: `${letter}${String(layer)}`,
        direction: 'forward',
        tex: sub(letter, layer),
        local: null,
        chain: null,
      });
    }
  }
  steps.push({ name: 'cost', direction: 'cost', tex: 'L', local: null, chain: null });
  let chain: string[] = [];
  const backward = (
    name: string,
    tex: string,
    factor: string,
    array: LocalArray | null,
    carries: boolean,
  ): void => {
    const factors = [...chain, factor];
    if (carries) chain = factors;
    steps.push({
      name,
      direction: 'backward',
      tex: d('L', tex),
      local: { tex: factor, array },
      chain: factors.join(' \\cdot '),
    });
  };
  const output: LocalArray = { kind: 'errorTimes', scale: exact ? 2 : 1, output: `A${String(layers)}` };
  if (exact) backward(`dA${String(layers)}`, sub('A', layers), d('L', sub('A', layers)), output, true);
  for (let layer = layers; layer >= 1; layer--) {
    const [z, a, w, b] = ['Z', 'A', 'W', 'b'].map((letter) => sub(letter, layer)) as [
      string,
      string,
      string,
      string,
    ];
    const l = String(layer);
    const throughRelu: LocalArray = { kind: 'reluDerivative', of: `Z${l}` };
    if (layer < layers || exact) backward(`dZ${l}`, z, d(a, z), throughRelu, true);
    else backward(`dZ${l}`, z, d('L', z), output, true);
    const input = layer === 1 ? 'X' : `A${String(layer - 1)}`;
    backward(`dW${l}`, w, d(z, w), { kind: 'array', name: input }, false);
    backward(`db${l}`, b, d(z, b), null, false);
    if (layer > 1) {
      const below = sub('A', layer - 1);
      backward(`dA${String(layer - 1)}`, below, d(z, below), { kind: 'array', name: `W${l}` }, true);
    }
  }
  return steps;
}
