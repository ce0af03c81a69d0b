/**
 * Takes the panel's states side by side, to be looked at: npx tsx test/e2e/panelStates.ts [folder] [--state pass,fail]
 * [--size 930x700] [--theme dark,light] [--language en]. One sheet for each size, theme and language; what is left out
 * means all of them. `--exercise relu,cost` (or `all`) takes the first look at exercises instead.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { course } from '../../src/course/course';
import { shippedChapters } from '../../src/courses/disk';
import { launchBrowser } from '../host/browser';
import { ensureKoreanFont } from '../host/chromium';
import { servePanel } from './panelDev/server';
import { themeNames, type ThemeName } from './panelDev/themes';

interface State {
  readonly query?: Readonly<Record<string, string>>;
  /** What is done with the page before it is looked at. */
  readonly reach?: (page: Page) => Promise<void>;
}

const solved = { exercise: 'backward-2-layer', text: 'solution' };
const slope = ' * relu_derivative(Z1)';

async function replace(page: Page, old: string, by: string): Promise<void> {
  await page.evaluate(
    ([before, after]) => {
      const from = window.panelDev.fileText().lastIndexOf(before);
      window.panelDev.editFile([{ from, to: from + before.length, insert: after }]);
    },
    [old, by] as const,
  );
}

async function check(page: Page): Promise<void> {
  await page.waitForTimeout(60);
  await page.locator('.bar .check').click();
  await page.locator('.status-pass, .status-fail, .status-error').waitFor();
}

async function checkWith(page: Page, old: string, by: string): Promise<void> {
  await replace(page, old, by);
  await check(page);
}

const tab = (page: Page, name: string): Promise<void> => page.locator(`#tab-${name}`).click();

async function stepTo(page: Page, step: number): Promise<void> {
  await tab(page, 'network');
  await page.locator('.track').press('Home');
  for (let done = 0; done < step; done++) await page.locator('.track').press('ArrowRight');
}

const states = new Map<string, State>(
  Object.entries({
    start: {},
    typing: {
      reach: async (page) => {
        for (const line of [
          'A2 - Y',
          '(1/m) * np.dot(A1.T, dZ2)',
          '(1/m) * np.sum(dZ2, axis=0, keepdims=True)',
        ]) {
          await page.evaluate((written) => {
            const from = window.panelDev.fileText().indexOf('= ...') + 2;
            window.panelDev.editFile([{ from, to: from + 3, insert: written }]);
          }, line);
          await page.waitForTimeout(40);
        }
      },
    },
    checking: {
      query: solved,
      reach: async (page) => {
        await replace(page, 'dZ2 = A2 - Y', 'while True: pass');
        await page.waitForTimeout(60);
        await page.locator('.bar .check').click();
        await page.locator('.status-busy').waitFor();
      },
    },
    fail: { query: solved, reach: (page) => checkWith(page, slope, '') },
    two: {
      query: solved,
      reach: async (page) => {
        await checkWith(page, slope, '');
        await page.locator('.pager button').nth(1).click();
      },
    },
    pass: { query: solved, reach: check },
    passed: {
      query: solved,
      reach: async (page) => {
        await check(page);
        await page.keyboard.press('Escape');
      },
    },
    network: {
      query: solved,
      reach: async (page) => {
        await checkWith(page, slope, '');
        await stepTo(page, 10);
      },
    },
    batch: {
      query: solved,
      reach: async (page) => {
        await checkWith(page, slope, '');
        await tab(page, 'network');
        await page.locator('.sample-choice').selectOption('mean');
      },
    },
    three: { query: { exercise: 'backward-3-layer' } },
    threeNetwork: { query: { exercise: 'backward-3-layer' }, reach: (page) => tab(page, 'network') },
    cost: { query: { exercise: 'cost' } },
    loop: { query: { exercise: 'train-2-layer' } },
    debug: { query: { exercise: 'debug-the-notes' } },
    predict: {
      reach: async (page) => {
        await stepTo(page, 6);
        await page.locator('.predict input').check();
        await page.locator('.track').press('ArrowRight');
      },
    },
    training: {
      query: solved,
      reach: async (page) => {
        await checkWith(page, slope, '');
        await tab(page, 'cost');
      },
    },
    gradients: {
      query: solved,
      reach: async (page) => {
        await checkWith(page, slope, '');
        await tab(page, 'gradients');
      },
    },
    hints: {
      query: solved,
      reach: async (page) => {
        await checkWith(page, slope, '');
        await tab(page, 'hints');
        await page.locator('.hint button').first().click();
      },
    },
    chain: { query: { exercise: 'chain-rule' }, reach: (page) => tab(page, 'network') },
    chapters: { query: { all: '1' }, reach: (page) => page.locator('.page').nth(1).click() },
    beside: { query: { ...solved, beside: '1' }, reach: (page) => checkWith(page, slope, '') },
    timeout: {
      query: solved,
      reach: async (page) => {
        await replace(page, 'dZ2 = A2 - Y', 'while True: pass');
        await page.waitForTimeout(60);
        await page.locator('.bar .check').click();
        await page.locator('.status-error').waitFor();
      },
    },
    // An untrusted window's Python is the built-in one, which Output names: nothing else in the panel differs.
    untrusted: {
      query: solved,
      reach: async (page) => {
        await check(page);
        await page.keyboard.press('Escape');
        await tab(page, 'output');
      },
    },
    error: {
      query: solved,
      reach: async (page) => {
        await checkWith(page, 'np.dot(A1.T', 'np.dott(A1.T');
        await tab(page, 'output');
      },
    },
    cold: {
      query: { ...solved, cold: '1' },
      reach: async (page) => {
        await page.locator('.bar .check').click();
        await page.locator('.status-busy').waitFor();
      },
    },
    find: {
      query: solved,
      reach: async (page) => {
        await page.locator('.cm-content').click();
        await page.keyboard.press('Control+f');
        await page.locator('.find-bar, .cm-search').waitFor();
        await page.keyboard.type('dZ2');
      },
    },
    replace: {
      query: solved,
      reach: async (page) => {
        await page.locator('.cm-content').click();
        await page.keyboard.press('Control+h');
        await page.locator('.find-replace').waitFor();
        await page.keyboard.type('dZ2');
      },
    },
  } satisfies Record<string, State>),
);
const sizes = ['1550x960', '930x700', '840x620', '525x700'];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      state: { type: 'string', default: [...states.keys()].join(',') },
      size: { type: 'string', default: sizes.join(',') },
      theme: { type: 'string', default: themeNames.join(',') },
      language: { type: 'string', default: 'en,ko' },
      exercise: { type: 'string', default: '' },
    },
  });
  const all = [...course, ...shippedChapters('dist/chapters.json').flatMap(({ exercises }) => exercises)];
  const ids =
    values.exercise === 'all' ? all.map(({ id }) => id) : values.exercise.split(',').filter(Boolean);
  const looks = new Map(
    ids.map((exercise): [string, State] => [exercise, { query: { exercise, all: '1' } }]),
  );
  const names = looks.size > 0 ? [...looks.keys()] : values.state.split(',');
  for (const [id, look] of looks) states.set(id, look);
  const folder = positionals[0] ?? 'test-results/states';
  await mkdir(folder, { recursive: true });
  await ensureKoreanFont(say);
  const server = await servePanel();
  const browser = await launchBrowser(say);
  try {
    for (const size of values.size.split(','))
      for (const theme of values.theme.split(',').map(themeNamed))
        for (const language of values.language.split(',')) {
          const shots: (readonly [string, Buffer])[] = [];
          for (const name of names) {
            const shot = await take(browser, server.address, name, { size, theme, language });
            shots.push([name, shot]);
            await writeFile(join(folder, `${size}-${theme}-${language}-${name}.png`), shot);
          }
          await writeFile(
            join(folder, `sheet-${size}-${theme}-${language}.png`),
            await sheet(browser, size, shots),
          );
        }
  } finally {
    await browser.close();
    server.close();
  }
}

