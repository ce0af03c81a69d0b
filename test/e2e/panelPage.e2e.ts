/** The panel by itself, in a page that plays VS Code: what is quicker to find here than in the whole product. */
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findChromium } from '../host/chromium';
import { servePanel } from './panelDev/server';
import { themeNames } from './panelDev/themes';
import type { ThemeName } from './panelDev/themes';

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
}

describe('the panel in a page of its own', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof servePanel>>;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  before(async () => {
    server = await servePanel();
    browser = await chromium.launch({
      executablePath: await findChromium((message) => {
        console.log(message);
      }),
      args: ['--no-sandbox', '--disable-gpu'],
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

  const check = async (): Promise<void> => {
    await page.locator('button.primary').first().click();
    await page.locator('.status-pass, .status-fail, .status-error').waitFor();
  };
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
  const settled = async (): Promise<void> => {
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('.cm-line')].map((line) => line.childNodes).length > 0 &&
        JSON.stringify(JSON.parse(sessionStorage.getItem('state') ?? '{}').unsaved ?? {}) === '{}',
    );
  };

  for (const theme of themeNames) {
    it(`has no accessibility violations in ${theme}`, async () => {
      await open({ theme, text: 'solution' });
      await replaceInFile(' * relu_derivative(Z1)', '');
      await check();
      const tabs = ['Gradients', 'Cost curve', 'Output', 'Hints'];
      const found: string[] = [];
      await page.addScriptTag({ content: axe.source }).catch(() => page.evaluate(axe.source));
      for (const tab of tabs) {
        await page.getByRole('tab', { name: tab }).click();
        await page.getByRole('button', { name: 'Step forward' }).click();
        const { violations } = await page.evaluate(async () => window.axe.run(document, {}));
        for (const { id, nodes } of violations) {
          found.push(
            `${tab}: ${id} ${nodes.map(({ target, failureSummary }) => `${String(target)} ${failureSummary ?? ''}`.replaceAll(/Fix any[^:]*:\s+/gu, '')).join('\n   ')}`,
          );
        }
      }
      complaints = complaints.filter((text) => !text.includes('script-src'));
      assert.equal(found.join('\n'), '');
    });
  }
});

declare global {
  interface Window {
    axe: typeof axe;
  }
}
