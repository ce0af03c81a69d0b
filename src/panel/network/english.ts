/** What the network says, in English. Numbers arrive as they are printed; `**` marks what a sentence is about. */

/** `2 and 3`, `1, 2 and 3`. */
function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const english = {
  input: (unit: number) => `input ${String(unit)}`,
  /** `layer` is null where there is one hidden layer only. */
  hidden: (unit: number, layer: number | null) =>
    layer === null ? `unit ${String(unit)}` : `unit ${String(unit)} of layer ${String(layer)}`,
  /** `unit` is null where there is one output only. */
  output: (unit: number | null) => (unit === null ? 'the output' : `output ${String(unit)}`),

  addsUp: (unit: string, sum: string) => `${capital(unit)} adds up what comes in: ${sum}.`,
  isOff: (unit: string, z: string) => `${capital(unit)} is off: ${z} is below 0, so ReLU gives **0**.`,
  isOn: (unit: string, a: string) => `${capital(unit)} is on: ReLU lets **${a}** through unchanged.`,
  passesOn: (unit: string, a: string) => `${capital(unit)} hands on **${a}** as it is.`,
  makes: (unit: string, name: string, z: string, a: string) =>
    `${capital(unit)}: ${name} makes **${a}** of ${z}.`,
  softmax: (unit: string, z: string, a: string) =>
    `${capital(unit)}: of all outputs together, softmax gives **${a}** to ${z}.`,
  target: (a: string, y: string) => `The network answers ${a}; the target is ${y}.`,

  squares: (halved: boolean, sum: string) => `${halved ? 'Half the' : 'The'} squared distance: ${sum}.`,
  wholeSquare: (cost: string) =>
    `The notes’ cost is the whole square, ${cost}; A − Y is the gradient of half of it.`,
  logarithm: (probability: string, loss: string) =>
    `What was right had the probability ${probability}: −ln(${probability}) = **${loss}**.`,
  loss: (loss: string) => `The loss of this sample is **${loss}**.`,

  error: (unit: string, difference: string) => `The error of ${unit}: ${difference}.`,
  tooLow: 'The answer is too low.',
  tooHigh: 'The answer is too high.',
  lossSlope: (unit: string, slope: string) =>
    `Were ${unit} a little larger, the loss would change **${slope}** times as much.`,
  closed: (z: string) =>
    `This output is closed (${z} is below 0), so its true slope is 0. The notes’ rule A − Y leaves that out and carries the error back all the same.`,
  closedExact: 'This output is closed, so nothing goes back from this sample.',

  stopped: (unit: string, of: string, z: string, product: string) =>
    `${capital(unit)} was off (\`${of}\` = ${z}), so nothing may pass: ${product}.`,
  passed: (unit: string, product: string) => `${capital(unit)} was on, so all of it passes: ${product}.`,
  sloped: (unit: string, of: string, z: string, product: string) =>
    `${capital(unit)}: the error times the slope at \`${of}\` = ${z}: ${product}.`,
  together: (unit: string, result: string) =>
    `Of a softmax every output moves with all the others; together they give ${unit} **${result}**.`,
  carries: (unit: string, sum: string) => `${capital(unit)} gets ${sum}.`,
  weight: (from: string, to: string, product: string) => `The weight from ${from} to ${to} gets ${product}.`,
  bias: (unit: string, result: string) => `The bias of ${unit} gets the error itself: **${result}**.`,

  yours: (value: string) => `Yours has **${value}**.`,
  lets: (value: string) => `Yours lets **${value}** through.`,
  yoursInBatch: (yours: string, reference: string) =>
    `Over the whole batch yours is **${yours}**, the reference ${reference}.`,

  meanOf: (unit: string, of: string, samples: number, value: string) =>
    `The mean of \`${of}\` of ${unit} over the ${String(samples)} samples is **${value}**.`,
  meanLoss: (samples: number, value: string) =>
    `The mean of the ${String(samples)} samples’ losses is **${value}**.`,
  meanWeight: (from: string, to: string, samples: number, value: string) =>
    `The weight from ${from} to ${to} gets the mean of its ${String(samples)} samples’ shares: **${value}**.`,
  meanBias: (unit: string, samples: number, value: string) =>
    `The bias of ${unit} gets the mean of its ${String(samples)} samples’ errors: **${value}**.`,

  restSample: (sample: number, answer: string, target: string) =>
    `Sample ${String(sample)}: the answer is ${answer}, the target ${target}. Play to see the error travel back.`,
  restBatch:
    'Every step is done for each sample by itself; the mean is taken afterwards. Choose a sample to see what is multiplied.',
  units: (units: readonly number[], layer: number | null) =>
    `${units.length === 1 ? 'unit' : 'units'} ${listed(units.map(String))}${layer === null ? '' : ` of layer ${String(layer)}`}`,
  outputs: (units: readonly number[] | null) =>
    units === null
      ? 'the output'
      : `${units.length === 1 ? 'output' : 'outputs'} ${listed(units.map(String))}`,
  restWrong: (sample: number, of: string, units: string) =>
    `In sample ${String(sample)}, your \`${of}\` differs at ${units}. Play to see how it comes about.`,
  restWrongBatch: (of: readonly string[]) =>
    `Over the batch, your ${listed(of.map((name) => `\`${name}\``))} ${of.length === 1 ? 'differs' : 'differ'} from the reference.`,

  askActivate: (unit: string, of: string, z: string, name: string) =>
    `${capital(unit)} has \`${of}\` = ${z}. What does ${name} make of it?`,
  askError: (a: string, y: string) => `The answer is ${a}, the target ${y}. What is the error?`,
  askThrough: (unit: string, of: string, z: string, carried: string) =>
    `${capital(unit)} had \`${of}\` = ${z}. The error that came back is ${carried}. How much of it passes?`,
  askCarry: (unit: string, sources: string) =>
    `What comes back from the next layer is ${sources}. How much of it does ${unit} get?`,
  askWeight: (from: string, a: string, to: string, d: string) =>
    `${capital(from)} gave ${a}, and ${to} has the error ${d}. What does the weight between them get?`,
  askBias: (unit: string, d: string) => `${capital(unit)} has the error ${d}. What does its bias get?`,
  showMe: 'Show me',
  predicted: 'As you predicted.',
  notPredicted: (choice: string) => `You predicted ${choice}.`,
  askFirst: 'Ask me first',

  forward: 'Forward',
  cost: 'Cost',
  backward: 'Backward',
  before: 'At the start',
  step: 'Step',
  targetLabel: (value: string) => `target ${value}`,
  off: 'off',
  yoursOrReference: (name: string) => `${name}: yours | reference`,
  yoursOverReference: (name: string) => `${name}: yours / ref.`,
  yoursLabel: 'yours',
  referenceLabel: 'reference',
  differs: 'differs',
  closedSample: (sample: number) => `Sample ${String(sample)} (output closed)`,
  keyPositive: 'weight > 0',
  keyNegative: '< 0',
  keyOff: 'unit off',
  keyDiffers: 'yours differs',
  unitHelp: 'Arrow keys go from unit to unit.',
};

/** Every sentence of the network. */
export type NetworkWords = typeof english;
