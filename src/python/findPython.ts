/** Finds the interpreter that a setting means. */
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { unavailable } from './unavailable';

/** Where to look; a test gives its own. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly path: string;
  readonly home: string;
  readonly cwd: string;
}

function here(): Surroundings {
  return { platform: process.platform, path: process.env['PATH'] ?? '', home: homedir(), cwd: process.cwd() };
}

/**
 * The executable that `setting` means: `system` is the first `python3` (on Windows also `python` and `py`) on the
 * PATH; anything else is a path, of an interpreter or of a virtual environment, or a command's name.
 */
export function findPython(setting: string, around: Surroundings = here()): string {
  if (setting === 'system') {
    const names =
      around.platform === 'win32' ? ['python3.exe', 'python.exe', 'py.exe'] : ['python3', 'python'];
    const found = names.map((name) => onPath(name, around)).find((path) => path !== null);
    if (found != null) return found;
    throw unavailable('no-python');
  }
  const found = isCommand(setting) ? onPath(setting, around) : atPath(setting, around);
  if (found !== null) return found;
  throw unavailable('not-there', { python: setting });
}

function isCommand(setting: string): boolean {
  return !setting.includes('/') && !setting.includes('\\');
}

function onPath(name: string, { path }: Surroundings): string | null {
  for (const folder of path.split(delimiter)) {
    if (folder !== '' && isExecutable(join(folder, name))) return join(folder, name);
  }
  return null;
}

function atPath(setting: string, { home, cwd, platform }: Surroundings): string | null {
  const expanded = setting.startsWith('~') ? join(home, setting.slice(1)) : setting;
  const path = isAbsolute(expanded) ? expanded : resolve(cwd, expanded);
  if (isExecutable(path)) return path;
  // A virtual environment is a folder with its interpreter inside.
  const inside = platform === 'win32' ? join(path, 'Scripts', 'python.exe') : join(path, 'bin', 'python');
  return isExecutable(inside) ? inside : null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
