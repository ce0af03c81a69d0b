/**
 * Every exercise that is a folder keeps what it promises, those that are shipped and those over networks that the course
 * does not use; the shipped ones have enough snippets to show it.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readFiles } from '../../src/courses/disk';
import { readCourse } from '../../src/course/folder/readCourse';
import type { Definition } from '../../src/course/folder/definition';
import type { Files } from '../../src/course/folder/problem';
import { soundnessOf, type Soundness } from '../../src/courses/soundness';
import { GradingThread } from '../../src/grading/thread';
import type { PythonRuntime } from '../../src/python/runtime';
import { hasDictionaries, inDictionaries } from '../support/inDictionaries';
import { shareOf } from '../support/share';
import { ownRuntime } from '../support/runtimes';
import { isOfStyle, stylesOf } from './styles';

const dist = join(__dirname, '../../dist');
const { files } = readFiles(join(__dirname, '../../src/course/chapters'));
const { chapters, problems } = readCourse(files);
const shipped = chapters.flatMap((chapter) => chapter.exercises);

/** A chapter without a list: an exercise is added to it by its folder alone. */
const others = readFiles(join(__dirname, '../data/networkCourse'));
const further = readCourse(others.files);

/** Ids that stay: files of learners, settings and other programs hold them. A folder that is added needs no line here. */
const reliedOn: readonly string[] = [
  'activation-slopes',
  'binary-cross-entropy',
  'softmax-cross-entropy',
  'backward-classifier',
  'backward-softmax',
  'undo-broadcasting',
  'affine-layer',
  'backward-l-layer',
  'autograd-value',
  'gradient-check-lab',
  'l2-penalty',
  'momentum-adam',
  'dropout',
  'batchnorm',
  'layernorm-residual',
  'embedding',
  'conv2d',
  'max-pool',
  'rnn-step',
  'attention',
];

/** Of all snippets of the folders that name a line, so many get it. */
const leastLines = 0.9;

/** Of the mistakes in other styles, so many get their code, and so many the very line that was changed. */
const leastOfStyles = { codes: 0.95, lines: 0.6 };

/** Exercises whose arrays are in no dictionary: what is asked for is a class, or functions that call one another. */
const ofOwnForm = ['affine-layer', 'autograd-value', 'gradient-check-lab'];

/** The solution, and the first snippet of the folder with a mistake in a line, as they take and give dictionaries. */
function dictionariesOf(folder: string, definition: Definition): Files {
  if (ofOwnForm.includes(definition.id)) return new Map();
  const first = [...files].find(
    ([path, text]) =>
      path.startsWith(`${folder}faulty/`) && text.includes('# <-') && /^ {4}return .+$/mu.test(text),
  );
  return new Map([
    [`${folder}correct/in-dictionaries.py`, inDictionaries(definition, definition.solution)],
    [`${folder}faulty/in-dictionaries.py`, inDictionaries(definition, first?.[1] ?? '')],
  ]);
}

/** Of the faulty snippets, one in so many is tried. */
const share = 3;

/** The faulty snippets of a folder. */
function faultyIn(folder: string): readonly string[] {
  return [...files.keys()].filter((path) => path.startsWith(`${folder}faulty/`));
}

/** The files with the snippets in other styles among them, as if they lay in the exercise's folder. */
function withStyles(folder: string, definition: Definition, turn: number): Files {
  const tried = new Set(shareOf(faultyIn(folder), share, turn));
  return new Map([
    ...[...files].filter(([path]) => !path.startsWith(`${folder}faulty/`) || tried.has(path)),
    ...[...stylesOf(definition.id)].map(([name, text]) => [`${folder}${name}`, text] as const),
    ...dictionariesOf(folder, definition),
  ]);
}

describe('the chapters that are folders', function () {
  this.timeout(300_000);
  // What the built-in Python makes of the same folders is seen in VS Code, where all of them are solved, and by bug hunts;
  // one's own takes a third of the time.
  let runtime: PythonRuntime;
  const grader = new GradingThread(join(dist, 'gradingWorker.js'));
  const told = { lined: 0, lines: 0 };
  const styles = { faulty: 0, codes: 0, lines: 0 };

  before(function () {
    runtime = ownRuntime(this);
  });

  after(async () => {
    grader.dispose();
    await runtime.dispose();
  });

  it('are read without a problem, and among them are those that others rely on, in their order', () => {
    assert.deepEqual([...problems, ...further.problems], []);
    assert.deepEqual(
      shipped.map(({ definition }) => definition.id).filter((id) => reliedOn.includes(id)),
      reliedOn,
    );
  });

  const keepsPromises = async (
    { folder, definition }: (typeof shipped)[number],
    of: Files,
  ): Promise<Soundness> => {
    const tools = { runtime, grader, timeoutSeconds: 30, languages: ['en', 'ko'] as const };
    const soundness = await soundnessOf(of, folder, definition, tools);
    const ofLines = / is told in line .* marked\.$/u;
    const inStyles = soundness.problems.filter(({ file }) => isOfStyle(file));
    const missed = inStyles.filter(({ file }) => file.includes('/faulty/'));
    styles.codes -= missed.filter(({ message }) => !ofLines.test(message)).length;
    styles.lines -= missed.length;
    assert.deepEqual(
      soundness.problems
        .filter((problem) => !ofLines.test(problem.message) && !missed.includes(problem))
        .map(({ file, message }) => `${file}: ${message}`),
      [],
    );
    return soundness;
  };

  for (const [turn, exercise] of shipped.entries()) {
    it(`keep what they promise: ${exercise.definition.id}`, async () => {
      const { folder, definition } = exercise;
      const ofStyles = [...stylesOf(definition.id).keys()].filter((name) =>
        name.startsWith('faulty/'),
      ).length;
      const before = { ...styles };
      const { correct, faulty } = await keepsPromises(exercise, withStyles(folder, definition, turn));
      styles.faulty += ofStyles;
      styles.codes += ofStyles;
      styles.lines += ofStyles;
      told.lined += faulty.lined - ofStyles;
      told.lines += faulty.lines - (styles.lines - before.lines);
      assert.ok(correct[1] >= 4, `${String(correct[1])} right snippets`);
      assert.ok(faultyIn(folder).length >= 8, `${String(faultyIn(folder).length)} faulty snippets`);
    });
  }

  for (const exercise of further.chapters.flatMap((chapter) => chapter.exercises)) {
    it(`keep what they promise, over another network: ${exercise.definition.id}`, async () => {
      await keepsPromises(exercise, others.files);
    });
  }

  it('take and give dictionaries wherever nothing else is asked for', () => {
    const asked = shipped.filter(({ definition }) => !ofOwnForm.includes(definition.id));
    assert.ok(asked.every(({ definition }) => hasDictionaries(definition)));
    for (const { folder, definition } of shipped)
      assert.equal(files.has(`${folder}check.py`), ofOwnForm.includes(definition.id), definition.id);
  });

  it('name the line of nine snippets in ten', () => {
    assert.ok(told.lines >= leastLines * told.lined, `${String(told.lines)} of ${String(told.lined)}`);
  });

  it('name mistakes in other styles too', () => {
    const { faulty, codes, lines } = styles;
    assert.ok(codes >= leastOfStyles.codes * faulty, `${String(codes)} codes of ${String(faulty)}`);
    assert.ok(lines >= leastOfStyles.lines * faulty, `${String(lines)} lines of ${String(faulty)}`);
  });
});
