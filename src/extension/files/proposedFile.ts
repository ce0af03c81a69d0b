/** What a save dialog begins with. */
import { homedir } from 'node:os';
import * as vscode from 'vscode';

/** A file of that name in the workspace's first folder, else in the home folder: without one, VS Code proposes no name. */
export function proposedFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir());
  return vscode.Uri.joinPath(folder, name);
}
