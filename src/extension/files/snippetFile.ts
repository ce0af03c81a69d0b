/** One snippet on disk: what its file holds, what is not in it yet, and what to do when it cannot be written. */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as vscode from 'vscode';
import { nameOf, readBytes, setAside, writeBytes } from './anyFile';
import { FileFault, faultOf } from './fileFault';
import { splitLineEnds } from './lineEnds';
import { encodeFile, encodingOfNew, readTextFile } from './textFile';
import type { FileText } from './textFile';
import type { Held, HeldTexts } from './heldTexts';
import { sameBytes, utf8 } from './unicode';

/** What a snippet's file needs to know of the window, and tells it. */
export interface FileKeeping {
  /** The encoding that the learner named for a file, by its address. */
  readonly encodings: KeptValues<string>;
  /** What the files do not hold yet. */
  readonly held: HeldTexts;
  /** Tells the learner; called once until writing has succeeded again, or fails in another way. */
  readonly tell: (fault: FileFault, uri: vscode.Uri) => void;
  /** Writing works. */
  readonly works: (uri: vscode.Uri) => void;
}

/** Values that outlive the window, by the addresses of files. */
export interface KeptValues<T> {
  get(uri: vscode.Uri): T | undefined;
  set(uri: vscode.Uri, value: T | undefined): void;
}

/** How long a file must stay the same before what another program wrote there is believed. */
const settleMs = 50;
const writeDelayMs = 150;
const firstRetryMs = 1000;
const lastRetryMs = 5000;
/** These do not go away by waiting. */
const hopeless = new Set(['undecodable', 'unencodable']);

export class SnippetFile {
  private timer: NodeJS.Timeout | undefined;
  private retryMs = firstRetryMs;
  private fault: FileFault | undefined;
  /** The file is read again as it was read before: what VS Code guesses may change with every line. */
  private lastEncoding: string | undefined;

  constructor(
    readonly uri: vscode.Uri,
    private readonly keeping: FileKeeping,
    /** Asked to write what is not in the file yet. */
    private readonly due: () => void,
  ) {}

  get name(): string {
    return nameOf(this.uri);
  }

  /** Whether the last attempt to write failed. */
  get isFailing(): boolean {
    return this.fault !== undefined;
  }

  /** A file that does not exist yet, with this text. */
  async begin(text: string): Promise<FileText> {
    const file = { ...splitLineEnds(text), encoding: encodingOfNew(this.uri), whole: true };
    try {
      await encodeFile(this.name, file);
      return file;
    } catch {
      // The settings name an encoding that has not all of the starter's characters.
      return { ...file, encoding: utf8 };
    }
  }

  /** What the file holds; undefined where there is none. Throws a `FileFault`. */
  async read(): Promise<FileText | undefined> {
    const chosen = this.keeping.encodings.get(this.uri);
    let found = await readTextFile(this.uri, chosen ?? this.lastEncoding);
    // Another program may have written the file anew, in another encoding.
    if (found && !found.whole && chosen === undefined) found = await readTextFile(this.uri);
    if (found?.whole) this.lastEncoding = found.encoding.name;
    return found;
  }

  /** What the file holds if it is in this encoding, or says itself in which. */
  readIn(encoding: string): Promise<FileText | undefined> {
    return readTextFile(this.uri, encoding);
  }

  /** The bytes of the file, whatever they are. Throws a `FileFault`. */
  readBytes(): Promise<Uint8Array | undefined> {
    return readBytes(this.uri);
  }

  /** Reads a file that another program may be in the middle of writing: until it stays the same, or is as known. */
  async readSettled(known: string): Promise<FileText | undefined> {
    let found = await this.read();
    for (let again = 0; again < 20 && found?.text !== known; again++) {
      await sleep(settleMs);
      const later = await this.read();
      const same = later?.text === found?.text;
      found = later;
      if (same) break;
    }
    return found;
  }

  /** Writes the file. Throws a `FileFault`, which has been told and will be tried again. */
  async write(text: FileText): Promise<void> {
    if (!text.whole) throw this.undecodable(text);
    await writeBytes(this.uri, await encodeFile(this.name, text));
    this.succeeded();
  }

  /**
   * Brings back what an editor of VS Code takes away when it saves: it gives all lines the same end, and UTF-16 a mark.
   * The file keeps its time, or the editor would refuse to save over what it takes for somebody else's change.
   */
  async restore(text: FileText): Promise<void> {
    if (this.uri.scheme !== 'file') return;
    const bytes = await encodeFile(this.name, text);
    const there = await readBytes(this.uri);
    if (!there || sameBytes(there, bytes) || (await this.read())?.text !== text.text) return;
    await writeBytes(this.uri, bytes, { keepTime: true });
  }

  /** Reads the file in another encoding from now on; undefined lets VS Code's settings decide. */
  choose(encoding: string | undefined): void {
    this.lastEncoding = undefined;
    this.keeping.encodings.set(this.uri, encoding);
  }

  /** Gives the file another name, so that a new one can take its place. */
  setAside(): Promise<string> {
    return setAside(this.uri);
  }

  undecodable({ encoding }: FileText): FileFault {
    return new FileFault('undecodable', this.name, { encoding: encoding.name });
  }

  /** Sees to it that what is not in the file is written: soon, or, where that has failed, again later. */
  schedule(): void {
    // From the first edit that is not on disk, not from the last: somebody who types without a pause is saved too.
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        this.due();
      },
      this.fault ? this.retryMs : writeDelayMs,
    );
    if (this.fault) this.timer.unref();
  }

  /** No more than one attempt at a time. */
  unschedule(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Tells a fault once, and tries again later to write what is not in the file, where that may help. */
  failed(error: unknown, { tryAgain = false } = {}): FileFault {
    const fault = faultOf(error, this.name);
    const isNew = this.fault?.kind !== fault.kind;
    if (this.fault) this.retryMs = Math.min(this.retryMs * 2, lastRetryMs);
    this.fault = fault;
    if (isNew) this.keeping.tell(fault, this.uri);
    if (tryAgain && !hopeless.has(fault.kind)) this.schedule();
    return fault;
  }

  /** Holds what the file does not, in case the window ends before it can be written. */
  hold(held: Held): Promise<void> {
    return this.keeping.held.hold(this.uri, held);
  }

  /** What this window and others before it held, the oldest first. */
  findHeld(): Promise<readonly Held[]> {
    return this.keeping.held.find(this.uri);
  }

  /** Tells that the file has been deleted or renamed, once it has been written again. */
  tellGone(): void {
    this.keeping.tell(new FileFault('gone', this.name), this.uri);
  }

  /** The file holds the text, or can. */
  succeeded(): void {
    if (this.fault) this.keeping.works(this.uri);
    this.fault = undefined;
    this.retryMs = firstRetryMs;
  }
}
