/** Every message between the panel and the extension. Requests carry their answer's type; failures are data. */
import type { NotificationType, RequestType } from 'vscode-messenger-common';
import type { ExerciseContent, ExerciseId, HintKind, Language, Text } from '../course/exercise';
import type { Convention, CostReport, Remark, Report } from '../grader/report';
import type { TextChange } from './textChanges';

/** Whether each sample is a row of X, as in the notes, or a column. */
export type Samples = Convention['samples'];

export type ExerciseState = 'not-started' | 'started' | 'passed';

/** What the panel's list and header know of every exercise. */
export interface ExerciseSummary {
  readonly id: ExerciseId;
  readonly title: Text;
  readonly state: ExerciseState;
}

/** Some exercises that belong together. */
export interface ChapterSummary {
  readonly id: string;
  readonly title: Text;
  /** What it is about, in a sentence or two. */
  readonly about: Text;
  /** In order; each is among the panel's exercises. */
  readonly exercises: readonly ExerciseId[];
}

/** The snippet's text as the extension knows it; `version` grows with every change, whoever made it. */
export interface SnippetText {
  readonly exercise: ExerciseId;
  readonly text: string;
  readonly version: number;
}

/**
 * What was typed in a page of the panel, as far as the page does not know that it has come. Every load of the page is a
 * page of its own; `count` says how many changes had been made in it by then. What the extension has of a page, and up
 * to which change, it knows itself.
 */
export interface Typed {
  readonly exercise: ExerciseId;
  readonly page: string;
  readonly count: number;
  readonly text: string;
  /** The text that both sides agreed on last, and the one that is on its way: texts of which one has come. */
  readonly known: readonly { readonly count: number; readonly text: string }[];
}

/** Everything the panel needs to draw an exercise from nothing. */
export interface PanelModel {
  readonly language: Language;
  readonly exercises: readonly ExerciseSummary[];
  /** The chapters of the course, in order: together they hold all of the exercises. */
  readonly chapters: readonly ChapterSummary[];
  readonly exercise: ExerciseId;
  /** The exercise itself: sent, and not built into the panel's script, which would load all the others with it. */
  readonly content: ExerciseContent;
  readonly snippet: SnippetText;
  /** The report of the last check in this window and the version of the text it judged. */
  readonly report: { readonly report: Report; readonly version: number } | null;
  /** How many rungs of the hint ladder are open. */
  readonly hintsOpened: number;
  readonly checkOnType: boolean;
  /** Whether an editor of VS Code shows the snippet, so that the panel need not. */
  readonly beside: boolean;
  readonly check: CheckState;
  /** `CPython 3.14 (built in)` or the learner's interpreter; null before the first start. */
  readonly python: string | null;
}

/** Where a check stands. `starting` is Python's first start, which takes seconds. */
export type CheckState = 'idle' | 'starting' | 'running';

/** How a check ended. Its report has come by `reported`, and its curve by `curveTrained`. */
export type CheckOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'stopped' | 'unavailable' | 'failed'; readonly message: string };

export type EditOutcome =
  | { readonly ok: true; readonly version: number }
  /** The document has moved on: here is its text, onto which the panel rebases what it has not sent yet. */
  | { readonly ok: false; readonly snippet: SnippetText };

export type Done = { readonly ok: true } | { readonly ok: false; readonly message: string };

// Panel to extension.
/** `typed` hands in what may not have come before; the answer has it in it. */
export const ready: RequestType<
  { readonly exercise: ExerciseId | null; readonly typed: readonly Typed[] },
  PanelModel
> = { method: 'ready' };
/** `automatic` says that a pause in typing asked, not the learner: it does not count as an attempt. */
export const check: RequestType<
  { readonly exercise: ExerciseId; readonly version: number; readonly automatic?: boolean },
  CheckOutcome
> = {
  method: 'check',
};
export const stop: NotificationType<null> = { method: 'stop' };
/** The answer comes when the changes are where they outlive the window. `page` and `count` are those of `Typed`. */
export const edit: RequestType<
  {
    readonly exercise: ExerciseId;
    readonly version: number;
    readonly changes: readonly TextChange[];
    readonly page: string;
    readonly count: number;
  },
  EditOutcome
