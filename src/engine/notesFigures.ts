/**
 * The figures that the notes print, digit for digit. Costs are those before iterations 0, 100, …, 900; weights are
 * printed with eight digits. The data behind both runs: `np.random.seed(42)`, X = rand(100, 3), then Y = rand(100, 1).
 */

/** What one run of the notes prints; the second run prints no final cost and no weights. */
export interface PrintedRun {
  /** The seed of the initial weights. */
  readonly seed: number;
  readonly every: number;
  readonly costs: readonly number[];
  readonly finalCost: number | null;
  readonly weights: PrintedWeights | null;
}

/** The parameters after the last update, row by row. */
export type PrintedWeights = Readonly<Record<'W1' | 'b1' | 'W2' | 'b2', readonly (readonly number[])[]>>;

/** The costs of the run that the course follows, from seed 42, before every hundredth update. */
export const printedCosts: { readonly every: number; readonly costs: readonly number[] } = {
  every: 100,
  costs: [
    0.29617825471294423, 0.15269541445708593, 0.1361997979546046, 0.12646802945091326, 0.11914873921362253,
    0.11360293902089343, 0.1093644928277771, 0.10602391756213714, 0.10337393702103816, 0.10130153664427889,
  ],
};

/** Both cost tables, in the order in which the notes print them. */
export const printedRuns: readonly PrintedRun[] = [
  {
    seed: 42,
    ...printedCosts,
    finalCost: 0.0996029506728323,
    weights: {
      W1: [
        [0.38553946, -0.12752398, 0.63039514, 1.34103988, -0.28337825],
        [-0.28597683, 1.34967434, 0.8747145, -0.57277477, 0.41792644],
        [-0.48307578, -0.42430458, 0.10641514, -1.94377297, -1.73688937],
      ],
      b1: [[-0.14504482, -0.27615878, 0.11353132, -0.2374223, -0.16592391]],
      W2: [[-0.53349839], [-0.62402997], [0.46785601], [-0.76468007], [-1.40329412]],
      b2: [[0.26322109]],
    },
  },
  {
    seed: 11,
    every: 100,
    costs: [
      0.28050715536743137, 0.22305593899821646, 0.18148978926232306, 0.15719628052307497, 0.1299445795692305,
      0.10449521360738043, 0.09277975562253016, 0.08762657800189057, 0.08627957366599676, 0.08612824468561733,
    ],
    finalCost: null,
    weights: null,
  },
];

/** How close a computed figure must be to a printed one: the order of summation moves the last digits of a cost. */
export const printedTolerance = {
  /** Relative, on every cost. */
  cost: 1e-12,
  /** Absolute, on every weight: half of the last printed digit. */
  weight: 5e-9,
} as const;
