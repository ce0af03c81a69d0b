/** A snippet and the documents of VS Code's own editors: both hold the same text, whoever types. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { type TextChange, difference } from '../../protocol/textChanges';
import { heldDocument } from '../files/documents';
import { uniformEnds } from '../files/lineEnds';
import type { SnippetFile } from '../files/snippetFile';
import { getsMark } from '../files/unicode';
import { toLf, toTextChanges } from '../files/textSync';
import type { RangeChange } from '../files/textSync';
import type { ChangeOrigin, SnippetContent } from './content';
import type { OnDisk } from './onDisk';
import { lineEndOf, workspaceEdit } from './workspaceEdit';

/** What a document event said, with the text as it was at that moment. */
export interface DocumentEvent {
  readonly text: string;
  readonly changes: readonly RangeChange[];
}

/** How long a document may lag behind its file before the snippet's text is put into it. */
const staleMs = 1000;
const pollMs = 20;

export class InEditors {
  /** Document events that wait until the edit under way has been answered; undefined while none is under way. */
  private held: DocumentEvent[] | undefined;
  /** The line end that the editor's document had at first; another one later is the learner's own choice. */
  private editorEnd: '\n' | '\r\n' | undefined;

  constructor(
    private readonly content: SnippetContent,
    private readonly file: SnippetFile,
    private readonly disk: OnDisk,
    private readonly report: (error: unknown) => void,
  ) {}

  /** The document that holds the text. None does while the file cannot be decoded: saving it would destroy the file. */
  get holder(): vscode.TextDocument | undefined {
    return this.content.current.whole ? heldDocument(this.file.uri) : undefined;
  }

  /** No editor holds the text any more. */
  left(): void {
    this.editorEnd = undefined;
  }

  /** A document has appeared. */
  appeared(document: vscode.TextDocument): void {
    this.editorEnd ??= lineEndOf(document);
  }

  /** Keeps an event for later where an edit is under way. */
  holdBack(event: DocumentEvent): boolean {
    this.held?.push(event);
    return this.held !== undefined;
  }

  /** Events held back follow once the answer to the edit is on its way. */
  async release(): Promise<void> {
    if (!this.held) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.followHeld();
  }

  follow(event: DocumentEvent): void {
    const { content } = this;
    if (event.text === content.text) return;
    content.accept(event.text, toTextChanges(content.text, event.text, event.changes), 'elsewhere');
  }

  /**
   * Makes changes to the document that holds the text. VS Code applies the edit only if the document is still what we
   * saw, so the first event from then on is ours when it says yes, and none is when it says no.
   */
  async apply(
    document: vscode.TextDocument,
    changes: readonly TextChange[],
    after: string,
    origin: ChangeOrigin,
  ): Promise<boolean> {
    if (toLf(document.getText()) !== this.content.text) {
      await this.agreeWith(document, []);
      return false;
    }
    const held: DocumentEvent[] = [];
    this.held = held;
    const edit = workspaceEdit(document.uri, this.content.text, changes);
    if (!(await vscode.workspace.applyEdit(edit))) {
      this.followHeld();
      return false;
    }
    const own = held.shift();
    this.content.accept(after, changes, origin);
    // VS Code may have adjusted what we inserted; the rest then reaches the panel like anyone's change.
    if (own && own.text !== after) held.unshift({ text: own.text, changes: [] });
    return true;
  }

  /**
   * A document with unsaved changes is right, unless the snippet has some too. Without, it is right when it is what
   * the file holds; else it is a stale one, kept from an earlier tab, which VS Code is about to read again.
   */
  async agreeWith(document: vscode.TextDocument, changes: readonly RangeChange[]): Promise<void> {
    const { content } = this;
    if (!content.current.whole) return;
    await this.lendEncoding(document);
    const differs = (): boolean => !document.isClosed && toLf(document.getText()) !== content.text;
    if (differs() && content.unwritten && !document.isDirty) await this.disk.write().catch(this.report);
    for (let waited = 0; waited < staleMs && differs() && !content.unwritten; waited += pollMs) {
      const theirs = toLf(document.getText());
      if (document.isDirty || ((await this.file.read())?.text ?? theirs) === theirs) {
        this.follow({ text: theirs, changes });
        return;
      }
      await sleep(pollMs);
    }
    if (differs()) await this.pushInto(document);
  }

  /** VS Code has saved a document: perhaps in another encoding, or with other line ends, which the learner chose. */
  async saved(document: vscode.TextDocument): Promise<void> {
    const { content } = this;
    if (document.isDirty || toLf(document.getText()) !== content.text) return;
    const name = document.encoding;
    if (name !== content.current.encoding.name) {
      this.file.choose(name);
      content.current = { ...content.current, encoding: { name, mark: getsMark(name) }, whole: true };
    }
    const end = lineEndOf(document);
    if (this.editorEnd !== undefined && end !== this.editorEnd)
      content.current = { ...content.current, ends: uniformEnds(end, content.text) };
    this.editorEnd = end;
    await this.disk.saved();
  }

  /**
   * The learner has reopened the file with another encoding, in VS Code; or VS Code has found a mark in it. Where the
   * document is not what the file holds in that encoding, it is about to be saved in it, and that will be told.
   */
  async reencoded(document: vscode.TextDocument): Promise<void> {
    const there = await this.file.readIn(document.encoding);
    if (there?.text !== toLf(document.getText())) return;
    if (!there.encoding.mark) this.file.choose(document.encoding);
    await this.disk.readAgain();
  }

  private followHeld(): void {
    const held = this.held ?? [];
    this.held = undefined;
    held.forEach((event) => {
      this.follow(event);
    });
  }

  /** A document that VS Code has opened with another encoding than the file has is read again with that one. */
  private async lendEncoding(document: vscode.TextDocument): Promise<void> {
    const encoding = this.content.current.encoding.name;
    if (document.isDirty || document.isClosed || document.encoding === encoding) return;
    // One that has been changed meanwhile keeps its own.
    const reopened = vscode.workspace.openTextDocument(document.uri, { encoding });
    await Promise.resolve(reopened).catch(() => undefined);
  }

  /** Puts the text into a document, and looks whether it is there: VS Code may be reading the file just then. */
  private async pushInto(document: vscode.TextDocument): Promise<void> {
    const { content } = this;
    for (let attempt = 0; attempt < 5; attempt++) {
      const open = this.holder ?? document;
      const theirs = toLf(open.getText());
      if (open.isClosed || theirs === content.text) return;
      this.held = [];
      const edit = workspaceEdit(open.uri, theirs, difference(theirs, content.text));
      if (await vscode.workspace.applyEdit(edit)) content.unwritten = false;
      await sleep(pollMs);
      this.held = undefined;
    }
  }
}
