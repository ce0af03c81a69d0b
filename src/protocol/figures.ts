/** What payloads are made of: numbers, places in texts and arrays, shapes. */
import * as v from 'valibot';

/** Any number: what came back may be NaN or infinite, and a worker's message keeps that. */
export const figure = v.custom<number>((given) => typeof given === 'number', 'no number');
/** JSON, which webview messages pass through, turns NaN and the infinities into null; here they come back as NaN. */
export const real = v.pipe(
  v.nullable(figure),
  v.transform((value) => value ?? Number.NaN),
);
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const position = v.pipe(v.number(), v.integer(), v.minValue(1));
export const shape = v.array(count);
/** The kinds of a run's errors. */
export const errorKind = v.picklist([
  'syntax',
  'exception',
  'timeout',
  'memory',
  'output',
  'contract',
  'unsupported',
]);
