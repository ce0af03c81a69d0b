/** The tutor in VS Code's own editor: problems, lenses, shapes, hovers, and checks when typing pauses. */
import * as vscode from 'vscode';
import type { ExerciseId } from '../../course/exercise';
import type { Session } from '../session';
import { checkOnType } from '../settings';
import { TutorActions } from './codeActions';
import { CheckLenses } from './codeLens';
import { showDiagnostics } from './diagnostics';
import { EditorReports } from './editorReports';
import { VariableHover } from './hover';
import { ShapeHints } from './inlayShapes';

const typingPauseMs = 600;

/** Registers everything that a snippet open in an editor of VS Code gets. */
export function supportNativeEditor(
  session: Pick<Session, 'check' | 'checker' | 'log' | 'onDidTurn' | 'restore' | 'snippets'>,
): vscode.Disposable {
  const reports = new EditorReports(session);
  const lenses = new CheckLenses(session, reports);
  const shapes = new ShapeHints(reports);
  const python: vscode.DocumentSelector = { language: 'python', pattern: '**/*.py' };
  return vscode.Disposable.from(
    reports,
    lenses,
    shapes,
    showDiagnostics(session, reports),
    vscode.languages.registerCodeLensProvider(python, lenses),
    vscode.languages.registerInlayHintsProvider(python, shapes),
    vscode.languages.registerHoverProvider(python, new VariableHover(session, reports)),
    vscode.languages.registerCodeActionsProvider(python, new TutorActions(session, reports), {
      providedCodeActionKinds: TutorActions.kinds,
    }),
    checkWhenTypingPauses(session),
    followEditors(session),
  );
}

/** The panel does so for what is typed there; this is for what is typed in VS Code's own editor. */
function checkWhenTypingPauses(session: Pick<Session, 'check' | 'log' | 'snippets'>): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const listener = session.snippets.onDidChange(({ exercise, origin }) => {
    if (origin !== 'elsewhere' || !checkOnType() || activeExercise(session) !== exercise) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      session.check(exercise, 'automatic').catch((error: unknown) => {
        session.log.error('A check after typing failed.', error);
      });
    }, typingPauseMs);
  });
  return vscode.Disposable.from(
    listener,
    new vscode.Disposable(() => {
      clearTimeout(timer);
    }),
  );
}

/** A snippet that an editor shows is kept in step from then on, whether or not the panel has it; its last report returns. */
function followEditors(session: Pick<Session, 'log' | 'restore' | 'snippets'>): vscode.Disposable {
  const { snippets, log } = session;
  const follow = (editors: readonly vscode.TextEditor[]): void => {
    for (const { document } of editors) {
      const exercise = snippets.exerciseOf(document.uri);
      if (!exercise) continue;
      // Opened in any case: a snippet is followed only from then on.
      const opened = snippets.open(exercise).then(() => session.restore(exercise));
      opened.catch((error: unknown) => {
        log.error('A snippet could not be opened.', error);
      });
    }
  };
  follow(vscode.window.visibleTextEditors);
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(follow),
    snippets.onDidMove(() => {
      follow(vscode.window.visibleTextEditors);
    }),
  );
}

function activeExercise({ snippets }: Pick<Session, 'snippets'>): ExerciseId | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && snippets.exerciseOf(document.uri);
}
