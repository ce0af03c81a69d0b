/** A snippet and its file: what another program wrote there is taken in, what is not there yet is written. */
import type * as vscode from 'vscode';
import { writeBytes } from '../files/anyFile';
import { carryOver, mergeTexts } from '../files/mergeTexts';
import type { SnippetFile } from '../files/snippetFile';
import { encodeFile } from '../files/textFile';
import type { FileText } from '../files/textFile';
import { getsMark } from '../files/unicode';
import { difference } from '../../protocol/textChanges';
import { edited } from './content';
import type { SnippetContent } from './content';

export class OnDisk {
  constructor(
    private readonly content: SnippetContent,
    private readonly file: SnippetFile,
  ) {}

  /** Reads the file. A fault is told; the text stays, and will be written once that is possible. */
  async look(): Promise<FileText | undefined> {
    try {
      return await this.file.readSettled(this.content.text);
    } catch (error) {
      throw await this.failed(error);
    }
  }

  /** Writes the text. What another program has written there meanwhile is merged, never written over. */
  async write(): Promise<void> {
    const { content, file } = this;
    file.unschedule();
    try {
      const there = await file.readSettled(content.known.text);
      if (there && !there.whole) throw file.undecodable(there);
      if (there && there.text !== content.known.text) this.mergeWith(there);
      const isGone = !there && content.isOnDisk;
      const written = content.current;
      content.unwritten = false;
      await file.write(written);
      content.known = written;
      content.isOnDisk = true;
      await content.hold();
      if (isGone) file.tellGone();
    } catch (error) {
      throw await this.failed(error);
    }
  }

  /** Reads the file anew in the encoding that was chosen for it; what was edited meanwhile stays. */
  async readAgain(): Promise<void> {
    const { content, file } = this;
    const there = await file.read();
    if (!there) return;
    if (!there.whole) {
      file.succeeded();
      file.failed(file.undecodable(there));
    }
    const { unwritten } = content;
    const carried = unwritten ? carryOver(content.known.text, content.text, there.text) : there.text;
    content.adopt(there, carried === undefined ? 'reset' : 'elsewhere');
    if (carried === undefined || carried === there.text) {
      if (unwritten) file.succeeded();
      content.unwritten = false;
      await content.hold();
      return;
    }
    content.accept(carried, difference(content.text, carried), 'elsewhere');
    await this.write();
  }

  /** VS Code has saved the text from an editor of its own, in this encoding. */
  async saved(): Promise<void> {
    const { content, file } = this;
    await file.restore(content.current);
    content.known = content.current;
    content.isOnDisk = true;
    content.unwritten = false;
    file.succeeded();
    await content.hold();
  }

  /** Writes the text in another encoding from now on. */
  async encodeAs(name: string): Promise<void> {
    const { content } = this;
    content.current = { ...content.current, encoding: { name, mark: getsMark(name) } };
    await this.write();
    // Not before: until then the file is in the other one.
    this.file.choose(name);
  }

  /** Gives what stands in the file's place another name, and writes the text; tells that other name. */
  async setAside(): Promise<string> {
    const { content, file } = this;
    const name = await file.setAside();
    file.choose(undefined);
    const { text } = content;
    content.isOnDisk = false;
    content.known = await file.begin(content.known.text);
    content.current = edited(content.known, text);
    await this.write();
    return name;
  }

  /** Writes a copy of the file as it is, or as it would be. */
  async copyTo(uri: vscode.Uri): Promise<void> {
    const { current } = this.content;
    const bytes = current.whole ? await encodeFile(this.file.name, current) : await this.file.readBytes();
    await writeBytes(uri, bytes ?? new Uint8Array());
  }

  private async failed(error: unknown): Promise<Error> {
    this.content.unwritten = true;
    const fault = this.file.failed(error, { tryAgain: true });
    await this.content.hold();
    return fault;
  }

  private mergeWith(there: FileText): void {
    const { content } = this;
    const merged = mergeTexts(content.known.text, content.text, there.text);
    const ends = edited(there, merged);
    if (merged !== content.text) content.accept(merged, difference(content.text, merged), 'elsewhere');
    content.current = ends;
    content.known = there;
  }
}
