/** One sentence for each step, with the numbers of the unit that is looked at: the same for every network. */
import type { Picture, Language } from '../../course/exercise';
import type { NetworkPass } from '../../course/networkPass';
import { slopesAt, type PassStep } from '../../course/passSteps';
import { errorFactor, layerFunction } from '../../course/pictureFacts';
import { hasRole, nameOf, readName } from '../../network/arrayName';
import { cellNumber } from '../text/cellNumber';
import { english, type NetworkWords } from './english';
import { korean } from './korean';
import { alone, difference, squares, sumOfProducts, written } from './numbers';
import { entriesApart, type OwnArrays } from '../own/ownArrays';

/** What a sentence is said of. */
export interface Scene {
  readonly picture: Picture;
  /** Null before the first step. */
  readonly step: PassStep | null;
  /** Of the sample that is shown, or the means over the batch. */
  readonly pass: NetworkPass;
  /** The sample's index; null for the batch. */
  readonly sample: number | null;
  readonly samples: number;
  /** Whether the sample's output is closed: see `closedSamples`. */
  readonly isClosed: boolean;
  /** The unit that is looked at, for each layer from the input on. */
  readonly focus: readonly number[];
  /** The learner's, and of the batch what the gradients of weights are compared with. */
  readonly own: OwnArrays;
  /** The learner's arrays for the sample that is shown, or their means. */
  readonly ownPass: NetworkPass;
  readonly batch: NetworkPass;
  readonly language: Language;
}

export function networkWords(language: Language): NetworkWords {
  return language === 'ko' ? korean : english;
}

/** How a unit is called in a sentence. */
export function unitName({ layers }: Picture, layer: number, unit: number, words: NetworkWords): string {
  const last = layers.length - 1;
  if (layer === 0) return words.input(unit);
  if (layer === last) return words.output(layers[last] === 1 ? null : unit);
  return words.hidden(unit, last > 2 ? layer : null);
}

/** Several units of a layer, in a sentence. */
function unitNames(
  { layers }: Picture,
  layer: number,
  units: readonly number[],
  words: NetworkWords,
): string {
  const last = layers.length - 1;
  if (layer === last) return words.outputs(layers[last] === 1 ? null : units);
  return words.units(units, last > 2 ? layer : null);
}

