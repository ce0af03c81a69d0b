/** The reports that the panel holds: what is told of each exercise, and what waits until it may be told. */
import { batch, computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { ExerciseId } from '../../course/exercise';
import type { Report } from '../../grader/report';

/** A report and the text it judged, by its version; null where that text is not known any more. */
export interface Judged {
  readonly report: Report;
  readonly version: number;
  readonly text: string | null;
}

type ByExercise = ReadonlyMap<ExerciseId, Judged>;

export class Reports {
  readonly #told = signal<ByExercise>(new Map());
  /** Reports of automatic checks that wait until they may be told. */
  readonly #held = signal<ByExercise>(new Map());

  /** What is told of an exercise, as a signal that follows the exercise. */
  toldOf(exercise: () => ExerciseId | undefined): ReadonlySignal<Judged | null> {
    return computed(() => {
      const id = exercise();
      return id === undefined ? null : (this.#told.value.get(id) ?? null);
    });
  }

  heldOf(exercise: ExerciseId): Judged | undefined {
    return this.#held.value.get(exercise);
  }

  hold(exercise: ExerciseId, judged: Judged): void {
    this.#held.value = new Map(this.#held.value).set(exercise, judged);
  }

  /** Tells a report; what was held back of this exercise is older and gone. */
  tell(exercise: ExerciseId, judged: Judged): void {
    batch(() => {
      const held = new Map(this.#held.value);
      if (held.delete(exercise)) this.#held.value = held;
      this.#told.value = new Map(this.#told.value).set(exercise, judged);
    });
  }

  /**
   * Takes what was checked before the page was loaded.
   * @param text the text that it judged, or null where the snippet has moved on: then the one that was known stays.
   */
  restore(exercise: ExerciseId, { report, version, text }: Judged): void {
    const known = this.#told.value.get(exercise)?.text ?? null;
    this.#told.value = new Map(this.#told.value).set(exercise, { report, version, text: text ?? known });
  }

  /** Adds the curve that was trained after the verdict to the report that it belongs to, told or held. */
  addCurve(exercise: ExerciseId, version: number, curve: Pick<Report, 'cost' | 'remarks' | 'stdout'>): void {
    for (const reports of [this.#told, this.#held]) {
      const judged = reports.value.get(exercise);
      if (judged?.version !== version) continue;
      const report = { ...judged.report, ...curve };
      reports.value = new Map(reports.value).set(exercise, { ...judged, report });
    }
  }

  forget(exercise: ExerciseId): void {
    batch(() => {
      for (const all of [this.#told, this.#held]) {
        const reports = new Map(all.value);
        if (reports.delete(exercise)) all.value = reports;
      }
    });
  }
}
