/** The course in chapters, as the map and the header show it. */
import type { Text } from '../../course/exercise';
import type { ExerciseSummary, PanelModel } from '../../protocol/messages';

/** A chapter and its exercises with their states, numbered through the whole course. */
export interface ChapterView {
  readonly id: string;
  readonly title: Text;
  readonly about: Text;
  readonly exercises: readonly (ExerciseSummary & { readonly number: number })[];
}

/** The chapters that the extension tells, with what is known of their exercises. */
export function chaptersOf(model: PanelModel): readonly ChapterView[] {
  const numbered = model.exercises.map((exercise, index) => ({ ...exercise, number: index + 1 }));
  return model.chapters.map((chapter) => ({
    ...chapter,
    exercises: chapter.exercises.flatMap((own) => numbered.filter(({ id }) => id === own)),
  }));
}