/** What the step says; before the first step, what there is to see. */
export function sentenceOf(scene: Scene): string {
  const words = networkWords(scene.language);
  if (scene.step === null) return restSentence(scene, words);
  if (scene.sample === null) return meanSentence(scene, scene.step, words);
  return [sampleSentence(scene, scene.step, words), yoursSentence(scene, scene.step, words)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

const dataOf = (pass: NetworkPass, name: string): readonly number[] => pass.get(name)?.data ?? [];

/** The entry of an array; an error where there is none, which would be a sentence about nothing. */
function entry(pass: NetworkPass, name: string, at: number): number {
  const value = dataOf(pass, name)[at];
  if (value === undefined) throw new RangeError(`the pass has no ${name}[${String(at)}]`);
  return value;
}

const focusOf = ({ focus }: Scene, layer: number): number => focus[layer] ?? 0;

/** The layer of a step's array; that of the output for the cost. */
export function layerOfStep({ layers }: Picture, { name }: PassStep): number {
  return readName(name)?.layer ?? layers.length - 1;
}

/** Where the entry of a weight from one unit to another stands in W. */
function weightAt({ layers }: Picture, layer: number, from: number, to: number): number {
  return from * (layers[layer] ?? 1) + to;
}

function sampleSentence(scene: Scene, step: PassStep, words: NetworkWords): string {
  const { picture, pass } = scene;
  const layer = layerOfStep(picture, step);
  const unit = focusOf(scene, layer);
  const name = unitName(picture, layer, unit, words);
  const get = (array: string, at: number): number => entry(pass, array, at);
  switch (step.kind) {
    case 'affine':
      return words.addsUp(name, written(sumOfProducts(incoming(scene, layer, unit), get(step.name, unit))));
    case 'activate':
      return activated(scene, layer, unit, words);
    case 'loss':
      return lossSentence(scene, words);
    case 'lossGradient':
      return errorSentence(scene, step, unit, words);
    case 'throughActivation':
      return throughSentence(scene, step, layer, unit, words);
    case 'carry': {
      const errors = dataOf(pass, nameOf('dZ', layer + 1));
      const terms = errors.map((error, to) => [
        error,
        get(nameOf('W', layer + 1), weightAt(picture, layer + 1, unit, to)),
      ]);
      return words.carries(name, written(sumOfProducts(terms, get(step.name, unit))));
    }
    case 'weightGradient': {
      const from = focusOf(scene, layer - 1);
      const product = sumOfProducts(
        [[get(nameOf('A', layer - 1), from), get(nameOf('dZ', layer), unit)]],
        get(step.name, weightAt(picture, layer, from, unit)),
      );
      return words.weight(unitName(picture, layer - 1, from, words), name, written(product));
    }
    case 'biasGradient':
      return words.bias(name, alone(get(step.name, unit)));
  }
}

/** The products that a unit adds up, without those of units that are off; the bias where there is one. */
function incoming({ picture, pass }: Scene, layer: number, unit: number): readonly (readonly number[])[] {
  const inputs = dataOf(pass, nameOf('A', layer - 1));
  const products = inputs.flatMap((value, from) =>
    value === 0 ? [] : [[value, entry(pass, nameOf('W', layer), weightAt(picture, layer, from, unit))]],
  );
  const bias = dataOf(pass, nameOf('b', layer))[unit] ?? 0;
  const all = bias === 0 ? products : [...products, [bias]];
  return all.length === 0 ? [[0]] : all;
}

function activated(scene: Scene, layer: number, unit: number, words: NetworkWords): string {
  const { picture, pass, language } = scene;
  const { kind, words: called } = layerFunction(picture, layer);
  const [z, a] = [entry(pass, nameOf('Z', layer), unit), entry(pass, nameOf('A', layer), unit)];
  const name = unitName(picture, layer, unit, words);
  const what = (): string => {
    if (kind === 'relu') return z > 0 ? words.isOn(name, alone(a)) : words.isOff(name, alone(z));
    if (kind === 'identity') return words.passesOn(name, alone(a));
    if (kind === 'softmax') return words.softmax(name, alone(z), alone(a));
    return words.makes(name, called[language], alone(z), alone(a));
  };
  const isOutput = layer === picture.layers.length - 1;
  return isOutput ? `${what()} ${words.target(alone(a), alone(entry(pass, 'Y', unit)))}` : what();
}

function lossSentence({ picture, pass }: Scene, words: NetworkWords): string {
  const { spec, convention } = picture;
  const outputs = dataOf(pass, nameOf('A', spec.layers.length));
  const targets = dataOf(pass, 'Y');
  const loss = entry(pass, 'L', 0);
  const probability = (): number | null => {
    if (spec.loss === 'cross-entropy') return outputs[targets.indexOf(1)] ?? null;
    const [a] = outputs;
    if (spec.loss !== 'binary-cross-entropy' || outputs.length !== 1 || a === undefined) return null;
    return targets[0] === 1 ? a : 1 - a;
  };
  if (spec.loss === 'squared-error') {
    const isHalved = convention.scale === 1;
    const distances = outputs.map((a, unit) => a - (targets[unit] ?? 0));
    const said = words.squares(isHalved, written(squares(distances, isHalved, loss)));
    return isHalved ? `${said} ${words.wholeSquare(alone(entry(pass, 'cost', 0)))}` : said;
  }
  const right = probability();
  return right === null ? words.loss(alone(loss)) : words.logarithm(alone(right), alone(loss));
}

/** Whether the output's error is a multiple of A − Y. */
function isDifference({ spec }: Picture, { name }: PassStep): boolean {
  return spec.loss === 'squared-error' || (hasRole(name, 'dZ') && spec.loss !== 'hinge');
}

function errorSentence(scene: Scene, step: PassStep, unit: number, words: NetworkWords): string {
  const { picture, pass, isClosed } = scene;
  const last = picture.layers.length - 1;
  const result = entry(pass, step.name, unit);
  const name = unitName(picture, last, unit, words);
  if (!isDifference(picture, step)) return words.lossSlope(name, alone(result));
  const [a, y] = [entry(pass, nameOf('A', last), unit), entry(pass, 'Y', unit)];
  const factor = errorFactor(picture);
  const side = result === 0 ? '' : result < 0 ? words.tooLow : words.tooHigh;
  const skipsSlope = hasRole(step.name, 'dZ') && isClosed;
  return [
    words.error(name, written(difference(a, y, factor, result))),
    skipsSlope ? words.closed(alone(entry(pass, nameOf('Z', last), unit))) : side,
  ].join(' ');
}

function throughSentence(
  scene: Scene,
  step: PassStep,
  layer: number,
  unit: number,
  words: NetworkWords,
): string {
  const { picture, pass } = scene;
  const Z = nameOf('Z', layer);
  const result = entry(pass, step.name, unit);
  const name = unitName(picture, layer, unit, words);
  const { kind, isOfEntries } = layerFunction(picture, layer);
  if (!isOfEntries) return words.together(name, alone(result));
  const slope = entry(pass, slopesAt(Z), unit);
  const product = written(sumOfProducts([[entry(pass, nameOf('dA', layer), unit), slope]], result));
  const z = alone(entry(pass, Z, unit));
  if (kind !== 'relu') return words.sloped(name, Z, z, product);
  return slope === 0 ? words.stopped(name, Z, z, product) : words.passed(name, product);
}

/** The learner's number where it is another, or nothing. */
function yoursSentence(scene: Scene, step: PassStep, words: NetworkWords): string {
  const { picture, own, ownPass, pass, batch } = scene;
  if (!own.wrong.has(step.name)) return '';
  const layer = layerOfStep(picture, step);
  const unit = focusOf(scene, layer);
  const isOfBatch = step.kind === 'weightGradient' || step.kind === 'biasGradient';
  const [mine, right] = isOfBatch
    ? [own.arrays.get(step.name), batch.get(step.name)]
    : [ownPass.get(step.name), pass.get(step.name)];
  const at =
    step.kind === 'weightGradient' ? weightAt(picture, layer, focusOf(scene, layer - 1), unit) : unit;
  const [yours, reference] = [mine?.data[at], right?.data[at]];
  if (!mine || !right || yours === undefined || reference === undefined) return '';
  if (entriesApart(mine, right)[at] !== true) return '';
  if (isOfBatch) return words.yoursInBatch(alone(yours), alone(reference));
  return step.kind === 'throughActivation' && reference === 0
    ? words.lets(alone(yours))
    : words.yours(alone(yours));
}

function meanSentence(scene: Scene, step: PassStep, words: NetworkWords): string {
  const { picture, pass, samples, spec } = { ...scene, spec: scene.picture.spec };
  const layer = layerOfStep(picture, step);
  const unit = focusOf(scene, layer);
  const name = unitName(picture, layer, unit, words);
  const said = (): string => {
    if (step.kind === 'loss') {
      const mean = words.meanLoss(samples, alone(entry(pass, 'L', 0)));
      const isHalved = spec.loss === 'squared-error' && picture.convention.scale === 1;
      return isHalved ? `${mean} ${words.wholeSquare(alone(entry(pass, 'cost', 0)))}` : mean;
    }
    if (step.kind === 'biasGradient')
      return words.meanBias(name, samples, alone(entry(pass, step.name, unit)));
    if (step.kind !== 'weightGradient')
      return words.meanOf(name, step.name, samples, alone(entry(pass, step.name, unit)));
    const from = focusOf(scene, layer - 1);
    const value = entry(pass, step.name, weightAt(picture, layer, from, unit));
    return words.meanWeight(unitName(picture, layer - 1, from, words), name, samples, alone(value));
  };
  return [said(), yoursSentence(scene, step, words)].filter((sentence) => sentence !== '').join(' ');
}

function restSentence(scene: Scene, words: NetworkWords): string {
  const { picture, pass, sample, own, isClosed } = scene;
  if (sample === null) {
    return own.wrong.size > 0 ? words.restWrongBatch([...own.wrong]) : words.restBatch;
  }
  const leak = firstLeak(scene);
  if (leak !== null) {
    return words.restWrong(sample, leak.name, unitNames(picture, leak.layer, leak.units, words));
  }
  const list = (name: string): string => dataOf(pass, name).map(cellNumber).join(', ');
  const said = words.restSample(sample, list(nameOf('A', picture.layers.length - 1)), list('Y'));
  if (!isClosed) return said;
  const last = nameOf('Z', picture.layers.length - 1);
  const isExact = pass.has(slopesAt(last));
  return `${said} ${isExact ? words.closedExact : words.closed(list(last))}`;
}

/** The first array in which the learner's units differ in this sample, and those units. */
export function firstLeak({ own, ownPass, pass }: Pick<Scene, 'own' | 'ownPass' | 'pass'>): {
  readonly name: string;
  readonly layer: number;
  readonly units: readonly number[];
} | null {
  for (const name of own.wrong) {
    const array = readName(name);
    const [mine, right] = [ownPass.get(name), pass.get(name)];
    if (array === null || !mine || !right || !['Z', 'A', 'dZ', 'dA'].includes(array.role)) continue;
    const units = entriesApart(mine, right).flatMap((apart, unit) => (apart ? [unit] : []));
    if (units.length > 0) return { name, layer: array.layer, units };
  }
  return null;
}
