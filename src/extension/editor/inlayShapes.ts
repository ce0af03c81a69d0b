/** Shows, at the ends of lines, the shapes that arrays had in the last check. */
import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import { onDidChangeSettings, inlayShapes } from '../settings';
import type { EditorReports } from './editorReports';
import { shapesByLine } from './reportText';

export class ShapeHints extends Disposable implements vscode.InlayHintsProvider {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeInlayHints = this.changed.event;

  constructor(private readonly reports: EditorReports) {
    super();
    this._register(
      vscode.Disposable.from(
        reports.onDidChange(() => {
          this.changed.fire();
        }),
        onDidChangeSettings(['inlayShapes'], () => {
          this.changed.fire();
        }),
      ),
    );
  }

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    const report = inlayShapes() ? this.reports.of(document.uri) : undefined;
    if (!report) return [];
    const hints: vscode.InlayHint[] = [];
    for (const [reportLine, shapes] of shapesByLine(report.report)) {
      const line = report.lineOf(reportLine);
      if (line === null || line < range.start.line || line > range.end.line || line >= document.lineCount)
        continue;
      const hint = new vscode.InlayHint(
        document.lineAt(line).range.end,
        shapes.join(', '),
        vscode.InlayHintKind.Type,
      );
      hint.paddingLeft = true;
      hint.tooltip = vscode.l10n.t('Shapes in the last check');
      hints.push(hint);
    }
    return hints;
  }
}
