/** A snippet in an editor of VS Code beside the panel: whether it is in sight, where its cursor is, what is lit up in it. */
import * as vscode from 'vscode';
import type { ExerciseId } from '../../course/exercise';
import { Disposable } from '../disposable';
import { editorsOf } from '../files/documents';
import type { Session } from '../session';

/** A line (from 1) of a snippet that its editor's cursor has come to. */
export interface Looked {
  readonly exercise: ExerciseId;
  readonly line: number;
}

/** An editor that comes into sight may cover the panel, of which VS Code tells a little later. */
const settleMs = 50;

export class Beside extends Disposable {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  /** Tells that an editor has come into sight or gone out of it. */
  readonly onDidChange = this.changed.event;
  private readonly looked = this._register(new vscode.EventEmitter<Looked>());
  readonly onDidLook = this.looked.event;
  private readonly lit = this._register(
    vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
      // High contrast has borders where other themes have backgrounds.
      border: '1px solid',
      borderColor: new vscode.ThemeColor('editor.rangeHighlightBorder'),
    }),
  );

  private inSight: string;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly session: Pick<Session, 'snippets'>) {
    super();
    this.inSight = this.exercisesInSight();
    this._register(
      vscode.Disposable.from(
        vscode.window.onDidChangeVisibleTextEditors(() => {
          clearTimeout(this.waiting);
          this.waiting = setTimeout(() => {
            this.lookAround();
          }, settleMs);
        }),
        {
          dispose: () => {
            clearTimeout(this.waiting);
          },
        },
        vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
          const exercise = session.snippets.exerciseOf(textEditor.document.uri);
          const [first] = selections;
          if (exercise !== undefined && first !== undefined)
            this.looked.fire({ exercise, line: first.active.line + 1 });
        }),
      ),
    );
  }

  private lookAround(): void {
    const now = this.exercisesInSight();
    if (now === this.inSight) return;
    this.inSight = now;
    this.changed.fire();
  }

  private exercisesInSight(): string {
    const shown = vscode.window.visibleTextEditors.flatMap(
      ({ document }) => this.session.snippets.exerciseOf(document.uri) ?? [],
    );
    return [...new Set(shown)].sort().join();
  }

  /** Whether an editor of VS Code shows the snippet: not a tab behind another one. */
  has(exercise: ExerciseId): boolean {
    return editorsOf(this.session.snippets.uriOf(exercise)).length > 0;
  }

  /** Lights up these lines (from 1) of the snippet where it is shown, and no others. */
  point({ exercise, lines }: { readonly exercise: ExerciseId; readonly lines: readonly number[] }): void {
    for (const editor of editorsOf(this.session.snippets.uriOf(exercise))) {
      const { document } = editor;
      const inside = lines.filter((line) => line <= document.lineCount);
      editor.setDecorations(
        this.lit,
        inside.map((line) => document.lineAt(line - 1).range),
      );
    }
  }
}
