/**
 * The wire between the extension and either Python: a JSON header and one block of float64, so that arrays cross
 * without being printed. Layout: `BPT1`, the header's length (u32, little endian), the header in UTF-8, spaces up to a
 * multiple of eight, the numbers (little endian). What arrives is `unknown` until it has been read here.
 */
import type {
  CallResult,
  DriveResult,
  ErrorHint,
  PyArgument,
  PyArray,
  PyValue,
  RunError,
  RunErrorKind,
  SkippedStatement,
  SkipReason,
  SnippetRequest,
  SnippetRun,
  TraceEvent,
} from './runtime';

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

/** A request as the harness reads it; without a source it goes on with the snippet that it had before. */
export function encodeRequest(
  request: Omit<SnippetRequest, 'source'> & { readonly source: string | null },
): Uint8Array<ArrayBuffer> {
  const numbers = new NumberBlock();
  const header = {
    source: request.source,
    functionName: request.functionName,
    calls: request.calls.map((call) => ({
      name: call.name,
      arguments: call.arguments.map((argument) => ({
        name: argument.name,
        value: encodeArgument(argument.value, numbers),
      })),
      trace: call.trace,
      twice: call.twice,
    })),
    drives: request.drives.map((drive) => ({
      name: drive.name,
      source: drive.source,
      arguments: drive.arguments.map((argument) => encodeArgument(argument, numbers)),
    })),
    limits: request.limits,
    returns: request.returns ?? [],
    parameters: request.parameters ?? [],
    bundles: request.bundles ?? {},
    without: request.without ?? '',
    own: request.own ?? null,
  };
  return encodeFrame(header, numbers);
}

function encodeArgument(value: PyArgument, numbers: NumberBlock): unknown {
  return value.kind === 'function' ? value : encodeValue(value, numbers);
}

/** A value as the header holds it; its numbers go into the block. */
export function encodeValue(value: PyValue, numbers: NumberBlock): unknown {
  switch (value.kind) {
    case 'array':
      return { kind: 'array', dtype: value.dtype, shape: value.shape, at: numbers.add(value.data) };
    case 'number':
      return {
        kind: 'number',
        type: value.type,
        value: Number.isFinite(value.value) ? value.value : words(value.value),
        ...(value.dtype === undefined ? {} : { dtype: value.dtype }),
      };
    case 'tuple':
    case 'list':
      return { kind: value.kind, items: value.items.map((item) => encodeValue(item, numbers)) };
    case 'dict':
      return {
        kind: 'dict',
        keys: value.keys,
        items: value.items.map((item) => encodeValue(item, numbers)),
      };
    case 'none':
    case 'other':
      return value;
  }
}

function words(value: number): string {
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw unexpected(where, 'an object');
  return value as Fields;
}

function list(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw unexpected(where, 'a list');
  return value as readonly unknown[];
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string') throw unexpected(where, 'a string');
  return value;
}

function flag(value: unknown, where: string): boolean {
  if (typeof value !== 'boolean') throw unexpected(where, 'true or false');
  return value;
}

function count(value: unknown, where: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw unexpected(where, 'a count');
  return value;
}

function orNull<T>(value: unknown, where: string, read: (value: unknown, where: string) => T): T | null {
  return value === null ? null : read(value, where);
}

function unexpected(where: string, wanted: string): WireError {
  return new WireError(`${where} should be ${wanted}`);
}

/** Deeper nesting than this cannot come from the harness. */
const maxDepth = 32;

/** The value that a header holds, with its numbers from the block. A `WireError` where it is not one. */
export function decodeValue(value: unknown, numbers: Float64Array, depth = 0): PyValue {
  const given = fields(value, 'value');
  if (depth > maxDepth) throw unexpected('value', 'less deeply nested');
  const kind = given['kind'];
  switch (kind) {
    case 'array':
      return decodeArray(given, numbers);
    case 'number':
      return {
        kind,
        type: numberType(given['type']),
        value: decodeNumber(given['value']),
        ...(given['dtype'] === undefined ? {} : { dtype: text(given['dtype'], 'dtype') }),
      };
    case 'none':
      return { kind };
    case 'tuple':
    case 'list':
      return { kind, items: decodeItems(given, numbers, depth) };
    case 'dict':
      return decodeDictionary(given, numbers, depth);
    case 'other':
      return { kind, type: text(given['type'], 'type'), text: text(given['text'], 'text') };
    default:
      throw unexpected('kind', 'the kind of a value');
  }
}

function decodeArray(given: Fields, numbers: Float64Array): PyArray {
  const shape = list(given['shape'], 'shape').map((extent) => count(extent, 'extent'));
  const size = shape.reduce((product, extent) => product * extent, 1);
  return {
    kind: 'array',
    dtype: text(given['dtype'], 'dtype'),
    shape,
    data: slice(numbers, given['at'], size),
  };
}

function slice(numbers: Float64Array, from: unknown, length: number): Float64Array {
  const at = count(from, 'at');
  if (at + length > numbers.length) throw unexpected('at', 'within the numbers');
  return numbers.slice(at, at + length);
}

function decodeItems(given: Fields, numbers: Float64Array, depth: number): readonly PyValue[] {
  if (given['floats'] === undefined) {
    return list(given['items'], 'items').map((item) => decodeValue(item, numbers, depth + 1));
  }
  const floats = slice(numbers, given['floats'], count(given['length'], 'length'));
  return Array.from(floats, (value) => ({ kind: 'number', type: 'float', value }));
}

