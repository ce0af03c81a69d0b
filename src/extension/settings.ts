/** The learner's settings, read when they are needed and never believed blindly. */
import * as vscode from 'vscode';
import type { Language } from '../course/exercise';
import { readText } from './files/anyFile';

const section = 'backpropTutor';
const defaultTimeout = 10;

/** Calls the listener after a change of any of the settings of these names. */
export function onDidChangeSettings(names: readonly string[], listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (names.some((name) => event.affectsConfiguration(`${section}.${name}`))) listener();
  });
}

/** The language of the course: the setting's, or that of VS Code. */
export function learnerLanguage(): Language {
  const chosen = read('language');
  if (chosen === 'en' || chosen === 'ko') return chosen;
  return vscode.env.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

/** Which Python runs snippets, as the setting says: `builtin`, `system`, or a path. */
export function pythonSetting(): string {
  const chosen = read('python');
  return typeof chosen === 'string' && chosen.trim() !== '' ? chosen.trim() : 'builtin';
}

/**
 * Whether a folder of the workspace names a Python of its own. As long as the workspace is not trusted, VS Code hides
 * that from us, as it should; its file is only looked at to tell the person why another Python runs.
 */
export async function workspaceNamesPython(): Promise<boolean> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const files = folders.map(({ uri }) => vscode.Uri.joinPath(uri, '.vscode', 'settings.json'));
  // A file that cannot be read names nothing.
  const texts = await Promise.allSettled(files.map((file) => readText(file)));
  return texts.some((text) => text.status === 'fulfilled' && text.value?.includes(`"${section}.python"`));
}

/** Keeps the choice of Python for all windows, or for this workspace where the workspace has its own. */
export async function setPython(choice: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section);
  const target =
    configuration.inspect('python')?.workspaceValue === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.Workspace;
  await configuration.update('python', choice, target);
}

/** Seconds that a whole check may take. */
export function timeoutSeconds(): number {
  const chosen = read('timeoutSeconds');
  return typeof chosen === 'number' && chosen >= 1 ? Math.min(chosen, 600) : defaultTimeout;
}

/** Whether a check runs when typing pauses. */
export function checkOnType(): boolean {
  return read('checkOnType') !== false;
}

/** Changes whether a check runs when typing pauses. */
export async function setCheckOnType(on: boolean): Promise<void> {
  await vscode.workspace
    .getConfiguration(section)
    .update('checkOnType', on, vscode.ConfigurationTarget.Global);
}

/** The folders that hold exercises of the person's own. */
export function courseFolders(): readonly string[] {
  const chosen = read('courses');
  if (!Array.isArray(chosen)) return [];
  return chosen.flatMap((one: unknown) => (typeof one === 'string' && one.trim() !== '' ? [one.trim()] : []));
}

/** Whether VS Code's own editor shows the shapes of the last run at the ends of lines. */
export function inlayShapes(): boolean {
  return read('inlayShapes') !== false;
}

/** Whether functions of the learner's own files that look like a backward pass have a line above them. */
export function ownCodeLens(): boolean {
  return read('ownCode.codeLens') !== false;
}

function read(name: string): unknown {
  return vscode.workspace.getConfiguration(section).get<unknown>(name);
}
