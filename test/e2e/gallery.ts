/**
 * `npm run gallery`: what a learner sees from the first look to the last pass, in the real VS Code, in the sizes, themes
 * and languages of `windows`, to be looked at one by one. `-- [folder] [--window 3,5] [--state fail,pass]` takes some.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { course } from '../../src/course/course';
import { backward2Layer } from '../../src/course/exercises/backward2Layer';
import { shippedChapters } from '../../src/courses/disk';
import { ensureKoreanFont } from '../host/chromium';
import { faultyProgram } from './ownProgram';
import { Tutor } from './tutor';
import { Workbench, type Theme } from './workbench';

interface Window {
  readonly size: readonly [number, number];
  readonly theme: Theme;
  readonly language: 'en' | 'ko';
  /** What stands beside the panel: VS Code's side bar, or an editor with the snippet. */
  readonly beside?: 'side bar' | 'editor';
}

const windows: readonly Window[] = [
  { size: [1600, 1000], theme: 'light', language: 'en' },
  { size: [1600, 1000], theme: 'hc-dark', language: 'ko' },
  { size: [1280, 800], theme: 'dark', language: 'ko', beside: 'side bar' },
  { size: [1280, 800], theme: 'hc-light', language: 'en', beside: 'side bar' },
  { size: [900, 700], theme: 'dark', language: 'en' },
  { size: [900, 700], theme: 'light', language: 'ko' },
  { size: [1100, 700], theme: 'dark', language: 'en', beside: 'editor' },
  { size: [1100, 700], theme: 'hc-light', language: 'ko', beside: 'editor' },
];

const { solution } = backward2Layer;
const faulty = solution.replace(' * relu_derivative(Z1)', '');

interface Stage {
  readonly workbench: Workbench;
  readonly tutor: Tutor;
  readonly window: Window;
}

/** In the order in which a window goes through them. */
const states: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  first: async ({ tutor, window }) => {
    await tutor.goTo(backward2Layer.title[window.language]);
  },
  typing: async ({ tutor, workbench }) => {
    await tutor.editor.getByText('...', { exact: true }).first().click();
    await tutor.editor.getByText('...', { exact: true }).first().dblclick();
    await workbench.page.keyboard.press('End');
    for (let dot = 0; dot < 3; dot++) await workbench.page.keyboard.press('Backspace');
    await workbench.page.keyboard.type('A2 - Y');
    await workbench.page.keyboard.press('Escape');
  },
  beside: async ({ workbench, tutor, window }) => {
    if (window.beside !== 'editor') return;
    await workbench.runCommand('Backprop Tutor: Open Snippet in Editor');
    await tutor.frame.locator('.elsewhere').waitFor();
  },
  fail: (stage) => checked(stage, faulty),
  network: async ({ tutor }) => {
    await tab(tutor, 'network');
    const track = tutor.frame.locator('.stage .track').first();
    await track.press('Home');
    for (let step = 0; step < 10; step++) await track.press('ArrowRight');
  },
  predict: async ({ tutor }) => {
    await tutor.frame.locator('.predict input').check();
    await tutor.frame.locator('.stage .track').first().press('ArrowLeft');
    await tutor.frame.locator('.stage .track').first().press('ArrowRight');
  },
  training: async ({ tutor }) => {
    const ask = tutor.frame.locator('.predict input');
    if ((await ask.count()) > 0) await ask.uncheck();
    await tab(tutor, 'cost');
  },
  gradients: ({ tutor }) => tab(tutor, 'gradients'),
  hints: async ({ tutor }) => {
    await tab(tutor, 'hints');
    await tutor.frame.locator('.hint.is-next button').first().click();
    await tutor.frame.locator('.hint.is-open').first().waitFor();
  },
  error: async (stage) => {
    await checked(stage, solution.replace('np.dot(A1.T', 'np.dott(A1.T'));
    await tab(stage.tutor, 'output');
  },
  pass: (stage) => checked(stage, solution),
  passed: async ({ tutor }) => {
    await tutor.closeTakeaway();
    await tab(tutor, 'equations');
  },
  chapters: async ({ tutor }) => {
    await tutor.frame.locator('.page').nth(1).click();
  },
  hunt: async ({ tutor, workbench }) => {
    await tutor.frame.locator('.page').first().click();
    await workbench.runCommand('Backprop Tutor: Bug Hunt');
    await tutor.frame.locator('.hunt-bar .primary').first().click();
    await tutor.frame.locator('.hunt .cm-content').waitFor({ timeout: 60_000 });
  },
  done: async ({ tutor, workbench }) => {
    const folder = await mkdtemp(join(tmpdir(), 'bpt-done-'));
    try {
      const file = join(folder, 'progress.json');
      await writeFile(file, JSON.stringify({ schema: 1, exercises: allPassed() }));
      await workbench.runCommand('Backprop Tutor: Import Progress');
      const asked = workbench.page.locator('.quick-input-widget:visible input');
      // The dialog writes the folder that it begins with into its box, late, over what stands there.
      for (let tries = 0; tries < 10 && (await asked.inputValue()) !== file; tries++) {
        await asked.fill(file);
        await workbench.page.waitForTimeout(500);
      }
      await workbench.page.getByText('progress.json').first().waitFor();
      await workbench.page
        .locator('.quick-input-widget:visible')
        .getByText('Import', { exact: true })
        .click();
      await workbench.notifications.first().waitFor();
      await workbench.runCommand('Notifications: Clear All Notifications');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    const back = tutor.frame.locator('.hunt-head button');
    if ((await back.count()) > 0) await back.click();
    await tutor.frame.locator('.page').nth(1).click();
  },
  own: async ({ workbench, window }) => {
    if (window.beside !== 'side bar') await workbench.runCommand('View: Show Explorer');
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('View: Show Explorer');
    await workbench.page.getByRole('treeitem', { name: 'net.py' }).dblclick();
    await workbench.page.locator('.codelens-decoration a').last().click();
    await workbench.panel.locator('.own-status, [role="status"]').first().waitFor({ timeout: 60_000 });
    await workbench.panel.getByRole('row').nth(2).waitFor({ timeout: 60_000 });
    if (window.beside !== 'side bar') await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  },
};

