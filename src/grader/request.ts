/** What is asked of Python to judge a snippet. */
import type { Exercise } from '../course/exercise';
import { callNameOf, referencesOf, type Probe, type ProbeArgument } from '../course/judging/judging';
import type { Tensor } from '../engine/tensor';
import { hasRole, type Role } from '../network/arrayName';
import { turnedArray } from './orientation';
import type { DriveResult, PyArgument, PyArray, SnippetRequest, SnippetRun } from '../python/runtime';

/** Bytes of standard output that a report keeps. */
const outputBytes = 64 * 1024;

/** Bytes that all returned and traced arrays may take together. */
const resultBytes = 64 * 1024 * 1024;

/** Rounds of training beyond which a line trace would say the same over and over. */
const mostTracedRounds = 10;

function toArray(value: Tensor): PyArray {
  return { kind: 'array', dtype: 'float64', shape: value.shape, data: value.data };
}

/** The program that trains with the learner's function. */
const training = 'training';

/** What the training gave; null where none was asked for, or the run ended before it. */
export function trainingOf({ drives }: SnippetRun): DriveResult | null {
  return drives.find(({ name }) => name === training) ?? null;
}

/** In the orientation that the exercise has for its samples. */
function oriented({ samples }: Exercise, value: Tensor): PyArray {
  const array = toArray(value);
  return samples === 'columns' ? turnedArray(array) : array;
}

function toArgument(exercise: Exercise, argument: ProbeArgument): PyArgument {
  switch (argument.kind) {
    case 'array':
      return oriented(exercise, argument.value);
    case 'number':
      return { kind: 'number', type: argument.type, value: argument.value };
    case 'function':
      return { kind: 'function', source: argument.python };
  }
}

function isShort(exercise: Exercise, probe: Probe): boolean {
  const [reference] = referencesOf(exercise.judging, probe);
  return (reference?.computation.loop?.times ?? 0) <= mostTracedRounds;
}

/** The dictionaries in which a function may take its arrays, by the name of the parameter. */
function bundlesOf(names: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const those = (...roles: readonly Role[]): readonly string[] =>
    names.filter((name) => hasRole(name, ...roles));
  const parameters = those('W', 'b');
  const gradients = those('dZ', 'dA', 'dW', 'db');
  const passed = those('Z', 'A');
  // X by itself is no cache.
  const cache = passed.some((name) => name !== 'X') ? passed : [];
  return { params: parameters, parameters, cache, grads: gradients, gradients };
}

/** The calls for one check, and the training where its curve is wanted. */
export function requestFor(
  exercise: Exercise,
  source: string,
  timeoutSeconds: number,
  withCurve = true,
): SnippetRequest {
  const drive = withCurve ? exercise.judging.curve?.drive : null;
  const probes = exercise.judging.probes();
  const parameters = probes[0]?.arguments.map(({ name }) => name) ?? [];
  return {
    source,
    functionName: exercise.functionName,
    calls: probes.map((probe) => ({
      name: callNameOf(probe),
      arguments: probe.arguments.map((argument) => ({
        name: argument.name,
        value: toArgument(exercise, argument),
      })),
      trace: isShort(exercise, probe),
      twice: probe.purpose === 'distinct',
    })),
    drives: drive
      ? [
          {
            name: training,
            source: drive.source,
            arguments: drive.arguments.map((value) => oriented(exercise, value)),
          },
        ]
      : [],
    limits: { timeoutSeconds, outputBytes, resultBytes },
    returns: exercise.returns.length > 1 ? exercise.returns : [],
    parameters,
    bundles: bundlesOf(parameters),
  };
}
