/** Standard output as the commands write it: no faster than it is read, and without a fault when the reader leaves. */
import type { Writable } from 'node:stream';

export class Output {
  #closed = false;
  readonly #stream: Writable;
  readonly #gone: (() => void)[] = [];

  /** `broken` is told of a stream that cannot be written for another reason than that its reader has left. */
  constructor(stream: Writable, broken: (error: Error) => void) {
    this.#stream = stream;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (this.#closed) return;
      this.#closed = true;
      // A reader that has seen enough (`| head`) closes the pipe; that is no fault.
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') broken(error);
      this.#gone.splice(0).forEach((leave) => {
        leave();
      });
    });
  }

  /** Whether nobody reads any more. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Calls back when the reader has left. */
  onClose(leave: () => void): void {
    if (this.#closed) leave();
    else this.#gone.push(leave);
  }

  /** Writes a text; resolves when there is room for the next. */
  async write(text: string): Promise<void> {
    if (this.#closed || this.#stream.write(text)) return;
    await new Promise<void>((resolve) => {
      this.#stream.once('drain', resolve);
      this.onClose(resolve);
    });
  }
}
