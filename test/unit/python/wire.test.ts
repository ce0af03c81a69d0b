import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeRun } from '../../../src/python/wire/answer';
import { decodeFrame, encodeFrame, NumberBlock, WireError } from '../../../src/python/wire/frame';
import { encodeRequest, encodeValue } from '../../../src/python/wire/question';
import type { PyValue, SnippetRequest } from '../../../src/python/runtime';

/** Records as JSON gives them, with the prototype of objects. */
function plain<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record(model, { noNullPrototype: true });
}

const shape = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
const double = fc.double();

const array: fc.Arbitrary<PyValue> = shape.chain((extents) => {
  const size = extents.reduce((product, extent) => product * extent, 1);
  return plain({
    kind: fc.constant('array' as const),
    dtype: fc.constantFrom('float64', 'int64', 'bool'),
    shape: fc.constant(extents),
    data: fc.array(double, { minLength: size, maxLength: size }).map((entries) => Float64Array.from(entries)),
  });
});

const leaf: fc.Arbitrary<PyValue> = fc.oneof(
  array,
  plain({
    kind: fc.constant('number' as const),
    type: fc.constantFrom('float' as const, 'int' as const, 'bool' as const),
    // JSON has no negative zero; the harness sends what is sensitive to it as an array.
    value: double.map((value) => (Object.is(value, -0) ? 0 : value)),
  }),
  fc.constant<PyValue>({ kind: 'none' }),
  plain({ kind: fc.constant('other' as const), type: fc.string(), text: fc.string({ unit: 'binary' }) }),
);

const { value } = fc.letrec<{ value: PyValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    plain({
      kind: fc.constantFrom('tuple' as const, 'list' as const),
      items: fc.array(tie('value'), { maxLength: 4 }),
    }),
  ),
}));

function throughTheWire(given: PyValue): PyValue {
  const numbers = new NumberBlock();
  const back = returnedValue(encodeValue(given, numbers), numbers);
  assert.ok(back, 'no value came back');
  return back;
}

const request: SnippetRequest = {
  source: 'def f(x):\n    return "…"\n',
  functionName: 'f',
  calls: [
    {
      name: 'probe',
      arguments: [
        { name: 'x', value: { kind: 'array', dtype: 'float64', shape: [2], data: Float64Array.of(1, -0) } },
        { name: 'g', value: { kind: 'function', source: 'lambda v: v' } },
      ],
      trace: true,
      twice: false,
    },
  ],
  drives: [
    { name: 'd', source: 'def drive(f): return f', arguments: [{ kind: 'number', type: 'int', value: 3 }] },
  ],
  limits: { timeoutSeconds: 1, outputBytes: 10, resultBytes: 100 },
};

const answer = {
  error: null,
  calls: [
    {
      name: 'probe',
      returned: { kind: 'list', floats: 0, length: 3 },
      error: null,
      deterministic: true,
      divergesAt: null,
      changedInputs: [{ name: 'x', line: null }],
      trace: [[2, 'f', 0, 'y', { kind: 'array', dtype: 'float64', shape: [1, 2], at: 1 }, false]],
      traceTruncated: false,
      returnLines: [2],
    },
  ],
  drives: [],
  stdout: 'hi\n',
  stdoutTruncated: false,
  blanks: [],
  skipped: [],
};

/** What a run tells of a call that returned this. */
function returnedValue(returned: unknown, numbers = new NumberBlock()): PyValue | null | undefined {
  const calls = answer.calls.map((call) => ({ ...call, returned, trace: [] }));
  return decodeRun(encodeFrame({ ...answer, calls }, numbers)).calls[0]?.returned;
}

function bytesOf(header: unknown, entries: readonly number[]): Uint8Array<ArrayBuffer> {
  const numbers = new NumberBlock();
  numbers.add(Float64Array.from(entries));
  return encodeFrame(header, numbers);
}

describe('wire format', () => {
  it('brings every value back bit for bit', () => {
    fc.assert(
      fc.property(value, (given) => {
        assert.deepStrictEqual(throughTheWire(given), given);
      }),
    );
  });

  it('puts numbers at a multiple of eight bytes, in the order of the header', () => {
    const { header, numbers } = decodeFrame(encodeRequest(request));
    assert.deepEqual(numbers, Float64Array.of(1, -0));
    assert.equal((header as { source: string }).source, request.source);
    assert.equal(encodeRequest(request).length % 8, 0);
  });

  it('reads what the harness answers', () => {
    const run = decodeRun(bytesOf(answer, [1, 2, 3]));
    const [call] = run.calls;
    assert.deepEqual(call?.returned, {
      kind: 'list',
      items: [1, 2, 3].map((entry) => ({ kind: 'number', type: 'float', value: entry })),
    });
    assert.deepEqual(call.trace, [
      {
        line: 2,
        frame: 'f',
        depth: 0,
        name: 'y',
        value: { kind: 'array', dtype: 'float64', shape: [1, 2], data: Float64Array.of(2, 3) },
        inPlace: false,
      },
    ]);
    assert.equal(run.stdout, 'hi\n');
  });

  it('refuses numbers that are not there', () => {
    assert.throws(() => decodeRun(bytesOf(answer, [1, 2])), WireError);
    const huge = { kind: 'array', dtype: 'float64', shape: [2 ** 40, 2 ** 40], at: 0 };
    assert.throws(() => returnedValue(huge), WireError);
  });

  it('refuses endless nesting', () => {
    let nested: unknown = { kind: 'none' };
    for (let depth = 0; depth < 1000; depth++) nested = { kind: 'list', items: [nested] };
    assert.throws(() => returnedValue(nested), WireError);
  });

  it('answers any bytes with a value or a WireError', () => {
    const good = bytesOf(answer, [1, 2, 3]);
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(damage, fc.nat(good.length), (changes, length) => {
        const bytes = good.slice(0, length);
        for (const [at, byte] of changes) bytes[at] = byte;
        try {
          decodeRun(bytes);
        } catch (error) {
          assert.ok(error instanceof WireError, String(error));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('answers any JSON with a value or a WireError', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('error', 'calls', 'drives', 'stdout'), (json, field) => {
        for (const header of [json, { ...answer, [field]: json }, { ...answer, calls: [json] }]) {
          try {
            decodeRun(bytesOf(header, []));
          } catch (error) {
            assert.ok(error instanceof WireError, String(error));
          }
        }
      }),
    );
  });
});
