/**
 * What Pyodide expects of a web worker, made of what every JavaScript realm has, for a realm that has nothing of its
 * host's. Pyodide looks around when it is loaded, so this module comes before it.
 */

/** What a realm cannot know by itself. Both give numbers and nothing else. */
export interface Host {
  /** Milliseconds since some moment, never backwards. */
  readonly now: () => number;
  /** 32 random bits. */
  readonly random: () => number;
}

const nothing = (): void => undefined;

let host: Host = { now: () => 0, random: () => 0 };

/** Tells whom to ask for the time and for chance. */
export function setHost(given: Host): void {
  host = given;
}

const location = { href: 'memory:///', toString: () => 'memory:///' };

class WorkerGlobalScope {
  readonly location = location;
}

function getRandomValues(into: Uint8Array): Uint8Array {
  for (let i = 0; i < into.length; i++) into[i] = host.random() & 255;
  return into;
}

/** As much of `URL` as Pyodide uses: addresses here are only names. */
class Address {
  readonly #address: string;
  constructor(address: unknown) {
    this.#address = String(address);
  }
  toString(): string {
    return this.#address;
  }
}

/** UTF-8, and UTF-16 as Emscripten asks for it. */
class Decoder {
  readonly #wide: boolean;
  constructor(label = 'utf-8') {
    this.#wide = label.includes('16');
  }
  decode(source?: ArrayBuffer | ArrayBufferView): string {
    if (source === undefined) return '';
    const bytes = ArrayBuffer.isView(source)
      ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
      : new Uint8Array(source);
    return textOf(this.#wide ? wideUnits(bytes) : unitsOf(bytes));
  }
}

function wideUnits(bytes: Uint8Array): Uint16Array {
  const units = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < units.length; i++) units[i] = (bytes[2 * i] ?? 0) | ((bytes[2 * i + 1] ?? 0) << 8);
  return units;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** The value of each digit by its character code; what is no digit is skipped. */
const noDigit = 64;
const digitValues = new Uint8Array(128).fill(noDigit);
for (let value = 0; value < digits.length; value++) digitValues[digits.charCodeAt(value)] = value;

/** Base64 as a string of bytes; numpy-ts keeps its own machine code so. */
function atob(text: string): string {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const value = digitValues[text.charCodeAt(at)] ?? noDigit;
    if (value === noDigit) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[length++] = bits >> count;
    }
  }
  return textOf(bytes.subarray(0, length));
}

/** A string of code units, some thousand at a time: so many arguments a function may have. */
function textOf(units: Uint8Array | Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 4096)
    text += String.fromCharCode(...units.subarray(at, at + 4096));
  return text;
}

const replacement = 0xfffd;

/** UTF-8 as UTF-16; what is no UTF-8 becomes the replacement character. */
function unitsOf(bytes: Uint8Array): Uint16Array {
  const units = new Uint16Array(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at++] ?? 0;
    let point = first;
    let more =
      first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
    if (more > 0) point &= 0x3f >> more;
    for (; more > 0; more--) {
      const next = bytes[at] ?? 0;
      if ((next & 0xc0) !== 0x80) break;
      point = (point << 6) | (next & 0x3f);
      at++;
    }
    if (more !== 0) point = replacement;
    if (point < 0x10000) units[count++] = point;
    else {
      units[count++] = 0xd7c0 + (point >> 10);
      units[count++] = 0xdc00 + (point & 0x3ff);
    }
  }
  return units.subarray(0, count);
}

/** UTF-8; half a surrogate pair becomes the replacement character. */
class Encoder {
  encode(text = ''): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(3 * text.length);
    return bytes.slice(0, this.encodeInto(text, bytes).written);
  }

  encodeInto(text: string, into: Uint8Array): { read: number; written: number } {
    let written = 0;
    let read = 0;
    for (const character of text) {
      const given = character.codePointAt(0) ?? 0;
      const point = given >= 0xd800 && given < 0xe000 ? replacement : given;
      const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (written + size > into.length) break;
      read += character.length;
      if (size === 1) into[written] = point;
      else {
        for (let i = size - 1; i > 0; i--)
          into[written + i] = 0x80 | ((point >> (6 * (size - 1 - i))) & 0x3f);
        into[written] = ((0xf0 << (4 - size)) & 0xff) | (point >> (6 * (size - 1)));
      }
      written += size;
    }
    return { read, written };
  }
}

Object.assign(globalThis, {
  WorkerGlobalScope,
  self: new WorkerGlobalScope(),
  location,
  console: { log: nothing, info: nothing, warn: nothing, error: nothing, debug: nothing },
  URL: Address,
  TextDecoder: Decoder,
  TextEncoder: Encoder,
  performance: { now: () => host.now() },
  crypto: { getRandomValues },
  // Nothing waits here: what a start puts off is done at the next turn, and a snippet has no timers.
  setTimeout: (task: () => void) => {
    void Promise.resolve().then(task);
    return 0;
  },
  clearTimeout: nothing,
  atob,
});
