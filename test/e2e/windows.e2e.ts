/** The tutor in windows that are not the usual one: not trusted, without a disk beneath, or one of two. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chainRule } from '../../src/course/exercises/chainRule';
import { relu } from '../../src/course/exercises/relu';
import { reluDerivative } from '../../src/course/exercises/reluDerivative';
import { LecturersCourse } from '../support/lecturersCourse';
import { wholeCourse } from '../support/wholeCourse';
import { faultyProgram } from './ownProgram';
import { Tutor, until } from './tutor';
import { Workbench } from './workbench';

/** Whether the panel's list of chapters has one of that title. */
async function chapterIn(workbench: Workbench, title: string): Promise<boolean> {
  const tutor = await Tutor.open(workbench);
  await tutor.button('Chapters').click();
  await tutor.frame.getByText('From the notes').first().waitFor();
  const found = await tutor.frame.getByText(title).count();
  await tutor.button('Exercise').click();
  return found > 0;
}

describe('a window whose folder is not trusted', () => {
  let folder: string;
  let workbench: Workbench | undefined;
  let tutor: Tutor;
  let proof: string;
  let course: LecturersCourse;

  before(async () => {
    course = new LecturersCourse();
    folder = await mkdtemp(join(tmpdir(), 'bpt-untrusted-'));
    proof = join(folder, 'has-run');
    const program = join(folder, 'python');
    await writeFile(program, `#!/bin/sh\necho "$@" > '${proof}'\n`, { mode: 0o755 });
    await writeFile(join(folder, 'net.py'), faultyProgram);
    await mkdir(join(folder, '.vscode'));
    const settings = JSON.stringify({
      'backpropTutor.python': program,
      'backpropTutor.courses': [course.path],
    });
    await writeFile(join(folder, '.vscode/settings.json'), settings);
    workbench = await Workbench.open({
      folder,
      workspaceTrust: true,
      settings: { 'security.workspace.trust.startupPrompt': 'never', 'backpropTutor.checkOnType': false },
    });
    await workbench.page.getByText('Restricted Mode').first().waitFor();
  });

  after(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
    course.remove();
  });

  afterEach(async function () {
    await workbench?.pictureOf(this.currentTest);
  });

  it('checks with the built-in Python, not with the one that the folder names, and says so', async () => {
    assert.ok(workbench);
    tutor = await Tutor.open(workbench);
    await tutor.goTo(relu.title.en);
    await tutor.pasteSnippet(relu.solution);
    await tutor.check(/pass/i);
    await tutor.tab('Output').click();
    await tutor.frame.getByText('(built in)').waitFor();
    const told = workbench.notifications.filter({ hasText: 'This workspace is not trusted' });
    await told.first().waitFor();
    assert.equal(await told.count(), 1);
    await told.getByRole('button', { name: 'Manage Trust' }).waitFor();
    await assert.rejects(readFile(proof), 'the program that the folder names has run');
  });

  it('checks a file of one’s own there with the built-in Python, too', async () => {
    assert.ok(workbench);
    const { page } = workbench;
    await page.getByRole('treeitem', { name: 'net.py' }).dblclick();
    await page.locator('.view-line').filter({ hasText: 'def backward' }).first().waitFor();
    await workbench.runCommand('Backprop Tutor: Check Gradients of This File');
    const said = page
      .locator('iframe.webview.ready[src*="extensionId=backprop-tutor"]:visible')
      .last()
      .contentFrame()
      .frameLocator('iframe#active-frame');
    await said.getByText('not the slope').first().waitFor({ timeout: 60_000 });
    await assert.rejects(readFile(proof), 'the program that the folder names has run');
    await workbench.runCommand('View: Close All Editors');
  });

  it('has no course that the folder names', async () => {
    assert.ok(workbench);
    assert.equal(await chapterIn(workbench, 'Losses that forgive'), false);
  });

  it('says why no other Python can be selected, and leads to where that can be changed', async () => {
    assert.ok(workbench);
    await workbench.runCommand('Backprop Tutor: Select Python');
    const said = workbench.notifications.filter({ hasText: 'Trust it to use your own' });
    await said.waitFor();
    await said.getByRole('button', { name: 'Manage Trust' }).click();
    await workbench.page.getByText('You are in Restricted Mode').first().waitFor();
  });

  it('uses the Python that the folder names once it is trusted', async () => {
    assert.ok(workbench);
    await workbench.page.getByRole('button', { name: 'Trust', exact: true }).first().click();
    tutor = await Tutor.open(workbench);
    // It is no Python at all, so the check ends with what to do about that.
    await tutor.check(/Python could not be started as .*Select Python/);
    assert.match(await readFile(proof, 'utf8'), /-c/);
  });

  it('has the course that the folder names once it is trusted', async () => {
    assert.ok(workbench);
    assert.equal(await chapterIn(workbench, 'Losses that forgive'), true);
  });
});

