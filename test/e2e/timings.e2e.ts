/** How long a person waits in the real VS Code. The numbers are printed; only what nobody would accept fails. */
import assert from 'node:assert/strict';
import { backward2Layer } from '../../src/course/exercises/backward2Layer';
import { becomes, Tutor } from './tutor';
import { Workbench } from './workbench';

const checks = 5;
const keys = 60;

function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Prints one figure, and fails when it is ten times what it is meant to be. */
function report(what: string, ms: number, meant: number): void {
  console.log(`      ${what}: ${ms.toFixed(0)} ms`);
  assert.ok(ms > 0 && ms < 10 * meant, `${what} took ${ms.toFixed(0)} ms`);
}

describe('how long things take in VS Code', () => {
  let workbench: Workbench;
  let tutor: Tutor;

  before(async () => {
    workbench = await Workbench.open({
      settings: { 'backpropTutor.checkOnType': false },
      viewport: { width: 1600, height: 1000 },
    });
  });

  after(async () => {
    await workbench.close();
  });

  /** Runs "Open" in the palette, and tells how long after the Enter key the equations were drawn. */
  const open = async (): Promise<{ readonly all: number; readonly own: number }> => {
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
  };

  it('first paint: from the command to the first equations', async () => {
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
    const first = await open();
    report('first paint, right after VS Code started', first.all, 1500);
    report('of this the panel’s own page', first.own, 500);
    tutor = await Tutor.open(workbench);
    const again: Awaited<ReturnType<typeof open>>[] = [];
    for (let run = 0; run < 3; run++) {
      await workbench.runCommand('View: Close Editor');
      await workbench.page.locator('iframe.webview').waitFor({ state: 'detached' });
      again.push(await open());
    }
    const median = (part: 'all' | 'own'): number =>
      quantile(
        again.map((one) => one[part]),
        0.5,
      );
    report('first paint, opened again, median of 3', median('all'), 1500);
    report('of this the panel’s own page', median('own'), 300);
  });

  it('check to picture: from the click to the painted results', async () => {
    await tutor.goTo(backward2Layer.title.en);
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
      if (run > 0) times.push(took);
      else console.log(`      check to picture, the first: ${took.toFixed(0)} ms`);
    }
    report(`check to picture, warm, median of ${String(checks)}`, quantile(times, 0.5), 150);
  });

  it('typing: from a key to the painted letter, in a snippet of 300 lines', async () => {
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
    const text = ' + np.sum(Z1 * relu_derivative(Z1), axis=0) and so on, and so forth'.slice(0, keys);
    await keyboard.type(text, { delay: 40 });
    const timesOf = (): Promise<readonly number[]> =>
      page.evaluate(() => (window as unknown as { times: number[] }).times);
    await becomes(async () => (await timesOf()).length, text.length);
    const times = await timesOf();
    report('typing in 300 lines, median', quantile(times, 0.5), 33);
    report('typing in 300 lines, 95th percentile', quantile(times, 0.95), 66);
  });
});
