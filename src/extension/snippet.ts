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
import { Disposable } from './disposable';
import type { ExerciseId } from '../course/exercise';
import type { EditOutcome, SnippetText, TextChange } from '../protocol/messages';
import { writeBytes } from './files/anyFile';
import { heldDocument, openDocument } from './files/documents';
import { FileFault } from './files/fileFault';
import { editLineEnds, uniformEnds } from './files/lineEnds';
import type { LineEnd } from './files/lineEnds';
import { carryOver, mergeTexts } from './files/mergeTexts';
import type { SnippetFile } from './files/snippetFile';
import { encodeFile } from './files/textFile';
import type { FileText } from './files/textFile';
import { getsMark } from './files/unicode';
import {
  applyChanges,
  areApplicable,
  difference,
  lineStarts,
  positionAt,
  toLf,
  toTextChanges,
} from './textSync';
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

/** How long a document may lag behind its file before the snippet's text is put into it. */
const staleMs = 1000;
const pollMs = 20;

/** What a snippet begins with. */
export interface SnippetStart {
  /** What its file holds, or what a file would hold that is to be written. */
  readonly known: FileText;
  /** The text, where it is not yet what the file holds. */
  readonly unwritten?: string;
  readonly version: number;
  /** Whether there is a file yet. */
  readonly isOnDisk: boolean;
}

export class Snippet extends Disposable {
  private readonly changed = this._register(new vscode.EventEmitter<SnippetChange>());
  readonly onDidChange = this.changed.event;
  /** The text with everything that its file needs beside it. */
  private current: FileText;
  /** What the file held when it was last looked at. */
  private known: FileText;
  private currentVersion: number;
  private queue: Promise<unknown> = Promise.resolve();
  /** Document events that wait until the edit under way has been answered; undefined while none is under way. */
  private held: DocumentEvent[] | undefined;
  private unwritten: boolean;
  /** Whether there has been a file: one that is not there any more has been deleted or renamed. */
  private isOnDisk: boolean;
  private isDisposed = false;
  /** The line end that the editor's document had at first; another one later is the learner's own choice. */
  private editorEnd: '\n' | '\r\n' | undefined;

  constructor(
    readonly exercise: ExerciseId,
    private readonly file: SnippetFile,
    { known, unwritten, version, isOnDisk }: SnippetStart,
    private readonly reportError: (error: unknown) => void,
  ) {
    super();
    this.known = known;
    this.current = known;
    this.currentVersion = version;
    this.isOnDisk = isOnDisk;
    this.unwritten = !isOnDisk || unwritten !== undefined;
    if (unwritten !== undefined) this.current = edited(known, unwritten);
  }

  get uri(): vscode.Uri {
    return this.file.uri;
  }

  get text(): string {
    return this.current.text;
  }

  get version(): number {
    return this.currentVersion;
  }

  /** The name that VS Code has for the encoding of the file. */
  get encoding(): string {
    return this.current.encoding.name;
  }

  /** What is wrong with the file has been told when it was found. */
  private readonly report = (error: unknown): void => {
    if (!(error instanceof FileFault)) this.reportError(error);
  };

  snapshot(): SnippetText {
    return { exercise: this.exercise, text: this.text, version: this.currentVersion };
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
      const applicable = areApplicable(changes, this.text.length);
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
    if (!document.isDirty && !document.isClosed && document.encoding !== this.encoding) {
      this.documentReencoded(document);
      return;
    }
    if (changes.length === 0) return;
    const event = { text: toLf(document.getText()), changes };
    if (this.held) this.held.push(event);
    else if (!this.heldByEditor()) this.reconcile('elsewhere');
    else if (document.isDirty && !this.unwritten) this.follow(event);
    else this.meet(document, changes);
  }

  /**
   * The learner has reopened the file with another encoding, in VS Code; or VS Code has found a mark in it. Where the
   * document is not what the file holds in that encoding, it is about to be saved in it, and that will be told.
   */
  private documentReencoded(document: vscode.TextDocument): void {
    this.enqueue(async () => {
      const there = await this.file.readIn(document.encoding);
      if (there?.text !== toLf(document.getText())) return;
      if (!there.encoding.mark) this.file.choose(document.encoding);
      await this.readAgain();
    }).catch(this.report);
  }

  /** A document or a tab of this snippet has appeared: sees to it that both hold the same text. */
  meet(document: vscode.TextDocument, changes: readonly RangeChange[] = []): void {
    this.editorEnd ??= lineEndOf(document);
    this.enqueue(() => this.agreeWith(document, changes)).catch(this.report);
  }

