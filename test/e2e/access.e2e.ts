/** The panel in the real VS Code without a mouse, without good eyes, and in little space. */
import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Locator } from 'playwright-core';
import { backward2Layer } from '../../src/course/exercises/backward2Layer';
import { becomes, comesToSay, eventually, Tutor } from './tutor';
import { Workbench, type Theme } from './workbench';

const faulty = backward2Layer.solution.replace(' * relu_derivative(Z1)', '');
const tabs = ['Equations', 'Network', 'Gradients', 'Cost curve', 'Output', 'Hints'];

const themes: Readonly<Record<Theme, string>> = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  'hc-dark': 'vscode-high-contrast',
  'hc-light': 'vscode-high-contrast-light',
};

describe('the panel in VS Code is there for everybody', () => {
  let workbench: Workbench;
  let tutor: Tutor;

  before(async () => {
    workbench = await Workbench.open({
      settings: { 'backpropTutor.checkOnType': false },
      viewport: { width: 1600, height: 1000 },
    });
    tutor = await Tutor.open(workbench);
  });

  after(async () => {
    await workbench.close();
  });

  afterEach(async function () {
    await workbench.pictureOf(this.currentTest);
  });

  const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);
  const focused = (): Locator => tutor.frame.locator(':focus');
  /** The name of what has the focus, as a screen reader would begin. */
  const stop = async (): Promise<string> =>
    (await workbench.panelPage()).evaluate(() => {
      const element = document.activeElement;
      const name = element?.getAttribute('aria-label') ?? element?.closest('label')?.textContent;
      return (
        name ??
        document.getElementById(element?.getAttribute('aria-labelledby') ?? '')?.textContent ??
        element?.textContent ??
        ''
      );
    });
  const isSnippet = (name: string): boolean => name.startsWith('Snippet for');
  /** By Tab, or back by Shift+Tab; the editor lets go of both after Escape. */
  const goTo = async (name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
    const there = async (): Promise<boolean> => {
      const now = await stop();
      return typeof name === 'string' ? now === name : name.test(now);
    };
    for (let presses = 0; presses < 40 && !(await there()); presses++) {
      if (isSnippet(await stop())) await press('Escape');
      await press(key);
    }
    assert.ok(await there(), `${key} does not lead to ${String(name)}`);
  };
  /** Whether what has the focus looks otherwise than without it. */
  const isSeen = async (): Promise<boolean> => {
    const box = await focused().boundingBox();
    assert.ok(box);
    const [width, height] = [box.width + 8, box.height + 8];
    const clip = { x: Math.max(0, box.x - 4), y: Math.max(0, box.y - 4), width, height };
    const picture = (): Promise<Buffer> => workbench.page.screenshot({ clip, animations: 'disabled' });
    const element = await focused().elementHandle();
    const before = await picture();
    await element.evaluate((target) => {
      (target as HTMLElement).blur();
    });
    const after = await picture();
    await element.focus();
    return !before.equals(after);
  };

  describe('by keyboard alone', () => {
    const stops = [
      '1. The chain rule',
      'Exercise',
      'Chapters',
      'Next exercise',
      'Read the idea',
      'Check while typing',
      'Open in editor',
      'Reset',
      'Snippet for The chain rule',
      'Show a hint',
      'Check',
      'Note',
      'Read more',
      'Equations',
      'Use the whole panel',
      'Equations',
    ];

    it('goes from top to bottom with Tab, seen at every stop, and back', async () => {
      const text = await tutor.text();
      for (const expected of stops) {
        await press('Tab');
        await becomes(stop, expected);
        assert.ok(await isSeen(), `${expected} shows that it has the focus`);
        if (isSnippet(expected)) await press('Escape');
      }
      for (const expected of stops.slice(0, -1).reverse()) {
        await press('Shift+Tab');
        await becomes(stop, expected);
        if (isSnippet(expected)) await press('Escape');
      }
      await becomes(() => tutor.text(), text);
    });

    it('writes the first exercise, passes it, and goes on to the next', async () => {
      const { keyboard } = workbench.page;
      await goTo(/^Snippet for/);
      await press('ControlOrMeta+a');
      await press('Delete');
      const lines = ['def chain_rule(x):', 'u = 3 * x + 1', 'y = u ** 2', 'return y, 2 * u * 3'];
      for (const [index, text] of lines.entries()) {
        if (index > 0) await press('Enter');
        // After the first line, the editor indents by itself.
        await keyboard.type(text);
        await press('Escape');
      }
      await becomes(() => tutor.text(), lines.join('\n    '));
      await press('ControlOrMeta+Enter');
      await comesToSay(() => tutor.said(), /^Pass.*all 2 results agree/, 30_000);
      await press('Escape');
      await press('Tab');
      await goTo(/^Next: /);
      await press('Enter');
      await comesToSay(() => tutor.editor.getAttribute('aria-label'), /^Snippet for (?!The chain rule)/);
      assert.equal(await stop(), await tutor.frame.getByRole('heading', { level: 1 }).textContent());
    });

    it('chooses an exercise, a tab, a hint and the samples’ orientation', async () => {
      await goTo('Chapters');
      await press('Enter');
      await goTo(/^2\. /);
      for (let n = 0; n < 7; n++) await press('ArrowDown');
      await comesToSay(stop, /^9\. Backward pass, two layers/);
      await press('Enter');
      await comesToSay(() => tutor.editor.getAttribute('aria-label'), /two layers$/);
      await goTo('columns');
      await press('Space');
      await becomes(() => tutor.button('columns').getAttribute('aria-pressed'), 'true');
      await press('Shift+Tab');
      await comesToSay(stop, /rows/);
      await press('Space');
      await becomes(() => tutor.button('rows').getAttribute('aria-pressed'), 'true');
      // What the tab shows bears the tab's name, and comes first on the way back.
      await goTo('Equations', 'Shift+Tab');
      await press('Shift+Tab');
      await goTo('Equations', 'Shift+Tab');
      await press('End');
      await becomes(stop, 'Hints');
      await goTo('Open: The symptom');
      await press('Enter');
      await becomes(() => tutor.region('Results').locator('.hint.is-open').count(), 1);
    });
  });

  describe('in every theme', () => {
    before(async () => {
      await tutor.goTo(backward2Layer.title.en);
      await tutor.pasteSnippet(faulty);
      await tutor.check(/not yet/i);
      // By the debugger, past the policy of the page.
      await (await workbench.panelPage()).evaluate(axe.source);
    });

    for (const [theme, name] of Object.entries(themes) as [Theme, string][]) {
      it(`has no accessibility violations in ${theme}`, async () => {
        await workbench.chooseTheme(theme);
        await tutor.frame.locator(`body.${name}`).waitFor();
        const found: string[] = [];
        for (const tab of tabs) {
          await tutor.tab(tab).click();
          await becomes(() => tutor.tab(tab).getAttribute('aria-selected'), 'true');
          if (tab === 'Network') await tutor.button('Step forward').click();
          const page = await workbench.panelPage();
          // What is outside the tab does not change with it.
          const part = tab === tabs[0] ? 'html' : '.stage';
          const { violations } = await page.evaluate((within) => window.axe.run(within), part);
          for (const { id, nodes } of violations)
            found.push(...nodes.map(({ target }) => `${tab}: ${id} at ${target.join(' ')}`));
        }
        assert.deepEqual(found, []);
      });
    }

    it('shows the focus at every stop of the results, in high contrast as well', async () => {
      const stops: Readonly<Record<string, readonly (string | RegExp)[]>> = {
        Gradients: ['Use the whole panel', 'Gradients', /^dW1\[\d, \d\], yours/, 'dW1', 'The entries of dW1'],
      };
      for (const [tab, names] of Object.entries(stops)) {
        await tutor.tab(tab).click();
        for (const name of names) {
          await press('Tab');
          if (typeof name === 'string') await becomes(stop, name);
          else await comesToSay(stop, name);
          assert.ok(await isSeen(), `${String(name)} shows that it has the focus`);
        }
      }
    });
  });

  describe('in little space', () => {
    it('loses nothing when it is 320 pixels wide', async () => {
      await workbench.page.setViewportSize({ width: 368, height: 900 });
      const width = async (): Promise<number> => (await workbench.panelPage()).evaluate(() => innerWidth);
      assert.ok(await eventually(async () => (await width()) <= 320), `${String(await width())} px`);
      for (const tab of tabs) {
        await tutor.tab(tab).click();
        const page = await workbench.panelPage();
        await becomes(() => page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      }
      await tutor.check(/not yet/i);
    });
  });
});

declare global {
  interface Window {
    axe: typeof axe;
  }
}
