/** What the panel shows and how its parts hang together, in the real VS Code, as a person points, clicks and types. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { codeInColumns } from '../../src/course/columns';
import { backward2Layer } from '../../src/course/exercises/backward2Layer';
import { reluDerivative } from '../../src/course/exercises/reluDerivative';
import { becomes, comesToSay, eventually, Tutor } from './tutor';
import { Workbench } from './workbench';

const { solution } = backward2Layer;
/** Lets the delta pass where ReLU was off: dZ1 is the first wrong step, dW1 and db1 follow from it. */
const faulty = solution.replace(' * relu_derivative(Z1)', '');
const faultyLine = solution.split('\n').findIndex((line) => line.includes('dZ1 =')) + 1;

describe('the panel in VS Code', () => {
  let workbench: Workbench;
  let tutor: Tutor;

  before(async () => {
    workbench = await Workbench.open({
      // "auto" follows the system, which the test pretends to be.
      settings: { 'backpropTutor.checkOnType': false, 'workbench.reduceMotion': 'auto' },
      viewport: { width: 1600, height: 1000 },
    });
    tutor = await Tutor.open(workbench);
  });

  after(async () => {
    await workbench.close();
  });

  afterEach(async function () {
    await workbench.pictureOf(this.currentTest);
  });

  const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);
  const check = async (source: string, verdict: RegExp): Promise<void> => {
    await tutor.pasteSnippet(source);
    await tutor.check(verdict);
  };
  const term = (name: string): Locator =>
    tutor.region('Equations').locator(`.katex-html [data-term="${name}"]`).first();
  const picture = (): Locator => tutor.region('Network').getByRole('group', { name: /^A network of / });
  const line = (start: string): Locator =>
    tutor.editor.locator('.cm-line').filter({ hasText: new RegExp(`^\\s*${start}`) });
  const focusedLabel = async (): Promise<string> =>
    (await workbench.panelPage()).evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

  /** What is lit up in each of the four places. */
  const lit = async () =>
    (await workbench.panelPage()).evaluate(() => ({
      term: document.querySelector('.term.is-pointed')?.getAttribute('data-term') ?? null,
      line: document.querySelector('.cm-pointedLine')?.textContent.trim().slice(0, 5) ?? null,
      network: document.querySelector('.picture .is-pointed')?.getAttribute('class') ?? null,
      row: document.querySelector('.values tr.is-pointed .array-name')?.textContent ?? null,
    }));
  const dark = { term: null, line: null, network: null, row: null };
  const dW1 = { term: 'dW1', line: 'dW1 =', network: 'edges is-pointed', row: 'dW1' };
  const pointAtNothing = async (): Promise<void> => {
    // What lights up goes dark when the mouse leaves it, so it must have been there.
    await picture().hover();
    await tutor.frame.getByRole('heading', { level: 1 }).hover();
    await becomes(lit, dark);
  };

  describe('before anything is passed', () => {
    it('opens the hints one after another, and the solution only after asking', async () => {
      await tutor.tab('Hints').click();
      const open = tutor.region('Results').locator('.hint.is-open');
      await tutor.region('Results').getByText('Opens after the one before.').first().waitFor();
      const names = [
        'The symptom',
        'The idea behind it',
        'The term of the equation',
        'The line, with a blank',
      ];
      for (const [index, name] of names.entries()) {
        await tutor.button(`Open: ${name}`).click();
        await becomes(() => open.count(), index + 1);
      }
      await tutor.button('Open: The solution').click();
      await tutor.button('Not yet').click();
      assert.equal(await open.count(), 4);
      await tutor.button('Open: The solution').click();
      await tutor.button('Show the solution').click();
      await becomes(() => open.count(), 5);
      await tutor.region('Results').locator('.hint pre').last().getByText('dy_dx').waitFor();
    });

    it('shows what a snippet prints, and what it raises, as text and nothing else', async () => {
      const printed = '<b>bold</b> </script><script>document.title = 1</script> &amp;';
      await tutor.pasteSnippet(
        `print("\\x1b[31mred\\x1b[0m ${printed}")\ndef chain_rule(x):\n    raise ValueError("${printed}")`,
      );
      await tutor.check(/<b>bold<\/b> <\/script><script>/);
      await tutor.tab('Output').click();
      const output = tutor.region('Results').locator('.output');
      await comesToSay(() => output.textContent(), /ValueError: <b>bold<\/b> <\/script><script>/);
      const text = (await output.locator('pre').last().textContent()) ?? '';
      assert.equal(text.split('\n')[0], `red ${printed}`);
      await tutor.editor.press('Home'); // The end of a long line has scrolled its start out of sight.
      await tutor.editor.locator('.cm-lintRange-error').getByText('raise', { exact: true }).hover();
      await tutor.frame.locator('.cm-tooltip').getByText('<b>bold</b>').waitFor();
      const page = await workbench.panelPage();
      // The panel has bold words of its own, but not this one.
      assert.equal(await page.locator('b', { hasText: 'bold' }).count(), 0);
      assert.equal(await page.locator('#root script, .cm-tooltip script').count(), 0);
      assert.equal(await page.title(), 'Backprop Tutor');
    });
  });

  describe('central differences at a kink', () => {
    it('explains the entries that central differences cannot judge', async () => {
      await tutor.goTo(reluDerivative.title.en);
      await tutor.tab('Gradients').click();
      await check(reluDerivative.solution, /pass/i);
      await tutor.region('Results').getByText('agree in 5 entries, 1 not judged').waitFor();
      await tutor.region('Results').getByText('Entries within reach of a ReLU kink are not judged').waitFor();
    });
  });

  describe('equations, snippet, network and results', () => {
    before(async () => {
      await tutor.goTo(backward2Layer.title.en);
      await tutor.tab('Equations').click();
      await check(solution, /pass/i);
    });

    beforeEach(pointAtNothing);

    it('light up together from an equation, by mouse and by keyboard', async () => {
      await term('dW1').hover();
      await becomes(lit, dW1);
      await pointAtNothing();
      await term('dW1').focus();
      await becomes(lit, dW1);
      await press('End');
      await becomes(async () => (await lit()).term, 'dZ1');
      await press('Home');
      await press('ArrowDown');
      await becomes(async () => (await lit()).row, 'db1');
      await press('Enter');
      await comesToSay(() => tutor.editor.locator('.cm-activeLine').textContent(), /db1 =/);
      await comesToSay(focusedLabel, /^Snippet for/);
    });

    it('light up together from the snippet, by mouse and by cursor', async () => {
      await line('dW1 =').getByText('dW1').first().hover();
      await becomes(lit, dW1);
      await pointAtNothing();
      await line('dW1 =').click();
      await pointAtNothing();
      await press('ArrowUp');
      await press('ArrowDown');
      await becomes(lit, dW1);
    });

    it('light up together from the network', async () => {
      // An edge's middle may lie under another edge, which is as good.
      const edges = tutor.region('Network').locator('.picture .edges').first();
      await edges.locator('line').first().hover({ force: true });
      await becomes(lit, dW1);
    });

    it('light up together from the results, by mouse and by keyboard', async () => {
      await tutor.region('Results').getByRole('row').filter({ hasText: 'dW1' }).first().hover();
      await becomes(lit, dW1);
      await pointAtNothing();
      await tutor.button('dW1').focus();
      await becomes(lit, dW1);
    });

    it('say the shapes of the last run with their terms and at the ends of lines, for rows and for columns', async () => {
      const shape = (name: string) => term(name).getAttribute('aria-label');
      assert.equal(await shape('dZ2'), 'dZ2, 100×1');
      assert.equal(await line('dZ2 =').locator('.line-shapes').textContent(), '100×1');
      assert.equal(await line('dW1 =').locator('.line-shapes').textContent(), '3×5');
      const rows = await tutor.region('Equations').locator('math').first().textContent();
      await tutor.button('columns').click();
      await becomes(() => tutor.button('columns').getAttribute('aria-pressed'), 'true');
      const second = tutor.region('Equations').locator('math').nth(1);
      assert.notEqual(await second.textContent(), rows);
      // What ran before had its samples in rows.
      await becomes(() => shape('dZ2'), 'dZ2');
      await check(codeInColumns(solution), /^Pass/);
      await becomes(() => shape('dZ2'), 'dZ2, 1×100');
      assert.equal(await line('dW1 =').locator('.line-shapes').textContent(), '5×3');
      await tutor.button('rows').click();
      await becomes(() => tutor.button('rows').getAttribute('aria-pressed'), 'true');
      await check(solution, /^Pass/);
      await becomes(() => shape('dZ2'), 'dZ2, 100×1');
    });

    it('carry the state of every step after a check that fails', async () => {
      await check(faulty, /not yet.*dW1, db1/i);
      const states = () =>
        tutor
          .region('Equations')
          .locator('.equation')
          .evaluateAll((rows) =>
            rows.map((row) => [
              row.querySelector('.katex-html [data-term]')?.getAttribute('data-term'),
              row.querySelector('.equation-mark')?.textContent,
            ]),
          );
      await becomes(states, [
        ['dZ2', 'right'],
        ['dW2', 'right'],
        ['db2', 'right'],
        ['dA1', 'right'],
        ['dZ1', 'the mistake is here'],
        ['dW1', 'differs, follows from the mistake'],
        ['db1', 'differs, follows from the mistake'],
      ]);
    });
  });

  describe('playing the pass', () => {
    const step = (): Locator => tutor.region('Network').locator('.step');
    const caption = (): Locator => tutor.region('Network').locator('.caption');
    const track = (): Locator => tutor.region('Network').getByRole('slider', { name: 'Step' });
    const at = (): Promise<string | null> => track().getAttribute('aria-valuetext');
    /** What a screen reader says of a unit of a layer: its name and its numbers. */
    const unit = (name: string): Promise<string | null> =>
      picture()
        .getByRole('img', { name: new RegExp(`^${name}, `) })
        .getAttribute('aria-label');
    const moving = async (): Promise<number> =>
      (await workbench.panelPage()).evaluate(
        () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
      );

    before(async () => {
      await tutor.goTo(backward2Layer.title.en);
      await tutor.tab('Equations').click();
      await tutor.button('Back to the start').click();
    });

    it('goes forward and then backward, and says by its numbers what every step does', async () => {
      const sentences = {
        Z1: /adds up what comes in: .* = [−\d.]+\.$/,
        A1: /(is off: −[\d.]+ is below 0, so ReLU gives 0|is on: ReLU lets [\d.]+ through unchanged)\.$/,
        Z2: /^The output adds up what comes in: .* = [−\d.]+\.$/,
        A2: /The network answers [\d.]+; the target is [\d.]+\.$/,
        cost: /squared distance: .* = [\d.]+\./,
        dZ2: /^The error of the output: .* = [−\d.]+\. The answer is too (low|high)\.$/,
      };
      for (const [index, [name, sentence]] of Object.entries(sentences).entries()) {
        await tutor.button('Step forward').click();
        await becomes(at, `Step ${String(index + 1)} of 12: ${name}`);
        await comesToSay(() => step().textContent(), sentence);
      }
      await comesToSay(() => caption().textContent(), /^Backward dZ2$/);
      await becomes(async () => (await lit()).term, 'dZ2');
      // The number of the sentence stands at the unit, too.
      const error = / = ([−\d.]+)\./.exec((await step().textContent()) ?? '')?.[1] ?? 'no number';
      assert.match((await unit('the output')) ?? '', new RegExp(`dZ2 ${error}(\\D|$)`));
      await tutor.button('Step back').click();
      await becomes(at, 'Step 5 of 12: cost');
      await comesToSay(() => step().textContent(), sentences.cost);
    });

    it('plays by itself, faster when asked to, and pauses', async () => {
      await tutor.frame.getByLabel('Speed').selectOption('2');
      await tutor.button('Play').click();
      const start = Date.now();
      await becomes(at, 'Step 9 of 12: dA1');
      const took = Date.now() - start;
      await tutor.button('Pause').click();
      // The fourth step comes after three pauses of 1.5 s, at twice the speed.
      assert.ok(took > 1800 && took < 10_000, `${String(took)} ms`);
      const paused = await at();
      await workbench.page.waitForTimeout(1000);
      assert.equal(await at(), paused);
    });

    it('shows another sample, and the mean of the batch', async () => {
      const choice = tutor.frame.getByLabel('Sample', { exact: true });
      const seen = async () => ({ said: await step().textContent(), output: await unit('the output') });
      const changes = async (from: Awaited<ReturnType<typeof seen>>): Promise<void> => {
        const isOther = async (): Promise<boolean> => {
          const { said, output } = await seen();
          return said !== from.said && output !== from.output;
        };
        assert.ok(await eventually(isOther), JSON.stringify(from));
      };
      const first = await seen();
      await choice.selectOption('3');
      await changes(first);
      const third = await seen();
      await choice.selectOption('mean');
      await changes(third);
      await comesToSay(() => step().textContent(), /\bmean\b.* 100 samples/);
    });

    it('keeps still when the system asks for less motion', async () => {
      await tutor.button('Back to the start').click();
      await tutor.button('Step forward').click();
      assert.ok(await eventually(async () => (await moving()) > 0), 'the edges flow');
      await workbench.page.emulateMedia({ reducedMotion: 'reduce' });
      await tutor.frame.locator('body.vscode-reduce-motion').waitFor();
      await becomes(moving, 0);
      await workbench.page.emulateMedia({ reducedMotion: 'no-preference' });
      assert.ok(await eventually(async () => (await moving()) > 0), 'the edges flow again');
      await tutor.button('Back to the start').click();
    });
  });

  describe('the results', () => {
    const results = (): Locator => tutor.region('Results');

    before(async () => {
      await tutor.goTo(backward2Layer.title.en);
      await tutor.tab('Gradients').click();
      await check(faulty, /not yet/i);
    });

    it('name the line, mark it in the editor, and lead there', async () => {
      await tutor.editor.locator('.cm-lintRange-error').filter({ hasText: 'dZ1 = dA1' }).waitFor();
      await tutor.region('Snippet').locator('.cm-lint-marker-error').hover();
      await tutor.frame.locator('.cm-tooltip').getByText('without its derivative').waitFor();
      await results()
        .getByText(`line ${String(faultyLine)}`, { exact: true })
        .waitFor();
      await press('ControlOrMeta+Home');
      await tutor.button('Show me').first().click();
      await comesToSay(() => tutor.editor.locator('.cm-activeLine').textContent(), /dZ1 = dA1/);
      await comesToSay(focusedLabel, /^Snippet for/);
    });

    it('say per array how wrong it is, beside central differences', async () => {
      const rows = (name: string) =>
        results().locator(`.full tbody:has(th:text-is("${name}"))`).textContent();
      assert.match((await rows('dW1')) ?? '', /differs3×50\.\d+–.*\[\d, \d\]: .+, should be .+differ/);
      assert.match((await rows('dW2')) ?? '', /agrees5×1.*×1.*agree in 5 entries/);
    });

    it('warn of a cost that falls although the gradient is wrong', async () => {
      await tutor.button('Finding 2 of 2').click();
      await results().getByText('Your cost falls, yet the gradient is wrong.').waitFor();
      await results().getByRole('button', { name: 'Cost curve' }).click();
      await becomes(() => tutor.tab('Cost curve').getAttribute('aria-selected'), 'true');
      await comesToSay(() => results().textContent(), /The curves part at iteration \d+/);
      await tutor.tab('Gradients').click();
    });

    it('are read entry by entry with the arrow keys', async () => {
      await tutor.button('db1').click();
      const grid = tutor.frame.getByRole('grid', { name: 'Relative error of every entry of db1' });
      await grid.locator('[tabindex="0"]').focus();
      await press('Home');
      await comesToSay(focusedLabel, /^db1\[0, 0\], yours .+, reference .+, relative error 0\.\d+$/);
      await press('ArrowRight');
      const second = await comesToSay(focusedLabel, /^db1\[0, 1\], yours .+, reference .+, relative error/);
      assert.equal(await results().locator('.heat-value').textContent(), second);
      await press('End');
      await comesToSay(focusedLabel, /^db1\[0, 4\]/);
    });
  });

  describe('the cost curve', () => {
    let folder: string;
    const curve = (): Locator => tutor.frame.getByRole('slider', { name: 'Cost over the iterations' });
    const read = (): Promise<string | null> => curve().getAttribute('aria-valuetext');
    const picture = (): Promise<string> =>
      curve()
        .locator('canvas')
        .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'backprop-tutor-saved-'));
      await tutor.goTo(backward2Layer.title.en);
      await check(solution, /pass/i);
      await tutor.tab('Cost curve').click();
    });

    after(async () => {
      await rm(folder, { recursive: true, force: true });
    });

    it('is read by the arrow keys and by the mouse', async () => {
      await curve().focus();
      await press('Home');
      await comesToSay(read, /^Iteration 0, Yours 0\.296178, Reference 0\.296178$/);
      await press('ArrowRight');
      await comesToSay(read, /^Iteration [1-9]\d*,/);
      await press('End');
      await comesToSay(read, /^Iteration 9\d\d, Yours 0\.0999/);
      await curve().hover();
      await comesToSay(read, /^Iteration [45]\d\d,/);
      await tutor.frame.getByRole('heading', { level: 1 }).hover();
    });

    it('is drawn on a logarithmic scale when asked to', async () => {
      const linear = await picture();
      const box = tutor.frame.getByLabel('Logarithmic');
      await box.check();
      assert.ok(await eventually(async () => (await picture()) !== linear));
      await box.uncheck();
    });

    it('is a table, too, with the printed numbers of the notes', async () => {
      await tutor.frame.getByText('Values as a table').click();
      const rows = tutor.region('Results').getByRole('table').getByRole('row');
      assert.deepEqual(await rows.nth(1).getByRole('cell').allTextContents(), ['0.296178', '0.296178']);
      assert.ok((await rows.count()) > 10);
      await tutor.frame.getByText('Values as a table').click();
    });

    it('is copied as CSV', async () => {
      await workbench.page.evaluate(() => navigator.clipboard.writeText(''));
      await tutor.button('Copy as CSV').click();
      await comesToSay(() => tutor.said(), /Copied/);
      const text = await workbench.page.evaluate(() => navigator.clipboard.readText());
      const [head, ...rows] = text.trimEnd().split('\n');
      assert.equal(head, 'iteration,learner,reference');
      const first = (rows[0] ?? '').split(',').map(Number);
      assert.ok(first[0] === 0 && Math.abs((first[1] ?? 0) - 0.296178) < 1e-6, rows[0]);
      assert.ok(rows.length > 10 && rows.every((row) => /^\d+,[\d.e-]+,[\d.e-]+$/.test(row)), text);
    });

    it('is saved as a PNG where the person says', async () => {
      await tutor.button('Save as PNG').click();
      const box = workbench.page.locator('.quick-input-widget:visible input[type="text"]');
      await comesToSay(() => box.inputValue(), /\/cost-curve\.png$/);
      const path = join(folder, 'curve.png');
      await box.fill(path);
      const ok = workbench.page.locator('.quick-input-widget:visible').getByText('OK', { exact: true });
      const saved = async (): Promise<boolean> => (await readFile(path).catch(() => '')).length > 0;
      // VS Code's box takes no answer as long as it still reads the folder.
      const saves = async (): Promise<boolean> => {
        if (await ok.isVisible()) await ok.click({ timeout: 1000 }).catch(() => undefined);
        return eventually(saved, 1000);
      };
      assert.ok(await eventually(saves), 'the file is there');
      const file = await readFile(path);
      assert.equal(file.subarray(1, 4).toString(), 'PNG');
      const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
      // The whole chart in all the pixels that it has on the screen, and they are enough to read it.
      const shown = await curve()
        .locator('canvas')
        .evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.height]);
      assert.deepEqual([width, height], shown);
      assert.ok(width > 400 && height > 200, `${String(width)} × ${String(height)}`);
    });
  });

  describe('at the end', () => {
    it('has left nothing on the console that a developer would have to look into', () => {
      assert.deepEqual(workbench.complaints, []);
    });
  });
});
