/**
 * `npm run measure`: the panel measured in everything it shows: all exercises × what a check finds × all tabs × four
 * sizes × four themes × two languages, with real reports. It takes hours of processor time; the e2e suite measures
 * samples. `-- --exercise relu,cost --language en` measures some, `--shard 1/2` every second exercise, `--themes one`
 * each exercise in one theme only, the next in the next.
 */
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../../src/course/exercise';
import type { Exercise } from '../../../src/course/judgedExercise';
import { launchBrowser } from '../../host/browser';
import { ensureKoreanFont } from '../../host/chromium';
import { servePanel } from '../panelDev/server';
import { themeNames, type ThemeName } from '../panelDev/themes';
import { createChecks, everyExercise, type Checked, type Checks, type Outcome } from './checks';
import { Faults, measureAll } from './looks';

const languages = ['en', 'ko'] as const;
const tabs = ['equations', 'network', 'gradients', 'cost', 'output', 'hints'] as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      exercise: { type: 'string', default: '' },
      language: { type: 'string', default: languages.join(',') },
      shard: { type: 'string', default: '1/1' },
      themes: { type: 'string', default: 'all' },
    },
  });
  const ids = values.exercise.split(',').filter(Boolean);
  const [shard = 1, shards = 1] = values.shard.split('/').map(Number);
  const exercises = everyExercise().filter(({ id }, index) =>
    ids.length > 0 ? ids.includes(id) : index % shards === shard - 1,
  );
  await ensureKoreanFont(say);
  const server = await servePanel();
  const checks = createChecks();
  const browser = await launchBrowser(say);
  const faults = new Faults();
  try {
    for (const exercise of exercises)
      for (const language of languages.filter((one) => values.language.split(',').includes(one))) {
        const before = faults.count;
        const begun = Date.now();
        const themes = values.themes === 'one' ? someThemes(exercise) : themeNames;
        const tools = { browser, address: server.address, checks, faults, themes };
        // One that cannot be brought into a state is a fault, and no end of the others.
        await measureExercise(tools, exercise, language).catch((error: unknown) => {
          faults.add(`not measured to its end: ${String(error).split('\n')[0] ?? ''}`, exercise.id);
        });
        const took = `${String(Math.round((Date.now() - begun) / 1000))} s`;
        say(`${exercise.id} ${language}: ${String(faults.count - before)} new faults, ${took}`);
        for (const line of faults.lines().slice(before)) say(`  ${line}`);
      }
  } finally {
    await browser.close();
    await checks.dispose();
    server.close();
  }
  say(`${String(faults.looks)} looks, ${String(faults.count)} kinds of faults:`);
  for (const line of faults.lines()) say(line);
  if (faults.count > 0) process.exitCode = 1;
}

interface Tools {
  readonly browser: Browser;
  readonly address: string;
  readonly checks: Checks;
  readonly faults: Faults;
  readonly themes: readonly ThemeName[];
}

async function measureExercise(
  { browser, address, checks, faults, themes }: Tools,
  exercise: Exercise,
  language: Language,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 930, height: 700 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(
      `${address}?${new URLSearchParams({ exercise: exercise.id, language, all: '1' }).toString()}`,
    );
    await page.locator('.cm-content').waitFor();
    // What esbuild calls in functions that are sent to the page.
    await page.evaluate('globalThis.__name = (named) => named');
    const at = `${exercise.id} ${language}`;
    await measureTabs(page, `${at} start`, faults, themes);
    await page.locator('.page').nth(1).click();
    await page.locator('.chapters').waitFor();
    await measureAll(page, `${at} chapters`, faults, someThemes(exercise));
    await page.locator('.page').first().click();
    await page.locator('.cm-content').waitFor();
    await measureStarter(page, at, faults);
    for (const [outcome, checked] of await checks.of(exercise, language)) {
      await check(page, language, exercise, checked);
      await measureOutcome(page, `${at} ${outcome}`, { outcome, faults, themes }, exercise);
    }
    await openHints(page);
    await measureAll(page, `${at} all hints`, faults, themes);
  } finally {
    await context.close();
  }
}

