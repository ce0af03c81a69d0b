/** Tells the learner of trouble with a snippet's file, with what can be done about it one click away. */
import * as vscode from 'vscode';
import type { Snippet } from './snippet';
import { encodingLabel, encodingLabels, faultSentence } from '../files/faultSentence';
import { FileFault, reasonOf } from '../files/fileFault';

/** An action offered with a message. */
interface Action {
  readonly title: string;
  readonly run: () => Promise<void>;
}

/** Shows a fault; once it is dealt with, shows what came of it. */
export async function tellFault(fault: FileFault, snippet: Snippet): Promise<void> {
  if (fault.kind === 'gone') {
    void vscode.window.showInformationMessage(faultSentence(fault));
    return;
  }
  const actions = actionsFor(fault, snippet);
  const kept = vscode.l10n.t('What you type stays in the tutor, and is saved as soon as that works.');
  const said = fault.kind === 'undecodable' ? faultSentence(fault) : `${faultSentence(fault)} ${kept}`;
  const chosen = await vscode.window.showErrorMessage(said, ...actions.map(({ title }) => title));
  try {
    await actions.find(({ title }) => title === chosen)?.run();
  } catch (error) {
    // A new kind of trouble is told by itself; the same one again is the answer to the click.
    const answer = error instanceof FileFault ? faultSentence(error) : reasonOf(error);
    void vscode.window.showErrorMessage(answer);
  }
}

function actionsFor({ kind }: FileFault, snippet: Snippet): readonly Action[] {
  const again: Action = { title: vscode.l10n.t('Try Again'), run: () => snippet.flush() };
  const reveal: Action = {
    title: vscode.l10n.t('Show Folder'),
    run: async () => {
      const folder = vscode.Uri.joinPath(snippet.uri, '..');
      const inside = vscode.workspace.getWorkspaceFolder(folder) !== undefined;
      await vscode.commands.executeCommand(inside ? 'revealInExplorer' : 'revealFileInOS', folder);
    },
  };
  const aside: Action = { title: vscode.l10n.t('Set It Aside'), run: () => putAside(snippet) };
  switch (kind) {
    case 'undecodable':
      return [
        { title: vscode.l10n.t('Reopen with Encoding'), run: () => reopenWithEncoding(snippet) },
        aside,
      ];
    case 'unencodable':
      return [{ title: vscode.l10n.t('Save as UTF-8'), run: () => snippet.encodeAs('utf8') }];
    case 'folder':
    case 'link':
    case 'too-large':
      return [aside, again];
    case 'read-only':
    case 'not-a-folder':
      return [again, reveal];
    default:
      return [again];
  }
}

async function putAside(snippet: Snippet): Promise<void> {
  const name = await snippet.setAside();
  void vscode.window.showInformationMessage(
    vscode.l10n.t('It is called "{0}" now, and the text in the tutor is saved in its place.', name),
  );
}

/** Asks for the encoding, reads the file in it, and asks VS Code to do so where it has the file open. */
async function reopenWithEncoding(snippet: Snippet): Promise<void> {
  const items = Object.keys(encodingLabels).map((name) => ({
    label: encodingLabel(name),
    description: name,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Reopen with Encoding'),
    placeHolder: vscode.l10n.t('The encoding that the file is in'),
    matchOnDescription: true,
  });
  if (chosen) await snippet.readAs(chosen.description);
}
