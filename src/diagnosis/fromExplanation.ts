/** From mistakes that explain what came back to their sentences, with the numbers to tell. */
import { ratioOf, same } from './agreement';
import type { Evidence } from './evidence';
import { tryEvaluate } from './evidence';
import type { Explanation } from './explain';
import { locate } from './locate';
import type { Facts, Mistake, Sentence } from './mistake';
import { replay, slip, type Mutant } from './mutants';
import { laidOut } from './placement';
import type { Computation } from '../engine/computation';
import type { Values } from '../engine/operation';
import { allSteps } from '../engine/computation';
import { readName } from '../network/arrayName';
import { formatShape, type Tensor } from '../engine/tensor';
import { isClose } from '../engine/tolerance';
import { diagnosis, numbersOf, type Finding } from './finding';

/** Whether two arrays differ by more than rounding; one that is missing differs. */
function differs(a: Tensor | undefined, b: Tensor | undefined): boolean {
  return a === undefined || b === undefined || !same(a, b);
}

/** What a mistake spoils first among the returned arrays; the step itself where it is returned. */
function targetOf(without: Computation, withIt: Computation, evidence: Evidence): string | null {
  const before = tryEvaluate(without, evidence.inputs);
  const after = tryEvaluate(withIt, evidence.inputs);
  const order = [...new Set(allSteps(withIt).map((step) => step.name)), ...withIt.returns];
  return (
    order.find(
      (name) => withIt.returns.includes(name) && differs(before?.values.get(name), after?.values.get(name)),
    ) ?? null
  );
}

/** The name of the array in a variant such as `with:A1`. */
function detailOf(variant: string): string {
  return /:(.+)$/.exec(variant)?.[1] ?? '';
}

/** The layer whose function a step is about: that of its name; where an error is carried on, the one that it comes from. */
function layerOf(name: string, computation: Computation): number {
  const operation = allSteps(computation).find((step) => step.name === name)?.operation;
  return readName(operation?.kind === 'carry' ? operation.delta : name)?.layer ?? 0;
}

/** The function of the layer that a step belongs to, and the loss, as far as the computation holds them. */
function functionsOf(name: string, computation: Computation): Pick<Facts, 'activation' | 'loss'> {
  const layer = layerOf(name, computation);
  const operations = allSteps(computation).map((step) => ({ ...step, of: readName(step.name)?.layer ?? 0 }));
  const own = operations.flatMap(({ operation, of, name: made }) => {
    if (operation.kind === 'weightGradient' && of === layer) return [operation.made.own];
    const isOwn = of === layer || made === name;
    return isOwn && 'activation' in operation ? [operation.activation] : [];
  });
  const losses = operations.flatMap(({ operation }) => ('loss' in operation ? [operation.loss] : []));
  const [activation, loss] = [own[0], losses[0]];
  return { ...(activation && { activation }), ...(loss && { loss }) };
}

/** Whether a slip was made at all gradients of a pass, of which there are several. */
function isEveryGradient({ steps }: Mutant, computation: Computation): boolean {
  const gradients = allSteps(computation).filter(
    ({ operation: { kind } }) => kind === 'weightGradient' || kind === 'biasGradient',
  );
  return gradients.length > 1 && gradients.every(({ name }) => steps.includes(name));
}