/** Whether the starter's lines fit into the editor at 1280 × 800 beside the side bar. */
async function measureStarter(page: Page, where: string, faults: Faults): Promise<void> {
  await page.setViewportSize({ width: 930, height: 700 });
  await page.waitForTimeout(100);
  const over = await page.locator('.cm-scroller').evaluate((frame) => frame.scrollWidth - frame.clientWidth);
  faults.looks++;
  if (over > 0) faults.add(`the starter is ${String(over)} px wider than the editor`, where);
}

/** One theme for each exercise, where colours are the same in all of them. */
function someThemes(exercise: Exercise): readonly ThemeName[] {
  const index = everyExercise().findIndex(({ id }) => id === exercise.id);
  return [themeNames[index % themeNames.length] ?? 'dark'];
}

async function measureTabs(
  page: Page,
  where: string,
  faults: Faults,
  themes: readonly ThemeName[],
): Promise<void> {
  for (const tab of tabs) {
    await page.locator(`#tab-${tab}`).click();
    await page.locator(`.stage[data-view="${tab}"]`).waitFor();
    await page.mouse.move(2, 2);
    await measureAll(page, `${where} ${tab}`, faults, themes);
  }
}

async function measureOutcome(
  page: Page,
  where: string,
  {
    outcome,
    faults,
    themes,
  }: { readonly outcome: Outcome; readonly faults: Faults; readonly themes: readonly ThemeName[] },
  exercise: Exercise,
): Promise<void> {
  if (outcome === 'pass') {
    await measureAll(page, `${where} takeaway`, faults, themes);
    await page.keyboard.press('Escape');
  }
  const others = page.locator('.pager button');
  for (let finding = 1; finding < (await others.count()); finding++) {
    await others.nth(finding).click();
    await measureAll(page, `${where} finding ${String(finding + 1)}`, faults, someThemes(exercise));
  }
  await measureTabs(page, where, faults, themes);
  if (outcome === 'fail') await measureSteps(page, where, faults, exercise);
  await page.evaluate(() => {
    window.panelDev.setBeside(true);
  });
  await page.locator('.elsewhere').waitFor();
  await page.locator('#tab-equations').click();
  await measureAll(page, `${where} beside`, faults, someThemes(exercise));
  await page.evaluate(() => {
    window.panelDev.setBeside(false);
  });
  await page.locator('.cm-content').waitFor();
}

/** Every step of the network's player, with the learner's numbers. */
async function measureSteps(page: Page, where: string, faults: Faults, exercise: Exercise): Promise<void> {
  await page.setViewportSize({ width: 1550, height: 960 });
  await page.locator('#tab-network').click();
  const track = page.locator('.stage .track').first();
  if ((await track.count()) === 0) return;
  const last = Number((await track.getAttribute('aria-valuemax')) ?? (await track.getAttribute('max')) ?? 0);
  await track.press('Home');
  for (let step = 0; step <= last; step++) {
    await measureAll(page, `${where} step ${String(step)}`, faults, someThemes(exercise));
    await page.setViewportSize({ width: 1550, height: 960 });
    await track.press('ArrowRight');
  }
}

async function check(page: Page, language: Language, exercise: Exercise, checked: Checked): Promise<void> {
  await page.evaluate(
    ([id, spoken, { text, report }]) => {
      window.panelDev.expectReport(id, spoken, text, report);
      window.panelDev.editFile([{ from: 0, to: window.panelDev.fileText().length, insert: text }]);
    },
    [exercise.id, language, checked] as const,
  );
  await page.waitForTimeout(150);
  await page.locator('.bar .check').click();
  await page.locator(`.status-${checked.report.verdict}`).waitFor();
  await page.waitForTimeout(150);
}

async function openHints(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1550, height: 960 });
  await page.locator('#tab-hints').click();
  const next = page.locator('.hint.is-next button').first();
  for (let opened = 0; opened < 8 && (await next.count()) > 0; opened++) {
    await next.click();
    await page.waitForTimeout(60);
  }
}

function say(line: string): void {
  process.stdout.write(line + '\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
