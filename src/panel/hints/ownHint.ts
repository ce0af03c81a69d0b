/** A hint of the learner's own last numbers: what differs first, one entry of it, and a question that leads on. */
import type { ExerciseContent, Language } from '../../course/exercise';
import { layerFunction } from '../../course/pictureFacts';
import type { NetworkPass } from '../../course/networkPass';
import { beside, readName } from '../../network/arrayName';
import { formatShape } from '../text/shapes';
import type { OwnArrays } from '../own/ownArrays';
import { formatIndex, formatNumber, sameShape } from '../text/words';
import type { FirstWrong } from './firstWrong';
import { hintWords, type HintWords } from './words';

/** What a question may look up beside the first wrong array. */
export interface HintFacts {
  readonly exercise: Pick<ExerciseContent, 'picture' | 'samples'>;
  readonly own: OwnArrays;
  /** The reference's pass of the whole batch; empty where there is no network. */
  readonly batch: NetworkPass;
}

/** The whole hint, as a sentence or two in which code stands in backquotes. */
export function ownHint(wrong: FirstWrong, facts: HintFacts, language: Language): string {
  const words = hintWords(language);
  const { name, expectedShape, actualShape, entry, data } = wrong;
  const isNumber = expectedShape.length === 0;
  if (actualShape === null) return words.nothing(name);
  if (!sameShape(actualShape, expectedShape)) {
    const seen = words.wrongShape(name, shapeText(actualShape, words), shapeText(expectedShape, words));
    return words.asks(seen, shapeQuestion(wrong, words));
  }
  const first = isNumber ? words.firstNumber(name) : words.firstArray(name, formatShape(expectedShape));
  const where = data === null ? first : words.elsewhere(name, data.samples, data.outputs);
  if (entry === null) return where;
  const at = isNumber ? name : `${name}${formatIndex(entry.index)}`;
  const expected = formatNumber(entry.expected);
  if (entry.actual === null || !Number.isFinite(entry.actual))
    return `${where} ${words.asks(words.notFinite(at, expected), words.whereFrom)}`;
  const seen = words.entry(at, ...apart(entry.actual, entry.expected));
  return `${where} ${words.asks(seen, data === null ? question(wrong, facts, words) : words.onlyHere)}`;
}

/** Both numbers with as many digits as tell them apart. */
function apart(actual: number, expected: number): readonly [string, string] {
  for (let digits = 3; digits < 12; digits++) {
    const texts = [formatNumber(actual, digits), formatNumber(expected, digits)] as const;
    if (texts[0] !== texts[1]) return texts;
  }
  return [String(actual), String(expected)];
}

function shapeText(shape: readonly number[], words: HintWords): string {
  return shape.length === 0 ? words.number : formatShape(shape);
}

function shapeQuestion({ name, expectedShape, actualShape }: FirstWrong, words: HintWords): string {
  const actual = actualShape ?? [];
  if (actual.length < expectedShape.length) return words.lostAxis;
  const isTurned = actual.length === 2 && sameShape(actual.toReversed(), expectedShape);
  return isTurned ? words.whichAxis(name) : words.whichShapes(name);
}

function question(wrong: FirstWrong, facts: HintFacts, words: HintWords): string {
  const { name, entry, ratio } = wrong;
  const array = readName(name);
  const { picture, samples } = facts.exercise;
  if (ratio !== null && ratio !== 0 && Math.abs(ratio - 1) > 1e-9)
    return Math.abs(ratio + 1) < 1e-9 ? words.opposite : words.factor(formatNumber(ratio));
  if (array === null || entry?.index.length !== 2 || picture === null) return words.byHand;
  const last = picture.layers.length - 1;
  if (array.layer < 1 || array.layer > last) return words.byHand;
  const [row = 0, column = 0] = samples === 'columns' ? entry.index.toReversed() : entry.index;
  const place = formatIndex(entry.index);
  const valueAt = (other: string | null): number | null => {
    if (other === null) return null;
    const found = facts.own.wrong.has(other) ? undefined : facts.own.arrays.get(other);
    const { shape, data } = found ?? facts.batch.get(other) ?? { shape: [0, 0], data: [] };
    return row < shape[0] && column < shape[1] ? (data[row * shape[1] + column] ?? null) : null;
  };
  // The neighbours of an entry are those of the picture only where the entry is.
  const right = facts.batch.get(name);
  const isDrawn =
    right !== undefined &&
    Math.abs((right.data[row * right.shape[1] + column] ?? Number.NaN) - entry.expected) < 1e-9;
  const activation = layerFunction(picture, array.layer);
  const called = activation.words[words.language];
  const Z = beside(name, 'Z') ?? '';
  const z = isDrawn ? valueAt(Z) : null;
  switch (array.role) {
    case 'dZ': {
      if (array.layer === last) {
        const a = isDrawn ? valueAt(beside(name, 'A')) : null;
        const y = isDrawn ? valueAt('Y') : null;
        if (a === null || y === null) return words.byHand;
        const answer = beside(name, 'A') ?? '';
        return words.answerAndTarget(
          `${answer}${place}`,
          formatNumber(a, 3),
          `Y${place}`,
          formatNumber(y, 3),
        );
      }
      if (entry.expected === 0 && activation.kind === 'relu') return words.whichNegative(Z);
      if (z === null || !activation.isOfEntries) return words.slopesOf(called, Z);
      return words.slopeAt(called, `${Z}${place}`, formatNumber(z, 3));
    }
    case 'dA':
      return words.shares(column);
    case 'dW':
      return words.weight(row, column);
    case 'db':
      return words.bias(column);
    case 'Z':
      return words.sums(row, column);
    case 'A':
      return z === null ? words.makes(called, Z) : words.makesOf(called, `${Z}${place}`, formatNumber(z, 3));
    case 'W':
    case 'b':
      return words.moved;
  }
}
