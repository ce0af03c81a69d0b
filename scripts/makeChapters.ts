/** Makes `dist/chapters.json`: part two of the course as it is read of its folders, so that no start reads them again. */
import { writeFileSync } from 'node:fs';
import { readCourseFolder } from '../src/courses/disk';

/** Reads the chapters in `from` into the file `to`. Throws where something is wrong with them. */
export function makeChapters(from: string, to: string): void {
  const { chapters, problems } = readCourseFolder(from);
  if (problems.length > 0) {
    const told = problems.map(({ file, line, message }) => `${file}:${String(line ?? 1)}: ${message}`);
    throw new Error(`The chapters cannot be read:\n${told.join('\n')}`);
  }
  writeFileSync(to, JSON.stringify({ chapters }));
}
