/** What `when` clauses of the manifest may ask. */
import * as vscode from 'vscode';
import type { ExercisesTree } from './exercises/exercisesTree';
import type { Session } from './session';

/** Keeps the context keys up to date. */
export function maintainContextKeys(
  session: Pick<Session, 'checker' | 'onDidChangeCurrent' | 'progress' | 'snippets'>,
  tree: ExercisesTree,
): vscode.Disposable {
  const { snippets, checker, progress } = session;
  const known = new Map<string, boolean>();
  const set = (name: string, value: boolean): void => {
    if (known.get(name) === value) return;
    known.set(name, value);
    void vscode.commands.executeCommand('setContext', `backpropTutor.${name}`, value);
  };
  const editorChanged = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    set('snippetActive', uri !== undefined && snippets.exerciseOf(uri) !== undefined);
  };
  const progressChanged = (): void => {
    const entries = Object.values({ ...progress.all.others, ...progress.all.exercises });
    set('begun', tree.begun);
    set(
      'edited',
      entries.some(({ state }) => state !== 'not-started'),
    );
    set(
      'checked',
      entries.some(({ attempts }) => attempts > 0),
    );
    set(
      'hinted',
      entries.some(({ hintsOpened }) => hintsOpened > 0),
    );
    set(
      'passedOne',
      entries.some(({ state }) => state === 'passed'),
    );
  };
  editorChanged();
  progressChanged();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(editorChanged),
    snippets.onDidMove(editorChanged),
    progress.onDidChange(progressChanged),
    session.onDidChangeCurrent(progressChanged),
    tree.onDidChangeTreeData(progressChanged),
    checker.onDidChangeState(() => {
      set('checking', checker.checking !== undefined);
    }),
  );
}
