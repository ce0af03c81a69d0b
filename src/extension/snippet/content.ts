/** What a snippet holds: its text with a version, what its file is known to hold, and what is kept until it does. */
import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { ExerciseId } from '../../course/exercise';
import type { SnippetText } from '../../protocol/messages';
import { type TextChange, difference } from '../../protocol/textChanges';
import type { PageText } from '../files/heldTexts';
import { editLineEnds } from '../files/lineEnds';
import type { LineEnd } from '../files/lineEnds';
import type { SnippetFile } from '../files/snippetFile';
import type { FileText } from '../files/textFile';

/** Who changed a snippet: the panel, the reset, or anyone else (VS Code's own editor, another program). */
export type ChangeOrigin = 'panel' | 'reset' | 'elsewhere';

/** A change that has happened to a snippet. */
export interface SnippetChange extends SnippetText {
  readonly before: string;
  readonly changes: readonly TextChange[];
  readonly origin: ChangeOrigin;
}

/** What a snippet begins with. */
export interface SnippetStart {
  /** What its file holds, or what a file would hold that is to be written. */
  readonly known: FileText;
  /** The text, where it is not yet what the file holds. */
  readonly unwritten?: string;
  readonly version: number;
  /** Whether there is a file yet. */
  readonly isOnDisk: boolean;
  /** What came of pages of the panel, before this window too. */
  readonly pages?: readonly PageText[];
}

/** Of so many pages it is remembered how much of what was typed in them has come: of several windows, and of reloads. */
const mostPages = 6;

export class SnippetContent extends Disposable {
  private readonly changed = this._register(new vscode.EventEmitter<SnippetChange>());
  readonly onDidChange = this.changed.event;
  /** The text with everything that its file needs beside it. */
  current: FileText;
  /** What the file held when it was last looked at. */
  known: FileText;
  unwritten: boolean;
  /** Whether there has been a file: one that is not there any more has been deleted or renamed. */
  isOnDisk: boolean;
  private currentVersion: number;
  private readonly pages: Map<string, PageText>;

  constructor(
    readonly exercise: ExerciseId,
    private readonly file: SnippetFile,
    { known, unwritten, version, isOnDisk, pages = [] }: SnippetStart,
  ) {
    super();
    this.known = known;
    this.current = unwritten === undefined ? known : edited(known, unwritten);
    this.currentVersion = version;
    this.isOnDisk = isOnDisk;
    this.unwritten = !isOnDisk || unwritten !== undefined;
    this.pages = new Map(pages.map((page) => [page.page, page]));
  }

  get text(): string {
    return this.current.text;
  }

  get version(): number {
    return this.currentVersion;
  }

  snapshot(): SnippetText {
    return { exercise: this.exercise, text: this.text, version: this.version };
  }

  /** The text is another one now. */
  accept(text: string, changes: readonly TextChange[], origin: ChangeOrigin): void {
    const before = this.text;
    this.current = edited(this.current, text, changes);
    this.currentVersion++;
    this.changed.fire({ ...this.snapshot(), before, changes, origin });
  }

  /** Takes over what the file holds: text, line ends and encoding. */
  adopt(there: FileText, origin: ChangeOrigin): void {
    if (there.text !== this.text) this.accept(there.text, difference(this.text, there.text), origin);
    this.current = { ...there, lastEnd: lastEndOf(there.ends.length === 0 ? this.current : there) };
    this.known = there;
    this.isOnDisk = true;
  }

  /** How much of what was typed in a page has come. */
  fromPage(page: string): PageText | undefined {
    return this.pages.get(page);
  }

  /** What was typed in a page has come as far as this. */
  came(typed: PageText): void {
    this.pages.delete(typed.page);
    this.pages.set(typed.page, typed);
    for (const [page] of this.pages) if (this.pages.size > mostPages) this.pages.delete(page);
  }

  /** Holds what the file does not, where it outlives the window; `isElsewhere` says that VS Code sees to the text. */
  hold(isElsewhere = false): Promise<void> {
    const text = this.unwritten && !isElsewhere ? this.text : null;
    return this.file.hold({ base: this.known.text, text, pages: [...this.pages.values()] });
  }
}

/** A file's text after an edit: each line that stays keeps its end. */
export function edited(
  file: FileText,
  text: string,
  changes: readonly TextChange[] = difference(file.text, text),
): FileText {
  const lastEnd = lastEndOf(file);
  return { ...file, text, lastEnd, ends: editLineEnds(file.ends, file.text, text, changes, lastEnd) };
}

/** How lines end, or ended before the last of them was deleted. */
function lastEndOf({ ends, lastEnd }: FileText): LineEnd {
  return ends.at(-1) ?? lastEnd ?? '\n';
}