  /** VS Code has saved a document of this snippet. */
  documentSaved(document: vscode.TextDocument): void {
    this.enqueue(async () => {
      if (document.isDirty || toLf(document.getText()) !== this.text) return;
      const name = document.encoding;
      if (name !== this.encoding) {
        // Saved with another encoding, which the learner chose in VS Code.
        this.file.choose(name);
        this.current = { ...this.current, encoding: { name, mark: getsMark(name) }, whole: true };
      }
      const end = lineEndOf(document);
      if (this.editorEnd !== undefined && end !== this.editorEnd)
        this.current = { ...this.current, ends: uniformEnds(end, this.text) };
      this.editorEnd = end;
      await this.file.restore(this.current);
      this.known = this.current;
      this.isOnDisk = true;
      this.unwritten = false;
      this.file.succeeded();
    }).catch(this.report);
  }

  /** Looks at the file again, for example after another program wrote it or a tab was closed without saving. */
  reconcile(origin: ChangeOrigin): void {
    this.enqueue(async () => {
      if (this.heldByEditor()) return;
      this.editorEnd = undefined;
      const there = this.unwritten ? undefined : await this.look();
      if (this.isDisposed) return;
      if (there) this.adopt(there, origin);
      else await this.write();
    }).catch(this.report);
  }

  /** Writes what is not yet on disk. Rejects with a `FileFault` where it cannot be written. */
  flush(): Promise<void> {
    return this.enqueue(() => (this.unwritten ? this.write() : Promise.resolve()));
  }

  /** Reads the file in this encoding from now on, here and in an editor of VS Code that has it open. */
  async readAs(encoding: string): Promise<void> {
    this.file.choose(encoding);
    await this.enqueue(() => this.readAgain());
    const document = openDocument(this.uri);
    if (document && !document.isDirty) await vscode.workspace.openTextDocument(this.uri, { encoding });
  }

  /** Writes the text in another encoding from now on. */
  encodeAs(name: string): Promise<void> {
    return this.enqueue(async () => {
      this.current = { ...this.current, encoding: { name, mark: getsMark(name) } };
      await this.write();
      // Not before: until then the file is in the other one.
      this.file.choose(name);
    });
  }

  /** Gives what stands in the file's place another name, and writes the text; tells that other name. */
  setAside(): Promise<string> {
    return this.enqueue(async () => {
      const name = await this.file.setAside();
      this.file.choose(undefined);
      this.isOnDisk = false;
      this.known = await this.file.begin(this.known.text);
      this.current = edited(this.known, this.text);
      await this.write();
      return name;
    });
  }

  /** Writes a copy of the file as it is, or as it would be. Rejects with a `FileFault`. */
  copyTo(uri: vscode.Uri): Promise<void> {
    return this.enqueue(async () => {
      const { whole } = this.current;
      const bytes = whole ? await encodeFile(this.file.name, this.current) : await this.file.readBytes();
      await writeBytes(uri, bytes ?? new Uint8Array());
    });
  }

  override dispose(): void {
    this.isDisposed = true;
    this.file.unschedule();
    super.dispose();
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
    const there = await this.file.readSettled(this.text).catch(() => undefined);
    if (there) this.adopt(there, 'elsewhere');
  }

