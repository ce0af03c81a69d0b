/** `course new DIR`: a chapter with one exercise that is sound, to go on from. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { exerciseIdPattern } from '../../course/exercise';
import type { Output } from '../output';
import { printable } from '../printable';
import { reasonOf } from '../source';
import { UsageError } from '../usage';
import { networkFiles, solutionFiles } from './scaffoldFiles';

/** Writes the files; resolves with the exit status. A `UsageError` where the folder holds something already. */
export async function courseNew(folder: string, isNetwork: boolean, output: Output): Promise<number> {
  const root = resolve(folder);
  const id = basename(root)
    .replace(/^\d+-/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const chapter = exerciseIdPattern.test(id) ? id : 'my-chapter';
  try {
    if (existsSync(root) && readdirSync(root).length > 0) {
      throw new UsageError(`${printable(folder)} is not empty: name a folder that is not there yet`);
    }
    for (const [name, text] of Object.entries(isNetwork ? networkFiles(chapter) : solutionFiles(chapter))) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot write the folder ${printable(folder)}: ${reasonOf(error)}`);
  }
  const place = printable(folder);
  await output.write(
    `${place} holds a chapter with one exercise. Try it: backprop-tutor course check ${place}\n` +
      `To see it in VS Code, add the folder to the setting backpropTutor.courses.\n`,
  );
  return 0;
}
