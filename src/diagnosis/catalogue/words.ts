/** The words of a step's functions, from their own entries. */
import type { Activation } from '../../engine/activation';
import { relu } from '../../engine/activations';
import { meanSquaredError } from '../../engine/losses';
import type { Facts } from '../mistake';

/** The function that a sentence is about: ReLU where an exercise has no network and so no other. */
export function functionOf({ activation }: Facts): Activation {
  return activation ?? relu;
}

/** Its name in a sentence: `the sigmoid`. */
export function nameOfFunction(f: Facts, language: 'en' | 'ko'): string {
  return functionOf(f).notation.words[language];
}

/** Whether it stops some entries and lets others through as they are. */
export function isGate(f: Facts): boolean {
  const { entry } = functionOf(f);
  return entry !== null && entry.slope(-1) === 0 && entry.slope(1) === 1;
}

/** What the slope can be, as a sentence of its own that ends with a space; empty where there is nothing short to say. */
export function slopeSentence(f: Facts, language: 'en' | 'ko'): string {
  const { words, slopeIs } = functionOf(f).notation;
  if (!slopeIs) return '';
  return language === 'en'
    ? `The slope of ${words.en} is ${slopeIs.en}. `
    : `${words.ko}의 기울기는 ${slopeIs.ko}입니다. `;
}

/** The name of the loss in a sentence: `the squared error`. */
export function nameOfLoss({ loss }: Facts, language: 'en' | 'ko'): string {
  return (loss ?? meanSquaredError).notation.words[language];
}
