/** Reading of modules beside a file of the learner's, for a Python that reads no files itself. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

const mostBytes = 1 << 18;

/** A function that reads UTF-8 files of a folder by their paths in it; null where there is none, or none within it. */
export function readBeside(folder: string): (path: string) => Promise<string | null> {
  return async (path) => {
    try {
      const [root, place] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
      // A link may lead elsewhere.
      if (!place.startsWith(root.endsWith(sep) ? root : root + sep)) return null;
      const { size, isFile } = await stat(place).then((found) => ({
        size: found.size,
        isFile: found.isFile(),
      }));
      return isFile && size <= mostBytes ? await readFile(place, 'utf8') : null;
    } catch {
      return null;
    }
  };
}
