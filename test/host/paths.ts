/** Where the project's own folders are, for everything that starts a VS Code. */
import { join, resolve } from 'node:path';

/** The project's root folder. */
export const projectRoot = resolve(__dirname, '../..');

/** Everything that is downloaded or written while running a VS Code; ignored by git and safe to delete. */
export const cacheFolder = join(projectRoot, '.vscode-test');
