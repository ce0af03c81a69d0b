/**
 * The wire between the extension and either Python: a JSON header and one block of float64, so that arrays cross
 * without being printed. Layout: `BPT1`, the header's length (u32, little endian), the header in UTF-8, spaces up to a
 * multiple of eight, the numbers (little endian). What arrives is `unknown` until it has been read here.
 */

const magic = [0x42, 0x50, 0x54, 0x31] as const;
const prefixBytes = 8;

/** Raised where bytes that arrived are not what the wire allows; `message` says where. */
export class WireError extends Error {
  override readonly name = 'WireError';
}

/** What a header refers to: the numbers, in the order in which they were put there. */
export class NumberBlock {
  readonly #parts: Float64Array[] = [];
  #length = 0;

  /** The place of the array within the block, counted in numbers. */
  add(data: Float64Array): number {
    const at = this.#length;
    this.#parts.push(data);
    this.#length += data.length;
    return at;
  }

  get length(): number {
    return this.#length;
  }

  writeTo(target: Float64Array): void {
    let at = 0;
    for (const part of this.#parts) {
      target.set(part, at);
      at += part.length;
    }
  }
}

/** Header and numbers as the bytes of one message. */
export function encodeFrame(header: unknown, numbers: NumberBlock): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = Math.ceil((prefixBytes + text.length) / 8) * 8;
  const bytes = new Uint8Array(start + numbers.length * 8).fill(0x20, 0, start);
  bytes.set(magic);
  new DataView(bytes.buffer).setUint32(4, text.length, true);
  bytes.set(text, prefixBytes);
  numbers.writeTo(new Float64Array(bytes.buffer, start));
  return bytes;
}

/** A message's header, not yet checked, and its numbers. A `WireError` where the bytes are no message. */
export function decodeFrame(bytes: Uint8Array): { readonly header: unknown; readonly numbers: Float64Array } {
  if (bytes.length < prefixBytes || magic.some((byte, index) => bytes[index] !== byte)) {
    throw new WireError('the message does not begin as a message does');
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const start = Math.ceil((prefixBytes + length) / 8) * 8;
  if (start > bytes.length || (bytes.length - start) % 8 !== 0) {
    throw new WireError('the message is cut short');
  }
  let header: unknown;
  try {
    header = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(prefixBytes, prefixBytes + length)),
    );
  } catch {
    throw new WireError('the header of the message is not JSON');
  }
  // A copy of its own: aligned, and the message's memory can go.
  return { header, numbers: new Float64Array(bytes.slice(start).buffer) };
}
