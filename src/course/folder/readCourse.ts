/** A chapter, or a folder of chapters: what stands in it as data, with everything that is wrong with it. */
import type { Language, Text } from '../exercise';
import type { Definition } from './definition';
import { checkOrder, inOrder } from './order';
import { Problems, type Files, type Problem } from './problem';
import { readExercise, textOf } from './readExercise';
import { chapterSchema, languages, languagesOf } from './schemas';
import { readYaml } from './yamlFile';

/** A chapter as its folder says it. */
export interface ChapterDefinition {
  readonly id: string;
  readonly title: Text;
  readonly about: Text;
  readonly languages: readonly Language[];
  /** Its folder, relative to what was read, with a `/` at its end; empty for what was read itself. */
  readonly folder: string;
  readonly exercises: readonly { readonly folder: string; readonly definition: Definition }[];
}

export interface ReadCourse {
  readonly chapters: readonly ChapterDefinition[];
  readonly problems: readonly Problem[];
}

function foldersWith(files: Files, name: string): readonly string[] {
  return [...files.keys()]
    .filter((path) => path === name || path.endsWith(`/${name}`))
    .map((path) => path.slice(0, -name.length))
    .sort();
}

/** The languages that a folder's texts are written in; both where nothing is written yet. */
function writtenIn(files: Files, folder: string): readonly Language[] {
  const names = [...files.keys()].filter((path) => path.startsWith(folder));
  const written = languages.filter((language) => names.some((path) => path.endsWith(`/text.${language}.md`)));
  return written.length > 0 ? written : languages;
}

/** Reads one folder's files. What stands in an exercise of which a file could not be read is left out. */
class CourseReader {
  readonly problems = new Problems();

  constructor(
    private readonly files: Files,
    private readonly unread: readonly Problem[],
  ) {
    for (const { file, line, message } of unread) this.problems.add(file, line, message);
  }

  private isThere(folder: string): boolean {
    return [...this.files.keys()].some((path) => path.startsWith(folder)) || this.isUnread(folder);
  }

  private isUnread(folder: string): boolean {
    return this.unread.some(({ file }) => file.startsWith(folder));
  }

  private exercise(folder: string, spoken: readonly Language[]): ChapterDefinition['exercises'] {
    if (this.isUnread(folder)) return [];
    const definition = readExercise(this.files, folder, this.problems, spoken);
    return definition ? [{ folder, definition }] : [];
  }

  /** The ids of the folders below one that are exercises. */
  private idsIn(folder: string): readonly string[] {
    return foldersWith(this.files, 'exercise.yaml')
      .filter((path) => path.startsWith(folder))
      .map((path) => path.slice(folder.length, -1))
      .filter((id) => id !== '' && !id.includes('/'));
  }

  /** A chapter's exercises in the order of its list. */
  private listed(
    folder: string,
    list: readonly string[],
    lineOf: (at?: number) => number,
    spoken: readonly Language[],
  ): ChapterDefinition['exercises'] {
    const file = `${folder}chapter.yaml`;
    const exercises = list.flatMap((id, i) => {
      const own = `${folder}${id}/`;
      const refuse = (message: string): [] => {
        this.problems.add(file, lineOf(i), message);
        return [];
      };
      if (list.indexOf(id) < i) return refuse(`${id} is in the list twice: leave one of them out.`);
      if (!this.isThere(own)) return refuse(`${id}: there is no folder of this name beside chapter.yaml.`);
      return this.exercise(own, spoken);
    });
    for (const id of this.idsIn(folder)) {
      if (list.includes(id)) continue;
      this.problems.add(file, lineOf(), `exercises: the folder ${id} is not in the list, so nobody sees it.`);
    }
    return exercises;
  }

  /** A chapter's exercises where it has no list: every folder, by its order, then by name. */
  private unlisted(folder: string, spoken: readonly Language[]): ChapterDefinition['exercises'] {
    return inOrder(this.idsIn(folder).flatMap((id) => this.exercise(`${folder}${id}/`, spoken)));
  }

  chapter(folder: string): ChapterDefinition | null {
    const { files, problems } = this;
    const file = `${folder}chapter.yaml`;
    const yaml = readYaml(files.get(file) ?? '', chapterSchema, problems.of(file));
    if (!yaml) return null;
    const { value, lineOf } = yaml;
    const spoken = typeof value.title === 'string' ? writtenIn(files, folder) : languagesOf(value.title);
    const missing = spoken.filter((language) => !languagesOf(value.about).includes(language));
    if (missing.length > 0)
      problems.add(file, lineOf('about'), `about: it is missing in ${missing.join(', ')}.`);
    const exercises = value.exercises
      ? this.listed(
          folder,
          value.exercises,
          (i) => (i === undefined ? lineOf('exercises') : lineOf('exercises', i)),
          spoken,
        )
      : this.unlisted(folder, spoken);
    if (exercises.length === 0 && !value.exercises)
      problems.add(file, 1, 'There is no exercise beside it: a folder with an exercise.yaml is one.');
    const { id, title, about } = value;
    return { id, title: textOf(title), about: textOf(about), languages: spoken, folder, exercises };
  }

  /** A chapter around an exercise that stands by itself. */
  aroundExercise(folder: string): ChapterDefinition | null {
    const written = languages.filter((language) => this.files.has(`${folder}text.${language}.md`));
    const [exercise] = this.exercise(folder, written);
    if (!exercise) return null;
    const { id, title } = exercise.definition;
    return { id, title, about: { en: '', ko: '' }, languages: written, folder, exercises: [exercise] };
  }
}

/**
 * Reads a folder that is a chapter, holds chapters, or is one exercise. Files that are none of these are left alone;
 * `unread` are those that could not be read as texts.
 */
export function readCourse(files: Files, unread: readonly Problem[] = []): ReadCourse {
  const reader = new CourseReader(files, unread);
  const { problems } = reader;
  const chapterFolders = foldersWith(files, 'chapter.yaml');
  const chapters = chapterFolders.flatMap((folder) => reader.chapter(folder) ?? []);
  const alone =
    chapterFolders.length === 0
      ? foldersWith(files, 'exercise.yaml').flatMap((folder) => reader.aroundExercise(folder) ?? [])
      : [];
  if (chapterFolders.length === 0 && alone.length === 0 && problems.found.length === 0) {
    problems.add('', null, 'There is no chapter.yaml and no exercise.yaml here: see `course new`.');
  }
  const all = [...chapters, ...alone].flatMap(({ exercises }) => exercises);
  const seen = new Map<string, string>();
  for (const { folder, definition } of all) {
    const before = seen.get(definition.id);
    if (before !== undefined) {
      problems.add(
        `${folder}exercise.yaml`,
        1,
        `id: ${definition.id} is taken by ${before}: ids are unique.`,
      );
    }
    seen.set(definition.id, folder);
  }
  checkOrder(files, all, problems);
  return { chapters: [...chapters, ...alone], problems: problems.found };
}
