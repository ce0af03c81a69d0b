/** What the learner is told of files that cannot be read or written, and what the offered actions do. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chainRule } from '../../src/course/exercises/chainRule';
import { becomes, Tutor, until } from './tutor';
import { Workbench } from './workbench';

/** "# 역전파\nx = 1\n" in CP949. */
const cp949 = Buffer.from('2320bfaac0fcc6c40a78203d20310a', 'hex');

/** The sentences and buttons as they are on screen. */
const said = {
  exportCourse: 'Backprop Tutor: Export Course',
  keep: 'Keep Existing',
  undecodable: '"chain-rule.py" cannot be read as UTF-8, so it is not written over.',
  reopen: 'Reopen with Encoding',
  folder: 'A folder has the name "chain-rule.py", where a file belongs.',
  stays: 'What you type stays in the tutor',
};

describe('a snippet that cannot be decoded, and then not be written', () => {
  let folder: string;
  let file: string;
  let workbench: Workbench | undefined;
  let tutor: Tutor;
  /** All that has been typed. */
  let typed = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bpt-broken-'));
    file = join(folder, 'backprop-tutor', 'chain-rule.py');
    await mkdir(join(folder, 'backprop-tutor'));
    await writeFile(file, cp949);
    workbench = await Workbench.open({ folder, settings: { 'backpropTutor.checkOnType': false } });
    tutor = await Tutor.open(workbench);
    await workbench.runCommand(said.exportCourse);
    await workbench.dialog.getByRole('button', { name: said.keep, exact: true }).click();
  });

  after(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  afterEach(async function () {
    await workbench?.pictureOf(this.currentTest);
  });

  it('says so once, and reads it in the encoding that the learner names', async () => {
    assert.ok(workbench);
    const told = workbench.notifications.filter({ hasText: said.undecodable });
    await told.first().waitFor();
    assert.equal(await told.count(), 1);
    await workbench.screenshot('test-results/undecodable.png');
    await told.getByRole('button', { name: said.reopen }).click();
    const picker = workbench.page.locator('.quick-input-widget:visible');
    await picker.locator('input').fill('EUC-KR');
    await picker.getByText('EUC-KR (CP949)').waitFor();
    await workbench.screenshot('test-results/encodings.png');
    await workbench.page.keyboard.press('Enter');
    await until('the panel has it', async () => (await tutor.text()).includes('역전파'));
    assert.deepEqual(await readFile(file), cp949);
  });

  it('writes it in that encoding', async () => {
    assert.ok(workbench);
    await tutor.editor.click();
    await workbench.page.keyboard.press('ControlOrMeta+End');
    await workbench.page.keyboard.type('y = 2');
    const wanted = Buffer.concat([cp949, Buffer.from('y = 2')]);
    await until('the file has it', async () => (await readFile(file)).equals(wanted));
  });

  it('says once what stands in the way of saving, keeps what is typed, and saves it when that has gone', async () => {
    assert.ok(workbench);
    // Tried again, it finds the folder of the first try in the file's place.
    if ((await stat(file)).isFile()) {
      await rename(file, join(folder, 'elsewhere.py'));
      await mkdir(file);
    }
    await tutor.pasteSnippet(chainRule.solution);
    const told = workbench.notifications.filter({ hasText: said.folder });
    await told.first().waitFor();
    await told.getByText(said.stays).waitFor();
    await workbench.page.keyboard.type('# and more');
    assert.equal(await told.count(), 1);
    await workbench.screenshot('test-results/folder.png');
    typed = `${chainRule.solution}# and more`;
  });

  /** Types more, and does something before anything of it can have come far. */
  const typeAndThen = async (text: string, what: () => Promise<unknown>): Promise<void> => {
    assert.ok(workbench);
    await tutor.editor.click();
    await workbench.page.keyboard.press('ControlOrMeta+End');
    await workbench.page.keyboard.type(text);
    typed += text;
    await what();
  };
  const finds = async (): Promise<void> => {
    assert.ok(workbench);
    tutor = await Tutor.open(workbench);
    await becomes(() => tutor.copyAll(), typed, 30_000);
  };

  it('has what was typed right before the window was reloaded', async () => {
    await typeAndThen(', reloaded', async () => workbench?.reloadInOrder());
    await finds();
  });

  it('has what was typed right before the panel was closed', async () => {
    await typeAndThen(', closed', async () => workbench?.closeEditor());
    assert.ok(workbench);
    await tutor.editor.waitFor({ state: 'hidden' });
    await finds();
  });

  it('has what was typed right before the extension’s process was killed', async () => {
    assert.ok(workbench);
    const { page } = workbench;
    await typeAndThen(', killed', () => Promise.resolve(workbench?.killExtensions()));
    // What is typed meanwhile waits in the page.
    await page.keyboard.type(', and after');
    typed += ', and after';
    await finds();
  });

  it('is written, all of it, once nothing is in the way any more', async () => {
    await rm(file, { recursive: true });
    await becomes(() => readFile(file, 'utf8').catch(() => ''), typed, 20_000);
  });
});
