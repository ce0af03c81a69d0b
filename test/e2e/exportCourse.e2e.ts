/** Exporting the course to where there are snippets already. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { relu } from '../../src/course/exercises/relu';
import { wholeCourse } from '../support/wholeCourse';
import { Tutor, until } from './tutor';
import { Workbench } from './workbench';

const theirs = '# from another machine\ndef relu(x):\n    return x\n';
const mine = relu.solution;

describe('exporting the course to where there is one already', () => {
  let folders: readonly [string, string];
  let workbench: Workbench | undefined;
  let other: Workbench | undefined;
  let tutor: Tutor;

  before(async () => {
    folders = [await withSnippet(), await withSnippet()];
    workbench = await Workbench.open({
      folder: folders[0],
      settings: { 'backpropTutor.checkOnType': false, 'files.autoSave': 'off' },
    });
    tutor = await Tutor.open(workbench);
    await tutor.goTo(relu.title.en);
    await tutor.pasteSnippet(mine);
  });

  after(async () => {
    await workbench?.close();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  afterEach(async function () {
    await (other ?? workbench)?.pictureOf(this.currentTest);
  });

  /** A workspace folder in which one snippet lies. */
  async function withSnippet(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'bpt-export-'));
    await mkdir(join(folder, 'backprop-tutor'));
    await writeFile(join(folder, 'backprop-tutor/relu.py'), theirs);
    return folder;
  }

  const files = async (folder: string): Promise<string[]> =>
    (await readdir(join(folder, 'backprop-tutor'))).sort();
  const reluIn = (folder: string): Promise<string> =>
    readFile(join(folder, 'backprop-tutor/relu.py'), 'utf8');
  const all = wholeCourse.map(({ id }) => `${id}.py`).sort();
  const dialogOf = async (window: Workbench): Promise<Locator> => {
    await window.runCommand('Backprop Tutor: Export Course');
    await window.dialog.getByText('has another version of one snippet').waitFor();
    return window.dialog;
  };
  const answer = async (window: Workbench, choice: string): Promise<void> => {
    await (await dialogOf(window)).getByRole('button', { name: choice, exact: true }).click();
    await window.notifications.filter({ hasText: 'The course is in "backprop-tutor" now' }).waitFor();
  };

  it('asks, and does nothing when the question is cancelled', async () => {
    assert.ok(workbench);
    const dialog = await dialogOf(workbench);
    await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    assert.deepEqual(await files(folders[0]), ['relu.py']);
    assert.equal(await reluIn(folders[0]), theirs);
    assert.equal(await tutor.copyAll(), mine);
  });

  it('keeps what is there, adds the rest, and goes on with both', async () => {
    assert.ok(workbench);
    await answer(workbench, 'Keep Existing');
    assert.deepEqual(await files(folders[0]), all);
    assert.equal(await reluIn(folders[0]), theirs);
    await until('the panel shows it', async () => (await tutor.copyAll()) === theirs);
    await workbench.page.keyboard.press('ControlOrMeta+End');
    await workbench.page.keyboard.type('# and on');
    await until('the file follows', async () => (await reluIn(folders[0])) === `${theirs}# and on`);
  });

  it('asks nothing when the course is exported to where it is', async () => {
    assert.ok(workbench);
    const { notifications } = workbench;
    await workbench.runCommand('Notifications: Clear All Notifications');
    await until('they are gone', async () => (await notifications.count()) === 0);
    await workbench.runCommand('Backprop Tutor: Export Course');
    await notifications.filter({ hasText: 'The course is in "backprop-tutor" now' }).waitFor();
    assert.equal(await reluIn(folders[0]), `${theirs}# and on`);
  });

  it('overwrites, even what an editor has not saved, which an undo brings back', async () => {
    assert.ok(workbench);
    // What was typed before the first export still lies where it lay: another workspace begins with it.
    other = await workbench.openAnother(folders[1]);
    const { page } = other;
    const there = await Tutor.open(other);
    await there.goTo(relu.title.en);
    assert.equal(await there.copyAll(), mine);

    await page.getByRole('treeitem', { name: 'backprop-tutor' }).click();
    await page.getByRole('treeitem', { name: 'relu.py' }).dblclick();
    const lines = page.locator('.editor-instance .view-lines');
    await lines.getByText('from another machine').click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('# unsaved');
    await lines.getByText('unsaved').waitFor();

    await answer(other, 'Overwrite');
    assert.deepEqual(await files(folders[1]), all);
    assert.equal(await reluIn(folders[1]), mine);
    await lines.getByText('maximum').waitFor();
    await lines.getByText('maximum').click();
    await page.keyboard.press('ControlOrMeta+z');
    await lines.getByText('unsaved').waitFor();
  });
});
