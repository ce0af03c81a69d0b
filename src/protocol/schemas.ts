/** What a payload must look like before either side believes it: one schema for every message of `messages.ts`. */
import * as v from 'valibot';
import { exerciseIdPattern } from '../course/exercise';
import type { ExerciseContent, ExerciseId, Picture, Text } from '../course/exercise';
import type {
  ChapterSummary,
  CheckOutcome,
  CheckState,
  Done,
  EditOutcome,
  ExerciseSummary,
  PanelModel,
  SnippetText,
  Typed,
} from './messages';
import { count, position } from './figures';
import { huntAnswerSchemas, huntSchemas } from './hunt';
import { conventionSchema, costSchema, remarksSchema, reportSchema } from './reportSchema';
import type { TextChange } from './textChanges';

type Schema<T> = v.GenericSchema<unknown, T>;

const exercise: Schema<ExerciseId> = v.pipe(v.string(), v.regex(exerciseIdPattern));
const hintKinds = v.picklist(['symptom', 'concept', 'term', 'masked', 'solution']);
const checkStates: Schema<CheckState> = v.picklist(['idle', 'starting', 'running']);

/** A network as data; which functions and losses there are is the engine's to know. */
const anySpec = v.object({
  layers: v.array(
    v.object({ units: v.string(), activation: v.string(), bias: v.exactOptional(v.literal(false)) }),
  ),
  loss: v.string(),
  penalty: v.exactOptional(v.literal('l2')),
});
const networkSpec = v.custom<Picture['spec']>((value) => v.is(anySpec, value));

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
const chapter: Schema<ChapterSummary> = v.object({
  id: v.string(),
  title: text,
  about: text,
  exercises: v.array(exercise),
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
      phase: v.picklist(['forward', 'cost', 'backward', 'update', 'derivation', 'idea']),
      rows: v.string(),
      columns: v.nullable(v.string()),
      words: text,
    }),
  ),
  picture: v.nullable(
    v.object({ layers: v.array(position), spec: networkSpec, convention: conventionSchema }),
  ),
  drawing: v.exactOptional(v.object({ svg: text, alternative: text })),
  starter: text,
  hints: v.array(v.object({ kind: hintKinds, text, code: v.exactOptional(v.string()) })),
  solution: v.string(),
  samples: v.exactOptional(v.literal('columns')),
  shapes: v.exactOptional(v.record(v.string(), v.array(count))),
  after: v.exactOptional(v.array(v.string())),
  namesOnAsking: v.exactOptional(v.literal(true)),
  explanation: text,
  next: text,
});

/** The snippet's text with its version. */
export const snippetTextSchema: Schema<SnippetText> = v.object(snippetEntries);

/** Everything the panel draws from. */
export const panelModelSchema: Schema<PanelModel> = v.object({
  language: v.picklist(['en', 'ko']),
  exercises: v.array(summary),
  chapters: v.array(chapter),
  exercise,
  content,
  snippet: snippetTextSchema,
  report: v.nullable(v.object(judged)),
  hintsOpened: count,
  checkOnType: v.boolean(),
  beside: v.boolean(),
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
  askNames: v.object({ exercise }),
  select: v.object({ exercise }),
  turnSamples: v.object({ exercise, samples: v.picklist(['rows', 'columns']) }),
  openHint: v.object({ exercise, kind: hintKinds }),
  compare: v.object({ exercise }),
  openInEditor: v.object({ exercise, line: v.nullable(position) }),
  saveFile: v.object({ name: v.string(), encoding: v.picklist(['utf8', 'base64']), content: v.string() }),
  pointed: v.object({ exercise, lines: v.array(position) }),
  setCheckOnType: v.object({ on: v.boolean() }),
  ...huntSchemas,
};

/** The extension's answers, by the method of the request. */
export const answerSchemas = {
  ready: panelModelSchema,
  check: checkOutcome,
  edit: editOutcome,
  reset: done,
  askNames: done,
  select: panelModelSchema,
  turnSamples: done,
  openHint: done,
  compare: done,
  saveFile: done,
  ...huntAnswerSchemas,
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
  curveTrained: v.object({
    exercise,
    version: count,
    cost: v.nullable(costSchema),
    remarks: remarksSchema,
    stdout: v.string(),
  }),
  progressChanged: v.object({
    exercises: v.array(summary),
    hintsOpened: v.record(v.string(), count),
  }),
  besideChanged: v.object({ exercise, beside: v.boolean() }),
  looked: v.object({ exercise, line: position }),
  perform: v.variant('action', [
    v.object({ action: v.literal('goToLine'), line: position }),
    v.object({ action: v.literal('showEquation'), term: v.string() }),
    v.object({ action: v.picklist(['check', 'showHints', 'focusEditor', 'bugHunt']) }),
  ]),
};
