/** An exercise over a network: everything else follows from the network, so little is to be read. */
import type { ActivationName } from '../../engine/activations';
import type { LossName } from '../../engine/losses';
import { readsOf } from '../../engine/reads';
import { beside, hasRole, readName } from '../../network/arrayName';
import { usualConvention } from '../../network/conventions';
import { stepsOf, type Cut } from '../../network/cut';
import type { NetworkSpec } from '../../network/spec';
import { costStep } from '../../network/steps';
import type { Equation } from '../exercise';
import { costSpokenOf, equationsOf } from '../networkEquations';
import type { NetworkReference } from './definition';
import { attempt } from './exerciseFolder';
import { namesOf, type ExerciseYaml } from './schemas';
import type { YamlFile } from './yamlFile';

/** The outputs that a loss is defined of, where not of any: a logarithm is taken of them. */
const outputFor: Partial<Record<LossName, ActivationName>> = {
  'binary-cross-entropy': 'sigmoid',
  'cross-entropy': 'softmax',
};

type Add = (line: number | null, message: string) => void;

/** The network that is written; null where it cannot be judged. */
export function readNetwork(
  { value, lineOf }: YamlFile<ExerciseYaml>,
  { layers, loss, penalty }: NonNullable<ExerciseYaml['network']>,
  add: Add,
): NetworkReference | null {
  const spec: NetworkSpec = {
    layers: layers.map(({ units, activation, bias }) => ({
      units,
      activation,
      ...(bias === false ? { bias } : {}),
    })),
    loss,
    ...(penalty ? { penalty } : {}),
  };
  for (const key of ['gradients', 'sizes', 'shown', 'tolerance'] as const) {
    if (value[key] !== undefined && value[key] !== null) {
      add(lineOf(key), `${key}: leave it out; with a network it follows from the network.`);
    }
  }
  const output = layers.at(-1)?.activation;
  const wanted = outputFor[loss];
  if (wanted !== undefined && wanted !== output) {
    add(
      lineOf('network', 'loss'),
      `loss: ${loss} is taken of a ${wanted}, and the last layer is ${output ?? 'none'}.`,
    );
    return null;
  }
  if (layers.length > 3 || layers.length < 2) {
    add(lineOf('network', 'layers'), 'layers: networks of two or three layers can be judged so far.');
    return null;
  }
  const cut = cutOf(value, spec);
  return attempt(
    (): NetworkReference => {
      const steps = stepsOf(cut, usualConvention(spec));
      const read = new Set(steps.flatMap(({ operation }) => readsOf(operation)));
      const unknown = cut.given.find((name) => !read.has(name) && !isOfNetwork(name, spec));
      if (unknown !== undefined) {
        add(lineOf('parameters', unknown), `${unknown}: no array of this network has that name.`);
      }
      return { kind: 'network', spec };
    },
    (reason) => {
      add(lineOf('returns'), `${reason}: give it among the parameters, or mend the name.`);
    },
  );
}

/** The equations of an exercise over a network: those that are asked for before its cut, then those of the cut. */
export function networkEquations(
  { value, lineOf }: YamlFile<ExerciseYaml>,
  { spec }: NetworkReference,
  add: Add,
): readonly Equation[] {
  const cut = cutOf(value, spec);
  const before = (value.equations ?? []).flatMap((name, i) => {
    if (name === 'cost') return [costSpokenOf(cut)];
    // An activation is shown as what its function makes of Z, whatever made that.
    const made = hasRole(name, 'A') ? beside(name, 'Z') : null;
    const given = made === null ? cut.given : [made];
    const shown = attempt(
      () => equationsOf({ spec, given, returned: [name] }),
      () => {
        add(lineOf('equations', i), `${name}: no array of this network has that name.`);
      },
    );
    return shown ?? [];
  });
  return [...before, ...equationsOf(cut)];
}

function cutOf({ parameters, returns }: ExerciseYaml, spec: NetworkSpec): Cut {
  return { spec, given: namesOf(parameters), returned: returns };
}

/** Whether a network has an array or a number of that name, used by the cut or not. */
function isOfNetwork(name: string, spec: NetworkSpec): boolean {
  if (['X', 'Y', 'learning_rate', 'lam'].includes(name)) return true;
  const layer = readName(name)?.layer ?? 0;
  return layer >= 1 && layer <= spec.layers.length && costStep(spec).name !== name;
}
