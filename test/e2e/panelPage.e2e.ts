/** The panel by itself, in a page that plays VS Code: what is quicker to find here than in the whole product. */
import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { course } from '../../src/course/course';
import { launchBrowser } from '../host/browser';
import { servePanel } from './panelDev/server';
import type { ThemeName } from './panelDev/themes';

const count = String(course.length);

interface Opened {
  readonly theme?: ThemeName;
  readonly language?: 'en' | 'ko';
  readonly exercise?: string;
  readonly text?: 'solution';
  readonly delay?: number;
  readonly cold?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: 'reduce';
  /** Exercises that are passed already, by commas. */
  readonly passed?: string;
  /** Whether part two belongs to the course. */
  readonly all?: boolean;
}

describe('the panel in a page of its own', () => {
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

  async function open(options: Opened = {}): Promise<void> {
    const { width = 1400, height = 900, reducedMotion, ...query } = options;
    complaints = [];
    context = await browser.newContext({
      viewport: { width, height },
      ...(reducedMotion === undefined ? {} : { reducedMotion }),
    });
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const parameters = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
    await page.goto(`${server.address}?${parameters.toString()}`);
    await page.locator('.cm-content').waitFor();
  }

  /** Checks, and closes what a pass lays over the views. */
  const check = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Check', exact: true }).or(page.locator('button.check')).click();
    await page.locator('.status-pass, .status-fail, .status-error').waitFor();
    const takeaway = page.locator('.takeaway .sheet-close');
    if ((await takeaway.count()) > 0) await takeaway.click();
  };
  /** Waits for the starter of the two-layer exercise, of which nothing is filled in. */
  const isStarter = (): Promise<void> => page.getByText('7 of 7 left').first().waitFor();
  const editor = () => page.getByRole('textbox', { name: /^Snippet for/ });
  const said = async (): Promise<string> => (await page.getByRole('status').textContent()) ?? '';
  const fileText = (): Promise<string> => page.evaluate(() => window.panelDev.fileText());
  const panelText = async (): Promise<string> =>
    (await page.locator('.cm-line').allTextContents()).join('\n');
  const replaceInFile = (old: string, by: string): Promise<void> =>
    page.evaluate(
      ([before, after]) => {
        const from = window.panelDev.fileText().lastIndexOf(before);
        window.panelDev.editFile([{ from, to: from + before.length, insert: after }]);
      },
      [old, by] as const,
    );
  /** Waits until the file holds what the panel shows. */
  const settled = (): Promise<unknown> =>
    page.waitForFunction(() => {
      const state = JSON.parse(sessionStorage.getItem('state') ?? '{}') as { unsaved?: object };
      return Object.keys(state.unsaved ?? {}).length === 0;
    });
  const agree = async (): Promise<string> => {
    await settled();
    await page.waitForTimeout(150);
    await settled();
    assert.equal(await panelText(), await fileText());
    return fileText();
  };
  const cursorAfter = async (text: string): Promise<void> => {
    await editor().getByText(text).last().click();
    await page.keyboard.press('End');
  };

  describe('the editor', () => {
    it('sends what is typed to the file', async () => {
      await open({ text: 'solution' });
      await cursorAfter('dZ2 = A2 - Y');
      await page.keyboard.type(' + 0');
      assert.match(await agree(), /dZ2 = A2 - Y \+ 0\n/u);
    });

    it('loses no keystroke of either side when both are typed into', async () => {
      await open({ text: 'solution', delay: 25 });
      await cursorAfter('dZ2 = A2 - Y');
      const typing = page.keyboard.type('  # typed in the panel, key by key', { delay: 9 });
      for (let n = 0; n < 20; n++) {
        await replaceInFile('return dW1', `x${String(n)} = 0\n    return dW1`);
        await page.waitForTimeout(17);
      }
      await typing;
      const text = await agree();
      assert.match(text, /dZ2 = A2 - Y {2}# typed in the panel, key by key\n/u);
      for (let n = 0; n < 20; n++) assert.ok(text.includes(`    x${String(n)} = 0\n`), String(n));
    });

    it('sends again what was never answered', async () => {
      await open({ text: 'solution' });
      await cursorAfter('dZ2 = A2 - Y');
      await page.evaluate(() => {
        window.panelDev.failNextAnswers = 1;
      });
      await page.keyboard.type('1');
      await page.waitForTimeout(10_500);
      await page.keyboard.type('2');
      assert.match(await agree(), /dZ2 = A2 - Y12\n/u);
      assert.ok(complaints.every((text) => text.includes('did not answer')));
      complaints = [];
    });

    it('takes back by the undo that VS Code forwards what was typed here, once, and not what the file brought', async () => {
      await open({ text: 'solution' });
      await cursorAfter('dZ2 = A2 - Y');
      await page.keyboard.type('!');
      await replaceInFile('return dW1', 'x = 0\n    return dW1');
      await agree();
      await page.keyboard.press('Control+z');
      const undone = await agree();
      assert.match(undone, /dZ2 = A2 - Y\n/u);
      assert.match(undone, / {4}x = 0\n/u);
      await page.keyboard.press('Control+Shift+z');
      assert.match(await agree(), /dZ2 = A2 - Y!\n/u);
    });

    it('brings the text back after a reset by one undo', async () => {
      await open({ text: 'solution' });
      const before = await fileText();
      await page.getByRole('button', { name: 'Reset' }).click();
      await page.waitForFunction(() => window.panelDev.fileText().includes('= ...'));
      await agree();
      await editor().click();
      await page.keyboard.press('Control+z');
      assert.equal(await agree(), before);
    });

    it('indents with Tab, and lets go after Escape', async () => {
      await open({ text: 'solution' });
      await editor().getByText('dZ2 = A2 - Y').click();
      await page.keyboard.press('Tab');
      assert.match(await agree(), /\n {8}dZ2 = A2 - Y/u);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      assert.equal(await editor().evaluate((element) => element === document.activeElement), false);
    });

    it('leaves a syllable that is being composed alone, and merges afterwards', async () => {
      await open({ text: 'solution' });
      await cursorAfter('dZ2 = A2 - Y');
      await page.keyboard.type('  # ');
      const devtools = await context.newCDPSession(page);
      await devtools.send('Input.imeSetComposition', { text: 'ㅎ', selectionStart: 1, selectionEnd: 1 });
      await devtools.send('Input.imeSetComposition', { text: '하', selectionStart: 1, selectionEnd: 1 });
      await replaceInFile('import numpy as np', '# from elsewhere\nimport numpy as np');
      await page.waitForTimeout(150);
      assert.doesNotMatch(await panelText(), /from elsewhere/u);
      await devtools.send('Input.imeSetComposition', { text: '한', selectionStart: 1, selectionEnd: 1 });
      await devtools.send('Input.insertText', { text: '한' });
      await page.waitForTimeout(200);
      const text = await agree();
      assert.match(text, /dZ2 = A2 - Y {2}# 한\n/u);
      assert.match(text, /^# from elsewhere\n/u);
    });

    it('offers the exercise’s names and NumPy’s', async () => {
      await open({ text: 'solution' });
      await cursorAfter('m = X.shape[0]');
      await page.keyboard.press('Enter');
      await page.keyboard.type('np.sub');
      await page.getByRole('option', { name: /^subtract/u }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      await page.keyboard.type('dW');
      await page.getByRole('option', { name: /^dW1/u }).waitFor();
    });
  });

  describe('a check', () => {
    it('says the verdict, marks the line, and shows it on request', async () => {
      await open({ text: 'solution' });
      await replaceInFile(' * relu_derivative(Z1)', '');
      await check();
      assert.match(await said(), /Not yet.*dW1, db1/u);
      await page.locator('.cm-lint-marker-error').waitFor();
      await page.getByRole('button', { name: 'Show me' }).first().click();
      await page.waitForFunction(() =>
        document.querySelector('.cm-activeLine')?.textContent.includes('dZ1 = dA1'),
      );
      assert.equal(await editor().evaluate((element) => element === document.activeElement), true);
    });

    it('is started by the keyboard, and its verdict is stale once the text differs', async () => {
      await open({ text: 'solution' });
      await cursorAfter('dZ2 = A2 - Y');
      await page.keyboard.press('Control+Enter');
      await page.locator('.status-pass').waitFor();
      await page.keyboard.type('1');
      assert.match(await said(), /has changed since/u);
      await page.keyboard.press('Backspace');
      assert.doesNotMatch(await said(), /has changed since/u);
    });

    it('can be stopped', async () => {
      await open({ text: 'solution' });
      await replaceInFile('dZ2 = A2 - Y', 'while True: pass');
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByText('Stopped.').waitFor();
      assert.equal(await page.getByRole('button', { name: 'Stop' }).count(), 0);
    });

    it('leaves no findings behind of a text that gave way to the starter', async () => {
      await open({ text: 'solution' });
      await replaceInFile(' * relu_derivative(Z1)', '');
      await check();
      await page.locator('.finding').first().waitFor();
      await page.getByRole('button', { name: 'Reset' }).click();
      await isStarter();
      assert.equal(await page.locator('.finding, tr.is-wrong').count(), 0);
    });

    it('leaves no findings behind of another text where it was stopped', async () => {
      await open({ text: 'solution' });
      await replaceInFile(' * relu_derivative(Z1)', '');
      await check();
      await replaceInFile('dZ2 = A2 - Y', 'while True: pass');
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByText('Stopped.').waitFor();
      assert.equal(await page.locator('.finding, tr.is-wrong').count(), 0);
    });

    it('says at the end of the list which exercises are still open', async () => {
      const last = course.at(-1)?.id;
      assert.ok(last);
      await open({ exercise: last, text: 'solution' });
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      const end = page.locator('.takeaway');
      // Two others are passed to begin with.
      const stillOpen = String(course.length - 3);
      await end.getByText(`That was the last exercise of the list. ${stillOpen} are still open`).waitFor();
      await end.getByRole('button', { name: 'The derivative of ReLU' }).click();
      await page.getByRole('heading', { level: 1, name: 'The derivative of ReLU' }).waitFor();
    });

    it('says when a chapter is complete, and what comes after it', async () => {
      const ids = course.map(({ id }) => id).filter((id) => id !== 'backward-2-layer');
      await open({ text: 'solution', all: true, passed: ids.join(',') });
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      const end = page.locator('.takeaway');
      await end.getByRole('heading', { name: 'You have written backpropagation.' }).waitFor();
      await end.getByText(`That completes “From the notes”: all ${count} exercises are passed.`).waitFor();
      await end.getByText(`${count} of ${count} in “From the notes”`).waitFor();
      await end.getByRole('button', { name: 'Next: Slopes of other activations' }).click();
      await page.getByRole('heading', { level: 1, name: 'Slopes of other activations' }).waitFor();
    });

    it('says when the course is complete, and leads to the map', async () => {
      const ids = course.map(({ id }) => id).filter((id) => id !== 'backward-2-layer');
      await open({ text: 'solution', passed: ids.join(',') });
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      const end = page.locator('.takeaway');
      await end.getByText(`That completes the course: all ${count} exercises are passed.`).waitFor();
      await end.getByRole('button', { name: 'See the whole map' }).click();
      await page.getByText(`${count} of ${count} passed`).waitFor();
    });

    for (const width of [525, 930, 1550])
      it(`leaves one primary button in sight after a pass at ${String(width)} px`, async () => {
        await open({ text: 'solution', width });
        const primary = page.locator('.app .primary:visible');
        await page.getByRole('button', { name: 'Check', exact: true }).click();
        await page.locator('.takeaway h2').waitFor();
        assert.equal(await primary.count(), 1);
        await page.keyboard.press('Escape');
        await page.locator('.takeaway').waitFor({ state: 'detached' });
        assert.equal(await primary.count(), 1);
        assert.match((await primary.textContent()) ?? '', /Next/u);
      });

    it('says that Python is starting for the first time', async () => {
      await open({ text: 'solution', cold: true });
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await page.getByText(/Starting Python for the first time/u).waitFor();
      await page.locator('.status-pass').waitFor();
    });

    it('starts by itself when typing pauses, if asked to', async () => {
      await open({ text: 'solution' });
      await page.getByLabel('Check while typing').check();
      await cursorAfter('dZ2 = A2 - Y');
      await page.keyboard.type(' ');
      await page.locator('.status-pass').waitFor();
    });

    it('shows what was printed as text and nothing else', async () => {
      await open({ text: 'solution' });
      await replaceInFile('np.dot(A1.T', 'np.dott(A1.T');
      await check();
      await page.getByRole('tab', { name: 'Output' }).click();
      const output = await page.locator('.output').textContent();
      assert.ok(output?.includes('red <b>bold</b> </script><script>alert(1)</script>'));
      assert.equal(await page.locator('.output b, .output script').count(), 0);
    });
  });

  describe('what arrives', () => {
    const hostile =
      '</script><img src=x onerror="document.title=1"><b>bold</b> $\\\\href{javascript:alert(1)}{x}$ `c` \u001B[31m';

    it('is text wherever it comes from', async () => {
      await open({ text: 'solution' });
      await page.evaluate((evil) => {
        const entry = {
          name: evil,
          ok: false,
          expectedShape: [1, 1],
          actualShape: [1, 1],
          maxRelError: 1,
          ratio: null,
        };
        const report = {
          schema: 1,
          exercise: evil,
          verdict: 'error',
          convention: null,
          values: [{ ...entry, worst: { index: [0, 0], expected: 1, actual: 2 } }],
          gradientCheck: [{ name: evil, ok: false, maxRelError: 1, checked: 1, notJudged: 1 }],
          cost: null,
          diagnoses: [1, 2].map((line) => ({
            code: evil,
            target: evil,
            line,
            confidence: 'likely',
            message: evil,
          })),
          remarks: [{ code: evil, message: evil, target: evil }],
          error: { kind: 'exception', line: 2, message: evil, traceback: evil },
          shapes: [
            { line: 3, name: evil, shape: [1] },
            { line: 3, name: 'other', shape: [1] },
          ],
          stdout: evil,
          timings: { startMs: 0, runMs: 0, gradeMs: 0 },
          details: [{ name: evil, shape: [1, 1], expected: [1], actual: [2] }],
        };
        window.panelDev.send({
          method: 'reported',
          params: { exercise: 'backward-2-layer', report, version: 1 },
        });
      }, hostile);
      await page.locator('.status-error').waitFor();
      await page.locator('.cm-lint-marker-error').first().hover();
      await page.locator('.cm-tooltip').waitFor();
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        assert.equal(await page.locator('img:not(.cm-widgetBuffer), #root script, #root a').count(), 0);
        assert.equal(await page.locator('#root b').getByText('bold', { exact: true }).count(), 0);
      }
      assert.equal(await page.title(), 'Backprop Tutor');
    });

    it('is not believed when it is malformed', async () => {
      await open({ text: 'solution' });
      await page.evaluate(() => {
        window.panelDev.send({ method: 'modelChanged', params: { exercise: 'x' } });
        window.panelDev.send({ method: 'snippetChanged', params: null });
        window.panelDev.send({
          method: 'reported',
          params: { exercise: 'backward-2-layer', report: {}, version: -1 },
        });
        window.panelDev.send({ method: 'perform', params: { action: 'format the disk' } });
      });
      await page.waitForTimeout(100);
      assert.equal(complaints.filter((text) => text.includes('is malformed')).length, 4);
      complaints = [];
      await check();
      assert.match(await said(), /Pass/u);
    });
  });

  describe('equations, snippet, network, and results', () => {
    const lit = () =>
      page.evaluate(() => ({
        term: document.querySelector('.term.is-pointed')?.getAttribute('data-term') ?? null,
        line: document.querySelector('.cm-pointedLine')?.textContent.trim().slice(0, 5) ?? null,
        network: document.querySelector('.picture .is-pointed')?.getAttribute('class') ?? null,
        row: document.querySelector('.values tr.is-pointed .array-name')?.textContent ?? null,
      }));
    const expected = { term: 'dW1', line: 'dW1 =', network: 'edges is-pointed', row: 'dW1' };

    beforeEach(async () => {
      await open({ text: 'solution' });
      await check();
    });

    it('light up together from an equation, by mouse and by keyboard', async () => {
      await page.locator('.katex-html [data-term="dW1"]').first().hover();
      assert.deepEqual(await lit(), expected);
      await page.mouse.move(700, 10);
      assert.equal((await lit()).term, null);
      await page.locator('.katex-html [data-term="dW1"]').first().focus();
      assert.deepEqual(await lit(), expected);
      await page.keyboard.press('End');
      assert.equal((await lit()).term, 'dZ1');
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      assert.equal((await lit()).term, 'db1');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.classList.contains('cm-content') === true);
    });

    it('light up together from the snippet', async () => {
      await editor().getByText('dW1').first().hover();
      assert.deepEqual(await lit(), expected);
    });

    it('light up together from the network', async () => {
      await page.locator('.picture .edges').first().locator('line').first().hover({ force: true });
      assert.deepEqual(await lit(), expected);
    });

    it('light up together from the results', async () => {
      await page.getByRole('button', { name: 'dW1', exact: true }).focus();
      assert.deepEqual(await lit(), expected);
    });

    it('say shapes with their terms and at the ends of lines', async () => {
      const term = page.locator('.katex-html [data-term="dZ2"]').first();
      assert.match((await term.getAttribute('aria-label')) ?? '', /100×1/u);
      assert.match((await page.locator('.line-shapes').first().textContent()) ?? '', /100×1/u);
      await page.getByRole('button', { name: 'columns' }).click();
      // What ran before had its samples in rows.
      await page.locator('.katex-html [data-term="dZ2"][aria-label="dZ2"]').first().waitFor();
      await page.getByRole('button', { name: 'rows' }).click();
    });

    it('play the pass step by step', async () => {
      const track = page.getByRole('slider', { name: 'Step' });
      const stands = async (): Promise<string> => (await track.getAttribute('aria-valuetext')) ?? '';
      for (let n = 0; n < 6; n++) await page.getByRole('button', { name: 'Step forward' }).click();
      await page.locator('.term.is-pointed[data-term="dZ2"]').first().waitFor();
      assert.equal(await stands(), 'Step 6 of 12: dZ2');
      await page.getByRole('button', { name: 'Step back' }).click();
      assert.equal(await stands(), 'Step 5 of 12: cost');
      await page.getByLabel('Speed').selectOption('2');
      await page.getByRole('button', { name: 'Play' }).click();
      await page.locator('[aria-valuetext^="Step 7 of 12"]').waitFor();
      await page.getByRole('button', { name: 'Pause' }).click();
      assert.match(
        (await page.locator('.step').textContent()) ?? '',
        /^The weight from unit \d to the output gets .* × /u,
      );
      await page.getByLabel('Sample', { exact: true }).selectOption('mean');
      assert.match((await page.locator('.step').textContent()) ?? '', /mean of its 100 samples/u);
      assert.doesNotMatch((await page.locator('.step').textContent()) ?? '', /×/u);
      await track.focus();
      await page.keyboard.press('Home');
      assert.equal(await stands(), 'Step 0 of 12');
    });
  });

  describe('the network under the equations', () => {
    it('is played in its tab where there is room for its values only', async () => {
      await open({ width: 930, height: 700 });
      const preview = page.locator('.network.is-preview');
      await preview.locator('.node-value').getByText('0.088').waitFor();
      await preview.getByRole('button', { name: 'Play' }).click();
      await page.getByRole('button', { name: 'Pause' }).waitFor();
      assert.equal(await page.getByRole('tab', { name: 'Network' }).getAttribute('aria-selected'), 'true');
    });

    it('is the drawing of an exercise that has one, in the theme’s colours', async () => {
      await open({ exercise: 'max-pool', all: true, width: 930, height: 700 });
      const drawing = page.getByRole('region', { name: 'Network' }).getByRole('img');
      await drawing.waitFor();
      const source = async (): Promise<string> =>
        decodeURIComponent((await drawing.getAttribute('src')) ?? '').toLowerCase();
      const dark = await source();
      assert.ok(dark.includes('<svg') && !dark.includes('var(--vscode'));
      await page.evaluate(() => {
        window.panelDev.setTheme('light');
      });
      await page.waitForTimeout(50);
      assert.notEqual(await source(), dark);
      assert.ok(await drawing.evaluate((image) => (image as HTMLImageElement).naturalWidth > 300));
    });
  });

  describe('the results', () => {
    it('warn of what misleads, and only tell what is good to know', async () => {
      await open({ text: 'solution' });
      await replaceInFile(' * relu_derivative(Z1)', '');
      await check();
      const [warnings, notes] = [page.locator('.finding-warning'), page.locator('.notes p')];
      assert.match((await page.locator('.finding-error').textContent()) ?? '', /Found in.*line 15/u);
      await page.getByRole('button', { name: 'Finding 3 of 3' }).click();
      await page.getByRole('tab', { name: 'Gradients' }).click();
      assert.deepEqual(await warnings.locator('.message').allTextContents(), [
        'Your cost falls, yet the gradient is wrong.',
      ]);
      assert.deepEqual(await notes.allTextContents(), [
        'Judged without line 2 import torch (there is no torch here).',
        'Your gradients are those of half the cost: A − Y, the rule of the notes.',
      ]);
      // Code stands out; the notes' symbols do not, although the snippet has a Y too.
      assert.deepEqual(await notes.locator('code').allTextContents(), ['import torch']);
    });

    it('can be read entry by entry', async () => {
      await open({ text: 'solution' });
      await replaceInFile(' * relu_derivative(Z1)', '');
      await check();
      await page.getByRole('tab', { name: 'Gradients' }).click();
      const grid = page.getByRole('grid', { name: /dW1/u });
      await grid.locator('[tabindex="0"]').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      const entry = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      assert.match(entry ?? '', /^dW1\[\d, 1\], yours .*, reference .*, relative error/u);
      assert.equal(await page.locator('.heat-value').textContent(), entry);
    });

    it('read the curve by arrow keys, draw it anew in another theme, and save it', async () => {
      await open({ text: 'solution' });
      await check();
      await page.getByRole('tab', { name: 'Cost curve' }).click();
      const slider = page.getByRole('slider', { name: 'Cost over the iterations' });
      await slider.focus();
      await page.keyboard.press('Home');
      assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /^Iteration 0, Yours 0\.296178/u);
      await page.keyboard.press('ArrowRight');
      assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /^Iteration 20,/u);
      const picture = () =>
        page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
      const dark = await picture();
      await page.evaluate(() => {
        window.panelDev.setTheme('light');
      });
      await page.waitForTimeout(200);
      assert.notEqual(await picture(), dark);
      await page.getByRole('button', { name: 'Save as PNG' }).click();
      await page.waitForFunction(() => window.panelDev.saved.length === 1);
      const saved = await page.evaluate(() => window.panelDev.saved[0] as { name: string; content: string });
      assert.equal(Buffer.from(saved.content, 'base64').subarray(1, 4).toString(), 'PNG');
      // At another rate the reference is trained anew, and its weights with it.
      const weights = () => page.getByRole('img', { name: /^The reference’s weights/u }).innerHTML();
      const before = await weights();
      await slider.focus();
      await page.keyboard.press('End');
      assert.notEqual(await weights(), before);
      await page.getByLabel('Learning rate').fill('0');
      await page.getByText('Your code was trained at 0.01.').waitFor();
      await page.getByLabel('Learning rate').fill('-2');
      await page.getByText('Values as a table').click();
      assert.ok((await page.getByRole('row').count()) > 10);
    });
  });

  describe('the frame', () => {
    it('is where it was after a reload', async () => {
      await open({ text: 'solution', height: 640 });
      await cursorAfter('dZ2 = A2 - Y');
      await page.getByRole('button', { name: 'Use the whole panel' }).click();
      await page.getByRole('tab', { name: 'Hints' }).click();
      await page.getByRole('tab', { name: 'Gradients' }).click();
      await page.waitForTimeout(300);
      await page.reload();
      const whole = page.getByRole('button', { name: 'Use the whole panel' });
      await whole.waitFor();
      assert.equal(await page.getByRole('tab', { name: 'Gradients' }).getAttribute('aria-selected'), 'true');
      assert.equal(await whole.getAttribute('aria-pressed'), 'true');
      await page.keyboard.press('Escape');
      await editor().focus();
      assert.match((await page.locator('.cm-activeLine').textContent()) ?? '', /dZ2 = A2 - Y/u);
    });

    it('goes through the course, and keeps every snippet with its own undo', async () => {
      await open({ text: 'solution' });
      await cursorAfter('dZ2 = A2 - Y');
      await page.keyboard.type('!');
      await page.getByRole('button', { name: 'Next exercise' }).click();
      await page.getByRole('textbox', { name: 'Snippet for Updating the weights' }).or(editor()).waitFor();
      await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Backward' }).waitFor();
      await page.getByRole('button', { name: 'Previous exercise' }).click();
      await page.getByRole('heading', { level: 1, name: 'Backward pass, two layers' }).waitFor();
      assert.match(await agree(), /dZ2 = A2 - Y!\n/u);
      await editor().focus();
      await page.keyboard.press('Control+z');
      assert.match(await agree(), /dZ2 = A2 - Y\n/u);
    });

    it('turns equations, starter and shapes around with the samples', async () => {
      await open({ exercise: 'backward-2-layer' });
      const text = (): Promise<string> => page.locator('.cm-content').innerText();
      const tex = (): Promise<string> => page.locator('.equation .katex').nth(1).innerText();
      // What is given is folded away at first.
      assert.doesNotMatch(await text(), /X: \(m, n_in\)/u);
      await page.getByRole('button', { name: 'Show what is given here' }).last().click();
      assert.match(await text(), /X: \(m, n_in\)/u);
      const before = await tex();
      await page.getByRole('button', { name: 'columns', exact: true }).click();
      await page.locator('.cm-content', { hasText: 'X: (n_in, m)' }).waitFor();
      assert.notEqual(await tex(), before);
      await page.getByRole('button', { name: 'rows', exact: true }).click();
      await page.locator('.cm-content', { hasText: 'X: (m, n_in)' }).waitFor();
      assert.equal(await tex(), before);
    });

    it('shows every exercise in both languages and both orientations', async () => {
      await open({ exercise: 'chain-rule' });
      const titles = new Set<string>();
      for (;;) {
        titles.add((await page.getByRole('heading', { level: 1 }).textContent()) ?? '');
        for (const language of ['ko', 'en'] as const) {
          await page.evaluate((to) => {
            window.panelDev.setLanguage(to);
          }, language);
          await page.locator(`html[lang="${language}"]`).waitFor();
          assert.ok((await page.locator('.equation .katex').count()) > 0);
          const columns = page.getByRole('button', {
            name: language === 'ko' ? '열' : 'columns',
            exact: true,
          });
          if ((await columns.count()) > 0) await columns.click();
          assert.ok((await page.locator('.equation .term').count()) > 0);
        }
        const next = page.getByRole('button', { name: 'Next exercise' });
        if (await next.isDisabled()) break;
        const before = await page.getByRole('heading', { level: 1 }).textContent();
        await next.click();
        await page
          .getByRole('heading', { level: 1 })
          .filter({ hasNotText: before ?? '' })
          .waitFor();
      }
      assert.equal(titles.size, course.length);
    });

    it('speaks Korean when asked to, at once', async () => {
      await open({ text: 'solution' });
      await page.evaluate(() => {
        window.panelDev.setLanguage('ko');
      });
      await page.getByRole('region', { name: '수식' }).waitFor();
      await page.getByRole('textbox', { name: '2층 역전파 코드' }).waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), 'ko');
    });

    it('keeps still when less motion is asked for', async () => {
      await open({ text: 'solution', reducedMotion: 'reduce' });
      await page.getByRole('button', { name: 'Step forward' }).click();
      const moving = await page.evaluate(
        () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
      );
      assert.equal(moving, 0);
    });
  });
});
