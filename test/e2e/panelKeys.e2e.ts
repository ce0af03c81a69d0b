/** The panel without a mouse, and the line numbers when code is scrolled sideways. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../host/browser';
import { servePanel } from './panelDev/server';

/** More stops than a page of an exercise has. */
const most = 60;

describe('the panel, key by key', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof servePanel>>;
  let page: Page;

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
    await page.context().close();
  });

  async function open(query: Readonly<Record<string, string>>, width: number): Promise<void> {
    const context = await browser.newContext({ viewport: { width, height: 700 } });
    page = await context.newPage();
    await page.goto(`${server.address}?${new URLSearchParams(query).toString()}`);
    await page.locator('.cm-content').waitFor();
    // What esbuild calls in functions that are sent to the page.
    await page.evaluate('globalThis.__name = (named) => named');
  }

  /** What has the focus: its name, and what is wrong with how that is seen; null where the page itself has it. */
  const focused = (): Promise<{ readonly name: string; readonly fault: string } | null> =>
    page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return null;
      const name = at.getAttribute('aria-label') ?? at.closest('label')?.textContent ?? at.textContent;
      const { left, right, top, bottom, width } = at.getBoundingClientRect();
      const isSeen = width > 0 && bottom > 0 && top < innerHeight && right <= innerWidth + 1 && left >= -1;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      return { name, fault: `${isSeen ? '' : 'out of sight '}${isMarked ? '' : 'not marked'}` };
    });

  for (const width of [930, 525])
    it(`leads from stop to stop through an exercise of ${String(width)} px, changes nothing on the way, and leads out`, async () => {
      await open({ exercise: 'backward-2-layer' }, width);
      const stops: string[] = [];
      const faults: string[] = [];
      for (;;) {
        await page.keyboard.press('Tab');
        const stop = await focused();
        if (stop === null) break;
        stops.push(stop.name);
        if (stop.fault !== '') faults.push(`${stop.name}: ${stop.fault}`);
        assert.ok(stops.length < most, `no trap: ${stops.join(', ')}`);
        // In the editor Tab indents; Escape lets go of it.
        if (stop.name.startsWith('Snippet for')) await page.keyboard.press('Escape');
      }
      assert.deepEqual(faults, []);
      for (const name of [
        'Chapters',
        'Snippet for Backward pass, two layers',
        'Check',
        'Equations',
        'Play',
        'dW1',
      ])
        assert.ok(stops.includes(name), `${name} is one of ${stops.join(', ')}`);
      assert.equal(await page.getByRole('tab', { selected: true }).textContent(), 'Equations');
    });

  for (const theme of ['dark', 'hc-light'])
    it(`lets no code show through the line numbers when it is scrolled sideways, in ${theme}`, async () => {
      await open({ exercise: 'backward-2-layer', text: 'solution', theme }, 525);
      await page.evaluate(() => {
        const long = `    dZ2 = A2 - Y  # ${'as wide as a line may be '.repeat(8)}\n`;
        window.panelDev.editFile([{ from: 0, to: 0, insert: long.repeat(8) }]);
      });
      const scroller = page.locator('.cm-scroller');
      await page.waitForFunction(() => (document.querySelector('.cm-scroller')?.scrollWidth ?? 0) > 1000);
      const numbers = page.locator('.cm-lineNumbers');
      const before = await numbers.screenshot();
      await scroller.evaluate((frame) => {
        frame.scrollLeft = 300;
      });
      await page.waitForTimeout(100);
      assert.ok((await scroller.evaluate((frame) => frame.scrollLeft)) > 200);
      assert.ok(before.equals(await numbers.screenshot()), 'the numbers look the same');
    });
});
