/** Courses of one's own on the command line: made, checked, and used to judge. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Folder, run } from './commandLine';

describe('a course of one’s own', function () {
  this.timeout(300_000);
  const folder = new Folder();
  const { write } = folder;
  before(() => {
    folder.make();
  });
  after(() => {
    folder.remove();
  });

  for (const [kind, options, id] of [
    ['a solution', [], 'weighted-error'],
    ['a network', ['--network'], 'tanh-output-gradients'],
  ] as const) {
    it(`is sound as it is made, and judges snippets: with ${kind}`, async () => {
      const course = join(folder.path, id, 'course');
      const made = await run('course', 'new', course, ...options);
      assert.equal(made.status, 0, made.err);
      const checked = await run('course', 'check', course);
      assert.equal(checked.status, 0, checked.out + checked.err);
      assert.match(checked.out, new RegExp(`✓ ${id}`, 'u'));
      const solution = readFileSync(join(course, id, 'solution.py'), 'utf8');
      const right = write(`${id}/class/kim/${id}.py`, solution);
      assert.equal((await run('check', right, '--exercise', id, '--course', course)).status, 0);
      write(`${id}/class/lee/${id}.py`, solution.replaceAll(' / m', ''));
      const graded = await run('grade', join(folder.path, id, 'class'), '--course', course, '--json');
      const verdicts = graded.out
        .trim()
        .split('\n')
        .map(
          (line) =>
            (JSON.parse(line) as { report: { verdict: string; diagnoses: { code: string }[] } }).report,
        );
      assert.deepEqual(
        verdicts.map(({ verdict }) => verdict),
        ['pass', 'fail'],
      );
      assert.equal(verdicts[1]?.diagnoses[0]?.code, 'missing-mean');
    });
  }

  it('names its own mistake with its own sentence, and its line', async () => {
    const course = join(folder.path, 'weighted-error', 'course');
    const faulty = join(course, 'weighted-error/faulty/no-weight.py');
    const { status, out } = await run(
      'check',
      faulty,
      '--exercise',
      'weighted-error',
      '--course',
      course,
      '--json',
    );
    assert.equal(status, 1);
    const { diagnoses } = JSON.parse(out) as { diagnoses: { code: string; line: number; message: string }[] };
    assert.deepEqual([diagnoses[0]?.code, diagnoses[0]?.line], ['weight-forgotten', 8]);
    assert.match(diagnoses[0]?.message ?? '', /weights are in the loss, and dA does without/u);
  });

  it('says where it is not sound, and what to do', async () => {
    const course = join(folder.path, 'weighted-error', 'course');
    const path = 'weighted-error/course/weighted-error/exercise.yaml';
    const yaml = readFileSync(join(folder.path, path), 'utf8');
    write(path, yaml.replace('distinct:', 'distinkt:'));
    const { status, out } = await run('course', 'check', course);
    assert.equal(status, 1);
    assert.match(out, /exercise\.yaml:12\n.*there is no such key here\. There are: shown, distinct/u);
    assert.match(out, /sizes\.distinct is missing: write “distinct: …”/u);
    const used = await run('grade', folder.path, '--course', course);
    assert.equal(used.status, 2);
    assert.match(used.err, /exercise\.yaml:1[01]/u);
    write(path, yaml.replace('id: weighted-error', 'id: relu'));
    assert.match((await run('course', 'check', course)).out, /the folder's name is weighted-error/u);
    write(path, yaml);
  });

  it('is not made over something that is there', async () => {
    write('full/notes.txt', 'mine');
    const { status, err } = await run('course', 'new', join(folder.path, 'full'));
    assert.equal(status, 2);
    assert.match(err, /is not empty/u);
  });
});
