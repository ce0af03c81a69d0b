/** Whether a long training need not run to its end, because its beginning is wrong already. */
import type { Exercise } from '../course/judgedExercise';
import { referencesOf } from '../course/judging/judging';
import { callNameOf, type Probe, type ProbePurpose } from '../course/judging/probe';
import type { Language } from '../course/exercise';
import type { CallResult, DriveResult } from '../python/runtime';
import { wrongCostCount } from './costCount';
import { reportError } from './errors';
import { evidenceOf, precisionOfCalls } from './observe';
import type { CostReport, Remark } from './report';
import { compareWith, fewestWrong } from './values';

/** The probes that judge before a long training does. */
const before: readonly ProbePurpose[] = ['early', 'distinct', 'again'];

/**
 * The probes in the order in which they are asked, and the one of them that need not be where `isWrongEarly`: a long training,
 * where it can be watched to its end by itself.
 */
export function askedProbes({ judging }: Exercise): {
  readonly asked: readonly Probe[];
  readonly long: Probe | null;
} {
  const probes = judging.probes();
  const others = probes.filter(({ purpose }) => purpose !== 'early');
  const long = others.length < probes.length ? others.find(({ purpose }) => purpose === 'shown') : undefined;
  if (!long || !judging.curve?.watch) return { asked: others, long: null };
  return { asked: [...probes.filter((probe) => probe !== long), long], long };
}

/**
 * Whether calls show numbers that are wrong, and nothing else: what raised, gave something else than numbers, other numbers
 * each time, infinite ones, or as many as nobody asked for, is to be seen at its full length.
 */
export function isWrongEarly(exercise: Exercise, calls: readonly CallResult[]): boolean {
  const precision = precisionOfCalls(calls);
  const judged = exercise.judging.probes().filter(({ purpose }) => before.includes(purpose));
  const evidence = judged.flatMap((probe) => {
    const call = calls.find(({ name }) => name === callNameOf(probe));
    const isSound = call?.error === null && call.deterministic !== false;
    const one = isSound ? evidenceOf(exercise, probe, call, exercise.returns, precision) : null;
    return one ? [one] : [];
  });
  const [first] = judged;
  if (!first || evidence.length < judged.length) return false;
  const isFinite = evidence.every(({ returned }) =>
    [...returned.values()].every(({ data }) => data.every(Number.isFinite)),
  );
  if (!isFinite || wrongCostCount(exercise, evidence, 'en')) return false;
  const conventions = referencesOf(exercise.judging, first).map(({ convention }) => convention);
  return fewestWrong(compareWith(conventions, evidence)).wrong.length > 0;
}

const words = {
  en: {
    raised: (message: string) => `If the training runs to its end, it stops with an error: ${message}`,
    infinite: (iteration: number) =>
      `If the training runs to its end, the cost is no finite number any more: about iteration ${String(iteration)} it is inf or nan.`,
  },
  ko: {
    raised: (message: string) => `학습을 끝까지 실행하면 이 오류로 멈춥니다. ${message}`,
    infinite: (iteration: number) =>
      `학습을 끝까지 실행하면 비용이 유한한 수가 아니게 됩니다. ${String(iteration)}번째 반복 무렵에 inf나 nan이 됩니다.`,
  },
};

/** What a training that was judged early comes to at its end, beside what is wrong with its beginning. */
export function lateRemarks(
  drive: DriveResult | null,
  cost: CostReport | null,
  language: Language,
): readonly Remark[] {
  const { raised, infinite } = words[language];
  if (drive?.error) {
    return [{ code: 'training-raises', message: raised(reportError(drive.error, language).message) }];
  }
  const at = cost?.learner.indexOf(null) ?? -1;
  return cost && at >= 0 ? [{ code: 'training-overflows', message: infinite(at * cost.every) }] : [];
}
