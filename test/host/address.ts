/** The addresses at which the server's workbench opens. */
import { pathToFileURL } from 'node:url';

export interface WorkbenchOptions {
  readonly port: number;
  /** The folder opened as the workspace, by its path or by an address; an empty window when left out. */
  readonly folder?: string;
  /** Folders of extensions to run from their sources. */
  readonly extensions?: readonly string[];
  /** The module whose `run` is called inside the extension host. */
  readonly tests?: string;
}

/** The address that opens a window of the server with these extensions, tests and workspace. */
export function workbenchAddress(options: WorkbenchOptions): string {
  const remote = (path: string): string =>
    `vscode-remote://127.0.0.1:${String(options.port)}${pathToFileURL(path).pathname}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...(options.extensions ?? []).map((path) => ['extensionDevelopmentPath', remote(path)]),
    ...(options.tests === undefined ? [] : [['extensionTestsPath', remote(options.tests)]]),
  ];
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (options.folder === undefined) query.set('ew', 'true');
  else
    query.set('folder', isAddress(options.folder) ? options.folder : pathToFileURL(options.folder).pathname);
  return `http://127.0.0.1:${String(options.port)}/?${query.toString()}`;
}

/** Whether a folder lies in a file system of an extension. A drive of Windows has one letter, a scheme has more. */
function isAddress(folder: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(folder);
}
