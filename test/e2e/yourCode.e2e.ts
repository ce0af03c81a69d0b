/** A learner's own file and notebook, checked where they stand. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { FrameLocator, Locator } from 'playwright-core';
import { faultyProgram as faulty, ownProgram as program } from './ownProgram';
import { until } from './tutor';
import { Workbench } from './workbench';

const notebook = {
  cells: [
    { cell_type: 'markdown', metadata: {}, source: ['# My network'] },
    {
      cell_type: 'code',
      execution_count: null,
      metadata: {},
      outputs: [],
      source: faulty.slice(0, faulty.indexOf('def backward')).split(/(?<=\n)/u),
    },
    {
      cell_type: 'code',
      execution_count: null,
      metadata: {},
      outputs: [],
      source: faulty.slice(faulty.indexOf('def backward')).split(/(?<=\n)/u),
    },
  ],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
};

const codeCell = (source: string): object => ({
  cell_type: 'code',
  execution_count: null,
  metadata: {},
  outputs: [],
  source: source.split(/(?<=\n)/u),
});

/** What stands in notebooks beside code that runs: magics, a cell that is empty, one that raises, another language. */
const odd = {
  ...notebook,
  cells: [
    { cell_type: 'markdown', metadata: {}, source: ['# My network'] },
    codeCell(''),
    codeCell('%matplotlib inline\n!pip list\nimport numpy as np\n'),
    codeCell('print(1 / 0)\n'),
    codeCell('%%bash\nls\n'),
    codeCell(faulty.slice(0, faulty.indexOf('def backward'))),
    codeCell(faulty.slice(faulty.indexOf('def backward'))),
  ],
};

const endless = `import numpy as np

w = np.ones(3)


def gradcheck():
    while True:
        w[0] = w[0]
    return 0.5 * np.sum(w ** 2), w.copy(), w
`;

