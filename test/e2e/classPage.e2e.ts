/** The page of `grade --html` in a browser: sorted by its columns, readable at every width. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { htmlOf } from '../../src/cli/class/html';
import { launchBrowser } from '../host/browser';
import { classOf } from './classPage';

describe('the page of a class', () => {
  let folder: string;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bpt-class-'));
    browser = await launchBrowser((line) => process.stderr.write(line + '\n'));
  });

  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (
    language: 'en' | 'ko',
    { width = 1280, colorScheme = 'light' }: { width?: number; colorScheme?: 'light' | 'dark' } = {},
  ): Promise<void> => {
    const file = join(folder, `${language}.html`);
    await writeFile(file, htmlOf(classOf(language), 'class/section-2', language));
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    page = await context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(file).href);
  };

  afterEach(async () => {
    await page.context().close();
  });

  /** What stands in a column of the first table, from top to bottom. */
  const column = (index: number): Promise<string[]> =>
    page
      .locator('table')
      .first()
      .locator('tbody tr')
      .evaluateAll((rows, at) => rows.map((row) => row.children[at]?.textContent ?? ''), index);
  const press = async (heading: string): Promise<void> => {
    await page.locator('table').first().getByRole('button', { name: heading, exact: true }).click();
  };
  const sorted = (): Promise<string | null> =>
    page.locator('table').first().locator('th[aria-sort]').getAttribute('aria-sort');

  it('is sorted by names as people sort them, from the beginning', async () => {
    await open('en');
    const names = ['ana', 'Ben', 'chloé', 'dmitri', 'Émile', 'learner-9', 'learner-10', 'wanda.kowalska'];
    assert.deepEqual((await column(0)).slice(0, 8), names);
    await press('learner');
    await press('learner');
    assert.equal(await sorted(), 'descending');
    assert.deepEqual((await column(0)).slice(2), [...names].reverse());
  });

  it('is sorted by numbers as numbers, both ways, and whole rows move', async () => {
    await open('en');
    const rowOf = (name: string) =>
      page.locator('table').first().locator('tr', { hasText: name }).first().textContent();
    const before = await rowOf('Émile');
    await press('points');
    assert.equal(await sorted(), 'ascending');
    const rising = (await column(1)).map(Number);
    assert.deepEqual(
      rising,
      [...rising].sort((a, b) => a - b),
    );
    assert.ok(new Set(rising).size > 2);
    await press('points');
    assert.equal(await sorted(), 'descending');
    assert.deepEqual((await column(1)).map(Number), [...rising].reverse());
    assert.equal(await rowOf('Émile'), before);
  });

  it('is sorted by verdict, one table at a time, also by keyboard', async () => {
    await open('ko');
    const second = page.locator('table').nth(1);
    const untouched = await second.textContent();
    const button = page.locator('table').first().getByRole('button', { name: 'relu', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    const verdicts = await column(4);
    assert.deepEqual(verdicts, [...verdicts].sort(new Intl.Collator('ko', { numeric: true }).compare));
    assert.equal(await second.textContent(), untouched);
    assert.deepEqual(complaints, []);
  });

  for (const width of [1280, 600]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`is readable at ${String(width)} in the ${colorScheme}`, async () => {
        await open('en', { width, colorScheme });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `the page is ${String(wide)} wide`);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => window.axe.run());
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
          [],
        );
        // The learner's name stays in sight beside the last exercise.
        const scroller = page.locator('.scroll').first();
        await scroller.evaluate((element) => {
          element.scrollLeft = element.scrollWidth;
        });
        const name = await page.getByRole('rowheader', { name: 'dmitri' }).boundingBox();
        assert.ok(name && name.x >= 0, 'the names have scrolled away');
      });
    }
  }
});
