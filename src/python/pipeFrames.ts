/** Frames on the pipe from a Python process: their length (u32, little endian), their kind (one byte), their bytes. */

/** What an interpreter is asked, and what it says; the same numbers stand in the harness. */
export const asked = { ask: 1, finish: 2 } as const;
export const said = { ready: 0, result: 1, idle: 2, first: 3, failed: 4, died: 5, compiled: 6 } as const;

/** A question begins with a number that only the two ends of the pipe know, and its answer with the same. */
export const nonceBytes = 16;
/** The number, and the milliseconds that are left (f64, little endian). */
export const headBytes = nonceBytes + 8;

/** A frame as it goes over the pipe. */
export function frameOf(kind: number, payload: Uint8Array): Uint8Array {
  const frame = new Uint8Array(5 + payload.length);
  new DataView(frame.buffer).setUint32(0, payload.length + 1, true);
  frame[4] = kind;
  frame.set(payload, 5);
  return frame;
}

/** A longer frame than this is no answer of the harness. */
const maxFrameBytes = 2 ** 30;

/** Puts frames together from the pieces in which a pipe delivers them. */
export class FrameReader {
  readonly #onFrame: (kind: number, bytes: Uint8Array) => void;
  #pieces: Uint8Array[] = [];
  #held = 0;

  constructor(onFrame: (kind: number, bytes: Uint8Array) => void) {
    this.#onFrame = onFrame;
  }

  /** Takes the next piece. False where the stream cannot be a sequence of frames. */
  push(piece: Uint8Array): boolean {
    this.#pieces.push(piece);
    this.#held += piece.length;
    for (;;) {
      const length = this.#nextLength();
      if (length === null) return true;
      if (length < 1 || length > maxFrameBytes) return false;
      if (this.#held < 4 + length) return true;
      const all = this.#joined();
      this.#pieces = [all.subarray(4 + length)];
      this.#held = all.length - 4 - length;
      this.#onFrame(all[4] ?? 0, all.subarray(5, 4 + length));
    }
  }

  #nextLength(): number | null {
    if (this.#held < 4) return null;
    const first = this.#pieces[0];
    const head = first !== undefined && first.length >= 4 ? first : this.#joined();
    return new DataView(head.buffer, head.byteOffset).getUint32(0, true);
  }

  #joined(): Uint8Array {
    const all = new Uint8Array(this.#held);
    let at = 0;
    for (const piece of this.#pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [all];
    return all;
  }
}
