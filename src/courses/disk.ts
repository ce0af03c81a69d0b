/** Folders of exercises on disk: their files as texts, and what they hold as chapters of the course. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Chapter } from '../course/exercise';
import { folderExercise } from '../course/folder/folderExercise';
import type { Files } from '../course/folder/problem';
import { readCourse, type ReadCourse } from '../course/folder/readCourse';

/** A chapter's exercise's `faulty/` is as deep as it gets. */
const deepest = 5;
const mostFiles = 5000;
const mostBytes = 1024 * 1024;

/** What the files of a course are called; others are left alone. */
const ofCourse = /\.(?:yaml|md|py|svg)$/;

/** The texts of a folder by their paths below it. Throws what the file system throws of the folder itself. */
export function readFiles(folder: string): Files {
  const files = new Map<string, string>();
  const walk = (below: string, depth: number): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === '__pycache__' || entry.name === 'node_modules')
        continue;
      if (entry.isDirectory() && depth < deepest) walk(name, depth + 1);
      else if (entry.isFile() && ofCourse.test(entry.name) && files.size < mostFiles) {
        const path = join(folder, name);
        if (statSync(path).size <= mostBytes)
          files.set(name, readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
      }
    }
  };
  walk('', 0);
  return files;
}

/** The chapters of what was read; empty ones are left out. */
export function chaptersOf({ chapters }: Pick<ReadCourse, 'chapters'>): readonly Chapter[] {
  return chapters
    .map(({ id, title, about, exercises }) => ({
      id,
      title,
      about,
      exercises: exercises.map(({ definition }) => folderExercise({ definition, recording: null })),
    }))
    .filter(({ exercises }) => exercises.length > 0);
}

/** The chapters that come with the tutor, from the file that the build reads of their folders; none where it is not there. */
export function shippedChapters(file: string): readonly Chapter[] {
  if (!existsSync(file)) return [];
  return chaptersOf(JSON.parse(readFileSync(file, 'utf8')) as Pick<ReadCourse, 'chapters'>);
}

/** Reads a folder of chapters, a chapter, or an exercise. */
export function readCourseFolder(folder: string): ReadCourse {
  return readCourse(readFiles(folder));
}
