/**
 * One snippet: a text with a version, kept the same in the panel, in VS Code's own editors and on disk.
 *
 * Who holds the text depends on whether VS Code has it open in a tab. If so, the document does: the panel's edits
 * become workspace edits, so they are on that editor's undo stack, the tab shows as unsaved, and saving, hot exit and
 * format-on-save are the person's own. If not, the file does, written directly and soon: a workspace edit would open
 * a tab behind the person's back, and saving it would run their formatters under the cursor in the panel.
 */
import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { ExerciseId } from '../../course/exercise';
import type { EditOutcome, SnippetText, Typed } from '../../protocol/messages';
import { type TextChange, applyChanges, areApplicable, difference } from '../../protocol/textChanges';
import { openDocument } from '../files/documents';
import { FileFault } from '../files/fileFault';
import type { PageText } from '../files/heldTexts';
import type { SnippetFile } from '../files/snippetFile';
import { toLf } from '../files/textSync';
import type { RangeChange } from '../files/textSync';
import { SnippetContent } from './content';
import type { ChangeOrigin, SnippetStart } from './content';
import { InEditors } from './inEditors';
import { OnDisk } from './onDisk';
import { withTyped } from './typed';

/** A change to a text that may be another one by then is tried so often. */
const attempts = 3;

export class Snippet extends Disposable {
  private readonly content: SnippetContent;
  readonly onDidChange: SnippetContent['onDidChange'];
  private readonly disk: OnDisk;
  private readonly editors: InEditors;
  private queue: Promise<unknown> = Promise.resolve();
  private isDisposed = false;

  constructor(
    readonly exercise: ExerciseId,
    private readonly file: SnippetFile,
    start: SnippetStart,
    private readonly reportError: (error: unknown) => void,
  ) {
    super();
    this.content = this._register(new SnippetContent(exercise, file, start));
    this.onDidChange = this.content.onDidChange;
    this.disk = new OnDisk(this.content, file);
    this.editors = new InEditors(this.content, file, this.disk, this.report);
  }

  get uri(): vscode.Uri {
    return this.file.uri;
  }

  get text(): string {
    return this.content.text;
  }

  get version(): number {
    return this.content.version;
  }

  /** What is wrong with the file has been told when it was found. */
  private readonly report = (error: unknown): void => {
    if (!(error instanceof FileFault)) this.reportError(error);
  };

  snapshot(): SnippetText {
    return this.content.snapshot();
  }

  /** Waits for all edits asked for so far, then gives the text they led to. */
  settled(): Promise<SnippetText> {
    return this.enqueue(() => Promise.resolve(this.snapshot()));
  }

  /**
   * Applies changes made against a version; refuses when the text has moved on, and says what it is now. Once it has
   * answered, they outlive the window, even where the file cannot be written. `typed` tells how many changes the page
   * of the panel had made by then.
   */
  edit(
    version: number,
    changes: readonly TextChange[],
    typed?: Omit<PageText, 'text'>,
  ): Promise<EditOutcome> {
    return this.enqueue(async () => {
      await this.catchUp();
      const applicable = areApplicable(changes, this.text.length);
      if (version !== this.version || !applicable) return { ok: false, snippet: this.snapshot() };
      const after = applyChanges(this.text, changes);
      const done = await this.apply(changes, 'panel', typed && { ...typed, text: after });
      return done ? { ok: true, version: this.version } : { ok: false, snippet: this.snapshot() };
    });
  }

