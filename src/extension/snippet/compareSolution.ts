/** The learner's snippet beside the solution, in VS Code's own comparison. */
import * as vscode from 'vscode';
import type { ExerciseId } from '../../course/exercise';
import { Disposable } from '../disposable';
import { nameOf } from '../files/anyFile';
import { tutor } from '../lazyTutor';
import { documentOf } from './openInEditor';
import type { Session } from '../session';

const scheme = 'backprop-tutor-solution';

/** Opens comparisons, and holds the documents of the solutions, which nobody can write to. */
export class SolutionComparison extends Disposable {
  constructor(private readonly session: Pick<Session, 'orientations' | 'snippets'>) {
    super();
    const { orientations } = session;
    this._register(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: ({ authority }) =>
          tutor().exerciseById(authority, orientations.of(authority))?.solution ?? '',
      }),
    );
  }

  /** The solution on the left, where VS Code offers to take over a change, and the snippet, to be written in, on the right. */
  async show(exercise: ExerciseId): Promise<void> {
    const { snippets, orientations } = this.session;
    const document = await documentOf(await snippets.open(exercise));
    const solution = vscode.Uri.from({
      scheme,
      authority: exercise,
      path: `/${nameOf(document.uri)}`,
      // Samples the other way are another solution, and VS Code keeps a document by its address.
      query: orientations.of(exercise),
    });
    const inPanel = vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview;
    await vscode.commands.executeCommand(
      'vscode.diff',
      solution,
      document.uri,
      vscode.l10n.t('Solution ↔ {0}', nameOf(document.uri)),
      { viewColumn: inPanel ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active, preview: true },
    );
  }
}
