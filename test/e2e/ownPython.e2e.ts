/** The learner's own Python, as chosen in the Python extension. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { relu } from '../../src/course/exercises/relu';
import { pythonFor } from '../support/pythons';
import { eventually, Tutor } from './tutor';
import { Workbench } from './workbench';

describe('the interpreter chosen in the Python extension', () => {
  let folder = '';
  let workbench: Workbench | undefined;
  let tutor: Tutor;

  before(async function () {
    const withNumpy = pythonFor(this);
    folder = await mkdtemp(join(tmpdir(), 'bpt-python-'));
    await mkdir(join(folder, '.vscode'));
    // Under names of their own, so that nothing passes because the first Python on the PATH has run.
    await interpreter('mine', `exec '${withNumpy}' "$@"`);
    await interpreter('bare', `exec '${withNumpy}' -S "$@"`);
    await choose('mine');
    workbench = await Workbench.open({
      folder,
      others: [join(__dirname, 'windows/pythonExtension')],
      settings: { 'backpropTutor.python': 'system', 'backpropTutor.checkOnType': false },
    });
    tutor = await Tutor.open(workbench);
    await tutor.goTo(relu.title.en);
    await tutor.pasteSnippet(relu.solution);
  });

  after(async () => {
    await workbench?.close();
    if (folder !== '') await rm(folder, { recursive: true, force: true });
  });

  afterEach(async function () {
    await workbench?.pictureOf(this.currentTest);
  });

  const interpreter = (name: string, command: string): Promise<void> =>
    writeFile(join(folder, name), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  const choose = (name: string): Promise<void> => {
    const settings = { 'standIn.interpreter': name === '' ? '' : join(folder, name) };
    return writeFile(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  };
  /** Checks until the status says this: that another interpreter was chosen takes a moment to get about. */
  const checksUntil = async (expected: RegExp): Promise<void> => {
    let said = '';
    const says = async (): Promise<boolean> => {
      await tutor.startCheck();
      await tutor.finished();
      said = await tutor.said();
      return expected.test(said);
    };
    assert.ok(await eventually(says, 20_000), said);
  };

  it('runs the snippet, and is named', async () => {
    await tutor.check(/pass/i);
    await tutor.tab('Output').click();
    await tutor.frame.getByText(`${join(folder, 'mine')} (Python 3.`).waitFor();
  });

  it('is offered by "Select Python" as the one in use', async () => {
    assert.ok(workbench);
    await workbench.runCommand('Backprop Tutor: Select Python');
    const offered = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'My Python' });
    await offered
      .filter({ hasText: join(folder, 'mine') })
      .filter({ hasText: '(in use)' })
      .waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('is taken over when another one is chosen there, and what it lacks is said with what to do', async () => {
    await choose('bare');
    await checksUntil(/bare has no NumPy\. Run: .*bare -m pip install --upgrade numpy/);
  });

  it('is not replaced by another one when it is not there', async () => {
    await choose('gone');
    await checksUntil(/There is no Python at .*gone\..*Select Python/);
  });

  it('runs again as soon as a good one is chosen', async () => {
    await choose('mine');
    await checksUntil(/pass/i);
    await tutor.frame.getByText(`${join(folder, 'mine')} (Python 3.`).waitFor();
  });
});
