/**
 * How long a person waits in the real VS Code: from the command to the first equations, from the click on Check to the
 * painted results, from a key to its painted letter.
 */
import { backward2Layer } from '../../src/course/exercises/backward2Layer';
import { becomes, Tutor } from '../e2e/tutor';
import { Workbench } from '../e2e/workbench';
import type { Figure } from './figure';

const checks = 5;

function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

function figure(name: string, value: number, limit: number): Figure {
  return { name: `VS Code, ${name}`, value, limit, unit: 'ms', detail: '' };
}

/** Runs "Open" in the palette, and tells how long after the Enter key the equations were drawn. */
async function open(workbench: Workbench): Promise<{ readonly all: number; readonly own: number }> {
  const { page, panel } = workbench;
  await page.keyboard.press('F1');
  const palette = page.locator('.quick-input-widget:visible');
  await palette.locator('input').fill('>Backprop Tutor: Open');
  const row = palette.locator('.monaco-list-row.focused');
  await row.getByText('Backprop Tutor: Open', { exact: true }).waitFor();
  const pressed = await page.evaluate(() => performance.timeOrigin + performance.now());
  await page.keyboard.press('Enter');
  const drawn = panel.locator('html[data-drawn]');
  const at = Number(await drawn.getAttribute('data-drawn'));
  const asked = await (
    await workbench.panelPage()
  ).evaluate(() => {
    const files = performance.getEntriesByType('resource');
    return performance.timeOrigin + (files.find(({ name }) => name.includes('panel.'))?.startTime ?? NaN);
  });
  return { all: at - pressed, own: at - asked };
}

async function firstPaint(workbench: Workbench): Promise<readonly Figure[]> {
  // In every page from its beginning on; what is asked for from outside is answered a good while later.
  await workbench.page.addInitScript(() => {
    const timer = setInterval(() => {
      if (!document.querySelector('.equation .katex-html')) return;
      clearInterval(timer);
      void document.fonts.ready.then(() => {
        requestAnimationFrame(() => {
          setTimeout(() => {
            document.documentElement.dataset['drawn'] = String(performance.timeOrigin + performance.now());
          });
        });
      });
    }, 5);
  });
  const first = await open(workbench);
  await Tutor.open(workbench);
  const again: Awaited<ReturnType<typeof open>>[] = [];
  for (let run = 0; run < 3; run++) {
    await workbench.runCommand('View: Close Editor');
    await workbench.page.locator('iframe.webview').waitFor({ state: 'detached' });
    again.push(await open(workbench));
  }
  const median = (part: 'all' | 'own'): number =>
    quantile(
      again.map((one) => one[part]),
      0.5,
    );
  return [
    figure('first paint, right after it started', first.all, 1500),
    figure('of this the panel’s own page', first.own, 500),
    figure('first paint, opened again, median of 3', median('all'), 1500),
    figure('of this the panel’s own page', median('own'), 300),
  ];
}

async function checkToPicture(tutor: Tutor): Promise<readonly Figure[]> {
  await tutor.goTo(backward2Layer.title.en);
  const { workbench } = tutor;
  const times: number[] = [];
  for (let run = 0; run <= checks; run++) {
    // Another text every time: the same one again would be no check.
    await tutor.pasteSnippet(`${backward2Layer.solution}\n# ${String(run)}`);
    const page = await workbench.panelPage();
    await page.evaluate(() => {
      delete document.body.dataset['took'];
      document.querySelector('button.check')?.addEventListener(
        'click',
        ({ timeStamp }) => {
          new MutationObserver((_changes, observer) => {
            if (!document.querySelector('.bar.status-pass')) return;
            if (!document.querySelector('.returned:not(.is-stale) .is-right')) return;
            observer.disconnect();
            // A task after the callbacks of the next frame runs when that frame has been drawn.
            requestAnimationFrame(() => {
              setTimeout(() => {
                document.body.dataset['took'] = String(performance.now() - timeStamp);
              });
            });
          }).observe(document.body, { subtree: true, childList: true, attributes: true });
        },
        { once: true },
      );
    });
    await tutor.check(/pass/i);
    const took = Number(await page.locator('body[data-took]').getAttribute('data-took'));
    times.push(took);
  }
  const [first = NaN, ...warm] = times;
  return [
    figure('check to picture, the first', first, 600),
    figure(`check to picture, warm, median of ${String(checks)}`, quantile(warm, 0.5), 150),
  ];
}

async function typing(tutor: Tutor): Promise<readonly Figure[]> {
  const { workbench } = tutor;
  const long = Array.from({ length: 300 }, (_, i) =>
    i % 10 === 0 ? `def f${String(i)}(X, W1):` : `    Z${String(i)} = np.dot(X, W1) + ${String(i)}  # line`,
  );
  await tutor.pasteSnippet(long.join('\n'));
  await becomes(async () => (await tutor.copyAll()).split('\n').length, 300);
  const { keyboard } = workbench.page;
  const page = await workbench.panelPage();
  await keyboard.press('ControlOrMeta+Home');
  for (let line = 0; line < 150; line++) await keyboard.press('ArrowDown');
  await keyboard.press('End');
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          setTimeout(() => {
            times.push(performance.now() - timeStamp);
          });
        });
      },
      { capture: true },
    );
  });
  const text = ' + np.sum(Z1 * relu_derivative(Z1), axis=0) and so on, and so forth';
  await keyboard.type(text, { delay: 40 });
  const timesOf = (): Promise<readonly number[]> =>
    page.evaluate(() => (window as unknown as { times: number[] }).times);
  await becomes(async () => (await timesOf()).length, text.length);
  const times = await timesOf();
  return [
    figure('a key to its letter in 300 lines, median', quantile(times, 0.5), 33),
    figure('a key to its letter in 300 lines, 95th percentile', quantile(times, 0.95), 66),
  ];
}

/** The figures of the panel in VS Code; takes about a minute, and needs the browser that the e2e tests need. */
export async function workbenchFigures(): Promise<readonly Figure[]> {
  const workbench = await Workbench.open({
    settings: { 'backpropTutor.checkOnType': false },
    viewport: { width: 1600, height: 1000 },
  });
  try {
    const painted = await firstPaint(workbench);
    const tutor = await Tutor.open(workbench);
    return [...painted, ...(await checkToPicture(tutor)), ...(await typing(tutor))];
  } finally {
    await workbench.close();
  }
}