  /** Takes in what was typed in a page of the panel that went away before all of it had come as edits. */
  async takeIn(typed: Typed): Promise<SnippetText> {
    const { page, count, text } = typed;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const done = await this.enqueue(async () => {
        await this.catchUp();
        const after = withTyped(typed, this.content.fromPage(page), this.text);
        if (after === undefined) return true;
        return this.apply(difference(this.text, after), 'elsewhere', { page, count, text });
      });
      if (done) break;
    }
    return this.snapshot();
  }

  /** Replaces the whole text, whatever it is by then; false where VS Code would not let it. */
  async replace(text: string, origin: ChangeOrigin): Promise<boolean> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const done = await this.enqueue(async () => {
        await this.catchUp();
        return this.apply(difference(this.text, toLf(text)), origin);
      });
      if (done) return true;
    }
    return false;
  }

  /**
   * Takes in what happened to a document of this snippet. One without unsaved changes may have been read from the
   * file, perhaps before our last write reached it, so it is looked at more closely. (VS Code tells that a document
   * has unsaved changes only after the first of them.)
   */
  documentChanged(document: vscode.TextDocument, changes: readonly RangeChange[]): void {
    const { editors, content } = this;
    if (!document.isDirty && !document.isClosed && document.encoding !== content.current.encoding.name) {
      this.enqueue(() => editors.reencoded(document)).catch(this.report);
      return;
    }
    if (changes.length === 0) return;
    const event = { text: toLf(document.getText()), changes };
    if (editors.holdBack(event)) return;
    if (!editors.holder) this.reconcile('elsewhere');
    else if (document.isDirty && !content.unwritten) editors.follow(event);
    else this.meet(document, changes);
  }

  /** A document or a tab of this snippet has appeared: sees to it that both hold the same text. */
  meet(document: vscode.TextDocument, changes: readonly RangeChange[] = []): void {
    this.editors.appeared(document);
    this.enqueue(() => this.editors.agreeWith(document, changes)).catch(this.report);
  }

  /** VS Code has saved a document of this snippet. */
  documentSaved(document: vscode.TextDocument): void {
    this.enqueue(() => this.editors.saved(document)).catch(this.report);
  }

  /** Looks at the file again, for example after another program wrote it or a tab was closed without saving. */
  reconcile(origin: ChangeOrigin): void {
    this.enqueue(async () => {
      if (this.editors.holder) return;
      this.editors.left();
      const there = this.content.unwritten ? undefined : await this.disk.look();
      if (this.isDisposed) return;
      if (there) this.content.adopt(there, origin);
      else await this.disk.write();
    }).catch(this.report);
  }

  /** Writes what is not yet on disk. Rejects with a `FileFault` where it cannot be written. */
  flush(): Promise<void> {
    return this.enqueue(() => (this.content.unwritten ? this.disk.write() : Promise.resolve()));
  }

  /** Reads the file in this encoding from now on, here and in an editor of VS Code that has it open. */
  async readAs(encoding: string): Promise<void> {
    this.file.choose(encoding);
    await this.enqueue(() => this.disk.readAgain());
    const document = openDocument(this.uri);
    if (document && !document.isDirty) await vscode.workspace.openTextDocument(this.uri, { encoding });
  }

  /** Writes the text in another encoding from now on. */
  encodeAs(name: string): Promise<void> {
    return this.enqueue(() => this.disk.encodeAs(name));
  }

  /** Gives what stands in the file's place another name, and writes the text; tells that other name. */
  setAside(): Promise<string> {
    return this.enqueue(() => this.disk.setAside());
  }

  /** Writes a copy of the file as it is, or as it would be. Rejects with a `FileFault`. */
  copyTo(uri: vscode.Uri): Promise<void> {
    return this.enqueue(() => this.disk.copyTo(uri));
  }

  override dispose(): void {
    this.isDisposed = true;
    this.file.unschedule();
    super.dispose();
  }

  /** One thing at a time, in the order asked for. */
  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.then(
      () => this.editors.release(),
      () => this.editors.release(),
    );
    return result;
  }

  /**
   * Looks at the file before the first change that is not in it yet. Another window may have written there a moment
   * ago, and the news of that takes its time; a change to the text from before would undo what was written.
   */
  private async catchUp(): Promise<void> {
    if (this.content.unwritten || this.editors.holder) return;
    // A file that is gone or cannot be read stops nobody from typing; writing will tell.
    const there = await this.file.readSettled(this.text).catch(() => undefined);
    if (there) this.content.adopt(there, 'elsewhere');
  }

  private async apply(
    changes: readonly TextChange[],
    origin: ChangeOrigin,
    typed?: PageText,
  ): Promise<boolean> {
    const { content, editors } = this;
    const after = applyChanges(this.text, changes);
    const document = editors.holder;
    if (after === this.text) {
      if (typed) content.came(typed);
      return true;
    }
    if (document && !(await editors.apply(document, changes, after, origin))) return false;
    if (!document) {
      content.accept(after, changes, origin);
      content.unwritten = true;
    }
    if (typed) content.came(typed);
    await content.hold(document !== undefined);
    if (!document) this.file.schedule();
    return true;
  }
}
