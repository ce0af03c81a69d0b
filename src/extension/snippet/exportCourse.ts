/** Copies the course into the workspace, where its snippets are files like any other, and uses those from then on. */
import * as vscode from 'vscode';
import type { ExerciseId } from '../../course/exercise';
import type { Session } from '../session';
import { openDocument } from '../files/documents';
import { faultOf } from '../files/fileFault';
import { faultSentence } from '../files/faultSentence';
import { readTextFile } from '../files/textFile';
import { tutor } from '../lazyTutor';
import type { Snippets } from './snippets';
import { toLf } from '../files/textSync';

const folderName = 'backprop-tutor';
const folderKey = 'snippetsFolder';

interface Copy {
  readonly id: ExerciseId;
  readonly uri: vscode.Uri;
  /** What the tutor holds. */
  readonly text: string;
  /** What the folder holds already, if anything. */
  readonly there: string | undefined;
}

/** The folder that the course was exported to from this workspace, if that is still part of it. */
export function exportedFolder(memento: vscode.Memento): vscode.Uri | undefined {
  const kept = memento.get<unknown>(folderKey);
  if (typeof kept !== 'string') return undefined;
  const folder = vscode.Uri.parse(kept, true);
  return vscode.workspace.getWorkspaceFolder(folder) ? folder : undefined;
}

/** Asks where to, asks before anything is overwritten, copies, and moves the course there. */
export async function exportCourse(
  session: Pick<Session, 'snippets'>,
  memento: vscode.Memento,
): Promise<void> {
  const workspaceFolder = await chooseFolder();
  if (!workspaceFolder) return;
  const target = vscode.Uri.joinPath(workspaceFolder.uri, folderName);
  const { snippets } = session;
  const copies = await copying(() => compare(snippets, target));
  const isThere = snippets.folder.toString() === target.toString();
  const differing = isThere ? [] : copies.filter(({ text, there }) => there !== undefined && there !== text);
  const overwrite = differing.length > 0 ? await askToOverwrite(differing.length) : false;
  if (overwrite === undefined) return;
  const overwritten = overwrite ? differing : [];
  await copying(async () => {
    for (const { id, uri } of [...copies.filter(({ there }) => there === undefined), ...overwritten]) {
      await snippets.copy(id, uri);
    }
  });
  await memento.update(folderKey, target.toString());
  await snippets.moveTo(target);
  // An editor with unsaved changes still shows what it had; there, an undo brings that back.
  for (const { id, text } of overwritten) await (await snippets.open(id)).replace(text, 'reset');
  const said = vscode.l10n.t('The course is in "{0}" now, and the tutor uses the files there.', folderName);
  const reveal = vscode.l10n.t('Show in Explorer');
  void vscode.window.showInformationMessage(said, reveal).then(async (answer) => {
    if (answer === reveal) await vscode.commands.executeCommand('revealInExplorer', target);
  });
}

async function compare(snippets: Snippets, target: vscode.Uri): Promise<Copy[]> {
  const copies: Copy[] = [];
  for (const { id } of tutor().allExercises()) {
    const { text } = await (await snippets.open(id)).settled();
    const uri = vscode.Uri.joinPath(target, `${id}.py`);
    copies.push({ id, uri, text, there: await textThere(uri) });
  }
  return copies;
}

/** Does a part of the copying; what goes wrong is said in the words of a copy. */
async function copying<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = faultSentence(faultOf(error, folderName));
    const said = vscode.l10n.t('The course could not be copied into "{0}": {1}', folderName, reason);
    throw new Error(said, { cause: error });
  }
}

/** What the person has under this address: the unsaved text of an editor, else the file's; undefined for nothing. */
async function textThere(uri: vscode.Uri): Promise<string | undefined> {
  const document = openDocument(uri);
  return document?.isDirty ? toLf(document.getText()) : (await readTextFile(uri))?.text;
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick();
  const [only] = folders;
  if (only) return only;
  const open = vscode.l10n.t('Open Folder');
  const said = vscode.l10n.t('Open a folder first: the course is copied into it.');
  if ((await vscode.window.showWarningMessage(said, open)) === open) {
    await vscode.commands.executeCommand('vscode.openFolder');
  }
  return undefined;
}

/** True: overwrite; false: keep what is there; undefined: do nothing at all. */
async function askToOverwrite(count: number): Promise<boolean | undefined> {
  const overwrite = vscode.l10n.t('Overwrite');
  const keep = vscode.l10n.t('Keep Existing');
  const said =
    count === 1
      ? vscode.l10n.t('The folder "{0}" has another version of one snippet.', folderName)
      : vscode.l10n.t('The folder "{0}" has other versions of {1} snippets.', folderName, count);
  const answer = await vscode.window.showWarningMessage(
    said,
    {
      modal: true,
      detail: vscode.l10n.t(
        'Overwriting cannot be undone. Keeping them makes the tutor use them as they are.',
      ),
    },
    overwrite,
    keep,
  );
  if (answer === undefined) return undefined;
  return answer === overwrite;
}
