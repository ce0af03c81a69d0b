/** What can be done with a snippet in the panel: find in it, take a solution over, edit it beside; by mouse and by keys. */
import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { hiddenGradients } from '../../src/course/exercises/hiddenGradients';
import { launchBrowser } from '../host/browser';
import { servePanel } from './panelDev/server';
import { becomes } from './tutor';

const { solution } = hiddenGradients;
const faulty = solution.replace(' * relu_derivative(Z1)', '');

describe('the snippet of the panel', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof servePanel>>;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  before(async () => {
    server = await servePanel();
    browser = await launchBrowser((message) => {
      console.log(message);
    });
  });

  after(async () => {
    await browser.close();
    server.close();
  });

  afterEach(async () => {
    await context.close();
    assert.deepEqual(complaints, [], 'nothing on the console, no violation of the content security policy');
  });

  async function open(
    query: Readonly<Record<string, string>> = {},
    width = 1280,
    height = 800,
  ): Promise<void> {
    complaints = [];
    context = await browser.newContext({
      viewport: { width, height },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const parameters = new URLSearchParams({ exercise: 'hidden-gradients', ...query });
    await page.goto(`${server.address}?${parameters.toString()}`);
    await page.locator('.equations').waitFor();
  }

  const fileText = (): Promise<string> => page.evaluate(() => window.panelDev.fileText());
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const editor = () => page.getByRole('textbox', { name: /^Snippet for|코드$/ });
  async function write(source: string): Promise<void> {
    // By the file: what the browser inserts over coloured text it styles itself, which the page's policy forbids.
    await page.evaluate((text) => {
      const to = window.panelDev.fileText().length;
      window.panelDev.editFile([{ from: 0, to, insert: text }]);
    }, source);
    await becomes(
      async () => (await editor().textContent())?.includes(source.split('\n').at(-2) ?? ''),
      true,
    );
  }
  async function fail(): Promise<void> {
    await write(faulty);
    await page.locator('button.check').click();
    await page.locator('.status-fail').waitFor();
  }
  async function openHints(count: number): Promise<void> {
    await page.getByRole('tab', { name: /Hints|힌트/ }).click();
    for (let opened = 0; opened < count; opened++) {
      await page.locator('.hint.is-next > button').click();
      const sure = page.locator('.confirm .secondary');
      if (opened === 4) await sure.click();
      await page.waitForFunction(
        (wanted) => document.querySelectorAll('.hint.is-open').length === wanted,
        opened + 1,
      );
    }
  }
  const complainsAxe = async (): Promise<readonly string[]> => {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => window.axe.run());
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };

  describe('a solution', () => {
    it('is put in the place of the snippet, which comes back by one press or by undo', async () => {
      await open();
      await write(faulty);
      await openHints(5);
      await button('Insert').click();
      await becomes(fileText, solution);
      await button('Take it back').click();
      await becomes(fileText, faulty);
      await button('Insert').click();
      await becomes(fileText, solution);
      await editor().click();
      await page.keyboard.press('ControlOrMeta+z');
      await becomes(fileText, faulty);
      await button('Insert').waitFor();
    });

    it('is put in and taken back where the snippet is open beside, too', async () => {
      await open();
      await write(faulty);
      await page.evaluate(() => {
        window.panelDev.setBeside(true);
      });
      await openHints(5);
      await button('Insert').click();
      await becomes(fileText, solution);
      await button('Take it back').click();
      await becomes(fileText, faulty);
    });

    it('is copied, and compared by VS Code', async () => {
      await open();
      await openHints(5);
      await button('Copy').click();
      await becomes(() => page.evaluate(() => navigator.clipboard.readText()), solution);
      await button('Compare').click();
      await becomes(
        () => page.evaluate(() => window.panelDev.heard.find(({ method }) => method === 'compare')?.params),
        { exercise: 'hidden-gradients' },
      );
    });
  });

  describe('the first hint', () => {
    for (const language of ['en', 'ko'] as const)
      it(`begins with the learner’s own last numbers, in ${language}`, async () => {
        await open({ language });
        await openHints(1);
        assert.equal(await page.locator('.own-numbers').count(), 0, 'before a check there are none');
        await fail();
        await page.getByRole('tab', { name: /Hints|힌트/ }).click();
        const said = (await page.locator('.own-numbers').textContent()) ?? '';
        assert.match(said, /dZ1\[0, 0\]/u);
        assert.match(said, /0\.029\d/u);
        assert.match(said, language === 'en' ? /which entries of Z1 are negative/u : /Z1에서 음수인 원소/u);
      });
  });

  describe('a snippet that is open beside', () => {
    it('is not drawn a second time, and is led to', async () => {
      await open();
      await fail();
      await page.evaluate(() => {
        window.panelDev.setBeside(true);
      });
      await page.getByText('hidden_gradients.py is open beside.').waitFor();
      assert.equal(await editor().count(), 0);
      const opened = (): Promise<unknown> =>
        page.evaluate(() => window.panelDev.heard.find(({ method }) => method === 'openInEditor')?.params);
      await button('Show it').click();
      await becomes(opened, { exercise: 'hidden-gradients', line: null });
      await button('Show me').click();
      const line = faulty.split('\n').findIndex((text) => text.includes('dZ1 =')) + 1;
      await becomes(opened, { exercise: 'hidden-gradients', line });
      await page.getByRole('tab', { name: 'Equations' }).click();
      await page.locator('.equation .line-link').first().click();
      const dA1 = faulty.split('\n').findIndex((text) => text.includes('dA1 =')) + 1;
      await becomes(opened, { exercise: 'hidden-gradients', line: dA1 });
      await button('Edit here').click();
      await editor().waitFor();
      assert.match((await editor().textContent()) ?? '', /hidden_gradients/u);
    });

    it('lights up with its equation, both ways', async () => {
      await open({ beside: '1' });
      await page.locator('.katex-html [data-term="dZ1"]').first().hover();
      const pointed = (): Promise<unknown> =>
        page.evaluate(() => window.panelDev.heard.find(({ method }) => method === 'pointed')?.params);
      const text = await fileText();
      const line = (start: string): number =>
        text.split('\n').findIndex((one) => one.trim().startsWith(start)) + 1;
      await becomes(pointed, { exercise: 'hidden-gradients', lines: [line('dZ1 =')] });
      await page.mouse.move(1, 1);
      await page.evaluate((at) => {
        window.panelDev.send({ method: 'looked', params: { exercise: 'hidden-gradients', line: at } });
      }, line('dW1 ='));
      await page.locator('.equation.is-pointed .katex-html [data-term="dW1"]').first().waitFor();
      await page.evaluate(() => {
        window.panelDev.send({ method: 'perform', params: { action: 'showEquation', term: 'db1' } });
      });
      await becomes(
        () => page.evaluate(() => document.activeElement?.getAttribute('data-term') ?? null),
        'db1',
      );
    });

    for (const [width, height] of [
      [525, 700],
      [930, 700],
      [1280, 800],
    ] as const)
      it(`leaves all the rest its room at ${String(width)} × ${String(height)}`, async () => {
        await open({ beside: '1' }, width, height);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wider <= 0, `${String(wider)} px wider`);
        for (const part of ['.task', '.elsewhere', '.bar', '.note', '.equations']) {
          const box = await page.locator(part).boundingBox();
          assert.ok(
            box && box.height > 20 && box.y < height - 20,
            `${part} is in sight: ${JSON.stringify(box)}`,
          );
        }
        assert.deepEqual(await complainsAxe(), []);
      });
  });

  describe('finding', () => {
    it('opens by Ctrl+F, counts, goes around, and closes by Escape', async () => {
      await open();
      await write(solution);
      await editor().click();
      await page.keyboard.press('ControlOrMeta+Home');
      await page.keyboard.press('ControlOrMeta+f');
      const field = page.getByRole('textbox', { name: 'Find' });
      await field.waitFor();
      await page.keyboard.type('dZ1');
      const count = page.locator('.find-count');
      await becomes(() => count.textContent(), '1 of 4');
      assert.equal(await page.locator('.cm-findMatch').count(), 4);
      await page.keyboard.press('Enter');
      await becomes(() => count.textContent(), '2 of 4');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.press('Shift+F3');
      await becomes(() => count.textContent(), '4 of 4');
      await page.keyboard.press('F3');
      await becomes(() => count.textContent(), '1 of 4');
      await button('Match whole word').click();
      await field.fill('Z1');
      // The first one from the cursor on; the function's parameter stands before it.
      await becomes(() => count.textContent(), '2 of 2');
      await field.fill('nowhere');
      await becomes(() => count.textContent(), 'No results');
      await field.focus();
      await page.keyboard.press('Escape');
      await becomes(() => field.count(), 0);
      assert.ok(await page.evaluate(() => document.activeElement?.closest('.cm-content') !== null));
      assert.equal(await fileText(), solution);
    });

    it('looks for what is selected, undoes in its own field, and moves nothing', async () => {
      await open();
      await write(solution);
      const before = await page.locator('.cm-line').first().boundingBox();
      await page.locator('.cm-line', { hasText: 'dW1 =' }).getByText('dW1').first().dblclick();
      await page.keyboard.press('ControlOrMeta+f');
      const field = page.getByRole('textbox', { name: 'Find' });
      await becomes(() => field.inputValue(), 'dW1');
      await page.keyboard.type('dA1');
      await page.keyboard.press('ControlOrMeta+z');
      await page.waitForTimeout(100);
      assert.equal(await fileText(), solution, 'the snippet is not undone from there');
      assert.deepEqual(await page.locator('.cm-line').first().boundingBox(), before);
      assert.deepEqual(await complainsAxe(), []);
    });

    it('speaks Korean, and changes over while it is open', async () => {
      await open({ language: 'ko' });
      await editor().click();
      await page.keyboard.press('ControlOrMeta+f');
      await page.getByRole('textbox', { name: '찾기' }).fill('np');
      await becomes(
        async () => /개 중 \d+번째/u.test((await page.locator('.find-count').textContent()) ?? ''),
        true,
      );
      await page.evaluate(() => {
        window.panelDev.setLanguage('en');
      });
      await page.getByRole('textbox', { name: 'Find' }).waitFor();
    });
  });
});
