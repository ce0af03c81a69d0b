/** What several suites of the integration tests need. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { TutorApi } from '../../src/extension/extension';

/** The tutor's programming interface, activated. */
export async function tutorApi(): Promise<TutorApi> {
  const extension = vscode.extensions.getExtension<TutorApi>('backprop-tutor.backprop-tutor');
  assert.ok(extension, 'the extension is installed');
  return extension.activate();
}

/** Waits until something holds; says what did not. */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
  ms = 5000,
): Promise<void> {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(`Not within ${String(ms)} ms: ${what}.`);
    await sleep(20);
  }
}

/** The text of a file. */
export async function fileText(uri: vscode.Uri): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf8');
}

/** Writes a file. */
export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text, 'utf8'));
}

/** Saves and closes all editors. */
export async function closeAll(): Promise<void> {
  await vscode.workspace.saveAll(true);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await eventually('all tabs are closed', () =>
    vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0),
  );
}

/** Replaces the whole text of an editor, as typing would. */
export async function type(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  assert.ok(
    await editor.edit((edit) => {
      edit.replace(all, text);
    }),
  );
}
