/** A course that was written by hand after the README alone, in a folder of its own outside the project. */
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../host/paths';

export class LecturersCourse {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'bpt-course-')));

  constructor() {
    cpSync(join(projectRoot, 'test/data/lecturersCourse'), this.path, { recursive: true });
  }

  read(file: string): string {
    return readFileSync(join(this.path, file), 'utf8');
  }

  /** Writes over a file what `change` makes of it. */
  edit(file: string, change: (text: string) => string): void {
    const before = this.read(file);
    const text = change(before);
    if (text === before) throw new Error(`nothing changes in ${file}`);
    writeFileSync(join(this.path, file), text);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
