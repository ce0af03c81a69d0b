import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The files under a folder whose names end so, in a stable order. */
export async function filesMatching(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}