function decodeDictionary(given: Fields, numbers: Float64Array, depth: number): PyValue {
  const keys = list(given['keys'], 'keys').map((key) => text(key, 'key'));
  const items = decodeItems(given, numbers, depth);
  if (keys.length !== items.length) throw unexpected('keys', 'as many as items');
  return { kind: 'dict', keys, items };
}

function numberType(value: unknown): 'float' | 'int' | 'bool' {
  if (value !== 'float' && value !== 'int' && value !== 'bool')
    throw unexpected('type', 'the type of a number');
  return value;
}

function decodeNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value === 'nan') return NaN;
  if (value === 'inf') return Infinity;
  if (value === '-inf') return -Infinity;
  throw unexpected('value', 'a number');
}

const errorKinds: ReadonlySet<string> = new Set<RunErrorKind>([
  'syntax',
  'exception',
  'timeout',
  'memory',
  'output',
  'contract',
  'unsupported',
]);

function isErrorKind(value: unknown): value is RunErrorKind {
  return typeof value === 'string' && errorKinds.has(value);
}

function decodeError(value: unknown): RunError | null {
  if (value === null) return null;
  const given = fields(value, 'error');
  const kind = given['kind'];
  if (!isErrorKind(kind)) throw unexpected('kind', 'the kind of an error');
  return {
    kind,
    type: orNull(given['type'], 'type', text),
    message: text(given['message'], 'message'),
    line: orNull(given['line'], 'line', count),
    column: orNull(given['column'], 'column', count),
    endLine: orNull(given['endLine'], 'endLine', count),
    endColumn: orNull(given['endColumn'], 'endColumn', count),
    traceback: text(given['traceback'], 'traceback'),
    hint: orNull(given['hint'], 'hint', decodeHint),
  };
}

function decodeHint(value: unknown, where: string): ErrorHint {
  const given = fields(value, where);
  const details = Object.entries(fields(given['details'], 'details'));
  return {
    code: text(given['code'], 'code'),
    details: Object.fromEntries(details.map(([key, detail]) => [key, text(detail, key)])),
  };
}

const skipReasons: ReadonlySet<string> = new Set<SkipReason>([
  'error',
  'long',
  'printing',
  'missing',
  'closed',
  'needs',
  'undefined',
  'decorator',
  'drawing',
  'notebook',
  'rest',
]);

function isSkipReason(value: unknown): value is SkipReason {
  return typeof value === 'string' && skipReasons.has(value);
}

function decodeSkipped(value: unknown): SkippedStatement {
  const given = fields(value, 'skipped');
  const reason = given['reason'];
  if (!isSkipReason(reason)) throw unexpected('reason', 'why a statement is left out');
  return {
    line: count(given['line'], 'line'),
    endLine: count(given['endLine'], 'endLine'),
    code: text(given['code'], 'code'),
    reason,
    name: text(given['name'], 'name'),
    error: decodeError(given['error']),
  };
}

function decodeEvent(value: unknown, numbers: Float64Array): TraceEvent {
  const [line, frame, depth, name, recorded, inPlace] = list(value, 'event');
  return {
    line: count(line, 'line'),
    frame: text(frame, 'frame'),
    depth: count(depth, 'depth'),
    name: text(name, 'name'),
    value: decodeValue(recorded, numbers),
    inPlace: flag(inPlace, 'inPlace'),
  };
}

function decodeCall(value: unknown, numbers: Float64Array): CallResult {
  const given = fields(value, 'call');
  return {
    name: text(given['name'], 'name'),
    returned: given['returned'] === null ? null : decodeValue(given['returned'], numbers),
    error: decodeError(given['error']),
    deterministic: orNull(given['deterministic'], 'deterministic', flag),
    divergesAt: orNull(given['divergesAt'], 'divergesAt', count),
    changedInputs: list(given['changedInputs'], 'changedInputs').map((item) => {
      const changed = fields(item, 'changedInput');
      return { name: text(changed['name'], 'name'), line: orNull(changed['line'], 'line', count) };
    }),
    trace: list(given['trace'], 'trace').map((event) => decodeEvent(event, numbers)),
    traceTruncated: flag(given['traceTruncated'], 'traceTruncated'),
    returnLines: list(given['returnLines'], 'returnLines').map((line) => count(line, 'line')),
  };
}

function decodeDrive(value: unknown, numbers: Float64Array): DriveResult {
  const given = fields(value, 'drive');
  return {
    name: text(given['name'], 'name'),
    returned: given['returned'] === null ? null : decodeValue(given['returned'], numbers),
    error: decodeError(given['error']),
  };
}

/** What the harness answered, checked. A `WireError` where it is anything else. */
export function decodeRun(bytes: Uint8Array): Omit<SnippetRun, 'timings'> {
  const { header, numbers } = decodeFrame(bytes);
  const given = fields(header, 'header');
  return {
    error: decodeError(given['error']),
    calls: list(given['calls'], 'calls').map((call) => decodeCall(call, numbers)),
    drives: list(given['drives'], 'drives').map((drive) => decodeDrive(drive, numbers)),
    stdout: text(given['stdout'], 'stdout'),
    stdoutTruncated: flag(given['stdoutTruncated'], 'stdoutTruncated'),
    blanks: list(given['blanks'], 'blanks').map((line) => count(line, 'line')),
    skipped: list(given['skipped'], 'skipped').map(decodeSkipped),
    ...((given['own'] ?? null) === null ? {} : { own: { header: given['own'], numbers } }),
  };
}
