/** The snippet in the panel's editor and in VS Code's own, and the panel that comes and goes, in the real VS Code. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { codeInColumns } from '../../src/course/columns';
import { backward2Layer } from '../../src/course/exercises/backward2Layer';
import { becomes, comesToSay, Tutor } from './tutor';
import { Workbench } from './workbench';

const { solution } = backward2Layer;
const starter = backward2Layer.starter.en;
const faulty = solution.replace(' * relu_derivative(Z1)', '');

describe('the snippet and the panel in VS Code', () => {
  let workbench: Workbench;
  let tutor: Tutor;

  before(async () => {
    workbench = await Workbench.open({
      settings: { 'backpropTutor.checkOnType': false, 'editor.autoIndent': 'none' },
      viewport: { width: 1800, height: 1000 },
    });
    tutor = await Tutor.open(workbench);
    await tutor.goTo(backward2Layer.title.en);
  });

  after(async () => {
    await workbench.close();
  });

  afterEach(async function () {
    await workbench.pictureOf(this.currentTest);
  });

  const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);
  const type = (text: string): Promise<void> => workbench.page.keyboard.type(text);
  const text = (): Promise<string> => tutor.text();
  const line = (start: string): Locator => tutor.editor.locator('.cm-line').filter({ hasText: start });
  const endOf = async (start: string): Promise<void> => {
    await line(start).click();
    await press('End');
  };
  const staysThat = async (expected: string): Promise<void> => {
    await becomes(text, expected);
    await workbench.page.waitForTimeout(500);
    assert.equal(await text(), expected);
  };
  /** How many checks the list of exercises counts. */
  const attempts = async (): Promise<number> => {
    const item = workbench.page.getByRole('treeitem', { name: /^9\. / });
    return Number(/(\d+) checks?/.exec((await item.getAttribute('aria-label')) ?? '')?.[1] ?? 0);
  };

  describe('the editor of the panel', () => {
    const edited = solution.replace('dZ2 = A2 - Y', 'dZ2 = A2 - Y!');

    it('undoes and redoes by VS Code’s keys, one step for one press', async () => {
      await tutor.pasteSnippet(solution);
      await endOf('dZ2 =');
      await type('!');
      await becomes(text, edited);
      await press('ControlOrMeta+z');
      await staysThat(solution);
      await press('ControlOrMeta+Shift+z');
      await staysThat(edited);
      await press('ControlOrMeta+z');
      await staysThat(solution);
    });

    it('undoes and redoes a reset', async () => {
      await tutor.pasteSnippet(edited);
      await tutor.button('Reset').click();
      await becomes(text, starter);
      await tutor.editor.click();
      await press('ControlOrMeta+z');
      await staysThat(edited);
      await press('ControlOrMeta+Shift+z');
      await staysThat(starter);
    });

    it('completes the names of the exercise and of NumPy', async () => {
      await tutor.pasteSnippet(solution);
      await endOf('m = X.shape');
      await press('Enter');
      await type('np.sub');
      await tutor.frame.getByRole('option', { name: /^subtract/ }).waitFor();
      // The list does not take a key that follows its appearance too closely.
      await workbench.page.waitForTimeout(200);
      await press('Enter');
      await becomes(() => line('np.subtract').count(), 1);
      await type('(dW');
      await tutor.frame.getByRole('option', { name: /^dW1/ }).waitFor();
      await tutor.frame.getByRole('option', { name: /^dW2/ }).waitFor();
      await press('Escape');
    });

    it('indents and outdents with Tab, and lets go of it after Escape', async () => {
      await tutor.pasteSnippet(solution);
      await endOf('dZ2 =');
      await press('Tab');
      await becomes(text, solution.replace('dZ2 =', '    dZ2 ='));
      await press('Shift+Tab');
      await becomes(text, solution);
      await press('Escape');
      await press('Tab');
      const page = await workbench.panelPage();
      await becomes(() => page.evaluate(() => document.activeElement?.closest('.cm-editor') === null), true);
      assert.equal(await text(), solution);
    });
  });

  describe('checking', () => {
    before(async () => {
      await tutor.pasteSnippet(solution);
      await workbench.runCommand('Backprop Tutor: Show Exercises');
      await workbench.page.getByRole('treeitem', { name: /^9\. / }).waitFor();
      // Counts what a person sees begin.
      await (
        await workbench.panelPage()
      ).evaluate(() => {
        let busy = false;
        document.body.dataset['checks'] = '0';
        new MutationObserver(() => {
          const now = document.querySelector('.status-busy') !== null;
          if (now && !busy)
            document.body.dataset['checks'] = String(Number(document.body.dataset['checks']) + 1);
          busy = now;
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
      });
    });
    const seen = async (): Promise<number> =>
      Number(await tutor.frame.locator('body').getAttribute('data-checks'));

    it('happens once for one press of Ctrl+Enter, which both the page and VS Code hear', async () => {
      const before = await attempts();
      await tutor.editor.click();
      for (let presses = 1; presses <= 3; presses++) {
        await press('ControlOrMeta+Enter');
        await becomes(attempts, before + presses, 30_000);
        await tutor.finished();
        // A second check for the same press would come now.
        await workbench.page.waitForTimeout(1000);
        assert.equal(await attempts(), before + presses);
      }
      assert.match(await tutor.said(), /^Pass/);
    });

    it('can be stopped while it runs', async () => {
      await tutor.pasteSnippet(solution.replace('dZ2 = A2 - Y', 'while True: pass'));
      await tutor.startCheck();
      await tutor.stopButton.click();
      await comesToSay(() => tutor.said(), /Stopped\./);
      assert.equal(await tutor.stopButton.count(), 0);
      await tutor.pasteSnippet(solution);
      await tutor.check(/pass/i);
    });

    it('happens once when typing pauses, where that is asked for, and is no attempt', async () => {
      const before = await attempts();
      const box = tutor.frame.getByLabel('Check while typing');
      await box.check();
      const begun = await seen();
      await endOf('dZ2 =');
      await type('  # ok');
      await becomes(seen, begun + 1);
      await tutor.finished();
      await comesToSay(() => tutor.said(), /^Pass.*agree/);
      await workbench.page.waitForTimeout(1500);
      assert.equal(await seen(), begun + 1);
      assert.equal(await attempts(), before);
      await box.uncheck();
      await endOf('dZ2 =');
      await type('!');
      await workbench.page.waitForTimeout(1500);
      assert.equal(await seen(), begun + 1);
      assert.match(await tutor.said(), /has changed since/);
    });

    it('leaves Check where it is while one runs that a pause has begun, and takes the press for one', async () => {
      const box = tutor.frame.getByLabel('Check while typing');
      await box.check();
      await tutor.pasteSnippet(solution.replace('dZ2 = A2 - Y', 'while True: pass'));
      await tutor.frame.locator('.status-busy').waitFor();
      assert.equal(await tutor.stopButton.count(), 0);
      await tutor.startCheck();
      await tutor.stopButton.click();
      await comesToSay(() => tutor.said(), /Stopped\./);
      await box.uncheck();
      await tutor.pasteSnippet(solution);
      await tutor.check(/pass/i);
    });
  });

  describe('VS Code’s own editor', () => {
    const native = (): Locator => workbench.page.locator('.editor-instance');
    const lens = (name: RegExp): Locator =>
      native().locator('.codelens-decoration a').filter({ hasText: name });
    const nativeText = async (): Promise<string> =>
      (await native().locator('.view-lines').allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');

    before(async () => {
      await tutor.pasteSnippet(faulty);
      await tutor.check(/not yet/i);
      await tutor.button('Open in editor').click();
      await native().locator('.view-line').filter({ hasText: 'dW1' }).first().waitFor();
      await tutor.editHere();
    });

    it('underlines what the check found, and lists it as a problem with where it comes from', async () => {
      await native().locator('.squiggly-error').first().waitFor();
      await press('ControlOrMeta+Shift+m');
      const problems = workbench.page.locator('.markers-panel');
      const rows = problems.locator('.monaco-list-row');
      await rows
        .filter({ hasText: 'without its derivative' })
        .filter({ hasText: '[Ln 15, Col 5]' })
        .waitFor();
      const all = await comesToSay(() => rows.allInnerTexts().then(String), /missing-activation-derivative/);
      assert.match(all, /Backprop Tutor/);
      await rows.filter({ hasText: 'dA1 is computed here' }).filter({ hasText: '[Ln 14, Col 5]' }).waitFor();
      await press('ControlOrMeta+Shift+m');
      await problems.waitFor({ state: 'hidden' });
    });

    it('offers a check above the function, and says how the last one went', async () => {
      // On a busy machine VS Code may draw its lines above functions only once somebody looks into the editor.
      await native().locator('.view-line').filter({ hasText: 'return' }).last().click();
      await lens(/Check gradients/).waitFor();
      await lens(/Wrong: dW1, db1/).waitFor();
    });

    it('writes shapes at the ends of lines', async () => {
      await comesToSay(nativeText, /dZ1 = dA1\s*dZ1 \(100, 5\)/);
    });

    it('explains a variable under the mouse: equation, shape, values', async () => {
      await native().locator('.view-line').filter({ hasText: 'return' }).last().click();
      await press('ControlOrMeta+g');
      const box = workbench.page.locator('.quick-input-widget:visible input');
      await box.fill(':16:6');
      await press('Enter');
      await workbench.runCommand('Show or Focus Hover');
      const hover = workbench.page.locator('.monaco-hover:visible .monaco-hover-content');
      const said = await comesToSay(() => hover.innerText(), /Shape in the last check: \(3, 5\)/);
      const equation = backward2Layer.equations.find(({ name }) => name === 'dW1');
      assert.ok(equation && said.replaceAll('\u00a0', ' ').includes(equation.words.en), said);
      assert.match(said, /yours\s+-?\d\.\d+[\s\S]+reference\s+-?\d\.\d+/);
      await press('Escape');
    });

    it('checks by the line above the function and by Ctrl+Enter, once each', async () => {
      await tutor.pasteSnippet(solution);
      await comesToSay(nativeText, /relu_derivative\(Z1\)/);
      const before = await attempts();
      await lens(/Check gradients/).click();
      await lens(/Passed/).waitFor();
      await becomes(attempts, before + 1);
      await becomes(() => native().locator('.squiggly-error').count(), 0);
      await native().locator('.view-line').filter({ hasText: 'return' }).last().click();
      await press('ControlOrMeta+Enter');
      await becomes(attempts, before + 2, 30_000);
      await workbench.page.waitForTimeout(1000);
      assert.equal(await attempts(), before + 2);
    });
  });

  describe('the panel', () => {
    const tab = (): Locator =>
      workbench.page
        .getByRole('tab', { name: 'Backprop Tutor' })
        .filter({ has: workbench.page.locator('.tab-label') });
    /** Everything that a person has set, and can see without touching anything. */
    const look = async () => {
      const page = await workbench.panelPage();
      return page.evaluate(() => ({
        exercise: document.querySelector('h1')?.textContent,
        text: [...document.querySelectorAll('.cm-line')].map(({ textContent }) => textContent).join('\n'),
        cursor: document.querySelector('.cm-activeLine')?.textContent,
        tab: document.querySelector('[role=tab][aria-selected=true]')?.textContent,
        big: document.querySelector('.whole')?.getAttribute('aria-pressed'),
        verdict: document.querySelector('[role=status]')?.textContent,
        logarithmic: document.querySelector<HTMLInputElement>('.cost-foot input')?.checked,
        point: document.querySelector('.chart')?.getAttribute('aria-valuetext'),
      }));
    };
    const entry = async () => {
      await tutor.tab('Gradients').click();
      const seen = await tutor.region('Results').locator('.heat-value').textContent();
      await tutor.tab('Cost curve').click();
      return seen;
    };
    /** What another view shows: the samples' orientation, the step of the pass, the sample. */
    const kept = async (): Promise<readonly (string | null)[]> => {
      await tutor.tab('Equations').click();
      const samples = await tutor.frame.locator('.toggle [aria-pressed=true]').textContent();
      await tutor.tab('Network').click();
      const step = await tutor.frame.locator('.step-count').textContent();
      const sample = await tutor.frame.getByLabel('Sample', { exact: true }).inputValue();
      await tutor.tab('Cost curve').click();
      return [samples, step, sample];
    };
    let set: Awaited<ReturnType<typeof look>>;
    const isAsBefore = async (): Promise<void> => {
      // What is not there yet shows as a difference, not as an error.
      await becomes(() => look().catch(() => null), set, 30_000);
      await comesToSay(entry, /^db1\[3, 0\], yours/);
      assert.deepEqual(await kept(), ['columns', '4 / 12', '3']);
    };

    before(async () => {
      // Wide enough for two groups of editors side by side, with the panel in either and the snippet beside the curve.
      await workbench.page.setViewportSize({ width: 3400, height: 1000 });
      await workbench.runCommand('Backprop Tutor: Open');
      await tutor.editor.waitFor();
      await tutor.closeTakeaway();
      await tutor.button('columns').click();
      await becomes(() => tutor.button('columns').getAttribute('aria-pressed'), 'true');
      await tutor.pasteSnippet(codeInColumns(faulty));
      await tutor.check(/not yet/i);
      await tutor.tab('Network').click();
      await tutor.frame.getByLabel('Sample', { exact: true }).selectOption('3');
      for (let step = 0; step < 4; step++) await tutor.button('Step forward').click();
      await tutor.tab('Gradients').click();
      await tutor.button('db1').click();
      await tutor.frame.getByRole('grid').locator('[data-entry="3"]').click();
      await tutor.tab('Cost curve').click();
      await tutor.frame.getByLabel('Logarithmic').check();
      await tutor.frame.locator('.chart[role=slider]').focus();
      await press('Home');
      await press('PageUp');
      await line('dA1 =').click();
      await tutor.frame.getByRole('heading', { level: 1 }).hover();
      await workbench.page.waitForTimeout(500);
      set = await look();
      assert.deepEqual(await kept(), ['columns', '4 / 12', '3']);
      assert.equal(set.logarithmic, true);
      assert.match(set.point ?? '', /^Iteration 200,/);
      assert.match(set.cursor ?? '', /dA1 =/);
    });

    it('is where it was after another editor covered it', async () => {
      await workbench.runCommand('File: New Untitled Text File');
      await tab().waitFor();
      await becomes(() => workbench.page.locator('iframe.webview.ready:visible').count(), 0);
      await tab().click();
      await isAsBefore();
    });

    it('is where it was after it moved to another group of editors', async () => {
      await workbench.runCommand('View: Move Editor into Next Group');
      await isAsBefore();
    });

    it('is revealed, not doubled, when it is opened again', async () => {
      await workbench.runCommand('File: New Untitled Text File');
      await becomes(() => workbench.page.locator('iframe.webview.ready:visible').count(), 0);
      await workbench.runCommand('Backprop Tutor: Open');
      await isAsBefore();
      assert.equal(await tab().count(), 1);
      assert.equal(await workbench.page.locator('iframe.webview').count(), 1);
    });

    it('is where it was after the window was reloaded', async () => {
      await workbench.reloadInOrder();
      await isAsBefore();
      assert.equal(await tab().count(), 1);
    });
  });

  describe('at the end', () => {
    it('has left nothing on the console that a developer would have to look into', () => {
      assert.deepEqual(workbench.complaints, []);
    });
  });
});
