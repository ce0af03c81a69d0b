/** The light bulb of a snippet in VS Code's own editor: what the tutor can show of a finding, or of a line. */
import * as vscode from 'vscode';
import type { ExerciseId } from '../../course/exercise';
import { tutor } from '../lazyTutor';
import type { Session } from '../session';
import type { EditorReports } from './editorReports';
import { problemSource } from './diagnostics';
import { assignedNames, equationOf } from './reportText';

/** What the command that shows an equation is called with. */
export interface EquationArgument {
  readonly exercise: ExerciseId;
  /** The array that the equation defines. */
  readonly term: string;
}

export class TutorActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.Empty];

  constructor(
    private readonly session: Pick<Session, 'snippets'>,
    private readonly reports: EditorReports,
  ) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const id = this.session.snippets.exerciseOf(document.uri);
    const exercise = id && tutor().exerciseById(id);
    if (!exercise) return [];
    const found = context.diagnostics.filter(({ source }) => source === problemSource);
    const names = exercise.equations.map(({ name }) => name);
    const terms = new Set<string>();
    const report = this.reports.of(document.uri);
    for (const diagnostic of found) {
      const term = report && equationOf(exercise, report, diagnostic);
      if (term !== undefined) terms.add(term);
    }
    const written = assignedNames(document.lineAt(range.start.line).text);
    for (const name of names) if (written.includes(name)) terms.add(name);
    // A line without a finding has no light bulb of its own; who asks for one is answered.
    if (found.length === 0 && context.triggerKind !== vscode.CodeActionTriggerKind.Invoke) return [];
    const kind = found.length > 0 ? vscode.CodeActionKind.QuickFix : vscode.CodeActionKind.Empty;
    const action = (title: string, command: string, argument: unknown): vscode.CodeAction => {
      const made = new vscode.CodeAction(title, kind);
      made.command = { title, command, arguments: [argument] };
      made.diagnostics = found;
      return made;
    };
    const hint = action(vscode.l10n.t('Show hint'), 'backpropTutor.hint', exercise.id);
    const equations = [...terms].map((term) => {
      const argument: EquationArgument = { exercise: exercise.id, term };
      const title = vscode.l10n.t('Show equation of {0} in the tutor', term);
      return action(title, 'backpropTutor.showEquation', argument);
    });
    return found.length > 0 ? [hint, ...equations] : equations;
  }
}
