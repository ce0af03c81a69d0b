/** Which of an exercise's own known mistakes explain wrong arrays: those that gave just the same, on every probe. */
import type { RecordedProbe, Recording } from '../../course/judging/recording';
import { recordedOn } from '../../course/judging/recorded';
import type { Probe } from '../../course/judging/probe';
import { same } from '../../diagnosis/agreement';
import type { Evidence } from '../../diagnosis/evidence';
import { agreesWith } from '../../engine/compare';
import { isClose } from '../../engine/tolerance';

/** What a snippet did on a probe that was recorded. */
export interface OnRecorded {
  readonly evidence: Evidence;
  readonly recorded: RecordedProbe;
}

/** Pairs what a snippet did with what was recorded on the same probes. */
export function pairedWith(
  recording: Recording,
  probes: readonly Probe[],
  evidence: readonly Evidence[],
): readonly OnRecorded[] {
  return evidence.flatMap((one) => {
    const probe = probes.find(
      ({ purpose, name, sizes }) =>
        purpose === one.probe?.purpose && name === one.probe.name && sizes === one.probe.sizes,
    );
    return probe ? [{ evidence: one, recorded: recordedOn(recording, probe) }] : [];
  });
}

/** A mistake, by its place in the recording, and the wrong arrays that it explains. */
export interface Explained {
  readonly mistake: number;
  readonly names: readonly string[];
}

/** Whether on every probe an array is what the mistake gave, and that is not always right. */
function explains(mistake: number, name: string, pairs: readonly OnRecorded[]): boolean {
  let isVisible = false;
  for (const { evidence, recorded } of pairs) {
    const [given, made] = [evidence.returned.get(name), recorded.mistakes[mistake]?.returned.get(name)];
    const right = recorded.right.get(name);
    if (!given || !made || !right || !(same(given, made) || agreesWith(made, given))) return false;
    isVisible ||= !agreesWith(right, made);
  }
  return isVisible;
}

/** Whether a mistake changes an array at all: then it may be why that is wrong, together with another. */
export function reaches(mistake: number, name: string, pairs: readonly OnRecorded[]): boolean {
  return pairs.some(({ recorded }) => {
    const [made, right] = [recorded.mistakes[mistake]?.returned.get(name), recorded.right.get(name)];
    return made !== undefined && right !== undefined && !agreesWith(right, made);
  });
}

/** Whether an array is one whole number on every probe: the same comes of many mistakes, as an error of 1 or a count. */
function isOrdinary(name: string, pairs: readonly OnRecorded[]): boolean {
  return pairs.every(({ evidence }) => {
    const data = evidence.returned.get(name)?.data;
    const only = data?.[0] ?? NaN;
    return data?.length === 1 && isClose(only, Math.round(only));
  });
}

/**
 * The fewest mistakes that explain the most wrong arrays, in the order of the arrays. One that explains all that it
 * changes comes before one that would have changed more.
 */
export function explainedBy(
  recording: Recording,
  pairs: readonly OnRecorded[],
  wrong: readonly string[],
): readonly Explained[] {
  if (pairs.length === 0) return [];
  const candidates = recording.mistakes
    .map((_, mistake) => ({
      mistake,
      names: wrong.filter((name) => explains(mistake, name, pairs)),
      unmet: recording.names.filter(
        (name) => reaches(mistake, name, pairs) && !explains(mistake, name, pairs),
      ).length,
    }))
    // One that should have changed more is not told on the strength of numbers that come of anything.
    .filter(({ names, unmet }) => unmet === 0 || !names.every((name) => isOrdinary(name, pairs)));
  const found: Explained[] = [];
  let left = wrong;
  while (left.length > 0) {
    const open = left;
    const [best] = candidates
      .map(({ mistake, names, unmet }) => ({
        mistake,
        unmet,
        names: names.filter((name) => open.includes(name)),
      }))
      .filter(({ names }) => names.length > 0)
      .sort((a, b) => b.names.length - a.names.length || a.unmet - b.unmet || a.mistake - b.mistake);
    if (!best) break;
    found.push({ mistake: best.mistake, names: best.names });
    left = left.filter((name) => !best.names.includes(name));
  }
  return found.sort((a, b) => wrong.indexOf(a.names[0] ?? '') - wrong.indexOf(b.names[0] ?? ''));
}