/** The code of a mistake in this snippet: the narrower one where what it keeps its arrays in is part of the mistake. */
function codeOf({ code, amongContainers }: Mistake, { observations }: Evidence): string {
  const keepsContainers = observations.some(({ name }) => /[[.]/.test(name));
  return keepsContainers ? (amongContainers ?? code) : code;
}

/** The first numbers that show a difference, else the first. */
function telling(numbers: readonly Partial<Facts>[]): Partial<Facts> {
  const shows = ({ ratio, expectedShape, actualShape }: Partial<Facts>): boolean =>
    typeof ratio !== 'number' || !isClose(ratio, 1) || actualShape !== expectedShape;
  return numbers.find(shows) ?? numbers[0] ?? {};
}

/** The data whose numbers a sentence may name, for an array that it speaks of. */
export type Told = (target: string) => readonly Evidence[];

function computed(one: Evidence, explanation: Explanation, mutants: readonly Mutant[]): Computation | null {
  const base = laidOut(one, explanation.layout);
  return base && replay(base, [...one.inputs.keys()], mutants);
}

/** One mistake of an explanation, after those that come before it. */
interface Made {
  readonly explanation: Explanation;
  readonly before: readonly Mutant[];
  readonly mutant: Mutant;
}

/**
 * What a sentence may say of a mistake in numbers: what came back beside what would have without it. Where nothing came
 * back, what the mistake gives stands for it. Null where the data show nothing.
 */
function numbersIn(
  target: string,
  { explanation, before, mutant }: Made,
  one: Evidence,
): Partial<Facts> | null {
  const without = computed(one, explanation, before);
  const right = without && tryEvaluate(without, one.inputs);
  if (!without || !right) return null;
  const given = one.returned.size > 0 ? one.returned : givenBy(mutant, without, one.inputs, target);
  return numbersOf(target, one.inputs, given, right.values);
}

/** What a mistake gives up to an array; what comes after it may clash. */
function givenBy(mutant: Mutant, without: Computation, inputs: Values, target: string): Values {
  const withIt = mutant.applyTo(without);
  const end = withIt.steps.findLastIndex(({ name }) => name === target) + 1;
  return tryEvaluate({ ...withIt, steps: withIt.steps.slice(0, end) }, inputs)?.values ?? new Map();
}

/**
 * The same of a step inside a training. What comes back are weights after all updates, in which the mistake shows
 * neither its sign nor its factor; its own array in the first round does.
 */
function numbersInTraining(
  step: string,
  { explanation, before, mutant }: Made,
  one: Evidence,
): Partial<Facts> | null {
  const firstRound = (mutants: readonly Mutant[]): Tensor | undefined => {
    const changed = computed(one, explanation, mutants);
    if (!changed?.loop) return undefined;
    const computation = { ...changed, loop: { ...changed.loop, times: 1 } };
    const operation = allSteps(computation).find(({ name }) => name === step)?.operation;
    return operation && tryEvaluate(computation, one.inputs)?.first.get(operation);
  };
  const [expected, actual] = [firstRound(before), firstRound([...before, mutant])];
  if (!expected || !actual) return null;
  return {
    ratio: ratioOf(actual, expected),
    samples: one.inputs.get('X')?.shape[0] ?? null,
    expectedShape: formatShape(expected.shape),
    actualShape: formatShape(actual.shape),
  };
}

/** One diagnosis for each mistake of an explanation, in order of execution. `main` is the probe that tells lines. */
export function fromExplanation(
  explanation: Explanation,
  main: Evidence,
  told: Told,
  language: keyof Sentence,
): readonly Finding[] {
  let computation = laidOut(main, explanation.layout);
  const found = explanation.mutants.flatMap((mutant, i): Finding[] => {
    if (!computation) return [];
    const without = computation;
    const withIt = mutant.applyTo(without);
    computation = withIt;
    const target = targetOf(without, withIt, main) ?? mutant.steps[0] ?? '';
    const made = { explanation, before: explanation.mutants.slice(0, i), mutant };
    const step = mutant.steps[0] ?? target;
    const numbers = told(target).flatMap(
      (one) => (withIt.loop ? numbersInTraining(step, made, one) : numbersIn(target, made, one)) ?? [],
    );
    return [
      diagnosis(
        codeOf(mutant.mistake, main),
        language,
        {
          target: withIt.loop ? step : target,
          step,
          variant: slip(mutant.variant),
          detail: detailOf(mutant.variant),
          isEveryGradient: isEveryGradient(mutant, withIt),
          ...functionsOf(step, withIt),
          ...telling(numbers),
        },
        {
          target,
          line: locate(without, withIt, mutant, main),
          // A factor that was read off the results may have come in at more than one place.
          confidence: explanation.unique && !mutant.isFitted ? 'certain' : 'likely',
        },
      ),
    ];
  });
  return found.filter((one, i) => !found.slice(0, i).some((other) => isSameSlip(one, other, main)));
}

/** Whether two findings are one slip in a line that runs several times: it binds one name, and to several arrays. */
function isSameSlip(a: Finding, b: Finding, { observations }: Evidence): boolean {
  const made = observations.filter(({ line, name }) => line === a.line && name !== 'return');
  const names = new Set(made.map(({ name }) => name));
  return (
    a.code === b.code &&
    a.line === b.line &&
    made.length > 1 &&
    names.size === 1 &&
    made.every(({ index }) => index === null)
  );
}
