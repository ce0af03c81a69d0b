/**
 * One snippet: a text with a version, kept the same in the panel, in VS Code's own editors and on disk.
 *
 * Who holds the text depends on whether VS Code has it open in a tab. If so, the document does: the panel's edits
 * become workspace edits, so they are on that editor's undo stack, the tab shows as unsaved, and saving, hot exit and
 * format-on-save are the person's own. If not, the file does, written directly and soon: a workspace edit would open
 * a tab behind the person's back, and saving it would run their formatters under the cursor in the panel.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { ExerciseId } from '../course/exercise';
import type { EditOutcome, SnippetText, TextChange } from '../protocol/messages';
import { byteOrderMark, openDocument, readSettled, readText, withoutMark } from './snippetFile';
import { applyChanges, areApplicable, difference, lineEndOf, lineStarts, positionAt } from './textSync';
import { toLf, toTextChanges, withLineEnds } from './textSync';
import type { RangeChange } from './textSync';

/** Who changed a snippet: the panel, the reset, or anyone else (VS Code's own editor, another program). */
export type ChangeOrigin = 'panel' | 'reset' | 'elsewhere';

/** A change that has happened to a snippet. */
export interface SnippetChange extends SnippetText {
  readonly before: string;
  readonly changes: readonly TextChange[];
  readonly origin: ChangeOrigin;
}

/** What a document event said, with the text as it was at that moment. */
interface DocumentEvent {
  readonly text: string;
  readonly changes: readonly RangeChange[];
}

const writeDelayMs = 150;
/** How long a document may lag behind its file before the snippet's text is put into it. */
const staleMs = 1000;
const pollMs = 20;

