/**
 * Takes pictures of the real panel: npx tsx test/e2e/screenshots.ts [folder] [--theme light,dark] [--language en]
 * [--width 1280] [--height 860] [--state pass,fail] [--scale 2]. Whatever is left out means all of them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureKoreanFont } from '../host/chromium';
import { repacked } from './apng';
import { Tutor } from './tutor';
import { Workbench, type Theme } from './workbench';

const solution = `import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = (1 / m) * np.dot(A1.T, dZ2)
    db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)

    dA1 = np.dot(dZ2, W2.T)
    dZ1 = dA1 * np.where(Z1 > 0, 1, 0)
    dW1 = (1 / m) * np.dot(X.T, dZ1)
    db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)

    return dW1, db1, dW2, db2
`;

interface State {
  readonly snippet: string | null;
  /** The tab of the results that is shown. */
  readonly tab: number;
  /** Taken while the check still runs. */
  readonly running?: boolean;
  /** With the card that a pass lays over the views. */
  readonly card?: boolean;
}

const equations = 0;
const costCurve = 3;
const output = 4;

const states: Readonly<Record<string, State>> = {
  start: { snippet: null, tab: equations },
  pass: { snippet: solution, tab: equations, card: true },
  passed: { snippet: solution, tab: equations },
  cost: { snippet: solution, tab: costCurve },
  fail: { snippet: solution.replace('dA1 * np.where(Z1 > 0, 1, 0)', 'dA1'), tab: equations },
  error: { snippet: solution.replace('dZ2, W2.T', 'dZ2, W2'), tab: output },
  syntax: { snippet: solution.replace('dZ2 = A2 - Y', 'dZ2 = A2 - '), tab: output },
  running: { snippet: solution.replace('dZ2 = A2 - Y', 'while True: pass'), tab: equations, running: true },
  loop: { snippet: solution.replace('dZ2 = A2 - Y', 'while True: pass'), tab: equations },
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      theme: { type: 'string', default: 'light,dark,hc-light,hc-dark' },
      language: { type: 'string', default: 'en,ko' },
      width: { type: 'string', default: '1440,900,520' },
      height: { type: 'string', default: '900' },
      state: { type: 'string', default: Object.keys(states).join(',') },
      scale: { type: 'string', default: '1' },
    },
  });
  const folder = positionals[0] ?? 'test-results/screenshots';
  await ensureKoreanFont(say);
  for (const theme of values.theme.split(',') as Theme[]) {
    for (const language of values.language.split(',') as ('en' | 'ko')[]) {
      for (const width of values.width.split(',').map(Number)) {
        const viewport = { width, height: Number(values.height) };
        const workbench = await Workbench.open({
          theme,
          language,
          viewport,
          scale: Number(values.scale),
          // Where the folder of open editors stands says nothing about the tutor.
          settings: { 'workbench.sideBar.location': 'left', 'backpropTutor.timeoutSeconds': 3 },
        });
        try {
          const tutor = await Tutor.open(workbench, language);
          await tutor.goTo(language === 'en' ? 'Backward pass, two layers' : '2층 역전파');
          for (const name of values.state.split(',')) {
            await show(tutor, name);
            const file = join(folder, `${theme}-${language}-${String(width)}-${name}.png`);
            await workbench.screenshot(file);
            await writeFile(file, repacked(await readFile(file)));
            say(`${theme} ${language} ${String(width)} ${name}`);
          }
        } finally {
          await workbench.close();
        }
      }
    }
  }
}

async function show(tutor: Tutor, name: string): Promise<void> {
  const state = states[name];
  if (state === undefined)
    throw new Error(`There is no state ${name}; there are ${Object.keys(states).join(', ')}.`);
  if (state.snippet !== null) {
    await tutor.pasteSnippet(state.snippet);
    await tutor.startCheck();
    if (state.running === true) await tutor.stopButton.waitFor();
    else await tutor.finished();
  }
  if (state.card !== true) {
    await tutor.closeTakeaway();
    await tutor.frame.getByRole('tab').nth(state.tab).click();
  }
  // Away from everything that reacts to being pointed at, and long enough for a chart to be drawn.
  await tutor.workbench.page.mouse.move(2, 2);
  await tutor.workbench.page.waitForTimeout(400);
}

function say(line: string): void {
  process.stdout.write(line + '\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
