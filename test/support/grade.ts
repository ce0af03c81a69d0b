/** Judging for tests that want the report alone. */
import type { Language } from '../../src/course/exercise';
import type { Exercise } from '../../src/course/judgedExercise';
import { judge } from '../../src/grader/grade';
import type { Report } from '../../src/grader/report';
import type { SnippetRun } from '../../src/python/runtime';

/** The report of a run; `known` is told what is known before a search. */
export function grade(
  exercise: Exercise,
  run: SnippetRun,
  language: Language,
  known?: (report: Report) => void,
): Report {
  return judge(exercise, run, language, known).report;
}
