/** What a payload must look like before either side believes it: one schema for every message of `messages.ts`. */
import * as v from 'valibot';
import { exerciseIds } from '../course/exercise';
import type { ExerciseContent, ExerciseId, Picture, Text } from '../course/exercise';
import type { Report } from '../grader/report';
import type {
  CheckOutcome,
  CheckState,
  Done,
  EditOutcome,
  ExerciseSummary,
  PanelModel,
  SnippetText,
  Typed,
} from './messages';
import type { TextChange } from './textChanges';

type Schema<T> = v.GenericSchema<unknown, T>;

/** JSON, which webview messages pass through, turns NaN and the infinities into null; here they come back as NaN. */
const real = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? Number.NaN),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.pipe(v.number(), v.integer(), v.minValue(1));
const shape = v.array(count);
const exercise: Schema<ExerciseId> = v.picklist(exerciseIds);
const hintKinds = v.picklist(['symptom', 'concept', 'term', 'masked', 'solution']);
const checkStates: Schema<CheckState> = v.picklist(['idle', 'starting', 'running']);

const worst = v.nullable(v.object({ index: v.array(count), expected: real, actual: v.nullable(v.number()) }));

const outputConvention = v.object({
  scale: v.picklist([1, 2]),
  outputDerivative: v.picklist(['identity', 'relu']),
  mean: v.picklist(['samples', 'entries']),
});

/** A network as data; which functions and losses there are is the engine's to know. */
const anySpec = v.object({
  layers: v.array(
    v.object({ units: v.string(), activation: v.string(), bias: v.exactOptional(v.literal(false)) }),
  ),
  loss: v.string(),
  penalty: v.exactOptional(v.literal('l2')),
});
const networkSpec = v.custom<Picture['spec']>((value) => v.is(anySpec, value));

const cost = v.object({
  every: position,
  reference: v.array(real),
  learner: v.array(v.nullable(v.number())),
  firstDivergence: v.nullable(count),
});
const remarks = v.array(
  v.object({ code: v.string(), message: v.string(), target: v.exactOptional(v.nullable(v.string())) }),
);

/** A report as the grader makes it, or as it arrives in the panel. */
export const reportSchema: Schema<Report> = v.object({
  schema: v.literal(1),
  exercise: v.string(),
  verdict: v.picklist(['pass', 'fail', 'error']),
  convention: v.nullable(
    v.object({
      scale: v.picklist([1, 2]),
      outputDerivative: v.picklist(['identity', 'relu']),
      mean: v.picklist(['samples', 'entries']),
      samples: v.picklist(['rows', 'columns']),
    }),
  ),
  values: v.array(
    v.object({
      name: v.string(),
      ok: v.boolean(),
      expectedShape: shape,
      actualShape: v.nullable(shape),
      maxRelError: v.nullable(v.number()),
      ratio: v.nullable(v.number()),
      worst,
      data: v.exactOptional(v.object({ samples: v.nullable(count), outputs: v.nullable(count) })),
    }),
  ),
  gradientCheck: v.array(
    v.object({ name: v.string(), ok: v.boolean(), maxRelError: real, checked: count, notJudged: count }),
  ),
  cost: v.nullable(cost),
  diagnoses: v.array(
    v.object({
      code: v.string(),
      target: v.nullable(v.string()),
      line: v.nullable(position),
      confidence: v.picklist(['certain', 'likely']),
      message: v.string(),
    }),
  ),
  remarks,
  error: v.nullable(
    v.object({
      kind: v.picklist(['syntax', 'exception', 'timeout', 'memory', 'output', 'contract', 'unsupported']),
      line: v.nullable(position),
      message: v.string(),
      traceback: v.exactOptional(v.string()),
    }),
  ),
  shapes: v.array(v.object({ line: position, name: v.string(), shape })),
  stdout: v.string(),
  timings: v.object({ startMs: v.number(), runMs: v.number(), gradeMs: v.number() }),
  details: v.exactOptional(
    v.array(
      v.object({
        name: v.string(),
        shape,
        expected: v.array(real),
        actual: v.nullable(v.array(v.nullable(v.number()))),
        measure: v.exactOptional(v.object({ pass: real, floor: real })),
      }),
    ),
  ),
});

