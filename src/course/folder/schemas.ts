/** What `chapter.yaml` and `exercise.yaml` may hold. The messages say what belongs there; the JSON schemas are made of these. */
import * as v from 'valibot';
import { activations } from '../../engine/activations';
import { losses } from '../../engine/losses';
import { namesIn } from '../../engine/namesIn';
import { exerciseIdPattern } from '../exercise';
import type { Literal } from './definition';

/** The languages that texts may be written in. */
export const languages = ['en', 'ko'] as const;

const activationNames = namesIn(activations);
const lossNames = namesIn(losses);

const id = v.pipe(
  v.string('an id of small letters, digits and hyphens, such as softmax-cross-entropy'),
  v.regex(exerciseIdPattern, 'an id of small letters, digits and hyphens, such as softmax-cross-entropy'),
);
const text = v.union(
  [
    v.pipe(v.string(), v.nonEmpty()),
    v.strictObject({
      en: v.optional(v.pipe(v.string(), v.nonEmpty())),
      ko: v.optional(v.pipe(v.string(), v.nonEmpty())),
    }),
  ],
  'a text, or one for each language: { en: …, ko: … }',
);
const identifier = v.pipe(
  v.string('the name of a Python function or variable'),
  v.regex(/^[A-Za-z_]\w*$/, 'the name of a Python function or variable'),
);
const size = v.pipe(
  v.number('a whole number of 1 or more'),
  v.integer('a whole number of 1 or more'),
  v.minValue(1, 'a whole number of 1 or more'),
  v.maxValue(64, 'a whole number up to 64: central differences are taken entry by entry'),
);
const sizes = v.record(identifier, size, 'sizes by symbol: { m: 4, k: 3 }');
const literal: v.GenericSchema<unknown, Literal> = v.lazy(() =>
  v.union([v.number(), v.array(literal)], 'numbers, in lists as deep as the array'),
);
const parameter = v.union(
  [v.string(), v.array(v.union([v.string(), v.number()]))],
  'a shape such as [m, k], or words such as one-hot [m, k], number 0.1 to 0.9, int, given',
);
const activation = v.picklist(activationNames, `one of ${activationNames.join(', ')}`);
const loss = v.picklist(lossNames, `one of ${lossNames.join(', ')}`);
const network = v.strictObject(
  {
    layers: v.pipe(
      v.array(
        v.strictObject({
          units: v.pipe(
            v.string('a symbol for the number of units, such as n_hidden'),
            v.regex(/^[A-Za-z_]\w*$/, 'a symbol for the number of units, such as n_hidden'),
          ),
          activation,
          bias: v.optional(v.literal(false, 'false, or nothing')),
        }),
        'a list of layers: [{ units: n_hidden, activation: tanh }, …]',
      ),
      v.minLength(1, 'at least one layer'),
      v.maxLength(8, 'at most eight layers'),
    ),
    loss,
    penalty: v.optional(v.literal('l2', 'l2, or nothing')),
  },
  'a network: { layers: […], loss: … }',
);

/** `exercise.yaml` */
export const exerciseSchema = v.strictObject({
  id,
  title: text,
  function: identifier,
  functions: v.optional(v.pipe(v.array(identifier, 'a list of names'), v.minLength(1, 'at least one name'))),
  parameters: v.union(
    [v.record(identifier, parameter), v.array(identifier)],
    'the parameters in order, each with its shape: { Z: [m, k], Y: one-hot [m, k] }',
  ),
  returns: v.pipe(
    v.array(identifier, 'the names of what comes back: [loss, dZ]'),
    v.minLength(1, 'at least one name'),
  ),
  network: v.nullish(network),
  equations: v.optional(v.array(identifier, 'names of arrays of the network: [A1, A2, cost]')),
  gradients: v.nullish(
    v.strictObject({
      loss: v.string('a returned number, sum(out * dout), or loss.py'),
      of: v.record(identifier, identifier, 'which returned gradient is of which parameter: { dZ: Z }'),
    }),
  ),
  sizes: v.optional(
    v.strictObject({
      shown: sizes,
      distinct: sizes,
      square: v.nullish(sizes),
      more: v.optional(v.array(sizes, 'a list of further sizes')),
    }),
  ),
  shown: v.optional(v.record(identifier, literal)),
  kinks: v.optional(v.array(v.string('a word such as max'), 'a list of words: [max]')),
  mayChangeInputs: v.optional(v.boolean('true or false')),
  tolerance: v.optional(
    v.pipe(
      v.number('a relative error between 1e-12 and 0.1'),
      v.minValue(1e-12, 'a relative error between 1e-12 and 0.1'),
      v.maxValue(0.1, 'a relative error between 1e-12 and 0.1'),
    ),
  ),
  symbols: v.optional(v.record(identifier, v.string('TeX'))),
  after: v.optional(v.array(id, 'a list of exercise ids')),
  order: v.optional(
    v.number('a number: exercises of a chapter without a list stand in the order of theirs, then by name'),
  ),
});

export type ExerciseYaml = v.InferOutput<typeof exerciseSchema>;

/** The names of what an exercise's function takes, in order. */
export function namesOf(parameters: ExerciseYaml['parameters']): readonly string[] {
  return Array.isArray(parameters) ? parameters : Object.keys(parameters);
}

/** `chapter.yaml` */
export const chapterSchema = v.strictObject({
  id,
  title: text,
  about: text,
  exercises: v.optional(
    v.pipe(v.array(id, 'the ids of the exercises, in order'), v.minLength(1, 'at least one exercise')),
  ),
});

/** A text as its file writes it. */
export type WrittenText = v.InferOutput<typeof text>;

/** The languages in which a text is written; all of them where it is written once for all. */
export function languagesOf(written: WrittenText): readonly (typeof languages)[number][] {
  return typeof written === 'string' ? languages : languages.filter((one) => written[one] !== undefined);
}
