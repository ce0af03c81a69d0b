/** What is kept of a class while it is graded: of each report the little that tables and files tell. */
import { allExercises } from '../../course/course';
import type { Exercise } from '../../course/judgedExercise';
import type { Report, Verdict } from '../../grader/report';
import type { Reason } from './reason';
import type { Class, Submission, Unjudged } from './submissions';

export interface Finding {
  readonly code: string;
  readonly line: number | null;
  readonly message: string;
}

/** One submission and what became of it. */
export interface Mark {
  readonly file: string;
  readonly exercise: Exercise;
  readonly verdict: Verdict | 'unjudged';
  /** What it is called by: the first diagnosis, else the kind of the error, else why it was not judged; else empty. */
  readonly code: string;
  readonly findings: readonly Finding[];
  readonly reason: Reason | null;
  readonly seconds: number;
}

/** All marks of a learner, by exercise. */
export interface Row {
  readonly learner: string;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly passed: number;
  readonly points: number;
}

/** As people order names: capitals and accents beside their letters, 9 before 10; the same on every machine. */
const byName = new Intl.Collator('en', { numeric: true });

/** How many findings of one report are kept: the first is the one to show. */
const mostFindings = 3;

function findingsOf({ diagnoses, error }: Report): Finding[] {
  const named = diagnoses.map(({ code, line, message }) => ({ code, line, message }));
  const raised = error ? [{ code: error.kind, line: error.line, message: error.message }] : [];
  return [...named, ...raised].slice(0, mostFindings);
}

/** The mark of a report. */
export function markOf({ file, exercise }: Submission, report: Report): Mark {
  const findings = report.verdict === 'pass' ? [] : findingsOf(report);
  return {
    file,
    exercise,
    verdict: report.verdict,
    code: findings[0]?.code ?? '',
    findings,
    reason: null,
    seconds: (report.timings.runMs + report.timings.gradeMs) / 1000,
  };
}

export class Gradebook {
  readonly #learners = new Map<string, Map<string, Mark>>();
  readonly #unjudged: Unjudged[] = [];
  #judged = 0;
  #passed = 0;

  constructor(
    members: Class,
    readonly pointsOf: (exercise: string) => number,
  ) {
    for (const { learner } of members.submissions) this.#learnersMarks(learner);
    for (const one of members.unjudged) this.leaveOut(one);
  }

  #learnersMarks(learner: string): Map<string, Mark> {
    const known = this.#learners.get(learner);
    if (known) return known;
    const marks = new Map<string, Mark>();
    this.#learners.set(learner, marks);
    return marks;
  }

  add(learner: string, mark: Mark): void {
    this.#judged++;
    if (mark.verdict === 'pass') this.#passed++;
    this.#learnersMarks(learner).set(mark.exercise.id, mark);
  }

  /** Notes a file that is not judged; where it is somebody's answer, in their row too. */
  leaveOut(one: Unjudged): void {
    this.#unjudged.push(one);
    if (!one.answer) return;
    const { learner, exercise } = one.answer;
    const marks = this.#learnersMarks(learner);
    if (marks.has(exercise.id)) return;
    const { file, reason } = one;
    marks.set(exercise.id, {
      file,
      exercise,
      verdict: 'unjudged',
      code: reason.code,
      findings: [],
      reason,
      seconds: 0,
    });
  }

  get judged(): number {
    return this.#judged;
  }

  get passed(): number {
    return this.#passed;
  }

  get unjudged(): readonly Unjudged[] {
    return this.#unjudged;
  }

  /** The exercises that anybody has a mark in, in the order of the course. */
  exercises(): readonly Exercise[] {
    const used = new Set([...this.#learners.values()].flatMap((marks) => [...marks.keys()]));
    return allExercises().filter(({ id }) => used.has(id));
  }

  /** Learners in the order of their names. */
  rows(): readonly Row[] {
    return [...this.#learners]
      .sort(([a], [b]) => byName.compare(a, b) || (a < b ? -1 : 1))
      .map(([learner, marks]) => {
        const passed = [...marks.values()].filter(({ verdict }) => verdict === 'pass');
        const points = passed.reduce((sum, { exercise }) => sum + this.pointsOf(exercise.id), 0);
        return { learner, marks, passed: passed.length, points: Number(points.toFixed(6)) };
      });
  }
}
