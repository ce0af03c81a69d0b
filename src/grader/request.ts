/** What is asked of Python to judge a snippet. */
import type { Exercise } from '../course/judgedExercise';
import type { Definition } from '../course/folder/definition';
import { referencesOf } from '../course/judging/judging';
import { callNameOf, type Probe, type ProbeArgument } from '../course/judging/probe';
import type { Tensor } from '../engine/tensor';
import { askedProbes, isWrongEarly } from './early';
import { hasRole, isGradient, type Role } from '../network/arrayName';
import { turnedArray } from './orientation';
import type {
  CallResult,
  DriveResult,
  PyArgument,
  PyArray,
  PyListItem,
  SnippetAdapter,
  SnippetCall,
  SnippetRequest,
  SnippetRun,
} from '../python/runtime';

/** Bytes of standard output that a report keeps. */
const outputBytes = 64 * 1024;

/** Bytes that all returned and traced arrays may take together. */
const resultBytes = 64 * 1024 * 1024;

/** Rounds of training beyond which a line trace would say the same over and over. */
const mostTracedRounds = 10;

/** An array as Python is given it, or gives it. */
export function toArray(value: Tensor): PyArray {
  return { kind: 'array', dtype: 'float64', shape: value.shape, data: value.data };
}

/** The program that trains with the learner's function. */
const training = 'training';

/** What the training gave; null where none was asked for, or the run ended before it. */
export function trainingOf({ drives }: SnippetRun): DriveResult | null {
  return drives.find(({ name }) => name === training) ?? null;
}

/** In the orientation that the exercise has for its samples. */
function oriented(exercise: Exercise | null, value: Tensor): PyArray {
  const array = toArray(value);
  return exercise?.samples === 'columns' ? turnedArray(array) : array;
}

function toArgument(exercise: Exercise | null, argument: ProbeArgument): PyArgument {
  switch (argument.kind) {
    case 'array':
      return { ...oriented(exercise, argument.value), dtype: argument.dtype ?? 'float64' };
    case 'list':
      return { kind: 'list', items: argument.items.map((item) => itemOf(exercise, item)) };
    case 'number':
      return { kind: 'number', type: argument.type, value: argument.value };
    case 'function':
      return { kind: 'function', source: argument.python };
  }
}

function itemOf(exercise: Exercise | null, argument: ProbeArgument): PyListItem {
  const item = toArgument(exercise, argument);
  if (item.kind === 'function') throw new Error('a list holds no functions');
  return item;
}

function isShort(exercise: Exercise, probe: Probe): boolean {
  const [reference] = referencesOf(exercise.judging, probe);
  return (reference?.computation.loop?.times ?? 0) <= mostTracedRounds;
}

/** The dictionaries in which a function may take its arrays, by the name of the parameter. */
export function bundlesOf(names: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const those = (...roles: readonly Role[]): readonly string[] =>
    names.filter((name) => hasRole(name, ...roles));
  const parameters = those('W', 'b');
  const gradients = names.filter(isGradient);
  const passed = those('Z', 'A');
  // X by itself is no cache.
  const cache = passed.some((name) => name !== 'X') ? passed : [];
  return { params: parameters, parameters, cache, grads: gradients, gradients };
}

/** How what the exercise asks for is called, where it is not one plain function. */
export function adapterOf({ functions, reference }: Definition): SnippetAdapter | null {
  const source = reference.kind === 'solution' ? reference.python.check : null;
  return source === null ? null : { source, functions };
}

/** The arguments of a probe with samples in rows, as Python is given them. */
export function argumentsOf(probe: Probe): SnippetCall['arguments'] {
  return probe.arguments.map((argument) => ({ name: argument.name, value: toArgument(null, argument) }));
}

/** The calls for one check, and the training where its curve is wanted. */
export function requestFor(
  exercise: Exercise,
  source: string,
  timeoutSeconds: number,
  withCurve = true,
): SnippetRequest {
  const curve = withCurve ? exercise.judging.curve : null;
  const drive = curve?.drive ?? curve?.watch;
  const adapter = exercise.folder ? adapterOf(exercise.folder.definition) : null;
  const { asked, long } = askedProbes(exercise);
  const parameters = asked[0]?.arguments.map(({ name }) => name) ?? [];
  return {
    source,
    functionName: exercise.functionName,
    ...(adapter ? { adapter } : {}),
    calls: asked.map((probe) => ({
      name: callNameOf(probe),
      arguments: probe.arguments.map((argument) => ({
        name: argument.name,
        value: toArgument(exercise, argument),
      })),
      trace: isShort(exercise, probe),
      // Objects of the learner's own may be visited in another order each time, and sums then differ in their last digits.
      twice: probe.purpose === 'distinct' && adapter === null,
      ...(probe.purpose === 'square' ? { onlyAfterError: true } : {}),
      ...(probe === long
        ? { unless: (before: readonly CallResult[]) => isWrongEarly(exercise, before), isPrinted: true }
        : {}),
    })),
    drives: drive
      ? [
          {
            name: training,
            source: drive.source,
            arguments: drive.arguments.map((value) => oriented(exercise, value)),
            ...(long ? { insteadOf: callNameOf(long) } : {}),
          },
        ]
      : [],
    limits: { timeoutSeconds, outputBytes, resultBytes },
    returns: exercise.returns.length > 1 ? exercise.returns : [],
    parameters,
    bundles: bundlesOf(parameters),
  };
}
