/** The extension's door: constructs its parts, registers them, and gives other extensions something to call. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import { tutor } from './lazyTutor';
import type { ExerciseId } from '../course/exercise';
import type { Samples } from '../engine/columnForm';
import type { Report } from '../grader/report';
import { Checker } from './checks/checking';
import { SolutionComparison } from './snippet/compareSolution';
import { Beside } from './editor/beside';
import { Courses } from './exercises/courses';
import { registerCommands } from './commands';
import { maintainContextKeys } from './contextKeys';
import { supportNativeEditor } from './editor/nativeEditor';
import { exerciseIdOf } from './exercises/exerciseId';
import { ExercisesTree } from './exercises/exercisesTree';
import { exportedFolder } from './snippet/exportCourse';
import { FileFault, reasonOf } from './files/fileFault';
import { HeldFiles } from './files/heldTexts';
import { keptValues } from './files/keptValues';
import { tellFault } from './snippet/tellFault';
import { PrepareAhead } from './checks/prepareAhead';
import { Hunts } from './checks/hunts';
import { Orientations } from './snippet/orientations';
import { OwnChecks } from './owncode/ownChecks';
import { supportOwnCode } from './owncode/ownCode';
import { PanelHost } from './panel/panelHost';
import { ProgressStore } from './progress/progress';
import { ProgressCopy } from './progress/progressCopy';
import { PythonHost } from './python/pythonHost';
import { ReportStore } from './checks/reportStore';
import { Session } from './session';
import { Snippets } from './snippet/snippets';
import { StatusBar } from './statusBar';

/** How other extensions may ask for a check. */
export interface ApiOptions {
  /** Whether each sample is a row of X, as in the notes, or a column; rows unless it says otherwise. */
  readonly samples?: Samples;
}

/** What `activate` returns. */
export interface TutorApi {
  /** Judges a snippet as the panel's Check does, without touching the learner's snippets or progress. */
  check(exerciseId: string, source: string, options?: ApiOptions): Promise<Report>;
  /** Opens the panel on an exercise, or on the one last chosen. */
  openPanel(exerciseId?: string): Promise<void>;
}

let flush: (() => Promise<void>) | undefined;

/** Called by VS Code on the first use. */
export function activate(context: vscode.ExtensionContext): TutorApi {
  try {
    return start(context);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('Backprop Tutor could not start: {0}', reason));
    throw error;
  }
}

/** Called by VS Code before the window closes: what was typed last goes to disk. */
export async function deactivate(): Promise<void> {
  await flush?.();
}

function start(context: vscode.ExtensionContext): TutorApi {
  const { globalState, globalStorageUri, subscriptions, workspaceState } = context;
  const log = vscode.window.createOutputChannel('Backprop Tutor', { log: true });
  const python = new PythonHost(globalStorageUri, log);
  const orientations = new Orientations(globalState);
  const checker = new Checker(python, orientations, log);
  const reports = new ReportStore(vscode.Uri.joinPath(globalStorageUri, 'reports'), log);
  const progress = new ProgressStore(globalState);
  const progressCopy = new ProgressCopy(globalStorageUri, log);
  void progress.keepCopy(progressCopy);
  const snippets: Snippets = new Snippets({
    folder: exportedFolder(workspaceState) ?? vscode.Uri.joinPath(globalStorageUri, 'snippets'),
    starter: (exercise) => session.starter(exercise),
    isInPartTwo: (exercise) => tutor().exerciseById(exercise) !== undefined,
    reportError: (error, exercise) => {
      log.error('A snippet could not be read or saved.', error);
      tellOfFile(error, exercise, snippets).catch((told: unknown) => {
        log.error('That could not be told.', told);
      });
    },
    encodings: keptValues(globalState, 'encoding', v.string()),
    held: new HeldFiles(vscode.Uri.joinPath(globalStorageUri, 'held').fsPath, globalState, log),
  });
  const session: Session = new Session(
    snippets,
    progress,
    checker,
    reports,
    orientations,
    log,
    workspaceState,
    globalState,
  );
  const hunts = new Hunts(checker, progress, orientations, globalState, log);
  const comparison = new SolutionComparison(session);
  const beside = new Beside(session);
  const reach = { hunts, comparison, beside };
  const panel = new PanelHost(session, context.extensionUri, () => void python.warm(), reach);
  flush = async () => {
    await panel.takeIn();
    await Promise.all([snippets.flush(), progressCopy.flush()]);
  };
  subscriptions.push(log, python, checker, progress, snippets, session, comparison, beside, panel);
  const prepareAhead = new PrepareAhead({
    current: () => session.current.id,
    onDidChangeCurrent: session.onDidChangeCurrent,
    onPhase: python.onPhase,
    prepare: async (exercise) => tutor().prepare(exercise, await python.runtime()),
  });
  subscriptions.push(prepareAhead);
  const tree = new ExercisesTree(session, globalState);
  const statusBar = new StatusBar(session, () => panel.shown !== undefined || showsSnippet(snippets));
  subscriptions.push(tree, statusBar, maintainContextKeys(session, tree));
  subscriptions.push(supportNativeEditor(session));
  const courses = new Courses(snippets, log);
  subscriptions.push(
    courses,
    courses.onDidChange(() => {
      tree.refresh();
      statusBar.update();
      panel.refresh();
    }),
  );
  courses.load();
  const ownChecks = new OwnChecks(python, log);
  const isSnippet = (uri: vscode.Uri): boolean => snippets.exerciseOf(uri) !== undefined;
  const { extensionUri } = context;
  subscriptions.push(ownChecks, supportOwnCode({ checks: ownChecks, extensionUri, log, isSnippet }));
  subscriptions.push(registerCommands({ session, panel, tree, workspaceState, ownChecks }));
  return {
    check: (exerciseId, source, { samples = 'rows' } = {}) =>
      checker.judge(exerciseIdOf(exerciseId), source, samples),
    openPanel: (exerciseId) => panel.open(exerciseId === undefined ? undefined : exerciseIdOf(exerciseId)),
  };
}

/** Whether a snippet is open in an editor of VS Code. */
function showsSnippet(snippets: Snippets): boolean {
  return vscode.window.visibleTextEditors.some(
    ({ document }) => snippets.exerciseOf(document.uri) !== undefined,
  );
}

async function tellOfFile(
  error: unknown,
  exercise: ExerciseId | undefined,
  snippets: Snippets,
): Promise<void> {
  if (error instanceof FileFault && exercise) return tellFault(error, await snippets.open(exercise));
  void vscode.window.showErrorMessage(vscode.l10n.t('The snippet could not be saved: {0}', reasonOf(error)));
}
