/** Every exercise that is a folder keeps what it promises, and has enough snippets to show it. */
import assert from 'node:assert/strict';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { readFiles } from '../../src/courses/disk';
import { readCourse } from '../../src/course/folder/readCourse';
import { soundnessOf } from '../../src/courses/soundness';
import { partTwoIds } from '../../src/course/exercise';
import { GradingThread } from '../../src/grading/thread';
import { createBuiltinRuntime } from '../../src/python/builtin';

const dist = join(__dirname, '../../dist');
const { files } = readFiles(join(__dirname, '../../src/course/chapters'));
const { chapters, problems } = readCourse(files);
const exercises = chapters.flatMap((chapter) => chapter.exercises);

/** Of all snippets that name a line, so many get it. */
const leastLines = 0.9;

describe('the chapters that are folders', function () {
  this.timeout(300_000 / Math.min(2, cpus().length));
  const runtime = createBuiltinRuntime({
    builtinPath: join(dist, 'builtin'),
    pythonPath: join(dist, 'python'),
  });
  const grader = new GradingThread(join(dist, 'gradingWorker.js'));
  const told = { lined: 0, lines: 0 };

  after(async () => {
    grader.dispose();
    await runtime.dispose();
  });

  it('are read without a problem, and are those of part two', () => {
    assert.deepEqual(problems, []);
    assert.deepEqual(
      exercises.map(({ definition }) => definition.id),
      [...partTwoIds],
    );
  });

  for (const { folder, definition } of exercises) {
    it(`keep what they promise: ${definition.id}`, async () => {
      const tools = { runtime, grader, timeoutSeconds: 30, languages: ['en', 'ko'] as const };
      const { problems: found, correct, faulty } = await soundnessOf(files, folder, definition, tools);
      told.lined += faulty.lined;
      told.lines += faulty.lines;
      const ofLines = / is told in line .* marked\.$/u;
      assert.deepEqual(
        found
          .filter(({ message }) => !ofLines.test(message))
          .map(({ file, message }) => `${file}: ${message}`),
        [],
      );
      assert.ok(correct[1] >= 4, `${String(correct[1])} right snippets`);
      assert.ok(faulty.all >= 8, `${String(faulty.all)} faulty snippets`);
    });
  }

  it('name the line of nine snippets in ten', () => {
    assert.ok(told.lines >= leastLines * told.lined, `${String(told.lines)} of ${String(told.lined)}`);
  });
});
