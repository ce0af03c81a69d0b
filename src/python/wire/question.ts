/** What is asked of the harness, as the bytes of one message. */
import type { PyArgument, PyValue, SnippetRequest } from '../runtime';
import { encodeFrame, NumberBlock } from './frame';

/** A request as the harness reads it; without a source it goes on with the snippet that it had before. */
export function encodeRequest(
  request: Omit<SnippetRequest, 'source'> & { readonly source: string | null },
): Uint8Array<ArrayBuffer> {
  const numbers = new NumberBlock();
  const header = {
    source: request.source,
    functionName: request.functionName,
    adapter: request.adapter ?? null,
    calls: request.calls.map((call) => ({
      name: call.name,
      arguments: call.arguments.map((argument) => ({
        name: argument.name,
        value: encodeArgument(argument.value, numbers),
      })),
      trace: call.trace,
      twice: call.twice,
      function: call.function ?? '',
      printed: call.isPrinted ?? false,
    })),
    drives: request.drives.map((drive) => ({
      name: drive.name,
      source: drive.source,
      printed: drive.isPrinted ?? false,
      arguments: drive.arguments.map((argument) => encodeArgument(argument, numbers)),
    })),
    limits: request.limits,
    returns: request.returns ?? [],
    parameters: request.parameters ?? [],
    bundles: request.bundles ?? {},
    without: request.without ?? '',
    own: request.own ?? null,
    places: request.places
      ? {
          close: request.places.close,
          line: request.places.line,
          shown: request.places.shown,
          probes: request.places.probes.map(({ arguments: given, expected, held }) => ({
            arguments: given.map((value) => encodeArgument(value, numbers)),
            expected: expected.map((value) => encodeArgument(value, numbers)),
            held: encodeArgument({ kind: 'list', items: held }, numbers),
          })),
        }
      : null,
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
