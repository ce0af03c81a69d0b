/**
 * The mistakes in a learner's own gradients, with their lines. The recovered network is searched by the catalogue of the
 * exercises; only what no other mistake gives is named, since a wrong name is worse than none.
 */
import type { Finding } from '../../diagnosis/finding';
import { findMistakes } from '../../diagnosis/recovered';
import { isClose } from '../../engine/tolerance';
import type { Sentence } from '../../diagnosis/mistake';
import { matrixShape, scalar, type Tensor } from '../../engine/tensor';
import { hasRole } from '../../network/arrayName';
import { penaltyRate, type NetworkSpec } from '../../network/spec';
import type { Measured } from '../measured';
import type { Recovered } from '../recognise/recovered';
import { gradientsIn, isRight, ratioIn, type Gradients } from './gradients';
import { firstWrong } from './firstWrong';
import { observationsInRows } from './inRows';
import type { NamedMistake } from './namedMistake';
import { inOwnNames } from './ownNames';
import { withUpdates } from './updates';

/** How the recovered loss is one that a convention of the network differentiates. */
interface Meant {
  readonly scale: 1 | 2;
  readonly mean: 'samples' | 'entries';
  readonly factor: number;
}

/**
 * The multiples of the loss that gradients could be meant to be of: the loss itself, and what at least two gradients
 * agree on, those of the output's weights among them: what starts at the output goes back through all layers, and what
 * only the layers below have in common is made there. Gradients of another convention are no mistake; mistakes are
 * looked for beside it.
 */
function multiplesOf(gradients: Gradients): readonly number[] {
  const ratios = gradients.names.flatMap((name) => {
    const ratio = ratioIn(gradients, name);
    return ratio === null ? [] : [{ name, ratio }];
  });
  const output = gradients.names.findLast((name) => hasRole(name, 'dW'));
  const counts = ratios.map(({ ratio }) => {
    const alike = ratios.filter((one) => isClose(one.ratio, ratio)).map(({ name }) => name);
    return { ratio, count: alike.length, ofOutput: output !== undefined && alike.includes(output) };
  });
  const others = counts
    .filter(({ ratio, count, ofOutput }) => count >= 2 && ofOutput && !isClose(ratio, 1))
    .sort((a, b) => b.count - a.count)
    .map(({ ratio }) => ratio);
  const own = counts.filter(({ ratio }) => isClose(ratio, 1)).length;
  const [best] = others;
  // What fewer gradients follow than the loss itself is no convention of theirs.
  const isFollowed = best !== undefined && counts.filter(({ ratio }) => isClose(ratio, best)).length > own;
  return isFollowed ? [best, 1] : [1];
}

/** The convention that reads best: powers of two with the squared error, the number of outputs with the mean. */
function meantBy(spec: NetworkSpec, outputs: number, samples: number, factor: number): Meant {
  const isPlain = (value: number): boolean => [1, samples].some((one) => isClose(Math.abs(value), one));
  const scales = spec.loss === 'squared-error' ? ([2, 1] as const) : ([1] as const);
  for (const scale of scales) {
    const own = spec.loss === 'squared-error' && scale === 1 ? 2 * factor : factor;
    if (isPlain(own)) return { scale, mean: 'samples', factor: own };
    if (isPlain(own * outputs)) return { scale, mean: 'entries', factor: own * outputs };
  }
  return { scale: scales[0], mean: 'samples', factor };
}

function findIn(
  measured: Measured,
  recovered: Recovered,
  gradients: Gradients,
  multiple: number,
  language: keyof Sentence,
): { readonly findings: readonly Finding[]; readonly unexplained: readonly string[] } {
  const { spec, values, samples, lossFactor, penalty } = recovered;
  const Y = values.get('Y');
  const [m, outputs] = Y ? matrixShape(Y) : [1, 1];
  const { scale, mean, factor } = meantBy(spec, outputs, m, lossFactor * multiple);
  const given = new Map<string, Tensor>([...values].filter(([name]) => !hasRole(name, 'b')));
  // The penalty's rate as it stands in (λ/2m) Σ W² beside what the factor leaves of the loss.
  if (penalty !== null) given.set(penaltyRate, scalar((2 * m * penalty * multiple) / factor));
  return findMistakes(
    {
      spec,
      given,
      gradients: gradients.given,
      factor,
      accepts: (convention) =>
        convention.scale === scale && convention.mean === mean && isExact(spec, convention.outputDerivative),
      trace: {
        observations: withUpdates(
          observationsInRows(measured.observations, samples),
          values,
          gradients.given,
        ),
      },
    },
    language,
  );
}

function isExact({ layers }: NetworkSpec, outputDerivative: 'identity' | 'relu'): boolean {
  return outputDerivative === 'relu' || layers.at(-1)?.activation === 'identity';
}

/** Codes of a gradient that is a multiple of what it should be. */
const multiples: readonly string[] = ['wrong-mean', 'missing-mean', 'double-mean', 'factor-two', 'scaled'];

/**
 * Without the multiples, where another mistake is found as well: gradients that follow another convention of the loss are
 * a multiple too, and where too few of them are right to tell it, the mistake is all that is certain.
 */
function besideMultiples(findings: readonly Finding[]): readonly Finding[] {
  const others = findings.filter(({ code }) => !multiples.includes(code));
  return others.length > 0 ? others : findings;
}

/** Whether the gradients are right: those of the loss, or all of them of one multiple of it. */
function areRight(gradients: Gradients): boolean {
  const [first] = gradients.names;
  const multiple = (first === undefined ? null : ratioIn(gradients, first)) ?? 1;
  return [1, multiple].some((factor) => gradients.names.every((name) => isRight(gradients, name, factor)));
}

/**
 * What is wrong with the gradients, in order of execution. Nothing where they are right or a multiple of the loss's; where
 * no single known mistake gives what came back, the first gradient that is wrong, if what is above it is right.
 */
export function diagnose(
  measured: Measured,
  recovered: Recovered,
  language: keyof Sentence,
): readonly NamedMistake[] {
  const gradients = wrongIn(measured, recovered);
  if (gradients === null) return [];
  for (const multiple of multiplesOf(gradients)) {
    const { findings, unexplained } = findIn(measured, recovered, gradients, multiple, language);
    const certain = findings.filter(({ confidence }) => confidence === 'certain');
    if (certain.length === findings.length && unexplained.length === 0 && certain.length > 0) {
      return inOwnNames(besideMultiples(certain), measured, recovered, language);
    }
  }
  return firstOf(measured, recovered, gradients, language);
}

/** The first gradient that is wrong, if what is above it is right; no mistake is looked for. */
export function whereFirstWrong(
  measured: Measured,
  recovered: Recovered,
  language: keyof Sentence,
): readonly NamedMistake[] {
  const gradients = wrongIn(measured, recovered);
  return gradients === null ? [] : firstOf(measured, recovered, gradients, language);
}

/** The network's gradients; null where none came back, or all are right. */
function wrongIn(measured: Measured, recovered: Recovered): Gradients | null {
  const gradients = gradientsIn(measured, recovered);
  return gradients.names.length === 0 || areRight(gradients) ? null : gradients;
}

function firstOf(
  measured: Measured,
  recovered: Recovered,
  gradients: Gradients,
  language: keyof Sentence,
): readonly NamedMistake[] {
  const found = firstWrong(measured, recovered, gradients, language);
  return found ? [found] : [];
}
