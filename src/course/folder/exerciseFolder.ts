/** The files of one exercise, and how a problem in one of them is told. */
import type { Text } from '../exercise';
import type { Files, Problems } from './problem';

export class ExerciseFolder {
  constructor(
    private readonly files: Files,
    /** With a `/` at its end; empty for the folder itself. */
    private readonly path: string,
    private readonly problems: Problems,
  ) {}

  /** The name of the folder itself, where it stands in another. */
  get name(): string | undefined {
    return this.path.split('/').at(-2);
  }

  /** The text of a file; undefined where there is none. */
  text(name: string): string | undefined {
    return this.files.get(`${this.path}${name}`);
  }

  /** A file that may be written once for each language: `starter.py`, or `starter.en.py` and `starter.ko.py`. */
  localized(stem: string, extension: string): Text | null {
    const [one, en, ko] = ['', '.en', '.ko'].map((part) => this.text(`${stem}${part}.${extension}`));
    const first = en ?? one ?? ko;
    return first === undefined ? null : { en: first, ko: ko ?? one ?? first };
  }

  /** The Python files of a folder below, by names relative to that of the exercise, in order. */
  below(inner: string): readonly string[] {
    const prefix = `${this.path}${inner}/`;
    return [...this.files.keys()]
      .filter((path) => path.startsWith(prefix) && path.endsWith('.py'))
      .map((path) => path.slice(this.path.length))
      .sort();
  }

  add(name: string, line: number | null, message: string): void {
    this.problems.add(`${this.path}${name}`, line, message);
  }

  /** Tells problems of one file. */
  adder(name: string): (line: number | null, message: string) => void {
    return this.problems.of(`${this.path}${name}`);
  }
}

/** What some work gives; null where what is written does not allow it, which `refused` is told. */
export function attempt<T>(work: () => T, refused: (reason: string) => void): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    refused(error.message);
    return null;
  }
}
