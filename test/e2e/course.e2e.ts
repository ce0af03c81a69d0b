/** Someone who has only read the notes goes from the first exercise to the last, in one sitting, without leaving VS Code. */
import assert from 'node:assert/strict';
import { wholeCourse as course } from '../support/wholeCourse';
import { eventually, Tutor } from './tutor';
import { Workbench } from './workbench';

/** Of the starters, which the tests of the exercises all check, one in so many is checked here. */
const starters = 6;

describe('the whole course', () => {
  let workbench: Workbench;
  let tutor: Tutor;

  before(async () => {
    workbench = await Workbench.open({ settings: { 'backpropTutor.checkOnType': false } });
    tutor = await Tutor.open(workbench);
  });

  after(async () => {
    await workbench.close();
  });

  afterEach(async function () {
    await workbench.pictureOf(this.currentTest);
  });

  const label = async (): Promise<string> => (await tutor.editor.getAttribute('aria-label')) ?? '';
  const passed = (title: string) =>
    tutor.frame.getByRole('button', { name: new RegExp(`${title}, passed$`) });

  for (const [i, exercise] of course.entries()) {
    const title = exercise.title.en;

    it(`${String(i + 1)}. ${exercise.id}: begins open, passes, leads on`, async () => {
      assert.equal(await label(), `Snippet for ${title}`);
      if (i % starters === 0) await tutor.check(/not yet|error/i);
      await tutor.pasteSnippet(exercise.solution);
      await tutor.check(/pass/i);
      await passed(title).first().waitFor();
      const next = course[i + 1];
      if (!next) return;
      await tutor.button('Next exercise').click();
      assert.ok(await eventually(async () => (await label()) === `Snippet for ${next.title.en}`));
    });
  }

  it('is still passed, and its snippets are still there, after the window is reloaded', async () => {
    await workbench.reload();
    tutor = await Tutor.open(workbench);
    await tutor.button('Chapters').click();
    for (const exercise of course) await passed(exercise.title.en).first().waitFor();
    await tutor.button('Exercise').click();
    const last = course.at(-1);
    assert.ok(last);
    assert.equal(await label(), `Snippet for ${last.title.en}`);
    assert.equal(await tutor.copyAll(), last.solution);
  });

  it('prints nothing to the console that a developer would have to look into', () => {
    assert.deepEqual(workbench.complaints, []);
  });
});
