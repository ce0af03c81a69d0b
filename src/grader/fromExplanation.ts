/** From mistakes that explain what came back to their sentences, with the numbers to tell. */
import type { Language } from '../course/exercise';
import { scaleFactor, same } from '../diagnosis/agreement';
import type { Evidence } from '../diagnosis/evidence';
import { tryEvaluate } from '../diagnosis/evidence';
import type { Explanation } from '../diagnosis/explain';
import { locate } from '../diagnosis/locate';
import type { Facts, Mistake } from '../diagnosis/mistake';
import { replay, slip, type Mutant } from '../diagnosis/mutants';
import { laidOut } from '../diagnosis/placement';
import type { Computation } from '../engine/computation';
import { allSteps } from '../engine/computation';
import { formatShape, type Tensor } from '../engine/tensor';
import { diagnosis, numbersOf } from './facts';
import type { Diagnosis } from './report';

/** Whether two arrays differ by more than rounding; one that is missing differs. */
export function differs(a: Tensor | undefined, b: Tensor | undefined): boolean {
  return a === undefined || b === undefined || !same(a, b);
}

/** Whether two ratios are the same but for rounding. */
export function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.abs(b);
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

/** The code of a mistake in this snippet: the narrower one where what it keeps its arrays in is part of the mistake. */
function codeOf({ code, amongContainers }: Mistake, { observations }: Evidence): string {
  const keepsContainers = observations.some(({ name }) => /[[.]/.test(name));
  return keepsContainers ? (amongContainers ?? code) : code;
}

/** The first numbers that show a difference, else the first. */
function telling(numbers: readonly Partial<Facts>[]): Partial<Facts> {
  const shows = ({ ratio }: Partial<Facts>): boolean => typeof ratio !== 'number' || !isClose(ratio, 1);
  return numbers.find(shows) ?? numbers[0] ?? {};
}

/** What a sentence may say of a mistake in numbers: from the learner's own data where they show it, else from a probe. */
function numbersFor(
  target: string,
  explanation: Explanation,
  before: readonly Mutant[],
  evidence: readonly Evidence[],
): Partial<Facts> {
  const numbers = evidence.flatMap((one) => {
    const base = laidOut(one, explanation.layout);
    const without = base && replay(base, [...one.inputs.keys()], before);
    return without ? [numbersOf(target, one, tryEvaluate(without, one.inputs))] : [];
  });
  return telling(numbers);
}

/**
 * The same of a step inside a training. What comes back are weights after all updates, in which the mistake shows
 * neither its sign nor its factor; its own array in the first round does.
 */
function numbersInTraining(
  step: string,
  explanation: Explanation,
  before: readonly Mutant[],
  mutant: Mutant,
  evidence: readonly Evidence[],
): Partial<Facts> {
  const numbers = evidence.flatMap((one): Partial<Facts>[] => {
    const base = laidOut(one, explanation.layout);
    const firstRound = (mutants: readonly Mutant[]): Tensor | undefined => {
      const changed = base && replay(base, [...one.inputs.keys()], mutants);
      if (!changed?.loop) return undefined;
      const computation = { ...changed, loop: { ...changed.loop, times: 1 } };
      const operation = allSteps(computation).find(({ name }) => name === step)?.operation;
      return operation && tryEvaluate(computation, one.inputs)?.first.get(operation);
    };
    const [expected, actual] = [firstRound(before), firstRound([...before, mutant])];
    if (!expected || !actual) return [];
    return [
      {
        ratio: scaleFactor(actual.data, expected.data),
        samples: one.inputs.get('X')?.shape[0] ?? null,
        expectedShape: formatShape(expected.shape),
        actualShape: formatShape(actual.shape),
      },
    ];
  });
  return telling(numbers);
}

/** One diagnosis for each mistake of an explanation, in order of execution. */
export function fromExplanation(
  explanation: Explanation,
  main: Evidence,
  shown: Evidence | null,
  language: Language,
): readonly Diagnosis[] {
  let computation = laidOut(main, explanation.layout);
  const told = shown ? [shown, main] : [main];
  return explanation.mutants.flatMap((mutant, i): Diagnosis[] => {
    if (!computation) return [];
    const without = computation;
    const withIt = mutant.applyTo(without);
    computation = withIt;
    const target = targetOf(without, withIt, main) ?? mutant.steps[0] ?? '';
    const before = explanation.mutants.slice(0, i);
    const step = mutant.steps[0] ?? target;
    const numbers = withIt.loop
      ? numbersInTraining(step, explanation, before, mutant, told)
      : numbersFor(target, explanation, before, told);
    return [
      diagnosis(
        codeOf(mutant.mistake, main),
        language,
        {
          target: withIt.loop ? step : target,
          step,
          variant: slip(mutant.variant),
          detail: detailOf(mutant.variant),
          ...numbers,
        },
        {
          target,
          line: locate(without, withIt, mutant, main),
          confidence: explanation.unique ? 'certain' : 'likely',
        },
      ),
    ];
  });
}