describe("a learner's own code", function () {
  this.bail(true);
  let folder = '';
  let workbench: Workbench;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bpt-own-'));
    await writeFile(join(folder, 'net.py'), faulty);
    await writeFile(join(folder, 'net.ipynb'), JSON.stringify(notebook));
    await writeFile(join(folder, 'odd.ipynb'), JSON.stringify(odd));
    await writeFile(
      join(folder, 'words.ipynb'),
      JSON.stringify({ ...notebook, cells: notebook.cells.slice(0, 1) }),
    );
    await writeFile(join(folder, 'endless.py'), endless);
    workbench = await Workbench.open({ folder, viewport: { width: 1600, height: 900 } });
  });

  after(async () => {
    await workbench.close();
    await rm(folder, { recursive: true, force: true });
  });

  afterEach(async function () {
    await workbench.pictureOf(this.currentTest);
  });

  const openFile = (name: string): Promise<void> => workbench.page.getByRole('treeitem', { name }).dblclick();
  const lens = (text: string | RegExp): Locator =>
    workbench.page.locator('.codelens-decoration a').filter({ hasText: text });
  /** A notebook's outputs are drawn in a webview of their own. */
  const page = (): FrameLocator =>
    workbench.page
      .frameLocator('iframe.webview.ready[src*="extensionId=backprop-tutor"]:visible')
      .frameLocator('iframe#active-frame');
  const said = async (): Promise<string> => page().getByRole('status').first().innerText();
  const position = (): Promise<string> => workbench.page.locator('#status\\.editor\\.selection').innerText();
  const row = (name: string): Locator => page().getByRole('row').filter({ hasText: name }).first();

  const checkTheFile = async (): Promise<void> => {
    await workbench.runCommand('Backprop Tutor: Check Gradients of This File');
    await until('the verdict is there', async () => (await said()).includes('not the slope'));
  };
  const followALineToItsCell = async (): Promise<void> => {
    await page()
      .getByRole('button', { name: /^line \d+/u })
      .first()
      .click();
    await workbench.page
      .locator('.notebookOverlay .cell-focus-indicator, .notebookOverlay .focused')
      .first()
      .waitFor();
  };

  it('shows a line above backward passes, and runs nothing before it is chosen', async () => {
    await openFile('net.py');
    await until('there are two', async () => (await lens('Check gradients').count()) === 2);
  });

  it('says which gradients differ, and puts the problem into the file', async () => {
    await lens('Check gradients').last().click();
    await page().getByRole('region', { name: 'Your code', exact: true }).waitFor({ timeout: 60_000 });
    await until('the verdict is there', async () => (await said()).includes('not the slope'));
    assert.match(await row('W1').innerText(), /differs/u);
    assert.match(await row('W2').innerText(), /agrees/u);
    await page().getByRole('region', { name: 'Gradients', exact: true }).waitFor();
    const entries = page().getByRole('region', { name: 'Entry by entry', exact: true });
    assert.equal(await entries.locator('td').count(), 12 + 4, 'the entries of W1 and of b1');
    await until('a line above says it', async () => (await lens('Differs').count()) > 0);
    await until(
      'the file has a problem',
      async () => (await workbench.page.locator('.squiggly-error, .squiggly-warning').count()) > 0,
    );
  });

  it('has nothing that axe complains about', async () => {
    const frame = await workbench.panelPage();
    await frame.evaluate(axe.source);
    const { violations } = await frame.evaluate(() => window.axe.run(document, {}));
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      [],
    );
  });

  it('links the steps of the recovered network and its picture to the lines that make them', async () => {
    const network = page().getByRole('region', { name: 'Recovered network', exact: true });
    const step = network.getByRole('listitem').filter({ hasText: 'dA1 =' });
    await step.getByRole('button', { name: 'line 21' }).click();
    await until('the cursor is there', async () => (await position()).includes('Ln 21,'));
    await network.getByRole('button', { name: '4 tanh, line 12' }).press('Enter');
    await until('the cursor is there', async () => (await position()).includes('Ln 12,'));
  });

  it('leads to a line of the file', async () => {
    await page()
      .getByRole('button', { name: /^line \d+/u })
      .first()
      .click();
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  });

  it('says that what it said is old once the file is changed, and agrees once it is mended', async () => {
    await workbench.page.keyboard.press('ControlOrMeta+a');
    await workbench.page.evaluate((text) => navigator.clipboard.writeText(text), program);
    await workbench.page.keyboard.press('ControlOrMeta+v');
    await until('the page says so', async () =>
      (await page().locator('.stale').innerText()).includes('changed since'),
    );
    await page().getByRole('button', { name: 'Check', exact: true }).click();
    await until('all agree', async () => (await said()).includes('agree with the slope'));
    await until(
      'no problem is left',
      async () => (await workbench.page.locator('.squiggly-error, .squiggly-warning').count()) === 0,
    );
  });

  it('checks the cells of a notebook without a kernel, and finds the cell of a line', async () => {
    await workbench.runCommand('View: Close All Editors');
    await openFile('net.ipynb');
    await workbench.page.locator('.notebookOverlay').getByText('def forward').waitFor();
    await checkTheFile();
    assert.match(await row('W1').innerText(), /differs/u);
    await followALineToItsCell();
  });

  it('finds the cell in a notebook that two editors show, and only once', async () => {
    await workbench.runCommand('View: Close All Editors');
    await openFile('net.ipynb');
    await workbench.page.locator('.notebookOverlay').getByText('def forward').first().waitFor();
    await workbench.runCommand('View: Split Editor');
    const tabs = workbench.page.locator('.tab').filter({ hasText: 'net.ipynb' });
    await until('both are open', async () => (await tabs.count()) === 2);
    await checkTheFile();
    await followALineToItsCell();
    assert.equal(await page().getByRole('heading', { level: 1 }).count(), 1);
  });

  it('passes over what is no Python in a notebook, and a cell that raises, beside another notebook', async () => {
    await openFile('odd.ipynb');
    await workbench.page.locator('.notebookOverlay').getByText('print').first().waitFor();
    await workbench.runCommand('Backprop Tutor: Check Gradients of This File');
    await until('it is the file that is open', async () =>
      (await page().getByRole('heading', { level: 1 }).innerText()).includes('odd.ipynb'),
    );
    await until('the verdict is there', async () => (await said()).includes('not the slope'));
    assert.match(await row('W1').innerText(), /differs/u);
    assert.match(await row('W2').innerText(), /agrees/u);
  });

  it('has nothing to check in a notebook of words alone', async () => {
    await workbench.runCommand('View: Close All Editors');
    await openFile('words.ipynb');
    // Rendered words stand in a frame of their own.
    await workbench.page
      .locator('.notebookOverlay .markdown-cell-row')
      .first()
      .waitFor({ state: 'attached' });
    await workbench.runCommand('Backprop Tutor: Check Gradients of This File');
    await workbench.page
      .getByText(/Python file or a notebook/u)
      .first()
      .waitFor();
  });

  it('stops where it is asked to, in one of two editors of a file', async () => {
    await workbench.runCommand('View: Close All Editors');
    await openFile('endless.py');
    // Split while the file still opens, the empty group is what is split, and the file opens in one of the two.
    await until('it has the line above', async () => (await lens('Check gradients').count()) === 1);
    await workbench.runCommand('View: Split Editor');
    await until('both have the line above', async () => (await lens('Check gradients').count()) === 2);
    await lens('Check gradients').first().click();
    await page().getByRole('button', { name: 'Stop', exact: true }).click();
    await page().getByText('The check was stopped.').waitFor();
    await page().getByRole('button', { name: 'Check', exact: true }).waitFor();
  });

  it('says what to do where there is nothing to check', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Backprop Tutor: Open Your Code');
    assert.deepEqual(workbench.complaints, []);
  });
});

declare global {
  interface Window {
    axe: typeof axe;
  }
}