describe('a window whose folder lies on no disk', () => {
  let workbench: Workbench | undefined;
  let tutor: Tutor;

  before(async () => {
    workbench = await Workbench.open({
      folder: 'memfs:/course',
      others: [join(__dirname, 'windows/memfs')],
      settings: { 'backpropTutor.checkOnType': false },
    });
  });

  after(async () => {
    await workbench?.close();
  });

  afterEach(async function () {
    await workbench?.pictureOf(this.currentTest);
  });

  it('opens the tutor and checks', async () => {
    assert.ok(workbench);
    await workbench.page.getByRole('treeitem', { name: 'readme.txt' }).waitFor();
    tutor = await Tutor.open(workbench);
    await tutor.check(/not yet/i);
    await tutor.pasteSnippet(chainRule.solution);
    await tutor.check(/pass/i);
  });

  it('exports the course there, and goes on with those files', async () => {
    assert.ok(workbench);
    const { page } = workbench;
    await workbench.runCommand('Backprop Tutor: Export Course');
    await workbench.notifications.filter({ hasText: 'The course is in "backprop-tutor" now' }).waitFor();
    await page.getByRole('treeitem', { name: 'backprop-tutor' }).waitFor();
    tutor = await Tutor.open(workbench);
    assert.equal(await tutor.copyAll(), chainRule.solution);
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('# on no disk');
    // The editor's document is read from that file system, so it shows what the tutor has written there.
    await workbench.runCommand('Backprop Tutor: Open Snippet in Editor');
    const lines = page.locator('.editor-instance .view-line');
    await until('the file has what was typed', async () =>
      (await lines.allTextContents()).some((line) => line.includes('on\u00a0no\u00a0disk')),
    );
    await tutor.check(/pass/i);
  });

  it('says why the course cannot be exported to where nothing can be written', async () => {
    assert.ok(workbench);
    const other = await workbench.openAnother('memfs-readonly:/course');
    const there = await Tutor.open(other);
    await other.runCommand('Backprop Tutor: Export Course');
    await other.page.getByText('The course could not be copied into "backprop-tutor"').first().waitFor();
    await other.page.keyboard.press('Escape');
    await there.check(/pass/i);
    assert.equal(await there.copyAll(), chainRule.solution);
  });
});

describe('two windows at once', () => {
  let folder: string;
  let one: Workbench | undefined;
  let other: Workbench | undefined;
  let here: Tutor;
  let there: Tutor;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bpt-other-'));
    one = await Workbench.open({ settings: { 'backpropTutor.checkOnType': false } });
    other = await one.openAnother(folder);
    here = await Tutor.open(one);
    there = await Tutor.open(other);
  });

  after(async () => {
    await one?.close();
    await rm(folder, { recursive: true, force: true });
  });

  afterEach(async function () {
    await other?.pictureOf(this.currentTest);
  });

  const passed = (tutor: Tutor, title: string) =>
    tutor.frame.getByRole('button', { name: new RegExp(`${title}, passed$`) }).first();
  const append = async (tutor: Tutor, text: string): Promise<void> => {
    await tutor.editor.click();
    await tutor.workbench.page.keyboard.press('ControlOrMeta+End');
    await tutor.workbench.page.keyboard.type(text);
  };

  it('shows in one what is typed in the other, both ways', async () => {
    await here.pasteSnippet(chainRule.solution);
    await until('the other has it', async () => (await there.text()) === chainRule.solution);
    await append(there, '# there');
    await until('the first has it', async () => (await here.text()).endsWith('# there'));
    await append(here, ' and here');
    await until('both agree', async () => {
      const text = await here.text();
      return text === `${chainRule.solution}# there and here` && (await there.text()) === text;
    });
  });

  it('shows in one what is passed in the other', async () => {
    await here.check(/pass/i);
    await passed(there, chainRule.title.en).waitFor();
  });

  it('loses nothing that is passed in both at the same time', async () => {
    await here.goTo(relu.title.en);
    await here.pasteSnippet(relu.solution);
    await there.goTo(reluDerivative.title.en);
    await there.pasteSnippet(reluDerivative.solution);
    await Promise.all([here.check(/pass/i), there.check(/pass/i)]);
    for (const { workbench } of [here, there]) {
      await workbench.page
        .locator('.statusbar')
        .getByText(`3/${String(wholeCourse.length)}`)
        .waitFor();
    }
  });

  it('finds everything again in both after both have been reloaded', async () => {
    assert.ok(one && other);
    await one.reload();
    await other.reload();
    here = await Tutor.open(one);
    there = await Tutor.open(other);
    for (const tutor of [here, there]) {
      await tutor.button('Chapters').click();
      for (const { title } of [chainRule, relu, reluDerivative]) await passed(tutor, title.en).waitFor();
      await tutor.button('Exercise').click();
      await tutor.editor.waitFor();
    }
    assert.equal(await here.copyAll(), relu.solution);
    assert.equal(await there.copyAll(), reluDerivative.solution);
  });
});