export class Snippet implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<SnippetChange>();
  readonly onDidChange = this.changed.event;
  private readonly lineEnd: '\n' | '\r\n';
  private readonly mark: string;
  private currentText: string;
  private queue: Promise<unknown> = Promise.resolve();
  /** Document events that wait until the edit under way has been answered; undefined while none is under way. */
  private held: DocumentEvent[] | undefined;
  private writeTimer: NodeJS.Timeout | undefined;
  private unwritten = false;

  constructor(
    readonly exercise: ExerciseId,
    readonly uri: vscode.Uri,
    fileText: string,
    private currentVersion: number,
    private readonly reportError: (error: unknown) => void,
  ) {
    this.mark = fileText.startsWith(byteOrderMark) ? byteOrderMark : '';
    this.lineEnd = lineEndOf(fileText);
    this.currentText = toLf(withoutMark(fileText));
  }

  get text(): string {
    return this.currentText;
  }

  get version(): number {
    return this.currentVersion;
  }

  snapshot(): SnippetText {
    return { exercise: this.exercise, text: this.currentText, version: this.currentVersion };
  }

  /** Waits for all edits asked for so far, then gives the text they led to. */
  settled(): Promise<SnippetText> {
    return this.enqueue(() => Promise.resolve(this.snapshot()));
  }

  /** Applies changes made against a version; refuses when the text has moved on, and says what it is now. */
  edit(
    version: number,
    changes: readonly TextChange[],
    origin: ChangeOrigin = 'panel',
  ): Promise<EditOutcome> {
    return this.enqueue(async () => {
      await this.catchUp();
      const applicable = areApplicable(changes, this.currentText.length);
      if (version !== this.currentVersion || !applicable) return { ok: false, snippet: this.snapshot() };
      const done = await this.apply(changes, origin);
      return done ? { ok: true, version: this.currentVersion } : { ok: false, snippet: this.snapshot() };
    });
  }

  /** Replaces the whole text, whatever it is by then; false where VS Code would not let it. */
  async replace(text: string, origin: ChangeOrigin): Promise<boolean> {
    for (let attempt = 0; attempt < 3; attempt++) {
      const done = await this.enqueue(async () => {
        await this.catchUp();
        return this.apply(difference(this.currentText, toLf(text)), origin);
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
    if (changes.length === 0) return;
    const event = { text: toLf(document.getText()), changes };
    if (this.held) this.held.push(event);
    else if (!this.heldByEditor()) this.reconcile('elsewhere');
    else if (document.isDirty && !this.unwritten) this.follow(event);
    else this.meet(document, changes);
  }

  /** A document or a tab of this snippet has appeared: sees to it that both hold the same text. */
  meet(document: vscode.TextDocument, changes: readonly RangeChange[] = []): void {
    this.enqueue(() => this.agreeWith(document, changes)).catch(this.reportError);
  }

  /** Looks at the file again, for example after another program wrote it or a tab was closed without saving. */
  reconcile(origin: ChangeOrigin): void {
    this.enqueue(async () => {
      if (this.heldByEditor()) return;
      const onDisk = this.unwritten ? undefined : await readSettled(this.uri, this.currentText);
      if (onDisk === undefined) return this.write();
      const theirs = toLf(withoutMark(onDisk));
      if (theirs !== this.currentText) this.accept(theirs, difference(this.currentText, theirs), origin);
    }).catch(this.reportError);
  }

  /** Writes what is not yet on disk. */
  flush(): Promise<void> {
    return this.enqueue(() => (this.unwritten ? this.write() : Promise.resolve()));
  }

  dispose(): void {
    clearTimeout(this.writeTimer);
    this.changed.dispose();
  }

  /** One thing at a time, in the order asked for. Events held back meanwhile follow once the answer is on its way. */
  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.then(
      () => this.release(),
      () => this.release(),
    );
    return result;
  }

  private async release(): Promise<void> {
    if (!this.held) return;
    await new Promise((resolve) => setImmediate(resolve));
    const held = this.held;
    this.held = undefined;
    held.forEach((event) => {
      this.follow(event);
    });
  }

  /**
   * Looks at the file before the first change that is not in it yet. Another window may have written there a moment
   * ago, and the news of that takes its time; a change to the text from before would undo what was written.
   */
  private async catchUp(): Promise<void> {
    if (this.unwritten || this.heldByEditor()) return;
    // A file that is gone or cannot be read stops nobody from typing; writing will tell.
    const onDisk = await readSettled(this.uri, this.currentText).catch(() => undefined);
    if (onDisk !== undefined) this.follow({ text: toLf(withoutMark(onDisk)), changes: [] });
  }

  private async apply(changes: readonly TextChange[], origin: ChangeOrigin): Promise<boolean> {
    const after = applyChanges(this.currentText, changes);
    if (after === this.currentText) return true;
    const document = this.heldByEditor();
    if (document && toLf(document.getText()) !== this.currentText) {
      await this.agreeWith(document, []);
      return false;
    }
    if (document) return this.applyToDocument(document, changes, after, origin);
    this.accept(after, changes, origin);
    this.unwritten = true;
    // From the first edit that is not on disk, not from the last: somebody who types without a pause is saved too.
    this.writeTimer ??= setTimeout(() => {
      this.writeTimer = undefined;
      this.flush().catch(this.reportError);
    }, writeDelayMs);
    return true;
  }

  /**
   * VS Code applies the edit only if the document is still what we saw, so the first event from then on is ours when
   * it says yes, and none is when it says no.
   */
  private async applyToDocument(
    document: vscode.TextDocument,
    changes: readonly TextChange[],
    after: string,
    origin: ChangeOrigin,
  ): Promise<boolean> {
    const held: DocumentEvent[] = [];
    this.held = held;
    const applied = await vscode.workspace.applyEdit(workspaceEdit(document.uri, this.currentText, changes));
    if (!applied) {
      this.held = undefined;
      held.forEach((event) => {
        this.follow(event);
      });
      return false;
    }
    const own = held.shift();
    this.accept(after, changes, origin);
    // VS Code may have adjusted what we inserted; the rest then reaches the panel like anyone's change.
    if (own && own.text !== after) held.unshift({ text: own.text, changes: [] });
    return true;
  }

  /**
   * A document with unsaved changes is right, unless the snippet has some too. Without, it is right when it is what
   * the file holds; else it is a stale one, kept from an earlier tab, which VS Code is about to read again.
   */
  private async agreeWith(document: vscode.TextDocument, changes: readonly RangeChange[]): Promise<void> {
    const differs = (): boolean => !document.isClosed && toLf(document.getText()) !== this.currentText;
    if (differs() && this.unwritten && !document.isDirty) await this.write();
    for (let waited = 0; waited < staleMs && differs() && !this.unwritten; waited += pollMs) {
      const theirs = toLf(document.getText());
      if (document.isDirty || toLf(withoutMark((await readText(this.uri)) ?? theirs)) === theirs) {
        this.follow({ text: theirs, changes });
        return;
      }
      await sleep(pollMs);
    }
    if (differs()) await this.pushInto(document);
  }

  /** Puts the text into a document, and looks whether it is there: VS Code may be reading the file just then. */
  private async pushInto(document: vscode.TextDocument): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt++) {
      const open = this.heldByEditor() ?? document;
      const theirs = toLf(open.getText());
      if (open.isClosed || theirs === this.currentText) return;
      this.held = [];
      const edit = workspaceEdit(open.uri, theirs, difference(theirs, this.currentText));
      if (await vscode.workspace.applyEdit(edit)) this.unwritten = false;
      await sleep(pollMs);
      this.held = undefined;
    }
  }

  private follow(event: DocumentEvent): void {
    if (event.text === this.currentText) return;
    this.accept(event.text, toTextChanges(this.currentText, event.text, event.changes), 'elsewhere');
  }

  private accept(text: string, changes: readonly TextChange[], origin: ChangeOrigin): void {
    const before = this.currentText;
    this.currentText = text;
    this.currentVersion++;
    this.changed.fire({ ...this.snapshot(), before, changes, origin });
  }

  private async write(): Promise<void> {
    clearTimeout(this.writeTimer);
    this.writeTimer = undefined;
    const text = this.mark + withLineEnds(this.currentText, this.lineEnd);
    this.unwritten = false;
    try {
      await vscode.workspace.fs.writeFile(this.uri, new TextEncoder().encode(text));
    } catch (error) {
      this.unwritten = true;
      throw error;
    }
  }

  /** The document that holds the text: one that a tab or an editor shows, or that has changes nobody saved. */
  private heldByEditor(): vscode.TextDocument | undefined {
    const document = openDocument(this.uri);
    if (!document || document.isClosed) return undefined;
    return document.isDirty || isShown(this.uri.toString()) ? document : undefined;
  }
}

/** Whether a tab or a visible editor shows this address. */
function isShown(key: string): boolean {
  if (vscode.window.visibleTextEditors.some((editor) => editor.document.uri.toString() === key)) return true;
  return vscode.window.tabGroups.all.some((group) => group.tabs.some((tab) => tabShows(tab, key)));
}

/** Whether a tab shows this address, by itself or in a comparison. */
export function tabShows(tab: vscode.Tab, key: string): boolean {
  const { input } = tab;
  if (input instanceof vscode.TabInputText) return input.uri.toString() === key;
  if (!(input instanceof vscode.TabInputTextDiff)) return false;
  return input.original.toString() === key || input.modified.toString() === key;
}

function workspaceEdit(uri: vscode.Uri, text: string, changes: readonly TextChange[]): vscode.WorkspaceEdit {
  const starts = lineStarts(text);
  const position = (offset: number): vscode.Position => {
    const { line, character } = positionAt(starts, offset);
    return new vscode.Position(line, character);
  };
  const edit = new vscode.WorkspaceEdit();
  for (const { from, to, insert } of changes) {
    edit.replace(uri, new vscode.Range(position(from), position(to)), insert);
  }
  return edit;
}
