/** The setting `backpropTutor.courses`: a folder of anybody's becomes part of the course, and follows its files. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { TutorApi } from '../../src/extension/extension';
import { LecturersCourse } from '../support/lecturersCourse';
import { closeAll, eventually, tutorApi } from './support';

const yaml = 'huber-loss/exercise.yaml';

describe('a course of a lecturer’s own', () => {
  let tutor: TutorApi;
  let course: LecturersCourse;

  const set = (folders: readonly string[] | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration('backpropTutor').update('courses', folders, true);
  const problemsOf = (file: string): readonly vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(vscode.Uri.file(join(course.path, file)));
  const isKnown = async (id: string): Promise<boolean> => {
    try {
      await tutor.check(id, 'def nothing():\n    pass\n');
      return true;
    } catch {
      return false;
    }
  };

  before(async () => {
    tutor = await tutorApi();
    course = new LecturersCourse();
  });

  after(async () => {
    await set(undefined);
    await closeAll();
    course.remove();
  });

  it('is not there before a setting names it', async () => {
    assert.equal(await isKnown('huber-loss'), false);
  });

  it('is there as soon as a setting names it, and judges: by a solution and by a network', async () => {
    await set([course.path]);
    await eventually('the exercise is known', () => isKnown('huber-loss'));
    for (const [id, wrong, code] of [
      ['huber-loss', 'faulty/squared.py', 'slope-not-clipped'],
      ['sigmoid-regression', 'faulty/fused.py', 'missing-activation-derivative'],
    ] as const) {
      const right = await tutor.check(id, course.read(`${id}/solution.py`));
      assert.equal(right.verdict, 'pass', JSON.stringify(right.diagnoses));
      const faulty = await tutor.check(id, course.read(`${id}/${wrong}`));
      assert.equal(faulty.diagnoses[0]?.code, code);
    }
  });

  it('judges by what the files say now', async () => {
    // Half of it for everybody: the solution is another one, and so is the exercise.
    course.edit('huber-loss/solution.py', (text) => text.replace('0.5 * error**2', 'error**2 / 2'));
    course.edit('huber-loss/text.en.md', (text) => text.replace('parabola near', 'curve near'));
    course.edit('huber-loss/mistakes.py', (text) =>
      text.replace('def slope_not_clipped', 'def never_clipped'),
    );
    const faulty = course.read('huber-loss/faulty/squared.py');
    await eventually(
      'the mistake has its new name',
      async () => (await tutor.check('huber-loss', faulty)).diagnoses[0]?.code === 'never-clipped',
      20_000,
    );
  });

  it('tells what is broken in its file, at its line; the exercise beside it stays', async () => {
    course.edit(yaml, (text) => text.replace('distinct:', 'distinkt:'));
    await eventually('there is a problem', () => problemsOf(yaml).length > 0, 20_000);
    const first = problemsOf(yaml).find(({ message }) => message.includes('there is no such key here'));
    assert.ok(first);
    const line = course
      .read(yaml)
      .split('\n')
      .findIndex((text) => text.includes('distinkt'));
    assert.equal(first.range.start.line, line);
    assert.match(first.message, /there is no such key here\. There are: shown, distinct/);
    assert.equal(await isKnown('huber-loss'), false);
    assert.equal(await isKnown('sigmoid-regression'), true);
  });

  it('is whole again once that is mended, and its problem is gone', async () => {
    course.edit(yaml, (text) => text.replace('distinkt:', 'distinct:'));
    await eventually('no problem is left', () => problemsOf(yaml).length === 0, 20_000);
    assert.equal(await isKnown('huber-loss'), true);
  });

  it('goes with the setting', async () => {
    await set([]);
    await eventually('the exercise is gone', async () => !(await isKnown('huber-loss')));
  });

  it('says of a folder that is not there that it cannot be read', async () => {
    const missing = join(course.path, 'nowhere');
    await set([missing]);
    await eventually(
      'a problem names it',
      () => vscode.languages.getDiagnostics(vscode.Uri.file(missing)).length > 0,
    );
  });
});
