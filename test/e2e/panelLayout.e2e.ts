/** The panel measured: every exercise in every size, and nothing that moves by itself. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { course } from '../../src/course/course';
import { launchBrowser } from '../host/browser';
import { measurePage, placesOf } from './measurePage';
import { servePanel } from './panelDev/server';
import { themeNames } from './panelDev/themes';

/** The panel at 1600 × 1000, at 1280 × 800 beside the side bar, at 900 × 700, and beside an editor. */
const sizes = [
  { width: 1550, height: 960 },
  { width: 930, height: 700 },
  { width: 840, height: 620 },
  { width: 525, height: 700 },
] as const;
/** A narrow side bar, or a page of 1280 px at 400 %. */
const narrowest = { width: 320, height: 900 } as const;
const tabs = ['equations', 'network', 'gradients', 'cost', 'output', 'hints'] as const;
const limitMs = 120_000;

describe('the panel, measured', () => {
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

  const open = async (
    query: Readonly<Record<string, string>>,
    size: { readonly width: number; readonly height: number },
  ): Promise<void> => {
    const context = await browser.newContext({ viewport: size });
    page = await context.newPage();
    await page.goto(`${server.address}?${new URLSearchParams(query).toString()}`);
    await page.locator('.cm-content').waitFor();
    // What esbuild calls in functions that are sent to the page.
    await page.evaluate('globalThis.__name = (named) => named');
  };
  const check = async (): Promise<void> => {
    await page.locator('.bar .check').click();
    await page.locator('.status-pass, .status-fail, .status-error').waitFor();
  };

  it('cuts nothing off, and writes nothing too small, too pale or wider than it is', async () => {
    const begun = Date.now();
    const first = course[0]?.id ?? '';
    await open({ exercise: first }, sizes[0]);
    const faults: string[] = [];
    let round = 0;
    for (const { id } of course) {
      // Of the product of sizes, themes, languages and views each exercise takes its share; together they take all.
      for (const [index, size] of sizes.entries()) {
        assert.ok(Date.now() - begun < limitMs, `within ${String(limitMs / 1000)} s, at ${id}`);
        const theme = themeNames[(index + round) % themeNames.length] ?? 'dark';
        const language = (index + Math.floor(round / 2)) % 2 === 0 ? 'en' : 'ko';
        const tab = tabs[(round + 2 * index) % tabs.length] ?? 'equations';
        await page.setViewportSize(size);
        await page.evaluate(
          ([to, spoken]) => {
            window.panelDev.setTheme(to);
            window.panelDev.setLanguage(spoken);
          },
          [theme, language] as const,
        );
        await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
        await page.locator('.note').waitFor();
        if (index === 2) await check();
        await page.evaluate((name) => document.getElementById(`tab-${name}`)?.click(), tab);
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
        for (const fault of await page.evaluate(measurePage, true))
          faults.push(`${id} ${String(size.width)} ${theme} ${language} ${tab}: ${fault}`);
      }
      round++;
      const next = page.locator('.header-nav button').last();
      if (await next.isDisabled()) break;
      const before = await page.getByRole('heading', { level: 1 }).textContent();
      await next.click();
      await page.waitForFunction((title) => document.querySelector('h1')?.textContent !== title, before);
    }
    assert.equal(round, course.length);
    assert.equal(faults.join('\n'), '');
  });

  it('cuts nothing off in part two either', async () => {
    await open({ exercise: 'activation-slopes', all: '1' }, sizes[1]);
    const faults: string[] = [];
    let round = 0;
    for (;;) {
      for (const [index, size] of [sizes[1], narrowest].entries()) {
        const theme = themeNames[(index + round) % themeNames.length] ?? 'dark';
        const language = (index + round) % 2 === 0 ? 'en' : 'ko';
        await page.setViewportSize(size);
        await page.evaluate(
          ([to, spoken]) => {
            window.panelDev.setTheme(to);
            window.panelDev.setLanguage(spoken);
          },
          [theme, language] as const,
        );
        await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
        for (const tab of ['network', 'equations']) {
          await page.evaluate((name) => document.getElementById(`tab-${name}`)?.click(), tab);
          await page.locator(`.stage[data-view="${tab}"]`).waitFor();
          await page.waitForTimeout(30);
          const title = await page.getByRole('heading', { level: 1 }).textContent();
          for (const fault of await page.evaluate(measurePage, true))
            faults.push(`${title ?? ''} ${String(size.width)} ${theme} ${language} ${tab}: ${fault}`);
        }
      }
      round++;
      const next = page.locator('.header-nav button').last();
      if (await next.isDisabled()) break;
      const before = await page.getByRole('heading', { level: 1 }).textContent();
      await next.click();
      await page.waitForFunction((title) => document.querySelector('h1')?.textContent !== title, before);
    }
    assert.equal(round, 20);
    assert.equal(faults.join('\n'), '');
  });

  for (const size of sizes) {
    it(`moves nothing over a check and over typing at ${String(size.width)} px`, async () => {
      // Checks that take long enough to be looked at while they run, on a busy machine too.
      await open({ exercise: 'backward-2-layer', text: 'solution', takes: '600' }, size);
      await page.evaluate(async () => {
        await document.fonts.ready;
      });
      await page.waitForTimeout(300);
      await page.evaluate(() => {
        const shifts: string[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            readonly sources: readonly { readonly node: Node | null }[];
          })[]) {
            for (const { node } of entry.sources) {
              const element = node instanceof Element ? node : node?.parentElement;
              // The cursor goes with what is typed; the bar, and a cell, tell something else within the same box.
              if (element?.closest('.cm-editor, .bar, .cell') === null)
                shifts.push(`${element.tagName} ${element.getAttribute('class') ?? ''}`);
            }
          }
        }).observe({ type: 'layout-shift' });
      });
      const before = await page.evaluate(placesOf);
      const same = async (when: string): Promise<void> => {
        assert.deepEqual(await page.evaluate(placesOf), before, when);
      };
      await page.locator('.cm-line', { hasText: 'dZ2 = A2 - Y' }).click();
      await page.keyboard.press('End');
      // As many keys as in a minute, at one size.
      for (let line = size.width === 930 ? 10 : 1; line > 0; line--) {
        await page.keyboard.type('  # a line in the middle, key by key', { delay: 12 });
        await same('while typing');
        if (line > 1) await page.keyboard.press('Enter');
      }
      await page.locator('.bar .check').click();
      await page.locator('.status-busy').waitFor();
      await same('while a check runs');
      await page.locator('.status-pass').waitFor();
      await page.keyboard.press('Escape');
      await same('after a pass');
      await page.evaluate(() => {
        const text = window.panelDev.fileText();
        const wrong = ' * relu_derivative(Z1)';
        const from = text.lastIndexOf(wrong);
        window.panelDev.editFile([{ from, to: from + wrong.length, insert: '' }]);
      });
      await check();
      await page.locator('.finding').waitFor();
      await same('after a finding');
      await page.waitForTimeout(200);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
      assert.deepEqual(shifts, []);
    });
  }

  for (const text of ['starter', 'solution'])
    it(`loses nothing at 320 px, where the ${text} was checked`, async () => {
      await open({ exercise: 'backward-2-layer', ...(text === 'solution' && { text }) }, narrowest);
      await check();
      await page.keyboard.press('Escape');
      const faults: string[] = [];
      const measure = async (where: string): Promise<void> => {
        const shortened = await page.evaluate(() =>
          [...document.querySelectorAll('h1, .status-text, .caption')]
            .filter(
              (shown) => shown.scrollWidth > shown.clientWidth || shown.scrollHeight > shown.clientHeight + 1,
            )
            .map((shown) => `shortened: ${shown.textContent}`),
        );
        for (const fault of [...shortened, ...(await page.evaluate(measurePage, true))])
          faults.push(`${where}: ${fault}`);
      };
      for (const language of ['en', 'ko'] as const) {
        await page.evaluate((spoken) => {
          window.panelDev.setLanguage(spoken);
        }, language);
        await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
        for (const tab of tabs) {
          await page.locator(`#tab-${tab}`).click();
          await page.locator(`.stage[data-view="${tab}"]`).waitFor();
          await measure(`${language} ${tab}`);
        }
        await page.locator('#tab-network').click();
        await page.locator('.player select').selectOption('2');
        await page.locator('.track').press('Home');
        for (let step = 1; step <= 12; step++) {
          await page.locator('.track').press('ArrowRight');
          await measure(`${language} step ${String(step)}`);
        }
      }
      assert.equal(faults.join('\n'), '');
    });

  it('shows task, first blank, Check and verdict of every exercise at 1280 × 800 without scrolling', async () => {
    await open({ exercise: course[0]?.id ?? '', all: '1' }, sizes[1]);
    const title = page.getByRole('heading', { level: 1 });
    for (let round = 1; ; round++) {
      const id = (await title.textContent()) ?? '';
      const seen = await page.evaluate(() =>
        ['.task', '.bar .check', '.status-text', '.note'].map((selector) => {
          const box = document.querySelector(selector)?.getBoundingClientRect();
          return box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
        }),
      );
      assert.deepEqual(seen, [true, true, true, true], id);
      const isHidden = await page.evaluate(() => {
        const blank = document.querySelector('.blank.is-next')?.getBoundingClientRect();
        const frame = document.querySelector('.cm-scroller')?.getBoundingClientRect();
        const left = document.querySelector('.blank-pips') !== null;
        if (!left) return false;
        if (blank === undefined || frame === undefined) return true;
        return blank.top < frame.top || blank.bottom > frame.bottom;
      });
      assert.equal(isHidden, false, `the first blank of ${id}`);
      const over = await page
        .locator('.cm-scroller')
        .evaluate((frame) => frame.scrollWidth - frame.clientWidth);
      assert.equal(over, 0, `px that the starter of ${id} is wider than the editor`);
      const next = page.locator('.header-nav button').last();
      if (await next.isDisabled()) {
        assert.equal(round, course.length + 20);
        break;
      }
      await next.click();
      await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, id);
      await page.waitForTimeout(60);
    }
  });
});
