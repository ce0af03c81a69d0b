/** Says, over a variable of a snippet, what it stands for, its shape, and its last values. */
import * as vscode from 'vscode';
import { tutor } from '../lazyTutor';
import type { Session } from '../session';
import { learnerLanguage } from '../settings';
import type { EquationArgument } from './codeActions';
import type { EditorReports } from './editorReports';
import { shapeAt, valuesText } from './reportText';

const showEquation = 'backpropTutor.showEquation';

export class VariableHover implements vscode.HoverProvider {
  constructor(
    private readonly session: Pick<Session, 'snippets'>,
    private readonly reports: EditorReports,
  ) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const id = this.session.snippets.exerciseOf(document.uri);
    const exercise = id && tutor().exerciseById(id);
    const range = document.getWordRangeAtPosition(position, /[A-Za-z_]\w*/);
    if (!exercise || !range) return undefined;
    const name = document.getText(range);
    const text = new vscode.MarkdownString();
    const equation = exercise.equations.find((candidate) => candidate.name === name);
    if (equation) {
      text.appendText(equation.words[learnerLanguage()]).appendMarkdown('\n\n');
      text.isTrusted = { enabledCommands: [showEquation] };
      const argument: EquationArgument = { exercise: exercise.id, term: name };
      const address = `command:${showEquation}?${encodeURIComponent(JSON.stringify([argument]))}`;
      text.appendMarkdown(`[${vscode.l10n.t('Show equation in the tutor')}](${address})\n\n`);
    }
    const report = this.reports.of(document.uri)?.report;
    const shape = report && shapeAt(report, name, position.line + 1);
    // A shape is digits, commas and brackets: safe as code, and not escaped there.
    if (shape !== undefined)
      text.appendMarkdown(vscode.l10n.t('Shape in the last check: {0}', `\`${shape}\``));
    const detail = report?.details?.find((candidate) => candidate.name === name);
    if (detail) {
      text.appendCodeblock(valuesText(detail, vscode.l10n.t('yours'), vscode.l10n.t('reference')), 'text');
    }
    return text.value === '' ? undefined : new vscode.Hover(text, range);
  }
}
