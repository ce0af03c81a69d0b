/** A chapter, or a folder of chapters: what stands in it as data, with everything that is wrong with it. */
import type { Language, Text } from '../exercise';
import type { Definition } from './definition';
import { Problems, type Files, type Problem } from './problem';
import { readExercise, textOf } from './readExercise';
import { chapterSchema, languagesOf } from './schemas';
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

function readChapter(files: Files, folder: string, problems: Problems): ChapterDefinition | null {
  const file = `${folder}chapter.yaml`;
  const yaml = readYaml(files.get(file) ?? '', chapterSchema, problems.of(file));
  if (!yaml) return null;
  const { value, lineOf } = yaml;
  const languages = languagesOf(value.title);
  const missing = languages.filter((language) => !languagesOf(value.about).includes(language));
  if (missing.length > 0)
    problems.add(file, lineOf('about'), `about: it is missing in ${missing.join(', ')}.`);
  const exercises = value.exercises.flatMap((id, i) => {
    const own = `${folder}${id}/`;
    if (![...files.keys()].some((path) => path.startsWith(own))) {
      problems.add(
        file,
        lineOf('exercises', i),
        `${id}: there is no folder of this name beside chapter.yaml.`,
      );
      return [];
    }
    const definition = readExercise(files, own, problems, languages);
    return definition ? [{ folder: own, definition }] : [];
  });
  for (const left of foldersWith(files, 'exercise.yaml')) {
    const id = left.slice(folder.length, -1);
    if (left.startsWith(folder) && !id.includes('/') && id !== '' && !value.exercises.includes(id)) {
      problems.add(
        file,
        lineOf('exercises'),
        `exercises: the folder ${id} is not in the list, so nobody sees it.`,
      );
    }
  }
  const { id, title, about } = value;
  return { id, title: textOf(title), about: textOf(about), languages, folder, exercises };
}

/** A chapter around an exercise that stands by itself. */
function aroundExercise(files: Files, folder: string, problems: Problems): ChapterDefinition | null {
  const languages = (['en', 'ko'] as const).filter((language) => files.has(`${folder}text.${language}.md`));
  const definition = readExercise(files, folder, problems, languages);
  if (!definition) return null;
  const { id, title } = definition;
  return { id, title, about: { en: '', ko: '' }, languages, folder, exercises: [{ folder, definition }] };
}

/** Reads a folder that is a chapter, holds chapters, or is one exercise. Files that are none of these are left alone. */
export function readCourse(files: Files): ReadCourse {
  const problems = new Problems();
  const chapterFolders = foldersWith(files, 'chapter.yaml');
  const chapters = chapterFolders.flatMap((folder) => readChapter(files, folder, problems) ?? []);
  const alone =
    chapterFolders.length === 0
      ? foldersWith(files, 'exercise.yaml').flatMap((folder) => aroundExercise(files, folder, problems) ?? [])
      : [];
  if (chapterFolders.length === 0 && alone.length === 0 && problems.found.length === 0) {
    problems.add('', null, 'There is no chapter.yaml and no exercise.yaml here: see `course new`.');
  }
  const seen = new Map<string, string>();
  for (const { folder, definition } of [...chapters, ...alone].flatMap(({ exercises }) => exercises)) {
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
  return { chapters: [...chapters, ...alone], problems: problems.found };
}
