/** Real reports of real snippets, for every exercise of the course: what the panel is measured with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { course } from '../../../src/course/course';
import type { Language } from '../../../src/course/exercise';
import type { Exercise } from '../../../src/course/judgedExercise';
import { shippedChapters } from '../../../src/courses/disk';
import { checkSnippet } from '../../../src/grader/check';
import type { Report } from '../../../src/grader/report';
import { GradingThread } from '../../../src/grading/thread';
import { createBuiltinRuntime } from '../../../src/python/builtin';

const root = join(import.meta.dirname, '../../..');

/** A text of an exercise and what its check finds. */
export interface Checked {
  readonly text: string;
  readonly report: Report;
}

/** What may have been found of an exercise: a mistake, an error of Python, nothing. */
export type Outcome = 'fail' | 'error' | 'pass';

export interface Checks {
  of(exercise: Exercise, language: Language): Promise<ReadonlyMap<Outcome, Checked>>;
  dispose(): Promise<void>;
}

export function everyExercise(): readonly Exercise[] {
  return [
    ...course,
    ...shippedChapters(join(root, 'dist/chapters.json')).flatMap(({ exercises }) => exercises),
  ];
}

/** Where the snippets with a mistake lie, by exercise. */
function faultyFolders(): ReadonlyMap<string, string> {
  const parts = [join(root, 'test/python/diagnosis/faulty')];
  const chapters = join(root, 'src/course/chapters');
  const folders = new Map<string, string>();
  for (const part of parts) for (const id of readdirSync(part)) folders.set(id, join(part, id));
  for (const chapter of readdirSync(chapters))
    for (const entry of readdirSync(join(chapters, chapter), { withFileTypes: true }))
      if (entry.isDirectory()) folders.set(entry.name, join(chapters, chapter, entry.name, 'faulty'));
  return folders;
}

/** How many snippets with a mistake are checked: of several that fail, the one with the longest findings is shown. */
const tried = 1;

export function createChecks(): Checks {
  const dist = join(root, 'dist');
  const runtime = createBuiltinRuntime({
    builtinPath: join(dist, 'builtin'),
    pythonPath: join(dist, 'python'),
  });
  const grader = new GradingThread(join(dist, 'gradingWorker.js'));
  const folders = faultyFolders();
  const check = async (exercise: Exercise, text: string, language: Language): Promise<Checked> => ({
    text,
    report: await checkSnippet(exercise, text, runtime, { timeoutSeconds: 30, language, grader }),
  });
  const lengthOf = ({ report }: Checked): number =>
    report.diagnoses.reduce((sum, { message }) => sum + message.length, 0);
  return {
    async of(exercise, language) {
      const found = new Map<Outcome, Checked>();
      const folder = folders.get(exercise.id);
      const names = folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.py'));
      let fail: Checked | null = null;
      for (const name of names.slice(0, tried)) {
        // The mark that tells the line to look at is no learner's.
        const text = readFileSync(join(folder ?? '', name), 'utf8').replaceAll(/ {2}# <- .*$/gmu, '');
        const checked = await check(exercise, text, language);
        if (checked.report.verdict !== 'fail') continue;
        if (fail === null || lengthOf(checked) > lengthOf(fail)) fail = checked;
      }
      if (fail !== null) found.set('fail', fail);
      // The last name that is returned is one that nobody has.
      const unknown = exercise.solution.replace(/^(\s+return .*?)\w+$/mu, '$1no_such_array_at_all');
      found.set('error', await check(exercise, unknown, language));
      found.set('pass', await check(exercise, exercise.solution, language));
      return found;
    },
    async dispose() {
      grader.dispose();
      await runtime.dispose();
    },
  };
}