> = { method: 'edit' };
/**
 * What has been typed, told with every key: should the panel be closed while an edit is on its way, which may be refused,
 * this is all there is of it.
 */
export const typed: NotificationType<Typed> = { method: 'typed' };
/** Asks what the mistakes are, where a report has withheld them. A `reported` comes of it. */
export const askNames: RequestType<{ readonly exercise: ExerciseId }, Done> = { method: 'askNames' };
export const reset: RequestType<{ readonly exercise: ExerciseId }, Done> = { method: 'reset' };
export const select: RequestType<{ readonly exercise: ExerciseId }, PanelModel> = { method: 'select' };
/** Turns an exercise's samples around: equations, starter and judging follow. A `modelChanged` comes of it. */
export const turnSamples: RequestType<{ readonly exercise: ExerciseId; readonly samples: Samples }, Done> = {
  method: 'turnSamples',
};
export const openHint: RequestType<{ readonly exercise: ExerciseId; readonly kind: HintKind }, Done> = {
  method: 'openHint',
};
export const openInEditor: NotificationType<{ readonly exercise: ExerciseId; readonly line: number | null }> =
  {
    method: 'openInEditor',
  };
/** Shows the snippet beside the solution in VS Code's own comparison. */
export const compare: RequestType<{ readonly exercise: ExerciseId }, Done> = { method: 'compare' };
/** Saves text (CSV) or a picture (PNG as base64) where the learner chooses. */
export const saveFile: RequestType<
  { readonly name: string; readonly encoding: 'utf8' | 'base64'; readonly content: string },
  Done
> = { method: 'saveFile' };
/** Lights up these lines of the snippet in the editor of VS Code that shows it. */
export const pointed: NotificationType<{ readonly exercise: ExerciseId; readonly lines: readonly number[] }> =
  { method: 'pointed' };
export const setCheckOnType: NotificationType<{ readonly on: boolean }> = { method: 'setCheckOnType' };

// Extension to panel.
export const modelChanged: NotificationType<PanelModel> = { method: 'modelChanged' };
/**
 * A change that did not come from this panel. `changes` are all of the text before; `version` is the one after.
 * The panel's own undo takes a `reset` back like something typed there; a change made `elsewhere` (VS Code's own
 * editor, the disk) is undone where it was made.
 */
export const snippetChanged: NotificationType<
  SnippetText & { readonly changes: readonly TextChange[]; readonly origin: 'reset' | 'elsewhere' }
> = {
  method: 'snippetChanged',
};
export const checkState: NotificationType<{
  readonly exercise: ExerciseId;
  readonly state: CheckState;
  readonly python: string | null;
}> = { method: 'checkState' };
export const reported: NotificationType<{
  readonly exercise: ExerciseId;
  readonly report: Report;
  readonly version: number;
}> = { method: 'reported' };
/**
 * What a training gave that ran after the report was told: its curve, null where none came of it, the report's remarks, of
 * which some look at it, and what is told as printed.
 */
export const curveTrained: NotificationType<{
  readonly exercise: ExerciseId;
  readonly version: number;
  readonly cost: CostReport | null;
  readonly remarks: readonly Remark[];
  readonly stdout: string;
}> = { method: 'curveTrained' };
export const progressChanged: NotificationType<{
  readonly exercises: readonly ExerciseSummary[];
  readonly hintsOpened: Readonly<Partial<Record<ExerciseId, number>>>;
}> = { method: 'progressChanged' };
/** An editor of VS Code shows the snippet from now on, or does so no more. */
export const besideChanged: NotificationType<{ readonly exercise: ExerciseId; readonly beside: boolean }> = {
  method: 'besideChanged',
};
/** The cursor of the editor that shows the snippet has come to a line. */
export const looked: NotificationType<{ readonly exercise: ExerciseId; readonly line: number }> = {
  method: 'looked',
};
/** Asks the panel to put the cursor on a line, or to press one of its own buttons (from commands and key bindings). */
export const perform: NotificationType<
  | { readonly action: 'goToLine'; readonly line: number }
  | { readonly action: 'showEquation'; readonly term: string }
  | { readonly action: 'check' | 'showHints' | 'focusEditor' | 'bugHunt' }
> = { method: 'perform' };
