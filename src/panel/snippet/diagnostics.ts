/** A report's findings as underlines and gutter marks of the editor. */
import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { Report } from '../../grader/report';

/** One mark for each finding that has a line, over that line's text; `draw` shows its message. */
export function diagnosticsOf(
  report: Report,
  doc: Text,
  draw: (message: string) => HTMLElement,
): readonly Diagnostic[] {
  const marks: Diagnostic[] = [];
  const add = (line: number | null, severity: Diagnostic['severity'], message: string): void => {
    if (line === null || line > doc.lines) return;
    const { from, to, text } = doc.line(line);
    const indent = text.length - text.trimStart().length;
    marks.push({
      from: from + Math.min(indent, text.length),
      to,
      severity,
      message,
      renderMessage: () => draw(message),
    });
  };
  if (report.error !== null) add(report.error.line, 'error', report.error.message);
  for (const diagnosis of report.diagnoses) {
    if (
      report.error !== null &&
      diagnosis.line === report.error.line &&
      diagnosis.message === report.error.message
    )
      continue;
    add(diagnosis.line, diagnosis.confidence === 'certain' ? 'error' : 'warning', diagnosis.message);
  }
  return marks;
}
