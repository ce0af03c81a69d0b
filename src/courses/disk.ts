/** Folders of exercises on disk: their files as texts, and what they hold as chapters of the course. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Chapter } from '../course/judgedExercise';
import { glossesOfPartOne } from '../course/course';
import { folderExercise } from '../course/folder/folderExercise';
import type { FolderFiles, Problem } from '../course/folder/problem';
import { readCourse, type ReadCourse } from '../course/folder/readCourse';

/** A chapter's exercise's `faulty/` is as deep as it gets. */
const deepest = 5;
const mostFiles = 5000;
const mostBytes = 1024 * 1024;

/** What the files of a course are called; others are left alone. */
const ofCourse = /\.(?:yaml|md|py|svg)$/;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of some bytes, with `\n` at the ends of its lines. Throws where they are not UTF-8. */
function textOf(bytes: Uint8Array): string {
  return utf8.decode(bytes).replace(/\r\n?/g, '\n');
}

/** The first line that is not UTF-8. */
function strangeLine(bytes: Uint8Array): number {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  return lines.findIndex((line) => line.includes('\uFFFD')) + 1;
}

function readOne(path: string): { text: string | null; problem: Omit<Problem, 'file'> | null } {
  try {
    if (statSync(path).size > mostBytes)
      return {
        text: null,
        problem: { line: null, message: 'The file is larger than 1 MB: make it smaller.' },
      };
    const bytes = readFileSync(path);
    try {
      return { text: textOf(bytes), problem: null };
    } catch {
      const message = 'This is not UTF-8: save the file in the encoding UTF-8.';
      return { text: null, problem: { line: strangeLine(bytes), message } };
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { text: null, problem: { line: null, message: `The file cannot be read: ${reason}.` } };
  }
}

/** The texts of a folder by their paths below it. Throws what the file system throws of the folder itself. */
export function readFiles(folder: string): FolderFiles {
  const files = new Map<string, string>();
  const unread: Problem[] = [];
  const walk = (below: string, depth: number): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === '__pycache__' || entry.name === 'node_modules')
        continue;
      if (entry.isDirectory() && depth < deepest) walk(name, depth + 1);
      else if (entry.isFile() && ofCourse.test(entry.name) && files.size < mostFiles) {
        const { text, problem } = readOne(join(folder, name));
        if (text !== null) files.set(name, text);
        if (problem) unread.push({ file: name, ...problem });
      }
    }
  };
  walk('', 0);
  return { files, unread };
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
  const chapters = chaptersOf(JSON.parse(readFileSync(file, 'utf8')) as Pick<ReadCourse, 'chapters'>);
  const glosses = glossesOfPartOne();
  return chapters.map((chapter) => ({ ...chapter, exercises: chapter.exercises.map(glosses.once) }));
}

/** Reads a folder of chapters, a chapter, or an exercise. */
export function readCourseFolder(folder: string): ReadCourse {
  const { files, unread } = readFiles(folder);
  return readCourse(files, unread);
}