async function tab(tutor: Tutor, name: string): Promise<void> {
  await tutor.closeTakeaway();
  await tutor.frame.locator(`#tab-${name}`).click();
}

/** Has this text checked, wherever it is written. */
async function checked({ tutor, workbench, window }: Stage, text: string): Promise<void> {
  await tutor.closeTakeaway();
  if (window.beside === 'editor') {
    const editor = workbench.page.locator('.editor-instance .monaco-editor').first();
    await editor.click();
    await workbench.page.keyboard.press('ControlOrMeta+a');
    await workbench.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await workbench.page.keyboard.press('ControlOrMeta+v');
    await workbench.page.waitForTimeout(500);
  } else await tutor.pasteSnippet(text);
  await tutor.startCheck();
  await tutor.finished();
}

function allPassed(): Readonly<Record<string, object>> {
  const entry = { state: 'passed', hintsOpened: 0, attempts: 2, bestSeconds: 90, workedSeconds: 120 };
  const chapters = shippedChapters('dist/chapters.json').flatMap(({ exercises }) => exercises);
  return Object.fromEntries([...course, ...chapters].map(({ id }) => [id, entry]));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      window: { type: 'string', default: windows.map((_, index) => String(index + 1)).join(',') },
      state: { type: 'string', default: Object.keys(states).join(',') },
    },
  });
  const folder = positionals[0] ?? 'test-results/gallery';
  const wanted = values.state.split(',');
  await ensureKoreanFont(say);
  for (const number of values.window.split(',').map(Number)) {
    const window = windows[number - 1];
    if (window === undefined) throw new Error(`There are ${String(windows.length)} windows.`);
    await walk(window, wanted, join(folder, nameOf(window)));
  }
}

function nameOf({ size, theme, language, beside }: Window): string {
  return [size[0], theme, language, ...(beside === 'editor' ? ['beside'] : [])].join('-');
}

async function walk(window: Window, wanted: readonly string[], prefix: string): Promise<void> {
  const workspace = await mkdtemp(join(tmpdir(), 'bpt-gallery-'));
  await writeFile(join(workspace, 'net.py'), faultyProgram);
  const [width, height] = window.size;
  const { theme, language } = window;
  const workbench = await Workbench.open({
    theme,
    language,
    folder: workspace,
    viewport: { width, height },
    settings: { 'workbench.sideBar.location': 'left' },
  });
  try {
    if (window.beside === 'side bar') await workbench.runCommand('Backprop Tutor: Show Exercises');
    else await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    const tutor = await Tutor.open(workbench, language);
    for (const [name, reach] of Object.entries(states)) {
      if (!wanted.includes(name) && name !== 'first' && name !== 'beside') continue;
      try {
        await reach({ workbench, tutor, window });
      } catch (error) {
        say(`${prefix} ${name}: ${String(error).split('\n')[0] ?? ''}`);
      }
      // Away from everything that reacts to being pointed at, and long enough for a chart to be drawn.
      await workbench.page.mouse.move(2, 2);
      await workbench.page.waitForTimeout(600);
      await workbench.screenshot(`${prefix}-${name}.png`);
    }
  } finally {
    await workbench.close();
    await rm(workspace, { recursive: true, force: true });
  }
  say(prefix);
}

function say(line: string): void {
  process.stdout.write(line + '\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
