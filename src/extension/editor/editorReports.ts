/** The last report of each exercise as VS Code's own editor shows it: its lines move along as the text is edited. */
import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { ExerciseId } from '../../course/exercise';
import type { Exercise } from '../../course/judgedExercise';
import type { Report } from '../../grader/report';
import type { Judged } from '../checks/checking';
import { tutor } from '../lazyTutor';
import type { Session } from '../session';
import { lineStarts, moveLines } from '../files/textSync';
import { difference } from '../../protocol/textChanges';

/** A report and where its lines are now. */
export interface EditorReport {
  readonly exercise: Exercise;
  readonly report: Report;
  /** The snippet as it is now, whether or not its document is open. */
  readonly text: string;
  /** The line of the document (from 0) that a line of the report (from 1) is now; null where it was edited. */
  readonly lineOf: (line: number) => number | null;
}

export class EditorReports extends Disposable {
  private readonly changed = this._register(new vscode.EventEmitter<ExerciseId>());
  readonly onDidChange = this.changed.event;
  private readonly judged = new Map<
    ExerciseId,
    { readonly from: Judged; text: string; lines: readonly (number | null)[] }
  >();

  constructor(private readonly session: Pick<Session, 'checker' | 'log' | 'onDidTurn' | 'snippets'>) {
    super();
    this._register(
      vscode.Disposable.from(
        session.checker.onDidJudge((judged) => {
          this.keep(judged).catch((error: unknown) => {
            session.log.error('A report could not be shown in the editor.', error);
          });
        }),
        session.snippets.onDidChange(({ exercise, text, before, changes, origin }) => {
          const judged = this.judged.get(exercise);
          if (!judged) return;
          if (origin === 'reset') this.judged.delete(exercise);
          else {
            judged.text = text;
            judged.lines = moveLines(judged.lines, before, changes);
          }
          this.changed.fire(exercise);
        }),
        session.checker.names.onDidAsk((exercise) => {
          this.changed.fire(exercise);
        }),
        session.onDidTurn((exercise) => {
          if (this.judged.delete(exercise)) this.changed.fire(exercise);
        }),
        session.snippets.onDidMove(() => {
          const exercises = [...this.judged.keys()];
          this.judged.clear();
          exercises.forEach((exercise) => {
            this.changed.fire(exercise);
          });
        }),
      ),
    );
  }

  /** The report to show in a document, if it is a snippet that has been checked. */
  of(uri: vscode.Uri): EditorReport | undefined {
    const id = this.session.snippets.exerciseOf(uri);
    const exercise = id && tutor().exerciseById(id);
    const judged = id && this.judged.get(id);
    if (!exercise || !judged) return undefined;
    const lineOf = (line: number): number | null => {
      const now = judged.lines[line - 1] ?? null;
      return now === null ? null : now - 1;
    };
    const report = this.session.checker.names.shown(judged.from);
    return { exercise, report, text: judged.text, lineOf };
  }

  private async keep(from: Judged): Promise<void> {
    const { exercise, text } = from;
    const snippet = await this.session.snippets.open(exercise);
    const lines = lineStarts(text).map((_, index) => index + 1);
    // The text may have been edited while the check ran.
    const moved = moveLines(lines, text, difference(text, snippet.text));
    this.judged.set(exercise, { from, text: snippet.text, lines: moved });
    this.changed.fire(exercise);
  }
}
