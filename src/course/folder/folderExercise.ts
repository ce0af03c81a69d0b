/** An exercise of its folder: ready to be shown, and to be judged once its solution has been run. */
import { networkJudging } from '../judging/network';
import { recordedJudging } from '../judging/recorded';
import type { Judging } from '../judging/judging';
import type { Text } from '../exercise';
import type { Exercise } from '../judgedExercise';
import { pictureOf } from '../picture';
import type { FolderMistake, SolutionReference } from './definition';
import type { FolderSource } from './folderSource';

const unprepared = (): never => {
  throw new Error('the solution of this exercise has not been run yet');
};

/** Judging of an exercise that nothing has been run of. */
const notYet: Judging = {
  mayChangeInputs: false,
  probes: unprepared,
  references: unprepared,
  differentiable: null,
  curve: null,
  columns: null,
};

/** The reference of an exercise that is its solution; null for any other. */
export function solutionOf({ folder }: Exercise): SolutionReference | null {
  const reference = folder?.definition.reference;
  return reference?.kind === 'solution' ? reference : null;
}

/**
 * Every mistake that an exercise's folder knows, as Python: `source` holds the function, or as a whole stands in the
 * solution's place; none of an exercise that is judged otherwise.
 */
export function mistakeSources(
  exercise: Exercise,
): readonly Pick<FolderMistake, 'code' | 'functionName' | 'source'>[] {
  const reference = solutionOf(exercise);
  return (reference?.mistakes ?? []).map(({ code, functionName, source }) => ({
    code,
    functionName,
    source: functionName === null ? source : (reference?.python.mistakes ?? ''),
  }));
}

function withoutTrailingSpace({ en, ko }: Text): Text {
  return { en: `${en.trimEnd()}\n`, ko: `${ko.trimEnd()}\n` };
}

/** The exercise that a folder describes. Without a recording it can be shown and not be judged, unless a network judges it. */
export function folderExercise(source: FolderSource): Exercise {
  const { definition, recording } = source;
  const { reference, drawing, mayChangeInputs } = definition;
  const isNetwork = reference.kind === 'network';
  const cut = isNetwork
    ? { spec: reference.spec, given: definition.parameters, returned: definition.returns }
    : null;
  const judging = cut
    ? networkJudging(cut)
    : recording
      ? recordedJudging(recording, mayChangeInputs)
      : notYet;
  return {
    id: definition.id,
    title: definition.title,
    ...(definition.after.length > 0 ? { after: definition.after } : {}),
    functionName: definition.functionName,
    parameters: definition.parameters,
    returns: definition.returns,
    idea: definition.idea,
    equations: definition.equations,
    picture: cut ? pictureOf(cut) : null,
    ...(drawing ? { drawing } : {}),
    starter: withoutTrailingSpace(definition.starter),
    hints: definition.hints,
    solution: definition.solution,
    explanation: definition.explanation,
    next: definition.next,
    judging,
    folder: source,
  };
}
