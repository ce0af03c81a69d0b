/** What is wrong with a folder of exercises, told so that its author can mend it. */

export interface Problem {
  /** Relative to the folder that was read, with `/` between names. */
  readonly file: string;
  /** 1-based; null where it is of the file as a whole. */
  readonly line: number | null;
  /** What is wrong, and what to do about it. */
  readonly message: string;
}

/** Texts by path, relative to a folder, with `/` between names. */
export type Files = ReadonlyMap<string, string>;

/** The texts of a folder, and which of its files could not be read as texts. */
export interface FolderFiles {
  readonly files: Files;
  readonly unread: readonly Problem[];
}

/** Collects the problems of one file. */
export class Problems {
  readonly found: Problem[] = [];

  add(file: string, line: number | null, message: string): void {
    this.found.push({ file, line, message });
  }

  /** For one file: what is added names its line only. */
  of(file: string): (line: number | null, message: string) => void {
    return (line, message) => {
      this.add(file, line, message);
    };
  }
}
