/** A lecturer's own course in the panel: named by the setting, solved, edited on disk, broken and mended. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { LecturersCourse } from '../support/lecturersCourse';
import { Tutor, until } from './tutor';
import { Workbench } from './workbench';

const yaml = 'huber-loss/exercise.yaml';

describe('a course of a lecturer’s own, in the panel', () => {
  let course: LecturersCourse;
  let workbench: Workbench;
  let tutor: Tutor;

  before(async () => {
    course = new LecturersCourse();
    workbench = await Workbench.open({
      // The whole tree in view: VS Code draws only the rows that are.
      viewport: { width: 1280, height: 1400 },
      settings: { 'backpropTutor.courses': [course.path], 'backpropTutor.checkOnType': false },
    });
    tutor = await Tutor.open(workbench);
  });

  after(async () => {
    await workbench.close();
    course.remove();
  });

  afterEach(async function () {
    await workbench.pictureOf(this.currentTest);
  });

  const item = (name: string | RegExp): Locator => workbench.page.getByRole('treeitem', { name });

  it('stands in the tree as a chapter, and opens from there', async () => {
    await workbench.page.getByRole('tab', { name: 'Backprop Tutor' }).locator('a').first().click();
    await item('Losses that forgive').waitFor();
    await item(/The Huber loss/).click();
    await tutor.frame.getByRole('textbox', { name: 'Snippet for The Huber loss' }).waitFor();
    assert.match(await tutor.text(), /def huber_loss\(A, Y, delta\):/);
    await tutor.frame.getByText('a single outlier cannot pull harder').first().waitFor();
  });

  it('names its own mistake, then passes', async () => {
    await tutor.pasteSnippet(course.read('huber-loss/faulty/squared.py'));
    await tutor.check(/not yet/i);
    await tutor.frame.getByText('slope of the squared error everywhere').first().waitFor();
    await tutor.pasteSnippet(course.read('huber-loss/solution.py'));
    await tutor.check(/pass/i);
  });

  it('shows what is edited on disk, without a reload', async () => {
    course.edit('huber-loss/text.en.md', (text) => text.replace('a single outlier', 'one lonely point'));
    course.edit(yaml, (text) => text.replace('title: The Huber loss', 'title: Huber’s loss'));
    await tutor.frame.getByText('Huber’s loss').first().waitFor({ timeout: 20_000 });
    await tutor.frame.getByRole('button', { name: 'Read the idea' }).click();
    await tutor.frame.getByText('one lonely point cannot pull harder').first().waitFor();
    await workbench.page.keyboard.press('Escape');
    await item(/Huber’s loss/).waitFor();
    assert.match(await tutor.copyAll(), /np\.clip/, 'the snippet is the learner’s still');
  });

  it('tells a broken file as a problem with its line; what was open does not go blank', async () => {
    course.edit(yaml, (text) => text.replace('returns: [loss, dA]', 'returns: [loss, dA'));
    await workbench.runCommand('Problems: Focus on Problems View');
    const problem = workbench.page.getByRole('treeitem', { name: /This is not YAML/ });
    await problem.waitFor({ timeout: 20_000 });
    const line =
      course
        .read(yaml)
        .split('\n')
        .findIndex((text) => text.includes('returns:')) + 1;
    const said = (await problem.getAttribute('aria-label')) ?? '';
    const told = Number(/line (\d+)/i.exec(said)?.[1]);
    assert.ok(told >= line && told <= line + 1, said);
    await tutor.editor.waitFor();
    // The course goes on with the exercise beside it.
    await item(/Squared error of a probability/).waitFor();
  });

  it('has the exercise again once it is mended, with what was typed', async () => {
    course.edit(yaml, (text) => text.replace('returns: [loss, dA', 'returns: [loss, dA]'));
    await item(/Huber’s loss/).click({ timeout: 20_000 });
    await tutor.frame.getByText('Huber’s loss').first().waitFor();
    await until('what was typed is there', async () => (await tutor.text()).includes('np.clip'));
  });
});
