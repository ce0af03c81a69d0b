/** Which way the learner has the samples of each exercise: kept with the snippet, and rows until they say otherwise. */
import type * as vscode from 'vscode';
import * as v from 'valibot';
import type { Samples } from '../../engine/columnForm';
import { exerciseIdPattern, type ExerciseId } from '../../course/exercise';

const key = 'samplesInColumns';
const schema = v.fallback(v.array(v.pipe(v.string(), v.regex(exerciseIdPattern))), []);

export class Orientations {
  constructor(private readonly globalState: vscode.Memento) {}

  of(exercise: ExerciseId): Samples {
    return this.inColumns.includes(exercise) ? 'columns' : 'rows';
  }

  set(exercise: ExerciseId, samples: Samples): void {
    const others = this.inColumns.filter((one) => one !== exercise);
    void this.globalState.update(key, samples === 'columns' ? [...others, exercise] : others);
  }

  private get inColumns(): readonly ExerciseId[] {
    return v.parse(schema, this.globalState.get(key));
  }
}
