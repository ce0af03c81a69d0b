/** The messages between the page "Your code" and the extension, with what they must look like to be believed. */
import * as v from 'valibot';
import type { NotificationType } from 'vscode-messenger-common';
import type { Language } from '../course/exercise';
import type { NetworkLines } from '../owncode/networkLines';
import type { GradcheckReport } from '../owncode/report';
import { count, errorKind, position, real, shape } from './figures';

/** Everything that the page draws. */
export interface YourCodeModel {
  readonly language: Language;
  /** The name of the program's file; null before there is one. */
  readonly file: string | null;
  readonly state: 'idle' | 'running';
  /** Whether the program has been changed since the report. */
  readonly stale: boolean;
  readonly report: GradcheckReport | null;
  /** For each of the report's checks, in their order; null where no network was recovered. */
  readonly networks: readonly (NetworkLines | null)[];
  /** Why the last check gave no report; null where it gave one. */
  readonly failure: string | null;
}

/** What a person does on the page. `line` is of the program, from 1; `check` counts the report's checks from 0. */
export type YourCodeAction =
  | { readonly kind: 'check' | 'stop' | 'selectPython' }
  | { readonly kind: 'goTo'; readonly line: number }
  | { readonly kind: 'insert'; readonly check: number };

export const yourCodeReady: NotificationType<null> = { method: 'yourCodeReady' };
export const yourCodeAction: NotificationType<YourCodeAction> = { method: 'yourCodeAction' };
export const yourCodeChanged: NotificationType<YourCodeModel> = { method: 'yourCodeChanged' };

type Schema<T> = v.GenericSchema<unknown, T>;

const verdict = v.picklist(['agree', 'differ', 'scaled', 'not-judged']);
const cell = v.exactOptional(position);

const parameter = v.object({
  name: v.string(),
  gradient: v.nullable(v.string()),
  shape,
  verdict,
  maxRelError: v.nullable(v.number()),
  ratio: v.nullable(v.number()),
  checked: count,
  notJudged: count,
  reason: v.nullable(v.string()),
  worst: v.nullable(v.object({ index: v.array(count), expected: real, actual: real })),
  entries: v.array(v.object({ entry: count, expected: real, actual: real })),
});

const diagnosis = v.object({
  code: v.string(),
  target: v.string(),
  line: v.nullable(position),
  cell,
  confidence: v.picklist(['certain', 'likely']),
  message: v.string(),
});

const check = v.object({
  function: v.nullable(v.string()),
  line: position,
  cell,
  how: v.picklist(['declared', 'own-run', 'by-name']),
  declaration: v.string(),
  loss: real,
  verdict,
  scale: v.nullable(v.number()),
  network: v.nullable(
    v.object({
      layers: v.array(v.object({ units: position, activation: v.string() })),
      loss: v.string(),
      samples: v.picklist(['rows', 'columns']),
      places: v.array(v.object({ name: v.string(), line: position, cell })),
    }),
  ),
  parameters: v.array(parameter),
  diagnoses: v.array(diagnosis),
  remarks: v.array(v.string()),
});

const report: Schema<GradcheckReport> = v.object({
  schema: v.literal(1),
  file: v.string(),
  verdict: v.picklist(['agree', 'differ', 'scaled', 'not-judged', 'nothing-found', 'error']),
  checks: v.array(check),
  refused: v.array(v.object({ function: v.nullable(v.string()), line: position, cell, message: v.string() })),
  error: v.nullable(
    v.object({
      kind: errorKind,
      line: v.nullable(position),
      cell,
      message: v.string(),
      traceback: v.exactOptional(v.string()),
    }),
  ),
  stdout: v.string(),
  timings: v.object({ startMs: v.number(), runMs: v.number() }),
});

/** What the extension believes of a page's action. */
export const yourCodeActionSchema: Schema<YourCodeAction> = v.variant('kind', [
  v.object({ kind: v.picklist(['check', 'stop', 'selectPython']) }),
  v.object({ kind: v.literal('goTo'), line: position }),
  v.object({ kind: v.literal('insert'), check: count }),
]);

const steps = v.array(v.object({ name: v.string(), text: v.string() }));

/** What the page believes of a model. */
export const yourCodeModelSchema: Schema<YourCodeModel> = v.object({
  language: v.picklist(['en', 'ko']),
  file: v.nullable(v.string()),
  state: v.picklist(['idle', 'running']),
  stale: v.boolean(),
  report: v.nullable(report),
  networks: v.array(v.nullable(v.object({ forward: steps, backward: steps }))),
  failure: v.nullable(v.string()),
});
