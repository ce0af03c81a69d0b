/**
 * Folders of exercises as they are broken by those who write them. Each is told with its file, its line where it has one,
 * and what to do; none takes its neighbour with it, and none hangs.
 */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenCourses, type Broken } from './brokenCourses';
import type { Problem } from '../../src/course/folder/problem';
import { readFiles } from '../../src/courses/disk';
import { checkCourse } from '../../src/courses/checkCourse';
import { GradingThread } from '../../src/grading/thread';
import { LecturersCourse } from '../support/lecturersCourse';
import { builtinRuntime } from '../support/runtimes';

const dist = join(__dirname, '../../dist');

/** Writes what a case changes; a text is the new content, a function changes what is there, null removes it. */
function breakIt(course: LecturersCourse, { files = {}, folders = [], links = {} }: Broken): void {
  for (const name of folders) {
    rmSync(join(course.path, name), { force: true, recursive: true });
    mkdirSync(join(course.path, name));
  }
  for (const [name, change] of Object.entries(files)) {
    const path = join(course.path, name);
    if (change === null) rmSync(path, { recursive: true });
    else if (typeof change === 'function') course.edit(name, change);
    else {
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, change);
    }
  }
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(course.path, name));
}

describe('broken folders of exercises', function () {
  this.timeout(300_000);
  const runtime = builtinRuntime();
  const grader = new GradingThread(join(dist, 'gradingWorker.js'));

  after(async () => {
    grader.dispose();
    await runtime.dispose();
  });

  /** Once the fault is told nothing more is tried, but in one of so many: the neighbour was read, and is whole. */
  const triedAnyway = 6;

  for (const [turn, broken] of brokenCourses.entries()) {
    it(broken.name, async () => {
      const course = new LecturersCourse();
      try {
        breakIt(course, broken);
        const checked = checkCourse(readFiles(course.path), {
          runtime,
          grader,
          timeoutSeconds: 5,
          folderSeconds: 5,
        });
        const { told } = broken;
        const problems = [...checked.problems];
        const find = (): Problem | undefined =>
          problems.find(({ file, message }) => file === told?.file && told.says.test(message));
        const isTold = (): boolean => find() !== undefined && turn % triedAnyway !== 0;
        const untried = new Set(
          checked.chapters.flatMap(({ exercises }) => exercises).map(({ definition }) => definition.id),
        );
        const sound: string[] = [];
        if (!isTold()) {
          for await (const { id, problems: found } of checked.exercises) {
            untried.delete(id);
            problems.push(...found);
            if (found.length === 0) sound.push(id);
            if (isTold()) break;
          }
        }
        if (isTold()) sound.push(...untried);
        const lines = problems.map(
          ({ file, line, message }) => `${file}:${String(line ?? '')}: ${message.split('\n')[0] ?? ''}`,
        );
        if (told === null) assert.deepEqual(lines, []);
        else {
          const found = find();
          assert.ok(
            found,
            `${lines.join('\n')}\nis not ${told.file}:${String(told.line)}: ${told.says.source}`,
          );
          assert.equal(found.line, told.line, lines.join('\n'));
        }
        for (const id of broken.sound ?? ['sigmoid-regression'])
          assert.ok(sound.includes(id), `${id}: ${lines.join('\n')}`);
      } finally {
        course.remove();
      }
    });
  }
});
