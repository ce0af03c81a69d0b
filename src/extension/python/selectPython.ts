/** The command "Select Python". */
import * as vscode from 'vscode';
import { tutor } from '../lazyTutor';
import { activeInterpreter } from './pythonExtension';
import { pythonSetting, setPython } from '../settings';

interface Choice extends vscode.QuickPickItem {
  /** What the setting becomes; undefined asks for a path. */
  readonly setting?: string;
}

/** Offers the built-in Python, the learner's own and a path; keeps the choice in the settings. */
export async function selectPython(log: vscode.LogOutputChannel): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    const manage = vscode.l10n.t('Manage Trust');
    const said = vscode.l10n.t(
      'In a workspace that is not trusted, snippets run in the built-in Python only. Trust it to use your own.',
    );
    const answer = await vscode.window.showWarningMessage(said, manage);
    if (answer === manage) await vscode.commands.executeCommand('workbench.trust.manage');
    return;
  }
  const current = pythonSetting();
  const choice = await vscode.window.showQuickPick<Choice>(choices(current, log), {
    title: vscode.l10n.t('Select the Python that runs your snippets'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!choice) return;
  const setting = choice.setting ?? (await askForPath());
  if (setting !== undefined && setting !== current) await setPython(setting);
}

async function choices(current: string, log: vscode.LogOutputChannel): Promise<Choice[]> {
  const mark = (setting: string): string => (setting === current ? ` (${vscode.l10n.t('in use')})` : '');
  const system = (await activeInterpreter(log)) ?? firstOnPath();
  const list: Choice[] = [
    {
      label: `$(package) ${vscode.l10n.t('Built-in Python')}${mark('builtin')}`,
      detail: vscode.l10n.t(
        'Nothing to install: CPython runs inside the extension, with a NumPy of its own.',
      ),
      setting: 'builtin',
    },
    {
      label: `$(device-desktop) ${vscode.l10n.t('My Python')}${mark('system')}`,
      detail:
        system ??
        vscode.l10n.t('None was found. Install Python with NumPy, or choose one in the Python extension.'),
      setting: 'system',
    },
  ];
  if (current !== 'builtin' && current !== 'system') {
    list.push({ label: `$(terminal) ${current}${mark(current)}`, setting: current });
  }
  list.push({ label: `$(folder-opened) ${vscode.l10n.t('Another interpreter…')}` });
  return list;
}

function firstOnPath(): string | undefined {
  try {
    return tutor().findPython('system');
  } catch (error) {
    if (tutor().isUnavailable(error)) return undefined;
    throw error;
  }
}

async function askForPath(): Promise<string | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Select a Python interpreter'),
      openLabel: vscode.l10n.t('Select'),
    })) ?? [];
  return chosen?.fsPath;
}
