import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { exerciseById } from '../../src/course/course';
import { Tutor } from './tutor';
import { Workbench } from './workbench';

const solution = exerciseById('relu')?.solution ?? '';

/** One window for both: in the order of the course, as the button leads on. */
describe('what is to be found', () => {
  let workbench: Workbench;
  let tutor: Tutor;

  before(async () => {
    workbench = await Workbench.open({});
    tutor = await Tutor.open(workbench);
  });

  after(async () => {
    await workbench.close();
  });

  afterEach(async function () {
    await workbench.pictureOf(this.currentTest);
  });

  const program = (): Locator => tutor.frame.getByRole('textbox', { name: 'Program with a planted mistake' });
  const row = (): Locator => tutor.frame.getByRole('row').filter({ hasText: /differs|agrees/ });
  const status = (text: RegExp): Locator => tutor.frame.getByRole('status').filter({ hasText: text });

  async function replaceProgram(text: string): Promise<void> {
    await program().click();
    const { page } = workbench;
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    // As one insertion: the editor is not to indent by itself.
    await page.keyboard.insertText(text);
  }

  describe('a bug hunt', () => {
    before(async () => {
      await tutor.goTo('ReLU');
    });

    it('begins from the command palette and warns that it shows the solution', async () => {
      await workbench.runCommand('Backprop Tutor: Bug Hunt');
      await tutor.frame.getByText('The program is the solution of this exercise.').waitFor();
      assert.equal(await program().count(), 0);
    });

    it('shows numbers of a wrong program, and no name', async () => {
      await tutor.button('Plant a mistake').click();
      await program().waitFor({ timeout: 60_000 });
      assert.match((await row().first().textContent()) ?? '', /differs/);
      assert.match((await program().textContent()) ?? '', /def relu/);
      assert.equal(await tutor.frame.getByText(/line \d/).count(), 0);
    });

    it('counts the checks until it is mended, and keeps the fewest', async () => {
      await replaceProgram(solution.replace('np.maximum(0, x)', 'x + 1'));
      await tutor.button('Check').click();
      await status(/Checks: 1\./).waitFor();
      await replaceProgram(solution);
      await workbench.page.keyboard.press('ControlOrMeta+Enter');
      await status(/Found in 2 checks. Fewest so far: 2\./).waitFor();
      assert.match((await row().first().textContent()) ?? '', /agrees/);
    });

    it('tells name and line when it is asked', async () => {
      await tutor.button('Plant another one').click();
      await status(/Checks: 0\. Fewest so far: 2\./).waitFor({ timeout: 60_000 });
      await tutor.button('Tell me what it is').click();
      await tutor.frame.getByText(/^line \d+:/).waitFor();
      assert.equal(await tutor.button('Tell me what it is').count(), 0);
    });

    it('leaves the learner’s own snippet as it was', async () => {
      await tutor.button('Back to the exercise').click();
      await tutor.editor.waitFor();
      assert.match(await tutor.text(), /\.\.\./);
    });
  });

  describe('the program that is to be debugged', () => {
    before(async () => {
      await tutor.goTo('Debug the program');
    });

    it('shows how it ends and names no mistake', async () => {
      await tutor.check(/Error in line/);
      const results = tutor.region('Results');
      await results.getByText(/mistakes have names/).waitFor();
      assert.equal(await results.getByText(/wrong direction/).count(), 0);
      assert.equal(await results.getByText(/is built from A1/).count(), 0);
    });

    it('names them when it is asked', async () => {
      await tutor.button('Tell me what it is').click();
      await tutor
        .region('Results')
        .getByText(/is built from A1|gives back nothing/)
        .first()
        .waitFor();
      assert.equal(await tutor.button('Tell me what it is').count(), 0);
    });
  });

  describe('a bug hunt in an exercise that is a folder', () => {
    it('plants a mistake and tells its line', async () => {
      await tutor.goTo('Slopes of other activations');
      await workbench.runCommand('Backprop Tutor: Bug Hunt');
      await tutor.button('Plant a mistake').click();
      await program().waitFor({ timeout: 60_000 });
      assert.match((await program().textContent()) ?? '', /def activation_slopes/);
      assert.match((await row().filter({ hasText: 'differs' }).first().textContent()) ?? '', /^slope/);
      await tutor.button('Tell me what it is').click();
      await tutor.frame.getByText(/^line \d+:/).waitFor();
    });
  });
});