  private async apply(changes: readonly TextChange[], origin: ChangeOrigin): Promise<boolean> {
    const after = applyChanges(this.text, changes);
    if (after === this.text) return true;
    const document = this.heldByEditor();
    if (document && toLf(document.getText()) !== this.text) {
      await this.agreeWith(document, []);
      return false;
    }
    if (document) return this.applyToDocument(document, changes, after, origin);
    this.accept(after, changes, origin);
    this.unwritten = true;
    if (this.file.isFailing) this.file.keep({ base: this.known.text, text: after });
    this.file.schedule();
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
    const applied = await vscode.workspace.applyEdit(workspaceEdit(document.uri, this.text, changes));
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

  /** A document that VS Code has opened with another encoding than the file has is read again with that one. */
  private async lendEncoding(document: vscode.TextDocument): Promise<void> {
    if (document.isDirty || document.isClosed || document.encoding === this.encoding) return;
    // One that has been changed meanwhile keeps its own.
    const reopened = vscode.workspace.openTextDocument(document.uri, { encoding: this.encoding });
    await Promise.resolve(reopened).catch(() => undefined);
  }

  /**
   * A document with unsaved changes is right, unless the snippet has some too. Without, it is right when it is what
   * the file holds; else it is a stale one, kept from an earlier tab, which VS Code is about to read again.
   */
  private async agreeWith(document: vscode.TextDocument, changes: readonly RangeChange[]): Promise<void> {
    if (!this.current.whole) return;
    await this.lendEncoding(document);
    const differs = (): boolean => !document.isClosed && toLf(document.getText()) !== this.text;
    if (differs() && this.unwritten && !document.isDirty) await this.write().catch(this.report);
    for (let waited = 0; waited < staleMs && differs() && !this.unwritten; waited += pollMs) {
      const theirs = toLf(document.getText());
      if (document.isDirty || ((await this.file.read())?.text ?? theirs) === theirs) {
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
      if (open.isClosed || theirs === this.text) return;
      this.held = [];
      const edit = workspaceEdit(open.uri, theirs, difference(theirs, this.text));
      if (await vscode.workspace.applyEdit(edit)) this.unwritten = false;
      await sleep(pollMs);
      this.held = undefined;
    }
  }

  /** Reads the file. A fault is told; the text stays, and will be written once that is possible. */
  private async look(): Promise<FileText | undefined> {
    try {
      return await this.file.readSettled(this.text);
    } catch (error) {
      this.unwritten = true;
      throw this.file.failed(error, { base: this.known.text, text: this.text });
    }
  }

  /** Reads the file anew in the encoding that was chosen for it; what was edited meanwhile stays. */
  private async readAgain(): Promise<void> {
    const there = await this.file.read();
    if (!there) return;
    if (!there.whole) {
      this.file.succeeded();
      this.file.failed(this.file.undecodable(there), undefined);
    }
    const { unwritten } = this;
    const carried = unwritten ? carryOver(this.known.text, this.text, there.text) : there.text;
    this.adopt(there, carried === undefined ? 'reset' : 'elsewhere');
    if (carried === undefined || carried === there.text) {
      if (unwritten) this.file.succeeded();
      this.unwritten = false;
      return;
    }
    this.accept(carried, difference(this.text, carried), 'elsewhere');
    await this.write();
  }

  private follow(event: DocumentEvent): void {
    if (event.text === this.text) return;
    this.accept(event.text, toTextChanges(this.text, event.text, event.changes), 'elsewhere');
  }

  /** Takes over what the file holds: text, line ends and encoding. */
  private adopt(there: FileText, origin: ChangeOrigin): void {
    if (there.text !== this.text) this.accept(there.text, difference(this.text, there.text), origin);
    this.current = { ...there, lastEnd: lastEndOf(there.ends.length === 0 ? this.current : there) };
    this.known = there;
    this.isOnDisk = true;
  }

  private accept(text: string, changes: readonly TextChange[], origin: ChangeOrigin): void {
    const before = this.text;
    this.current = edited(this.current, text, changes);
    this.currentVersion++;
    this.changed.fire({ ...this.snapshot(), before, changes, origin });
  }

  /** Writes the text. What another program has written there meanwhile is merged, never written over. */
  private async write(): Promise<void> {
    this.file.unschedule();
    try {
      const there = await this.file.readSettled(this.known.text);
      if (there && !there.whole) throw this.file.undecodable(there);
      if (there && there.text !== this.known.text) this.mergeWith(there);
      const isGone = !there && this.isOnDisk;
      const written = this.current;
      this.unwritten = false;
      await this.file.write(written);
      this.known = written;
      this.isOnDisk = true;
      if (isGone) this.file.tellGone();
    } catch (error) {
      this.unwritten = true;
      throw this.file.failed(error, { base: this.known.text, text: this.text });
    }
  }

  private mergeWith(there: FileText): void {
    const merged = mergeTexts(this.known.text, this.text, there.text);
    const ends = edited(there, merged);
    if (merged !== this.text) this.accept(merged, difference(this.text, merged), 'elsewhere');
    this.current = ends;
    this.known = there;
  }

  /** The document that holds the text. None does while the file cannot be decoded: saving it would destroy the file. */
  private heldByEditor(): vscode.TextDocument | undefined {
    return this.current.whole ? heldDocument(this.uri) : undefined;
  }
}

/** A file's text after an edit: each line that stays keeps its end. */
function edited(
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

function lineEndOf(document: vscode.TextDocument): '\n' | '\r\n' {
  return document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
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
