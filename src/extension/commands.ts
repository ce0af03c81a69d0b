/** The commands of the palette, the menus and the key bindings. */
import * as vscode from 'vscode';
import * as v from 'valibot';
import { exerciseIdPattern } from '../course/exercise';
import type { ExerciseId } from '../course/exercise';
import type { ExercisesTree } from './exercises/exercisesTree';
import { exportCourse } from './snippet/exportCourse';
import { exportProgress } from './progress/exportProgress';
import { importProgress } from './progress/importProgress';
import { openInEditor } from './snippet/openInEditor';
import type { OwnChecks } from './owncode/ownChecks';
import type { PanelHost } from './panel/panelHost';
import { selectPython } from './python/selectPython';
import type { Session } from './session';

/** What commands act on. */
export interface CommandContext {
  readonly session: Pick<
    Session,
    'check' | 'checker' | 'current' | 'log' | 'neighbour' | 'progress' | 'reset' | 'snippets' | 'turn'
  >;
  readonly panel: PanelHost;
  readonly tree: ExercisesTree;
  readonly workspaceState: vscode.Memento;
  readonly ownChecks: Pick<OwnChecks, 'stop'>;
}

type Command = (
  context: CommandContext,
  exercise: ExerciseId | undefined,
  /** The address that the command was called with, if it was one. */
  uri: vscode.Uri | undefined,
) => Promise<void>;

const equationSchema = v.object({ exercise: v.string(), term: v.string() });

const anyId = v.pipe(v.string(), v.regex(exerciseIdPattern));

/** What a menu passes: an exercise's id, a tree item that has one, or the address of a snippet file. */
const argumentSchema = v.union([
  anyId,
  v.pipe(
    v.looseObject({ exercise: anyId }),
    v.transform(({ exercise }) => exercise),
  ),
]);

const commands: Readonly<Record<string, Command>> = {
  open: ({ panel }, exercise) => panel.open(exercise),
  check: runCheck,
  stop: ({ session, ownChecks }) => {
    session.checker.stop();
    ownChecks.stop();
    return Promise.resolve();
  },
  reset,
  next: (context) => turn(context, 1),
  previous: (context) => turn(context, -1),
  hint: async ({ panel }, exercise) => {
    await panel.open(exercise);
    panel.perform({ action: 'showHints' });
  },
  bugHunt: async ({ panel }, exercise) => {
    await panel.open(exercise);
    panel.perform({ action: 'bugHunt' });
  },
  samplesInRows: ({ session }, exercise) => session.turn(exercise ?? inHand(session), 'rows'),
  samplesInColumns: ({ session }, exercise) => session.turn(exercise ?? inHand(session), 'columns'),
  openInEditor: async ({ session }, exercise) => {
    await openInEditor(session.snippets, exercise ?? session.current.id, null);
  },
  exportCourse: ({ session, workspaceState }) => exportCourse(session, workspaceState),
  exportProgress: ({ session }) => exportProgress(session.progress),
  importProgress: ({ session }, _exercise, uri) => importProgress(session.progress, uri),
  selectPython: ({ session }) => selectPython(session.log),
  showExercises: ({ tree }) => tree.show(),
};

/** Registers them all. A command that fails says so; VS Code shows the error to the person. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  const registered = Object.entries(commands).map(([name, command]) =>
    vscode.commands.registerCommand(`backpropTutor.${name}`, (argument?: unknown) =>
      command(
        context,
        exerciseIn(argument, context.session),
        argument instanceof vscode.Uri ? argument : undefined,
      ),
    ),
  );
  return vscode.Disposable.from(
    ...registered,
    // Only called from within an editor, with what its line is about.
    vscode.commands.registerCommand('backpropTutor.showEquation', async (argument: unknown) => {
      const { exercise, term } = v.parse(equationSchema, argument);
      await context.panel.open(exercise);
      context.panel.perform({ action: 'showEquation', term });
    }),
  );
}

function exerciseIn(argument: unknown, { snippets }: Pick<Session, 'snippets'>): ExerciseId | undefined {
  if (argument instanceof vscode.Uri) return snippets.exerciseOf(argument);
  const parsed = v.safeParse(argumentSchema, argument);
  return parsed.success ? parsed.output : undefined;
}

/** The exercise whose snippet is in the active editor of VS Code. */
function editedExercise({ snippets }: Pick<Session, 'snippets'>): ExerciseId | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && snippets.exerciseOf(document.uri);
}

/** The exercise that the learner works on: that of the active editor, or the one last chosen. */
function inHand(session: Pick<Session, 'current' | 'snippets'>): ExerciseId {
  return editedExercise(session) ?? session.current.id;
}

/**
 * In the panel the page does it, because it may hold a keystroke that has not been sent yet. From a snippet in VS
 * Code's editor the result shows there, and in the panel too where that shows the same exercise.
 */
async function runCheck({ session, panel }: CommandContext, asked: ExerciseId | undefined): Promise<void> {
  const edited = panel.isActive ? undefined : editedExercise(session);
  const exercise = asked ?? edited;
  if (exercise === undefined || (!edited && exercise === panel.shown)) {
    await panel.open();
    panel.perform({ action: 'check' });
    return;
  }
  const work = session.check(exercise);
  const title = vscode.l10n.t('Checking gradients…');
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => work);
  const outcome = await work;
  if (!outcome.ok && outcome.reason !== 'stopped') void vscode.window.showErrorMessage(outcome.message);
}

async function turn({ session, panel }: CommandContext, step: 1 | -1): Promise<void> {
  const neighbour = session.neighbour(step);
  if (neighbour) await panel.open(neighbour.id);
  else
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no further exercise in that direction.'),
    );
}

async function reset({ session }: CommandContext, asked: ExerciseId | undefined): Promise<void> {
  const exercise = asked ?? editedExercise(session) ?? session.current.id;
  const before = await session.reset(exercise);
  if (before === undefined)
    throw new Error(vscode.l10n.t('The snippet is being changed elsewhere. Try again.'));
  const undo = vscode.l10n.t('Undo');
  const said = vscode.l10n.t('The snippet "{0}" holds its starter again.', exercise);
  // Not awaited: the command is done, and the message may stay for as long as the person likes.
  void vscode.window.showInformationMessage(said, undo).then(async (answer) => {
    if (answer === undo) await (await session.snippets.open(exercise)).replace(before, 'reset');
  });
}
