/** The parts of the tutor that VS Code draws, and what the panel shares with them, as a person uses them. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { course } from '../../src/course/course';
import { relu } from '../../src/course/exercises/relu';
import { wholeCourse } from '../support/wholeCourse';
import { Tutor, until } from './tutor';
import { Workbench } from './workbench';

describe('the tutor in the workbench', function () {
  // Each test goes on from where the one before left off.
  this.bail(true);
  let workbench: Workbench;
  let tutor: Tutor;

  before(async () => {
    const settings = {
      'backpropTutor.checkOnType': false,
      'backpropTutor.inlayShapes': false,
      'editor.autoIndent': 'none',
    };
    workbench = await Workbench.open({ settings, viewport: { width: 1600, height: 900 } });
  });

  after(async () => {
    await workbench.close();
  });

  afterEach(async function () {
    await workbench.pictureOf(this.currentTest);
  });

  const row = (number: number): Locator =>
    workbench.page.getByRole('treeitem', { name: new RegExp(`^${String(number)}\\. `) });
  const label = async (number: number): Promise<string> =>
    (await row(number).getAttribute('aria-label')) ?? '';
  const shows = (title: string): Promise<void> =>
    until(`the panel shows ${title}`, async () => {
      const name = await tutor.editor.getAttribute('aria-label', { timeout: 20_000 });
      return name?.includes(title) === true;
    });
  /** The lines of VS Code's own editor, whose spaces are hard ones. */
  const nativeText = async (): Promise<string> => {
    const lines = workbench.page.locator('.editor-instance .view-line');
    const placed = await lines.evaluateAll((all) =>
      all.map((line) => ({ top: parseFloat((line as HTMLElement).style.top), text: line.textContent })),
    );
    return placed
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' '))
      .join('\n');
  };

  it('welcomes who has not begun', async () => {
    await workbench.page.getByRole('tab', { name: 'Backprop Tutor' }).locator('a').first().click();
    await workbench.page.getByRole('button', { name: 'Start with the Chain Rule' }).waitFor();
    assert.equal(await row(1).count(), 0);
  });

  it('lists the exercises, and opens one on a click', async () => {
    await workbench.page.getByRole('button', { name: 'Show All Exercises' }).click();
    await row(2).waitFor();
    const chapter = (title: string): Locator => workbench.page.getByRole('treeitem', { name: title });
    await chapter('From the notes').waitFor();
    await row(course.length).waitFor();
    await chapter('Other outputs').waitFor();
    assert.match(await label(2), /not started/);
    tutor = await Tutor.open(workbench);
    await row(2).click();
    await shows(relu.title.en);
  });

  it('goes on and back from the palette while the panel has the focus', async () => {
    await tutor.editor.click();
    await workbench.runCommand('Backprop Tutor: Next Exercise');
    await shows('The derivative of ReLU');
    await workbench.runCommand('Backprop Tutor: Previous Exercise');
    await shows(relu.title.en);
  });

  it('shows the hints from the palette', async () => {
    await workbench.runCommand('Backprop Tutor: Show Hints');
    await until('the hints are selected', async () => {
      return (await tutor.tab('Hints').getAttribute('aria-selected')) === 'true';
    });
  });

  it('checks with Ctrl+Enter, and shows the state in the list and in the status bar', async () => {
    await tutor.pasteSnippet(relu.solution);
    await workbench.page.keyboard.press('ControlOrMeta+Enter');
    await until('the list says passed', async () => (await label(2)).includes('passed'));
    assert.match(await label(2), /1 check(?!s)/);
    await workbench.page
      .locator('.statusbar')
      .getByText(`1/${String(wholeCourse.length)}`)
      .waitFor();
  });

  it('shares the snippet with an editor of VS Code, key by key, both ways', async () => {
    await workbench.runCommand('Backprop Tutor: Open Snippet in Editor');
    await until('the editor has the snippet', async () => (await nativeText()).includes('def relu'));
    await tutor.editHere();
    await workbench.page.locator('.editor-instance .view-lines').first().click();
    const { keyboard } = workbench.page;
    // It is drawn a moment before the keys go there.
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await keyboard.press('ControlOrMeta+End');
    await keyboard.type('# from the editor');
    await until('the panel has it', async () => (await tutor.text()).endsWith('# from the editor'));
    await tutor.editor.click();
    await keyboard.press('ControlOrMeta+End');
    await keyboard.type(' and from the panel');
    await until('the editor has it', async () =>
      (await nativeText()).includes('# from the editor and from the panel'),
    );
    assert.equal((await tutor.text()).trimEnd(), (await nativeText()).trimEnd());
  });

  it('undoes in the panel what was typed in the panel, and nothing else', async () => {
    const { keyboard } = workbench.page;
    await tutor.editor.click();
    for (let press = 0; press < 3 && (await tutor.text()).includes('panel'); press++) {
      await keyboard.press('ControlOrMeta+z');
      await workbench.page.waitForTimeout(300);
    }
    const text = await tutor.text();
    assert.ok(!text.includes('panel'), text);
    assert.ok(text.includes('# from the editor'), text);
    await until('the editor follows', async () => (await nativeText()).trimEnd() === text.trimEnd());
  });

  it('resets, and undoes the reset from the message', async () => {
    const before = await tutor.text();
    await workbench.runCommand('Backprop Tutor: Reset Snippet to Starter');
    await until('the starter is back', async () => (await tutor.text()).includes('...'));
    await workbench.notifications.filter({ hasText: 'holds its starter again' }).getByText('Undo').click();
    await until('the text is back', async () => (await tutor.text()) === before);
  });

  it('finds everything where it was after a reload of the window', async () => {
    const before = await tutor.text();
    // An editor's unsaved text is VS Code's to keep, which it does a second after the last key.
    await workbench.page.waitForTimeout(2500);
    await workbench.reloadInOrder();
    await shows(relu.title.en);
    await until('the text is there', async () => (await tutor.text()) === before);
    await until('the list says passed', async () => (await label(2)).includes('passed'));
  });
});