interface Look {
  readonly size: string;
  readonly theme: ThemeName;
  readonly language: string;
}

async function take(browser: Browser, address: string, name: string, look: Look): Promise<Buffer> {
  const state = states.get(name);
  if (state === undefined)
    throw new Error(`There is no state ${name}; there are ${[...states.keys()].join(', ')}.`);
  const context = await browser.newContext({ viewport: boxOf(look.size) });
  try {
    const page = await context.newPage();
    const { theme, language } = look;
    await page.goto(`${address}?${new URLSearchParams({ theme, language, ...state.query }).toString()}`);
    await page.locator('.cm-content, .elsewhere').first().waitFor();
    page.setDefaultTimeout(5000);
    await page.evaluate('globalThis.__name = (named) => named');
    await page.waitForTimeout(150);
    await state.reach?.(page).catch((error: unknown) => {
      say(`${name} ${JSON.stringify(look)}: ${String(error).split('\n')[0] ?? ''}`);
    });
    await page.mouse.move(2, 2);
    await page.waitForTimeout(250);
    return await page.screenshot();
  } finally {
    await context.close();
  }
}

/** All shots on one page, with their names. */
async function sheet(
  browser: Browser,
  size: string,
  shots: readonly (readonly [string, Buffer])[],
): Promise<Buffer> {
  const { width } = boxOf(size);
  const columns = Math.max(1, Math.floor(3000 / width));
  const page = await browser.newPage({ viewport: { width: columns * (width + 12), height: 800 } });
  try {
    const figures = shots.map(
      ([name, shot]) =>
        `<figure style="margin:0;font:16px sans-serif">${name}<br><img src="data:image/png;base64,${shot.toString('base64')}"></figure>`,
    );
    await page.setContent(
      `<body style="margin:0;background:#888;display:grid;gap:12px;grid-template-columns:repeat(${String(columns)},max-content)">${figures.join('')}`,
    );
    return await page.screenshot({ fullPage: true });
  } finally {
    await page.close();
  }
}

function themeNamed(name: string): ThemeName {
  const theme = themeNames.find((known) => known === name);
  if (theme === undefined) throw new Error(`There is no theme ${name}; there are ${themeNames.join(', ')}.`);
  return theme;
}

function boxOf(size: string): { readonly width: number; readonly height: number } {
  const [width = 0, height = 0] = size.split('x').map(Number);
  return { width, height };
}

function say(line: string): void {
  process.stdout.write(line + '\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
