/** A step as a question: what will the number be? Asked before the number is written. */
import { slopesAt } from '../../course/passSteps';
import { layerFunction } from '../../course/pictureFacts';
import { nameOf } from '../../network/arrayName';
import { alone } from './numbers';
import { layerOfStep, networkWords, unitName, type Scene } from './sentence';

/** A question with its answers as they are printed, each once. */
export interface Question {
  readonly ask: string;
  readonly choices: readonly string[];
  /** Which of them is right. */
  readonly right: number;
}

/** The most answers that stand beside each other. */
const most = 3;

/** The question of a step for the unit that is looked at; null where there is nothing to predict, as in a batch. */
export function questionOf(scene: Scene): Question | null {
  const { picture, step, pass, sample, language } = scene;
  if (step === null || sample === null) return null;
  const words = networkWords(language);
  const layer = layerOfStep(picture, step);
  const unit = scene.focus[layer] ?? 0;
  const source = scene.focus[layer - 1] ?? 0;
  const name = unitName(picture, layer, unit, words);
  const columns = picture.layers[layer] ?? 1;
  const get = (array: string, at = unit): number => pass.get(array)?.data[at] ?? Number.NaN;
  const [Z, A, dZ, dA] = [nameOf('Z', layer), nameOf('A', layer), nameOf('dZ', layer), nameOf('dA', layer)];
  switch (step.kind) {
    case 'affine':
    case 'loss':
      return null;
    case 'activate': {
      const { kind, words: called } = layerFunction(picture, layer);
      if (kind !== 'relu') return null;
      return asked(words.askActivate(name, Z, alone(get(Z)), called[language]), get(A), [get(Z), 0, 1]);
    }
    case 'lossGradient': {
      const [a, y] = [get(A), get('Y')];
      return asked(words.askError(alone(a), alone(y)), get(step.name), [y - a, (a - y) ** 2, a]);
    }
    case 'throughActivation': {
      if (!pass.has(slopesAt(Z))) return null;
      return asked(words.askThrough(name, Z, alone(get(Z)), alone(get(dA))), get(step.name), [
        get(dA),
        0,
        get(Z),
      ]);
    }
    case 'carry': {
      const errors = pass.get(nameOf('dZ', layer + 1))?.data ?? [];
      const sum = errors.reduce((total, error) => total + error, 0);
      const sources = errors.map(alone).join(', ');
      return asked(words.askCarry(name, sources), get(step.name), [sum, -get(step.name), get(A)]);
    }
    case 'weightGradient': {
      const [a, d] = [get(nameOf('A', layer - 1), source), get(dZ)];
      const at = source * columns + unit;
      const from = unitName(picture, layer - 1, source, words);
      return asked(words.askWeight(from, alone(a), name, alone(d)), get(step.name, at), [
        d,
        d * get(nameOf('W', layer), at),
        a,
      ]);
    }
    case 'biasGradient':
      return asked(words.askBias(name, alone(get(dZ))), get(step.name), [0, get(A), -get(dZ)]);
  }
}

/** The right answer among wrong ones that are printed otherwise, in order of size; null where none is. */
function asked(ask: string, right: number, wrong: readonly number[]): Question | null {
  const texts = new Map([[alone(right), right]]);
  for (const value of wrong) {
    if (texts.size < most && Number.isFinite(value) && !texts.has(alone(value)))
      texts.set(alone(value), value);
  }
  if (texts.size < 2) return null;
  const choices = [...texts].sort(([, a], [, b]) => a - b).map(([text]) => text);
  return { ask, choices, right: choices.indexOf(alone(right)) };
}
