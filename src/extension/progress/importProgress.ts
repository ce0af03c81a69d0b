/** Adds progress that was exported, here or on another machine, to what is here. */
import * as vscode from 'vscode';
import { readText } from '../files/anyFile';
import { faultOf, FileFault } from '../files/fileFault';
import { faultSentence } from '../files/faultSentence';
import type { ProgressStore } from './progress';
import { countPassed, mergeProgress, progressSchema, readProgress } from './progressModel';
import type { ReadProgress } from './progressModel';
import { proposedFile } from '../files/proposedFile';

/** Progress is a few kilobytes. */
const largestFile = 1024 * 1024;

/** Asks which file, or takes the one named, and merges it: nothing that is here is lost. Rejects with words for people. */
export async function importProgress(progress: ProgressStore, from?: vscode.Uri): Promise<void> {
  const file = from ?? (await chooseFile());
  if (!file) return;
  const { progress: imported, whole } = read(await contentOf(file));
  const before = countPassed(progress.all);
  const merged = mergeProgress(progress.all, imported);
  if (JSON.stringify(merged) === JSON.stringify(progress.all)) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is nothing in this file that is not here already.'),
    );
    return;
  }
  progress.merge(imported);
  const after = countPassed(progress.all);
  const said = vscode.l10n.t(
    'Progress imported: {0} passed now, {1} of them from the file.',
    after,
    after - before,
  );
  if (whole) void vscode.window.showInformationMessage(said);
  else {
    const rest = vscode.l10n.t('Some of the file could not be read and was left out.');
    void vscode.window.showWarningMessage(`${said} ${rest}`);
  }
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import Progress'),
      openLabel: vscode.l10n.t('Import'),
      filters: { JSON: ['json'] },
      defaultUri: proposedFile(''),
    })) ?? [];
  return chosen;
}

async function contentOf(file: vscode.Uri): Promise<unknown> {
  let text: string | undefined;
  try {
    text = await readText(file, largestFile);
  } catch (error) {
    const fault = faultOf(error, '');
    if (fault instanceof FileFault && fault.kind === 'too-large') throw notProgress(error);
    throw new Error(faultSentence(fault), { cause: error });
  }
  if (text === undefined)
    throw new Error(vscode.l10n.t('The file is not there any more. Choose one that is.'));
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw notProgress(error);
  }
}

function read(content: unknown): ReadProgress {
  const { progress, whole } = readProgress(content ?? null);
  const found = Object.keys(progress.exercises).length + Object.keys(progress.others ?? {}).length;
  if (whole || found > 0) return { progress, whole };
  if (isLater(content))
    throw new Error(
      vscode.l10n.t(
        'This progress is from a later version of Backprop Tutor. Update the extension, then import it.',
      ),
    );
  throw notProgress();
}

function isLater(content: unknown): boolean {
  if (typeof content !== 'object' || content === null || !('schema' in content)) return false;
  return typeof content.schema === 'number' && content.schema > progressSchema;
}

function notProgress(cause?: unknown): Error {
  const said = vscode.l10n.t(
    'This file is no progress that was exported from Backprop Tutor. Choose one that "Export Progress" has written.',
  );
  return new Error(said, { cause });
}
