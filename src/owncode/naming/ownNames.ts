/** From the network's names to the learner's: what a sentence calls dW1 may be `grads['W1']` in the file. */
import type { Finding } from '../../diagnosis/finding';
import type { Sentence } from '../../diagnosis/mistake';
import { isHeld, plainName } from '../../diagnosis/trace';
import { gradientBy } from '../../network/arrayName';
import type { Measured, MeasuredParameter } from '../measured';
import type { Recovered } from '../recognise/recovered';
import type { NamedMistake } from './namedMistake';

/** The learner's parameter behind `W1` or `dW1`. */
export function parameterOf(
  name: string,
  { parameters }: Measured,
  recovered: Recovered,
): MeasuredParameter | null {
  const used = recovered.parameters.get(gradientBy(name));
  return (used && parameters[used.index]) ?? null;
}

/** What the learner calls an array of the network; null where no name holds it. */
function ownNameOf(name: string, measured: Measured, recovered: Recovered): string | null {
  const parameter = parameterOf(name, measured, recovered);
  if (parameter) return gradientBy(name) !== name ? parameter.gradientName : parameter.name;
  const value = recovered.values.get(name);
  if (!value) return null;
  const given = measured.inputs.find((one) => isHeld(value, [{ ...asSeen, ...one }]));
  const held = given ?? measured.observations.find((one) => one.name !== 'return' && isHeld(value, [one]));
  return held?.name ?? null;
}

const asSeen = { line: 0, frame: '', depth: 0, index: null } as const;

/** What is longer is no name but an expression of the check. */
const longestName = 24;

/** Whether a learner's name tells by itself which array it is, or is none to tell by. */
function isAlike(own: string, name: string): boolean {
  return own.length > longestName || plainName(own).includes(plainName(name));
}

/** The names of the network in a text. */
function namesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\bd?[WbZA][1-9]\d*\b|\b[XY]\b/gu)].map(([name]) => name))];
}

const legend = {
  en: (pairs: readonly (readonly [string, string])[]) =>
    `Here ${pairs.map(([name, own]) => `${name} is \`${own}\``).join(', ')}.`,
  ko: (pairs: readonly (readonly [string, string])[]) =>
    `이 코드에서 ${pairs.map(([name, own]) => `${name}: \`${own}\``).join(', ')}입니다.`,
};

/** A sentence with what its names are in the file, where they are called otherwise there. */
export function withOwnNames(
  message: string,
  measured: Measured,
  recovered: Recovered,
  language: keyof Sentence,
): string {
  const pairs = namesIn(message).flatMap((name): (readonly [string, string])[] => {
    const own = ownNameOf(name, measured, recovered);
    return own === null || isAlike(own, name) ? [] : [[name, own]];
  });
  return pairs.length === 0 ? message : `${message} ${legend[language](pairs)}`;
}

/** Findings of the catalogue as the report of the learner's own code has them. */
export function inOwnNames(
  findings: readonly Finding[],
  measured: Measured,
  recovered: Recovered,
  language: keyof Sentence,
): readonly NamedMistake[] {
  return findings.map(({ code, target, line, confidence, message }) => ({
    code,
    target: (target === null ? null : parameterOf(target, measured, recovered)?.name) ?? target ?? '',
    line,
    confidence,
    message: withOwnNames(message, measured, recovered, language),
  }));
}