const change: Schema<TextChange> = v.object({ from: count, to: count, insert: v.string() });
const snippetEntries = { exercise, text: v.string(), version: count };
/** What was typed in a page of the panel. */
export const typedSchema: Schema<Typed> = v.object({
  exercise,
  page: v.string(),
  count,
  text: v.string(),
  known: v.pipe(v.array(v.object({ count, text: v.string() })), v.minLength(1)),
});
const text: Schema<Text> = v.object({ en: v.string(), ko: v.string() });
const summary: Schema<ExerciseSummary> = v.object({
  id: exercise,
  title: text,
  state: v.picklist(['not-started', 'started', 'passed']),
});
const judged = { report: reportSchema, version: count };

const content: Schema<ExerciseContent> = v.object({
  id: exercise,
  title: text,
  functionName: v.string(),
  parameters: v.array(v.string()),
  returns: v.array(v.string()),
  idea: text,
  equations: v.array(
    v.object({
      name: v.string(),
      phase: v.picklist(['forward', 'cost', 'backward', 'update', 'idea']),
      rows: v.string(),
      columns: v.nullable(v.string()),
      words: text,
    }),
  ),
  picture: v.nullable(
    v.object({ layers: v.array(position), spec: networkSpec, convention: outputConvention }),
  ),
  starter: text,
  hints: v.array(v.object({ kind: hintKinds, text, code: v.exactOptional(v.string()) })),
  solution: v.string(),
  samples: v.exactOptional(v.literal('columns')),
  explanation: text,
  next: text,
});

/** The snippet's text with its version. */
export const snippetTextSchema: Schema<SnippetText> = v.object(snippetEntries);

/** Everything the panel draws from. */
export const panelModelSchema: Schema<PanelModel> = v.object({
  language: v.picklist(['en', 'ko']),
  exercises: v.array(summary),
  exercise,
  content,
  snippet: snippetTextSchema,
  report: v.nullable(v.object(judged)),
  hintsOpened: count,
  checkOnType: v.boolean(),
  check: checkStates,
  python: v.nullable(v.string()),
});

const checkOutcome: Schema<CheckOutcome> = v.variant('ok', [
  v.object({ ok: v.literal(true) }),
  v.object({
    ok: v.literal(false),
    reason: v.picklist(['stopped', 'unavailable', 'failed']),
    message: v.string(),
  }),
]);
const editOutcome: Schema<EditOutcome> = v.variant('ok', [
  v.object({ ok: v.literal(true), version: count }),
  v.object({ ok: v.literal(false), snippet: snippetTextSchema }),
]);
const done: Schema<Done> = v.variant('ok', [
  v.object({ ok: v.literal(true) }),
  v.object({ ok: v.literal(false), message: v.string() }),
]);

/** Parameters of what the panel asks or tells the extension, by method. */
export const toExtensionSchemas = {
  ready: v.object({ exercise: v.nullable(exercise), typed: v.array(typedSchema) }),
  check: v.object({ exercise, version: count, automatic: v.exactOptional(v.boolean()) }),
  stop: v.nullish(v.unknown()),
  edit: v.object({ exercise, version: count, changes: v.array(change), page: v.string(), count }),
  typed: typedSchema,
  reset: v.object({ exercise }),
  select: v.object({ exercise }),
  turnSamples: v.object({ exercise, samples: v.picklist(['rows', 'columns']) }),
  openHint: v.object({ exercise, kind: hintKinds }),
  openInEditor: v.object({ exercise, line: v.nullable(position) }),
  saveFile: v.object({ name: v.string(), encoding: v.picklist(['utf8', 'base64']), content: v.string() }),
  setCheckOnType: v.object({ on: v.boolean() }),
};

/** The extension's answers, by the method of the request. */
export const answerSchemas = {
  ready: panelModelSchema,
  check: checkOutcome,
  edit: editOutcome,
  reset: done,
  select: panelModelSchema,
  turnSamples: done,
  openHint: done,
  saveFile: done,
};

/** Parameters of what the extension tells the panel, by method. */
export const toPanelSchemas = {
  modelChanged: panelModelSchema,
  snippetChanged: v.object({
    ...snippetEntries,
    changes: v.array(change),
    origin: v.picklist(['reset', 'elsewhere']),
  }),
  checkState: v.object({ exercise, state: checkStates, python: v.nullable(v.string()) }),
  reported: v.object({ exercise, ...judged }),
  curveTrained: v.object({ exercise, version: count, cost, remarks }),
  progressChanged: v.object({
    exercises: v.array(summary),
    hintsOpened: v.record(v.string(), count),
  }),
  perform: v.variant('action', [
    v.object({ action: v.literal('goToLine'), line: position }),
    v.object({ action: v.picklist(['check', 'showHints', 'focusEditor']) }),
  ]),
};
