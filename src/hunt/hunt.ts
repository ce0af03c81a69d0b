/** The course of a bug hunt: what is kept of one, and how checks and asking move it on. Pure. */
import type { Report } from '../grader/report';
import type { Before, Planted } from './plant';

/** One exercise's hunt, as it is kept. */
export interface HuntState {
  /** The program as the learner has it now. */
  readonly text: string;
  /** The text that was judged last. */
  readonly judged: string;
  readonly checks: number;
  readonly end: 'found' | 'told' | null;
  readonly mistake: { readonly line: number; readonly text: string; readonly message: string };
  /** Everything that has been planted in this exercise, this mistake last. */
  readonly planted: readonly Before[];
}

/** More hunts than anybody goes on in one exercise; of older ones the same may come again. */
const mostKept = 200;

/** A hunt that begins, after those that were. */
export function begun(
  { source, key, code, line, text, message }: Planted,
  before: readonly Before[],
): HuntState {
  const planted = [...before, { key, code }].slice(-mostKept);
  return { text: source, judged: source, checks: 0, end: null, mistake: { line, text, message }, planted };
}

/** After a check. The same text judged again says nothing new, and does not count. */
export function checked(state: HuntState, text: string, { verdict }: Report): HuntState {
  const isCounted = state.end === null && text !== state.judged;
  return {
    ...state,
    text,
    judged: text,
    checks: state.checks + (isCounted ? 1 : 0),
    end: state.end ?? (verdict === 'pass' ? 'found' : null),
  };
}

/** After asking what it is. */
export function told(state: HuntState): HuntState {
  return { ...state, end: state.end ?? 'told' };
}
