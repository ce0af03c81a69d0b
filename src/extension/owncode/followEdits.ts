/** Moves problems along with the text that they are about; those whose lines are typed in are gone. */
import * as vscode from 'vscode';

/** The problems after changes that were made one after the other, as an event of VS Code tells them. */
export function followEdits(
  problems: readonly vscode.Diagnostic[],
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): vscode.Diagnostic[] {
  return changes.reduce<vscode.Diagnostic[]>(
    (left, change) => left.flatMap((problem) => moved(problem, change)),
    [...problems],
  );
}

function moved(
  problem: vscode.Diagnostic,
  { range, text }: vscode.TextDocumentContentChangeEvent,
): vscode.Diagnostic[] {
  const at = problem.range.start.line;
  const atEndOfLineBefore = range.end.line === at && range.end.character === 0 && text.endsWith('\n');
  if (range.start.line > at) return [problem];
  if (range.end.line >= at && !atEndOfLineBefore) return [];
  const by = text.split('\n').length - 1 - (range.end.line - range.start.line);
  if (by === 0) return [problem];
  const { start, end } = problem.range;
  const shifted = new vscode.Range(start.line + by, start.character, end.line + by, end.character);
  return [Object.assign(new vscode.Diagnostic(shifted, problem.message, problem.severity), pick(problem))];
}

function pick({ source, code, relatedInformation }: vscode.Diagnostic): Partial<vscode.Diagnostic> {
  return {
    ...(source === undefined ? {} : { source }),
    ...(code === undefined ? {} : { code }),
    ...(relatedInformation === undefined ? {} : { relatedInformation }),
  };
}
