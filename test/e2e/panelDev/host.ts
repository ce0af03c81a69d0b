/** Plays the extension inside the page, so that the panel can be looked at and driven without VS Code. */
import { allChapters, allExercises, contentOf, continueWith } from '../../../src/course/course';
import type { ExerciseId, Language } from '../../../src/course/exercise';
import type { Chapter } from '../../../src/course/judgedExercise';
import type { PageText } from '../../../src/extension/files/heldTexts';
import { withTyped } from '../../../src/extension/snippet/typed';
import type { PanelModel, SnippetText, Typed } from '../../../src/protocol/messages';
import type { TextChange } from '../../../src/protocol/textChanges';
import type { Report } from '../../../src/grader/report';
import { reportOn } from './reports';
import { bodyClasses, themeNames, themeVariables } from './themes';
import type { ThemeName } from './themes';

interface Wire {
  readonly id?: string;
  readonly method: string;
  readonly params?: unknown;
}

interface PanelDev {
  setTheme(theme: ThemeName): void;
  setLanguage(language: Language): void;
  /** Types into the file behind the panel's back. */
  editFile(changes: readonly TextChange[]): void;
  fileText(): string;
  /** What a check of this text finds, in place of what only looks so. */
  expectReport(exercise: ExerciseId, language: Language, text: string, report: Report): void;
  /** Sends anything at all to the panel. */
  send(message: object): void;
  /** Opens the snippet in an editor beside the panel, or closes that. */
  setBeside(beside: boolean): void;
  /** What the panel told or asked, by method, last first. */
  heard: { readonly method: string; readonly params: unknown }[];
  saved: unknown[];
  failNextAnswers: number;
}

declare global {
  interface Window {
    panelDev: PanelDev;
    /** Part two as far as it is shown: the server has read it. */
    shippedChapters: readonly Chapter[];
    acquireVsCodeApi: () => unknown;
  }
}

const query = new URLSearchParams(location.search);
// What does not ask for part two has the course end with part one.
if (query.has('all')) continueWith(() => window.shippedChapters);
const documents = new Map<ExerciseId, { text: string; version: number }>();
const reports = new Map<ExerciseId, { report: Report; version: number }>();
const hints = new Map<ExerciseId, number>();
/** Beside the first two, which are passed to begin with. */
const passed = new Set<ExerciseId>(query.get('passed')?.split(',') ?? []);
/** How much of what was typed in each page has come. */
const came = new Map<string, PageText>();
let language: Language = query.get('language') === 'ko' ? 'ko' : 'en';
let current: ExerciseId = query.get('exercise') ?? 'backward-2-layer';
const expected = new Map<string, Report>();
const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);
const running = { stopped: false };
const isStopped = (): boolean => running.stopped;

function documentOf(exercise: ExerciseId): { text: string; version: number } {
  const known = documents.get(exercise);
  if (known !== undefined) return known;
  const found = allExercises().find(({ id }) => id === exercise);
  const created = { text: found?.starter[language] ?? '', version: 1 };
  documents.set(exercise, created);
  return created;
}

function snippetOf(exercise: ExerciseId): SnippetText {
  return { exercise, ...documentOf(exercise) };
}

let beside = query.has('beside');

const turned = new Map<ExerciseId, 'rows' | 'columns'>();

function model(): PanelModel {
  return {
    language,
    exercises: allExercises().map(({ id, title }, index) => ({
      id,
      title,
      state: passed.has(id) || index < 2 ? 'passed' : documents.has(id) ? 'started' : 'not-started',
    })),
    chapters: allChapters().map(({ exercises, ...chapter }) => ({
      ...chapter,
      exercises: exercises.map(({ id }) => id),
    })),
    exercise: current,
    content: contentOf(current, turned.get(current)),
    snippet: snippetOf(current),
    report: reports.get(current) ?? null,
    hintsOpened: hints.get(current) ?? 0,
    checkOnType: false,
    beside,
    check: 'idle',
    python: 'CPython 3.14 (built in)',
  };
}

function apply(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .sort((a, b) => b.from - a.from)
    .reduce((so, { from, to, insert }) => so.slice(0, from) + insert + so.slice(to), text);
}

function toPanel(message: object): void {
  const json: unknown = JSON.parse(
    JSON.stringify({
      receiver: { type: 'webview', webviewId: 'dev' },
      sender: { type: 'extension' },
      ...message,
    }),
  );
  setTimeout(
    () => {
      window.postMessage(json, '*');
    },
    Number(query.get('delay') ?? 5),
  );
}

function changeFile(exercise: ExerciseId, text: string, origin: 'reset' | 'elsewhere' = 'elsewhere'): void {
  const file = documentOf(exercise);
  const changes = [{ from: 0, to: file.text.length, insert: text }];
  file.text = text;
  file.version++;
  toPanel({ method: 'snippetChanged', params: { ...snippetOf(exercise), changes, origin } });
}

const answers: Readonly<Record<string, (params: never) => unknown>> = {
  ready: ({ exercise, typed }: { exercise: ExerciseId | null; typed: Typed[] }) => {
    current = exercise ?? current;
    for (const one of typed) {
      const file = documentOf(one.exercise);
      file.text = withTyped(one, came.get(one.page), file.text) ?? file.text;
      came.set(one.page, one);
      file.version++;
    }
    return model();
  },
  select: ({ exercise }: { exercise: ExerciseId }) => {
    current = exercise;
    return model();
  },
  edit: ({
    exercise,
    version,
    changes,
    page,
    count,
  }: {
    exercise: ExerciseId;
    version: number;
    changes: TextChange[];
    page: string;
    count: number;
  }) => {
    const file = documentOf(exercise);
    if (file.version !== version) return { ok: false, snippet: snippetOf(exercise) };
    file.text = apply(file.text, changes);
    file.version++;
    came.set(page, { page, count, text: file.text });
    return { ok: true, version: file.version };
  },
  check: async ({ exercise }: { exercise: ExerciseId }) => {
    running.stopped = false;
    const { text, version } = documentOf(exercise);
    const first = query.has('cold');
    toPanel({
      method: 'checkState',
      params: { exercise, state: first ? 'starting' : 'running', python: 'CPython 3.14 (built in)' },
    });
    const wait = text.includes('while True') || first ? 1500 : Number(query.get('takes') ?? 40);
    for (let waited = 0; waited < wait && !isStopped(); waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
    if (isStopped()) return { ok: false, reason: 'stopped', message: 'Stopped.' };
    const report = expected.get(keyOf(exercise, language, text)) ?? reportOn(exercise, text, language);
    reports.set(exercise, { report, version });
    if (report.verdict === 'pass') passed.add(exercise);
    toPanel({
      method: 'progressChanged',
      params: { exercises: model().exercises, hintsOpened: Object.fromEntries(hints) },
    });
    toPanel({ method: 'reported', params: { exercise, report: { ...report, cost: null }, version } });
    const { cost, remarks, stdout } = report;
    if (cost) toPanel({ method: 'curveTrained', params: { exercise, version, cost, remarks, stdout } });
    return { ok: true };
  },
  turnSamples: ({ exercise, samples }: { exercise: ExerciseId; samples: 'rows' | 'columns' }) => {
    const before = contentOf(exercise, turned.get(exercise)).starter[language];
    turned.set(exercise, samples);
    reports.delete(exercise);
    if (documentOf(exercise).text === before)
      changeFile(exercise, contentOf(exercise, samples).starter[language], 'reset');
    toPanel({ method: 'modelChanged', params: model() });
    return { ok: true };
  },
  reset: ({ exercise }: { exercise: ExerciseId }) => {
    changeFile(exercise, contentOf(exercise, turned.get(exercise)).starter[language], 'reset');
    return { ok: true };
  },
  openHint: ({ exercise }: { exercise: ExerciseId }) => {
    hints.set(exercise, (hints.get(exercise) ?? 0) + 1);
    return { ok: true };
  },
  compare: () => ({ ok: true }),
  saveFile: (params: unknown) => {
    window.panelDev.saved.push(params);
    return { ok: true };
  },
};

async function receive({ id, method, params }: Wire): Promise<void> {
  window.panelDev.heard.unshift({ method, params });
  if (method === 'stop') running.stopped = true;
  const answer = answers[method];
  if (id === undefined || answer === undefined) return;
  const result = await answer(params as never);
  if (window.panelDev.failNextAnswers > 0) window.panelDev.failNextAnswers--;
  else toPanel({ id, result });
}

window.panelDev = {
  setTheme(theme) {
    const { style } = document.documentElement;
    const variables = themeVariables(theme);
    for (const [name, value] of Object.entries(variables)) style.setProperty(name, value);
    for (const name of [...style]) if (!(name in variables)) style.removeProperty(name);
    document.body.className = bodyClasses[theme];
  },
  setLanguage(to) {
    language = to;
    toPanel({ method: 'modelChanged', params: model() });
  },
  editFile(changes) {
    changeFile(current, apply(documentOf(current).text, changes));
  },
  fileText: () => documentOf(current).text,
  expectReport(exercise, spoken, text, report) {
    expected.set(keyOf(exercise, spoken, text), report);
  },
  send: toPanel,
  setBeside(now) {
    beside = now;
    toPanel({ method: 'besideChanged', params: { exercise: current, beside } });
  },
  heard: [],
  saved: [],
  failNextAnswers: 0,
};

window.acquireVsCodeApi = () => ({
  postMessage: (message: Wire) => {
    setTimeout(() => void receive(message), Number(query.get('delay') ?? 5));
  },
  getState: (): unknown => JSON.parse(sessionStorage.getItem('state') ?? 'null'),
  setState: (state: unknown) => {
    sessionStorage.setItem('state', JSON.stringify(state));
  },
});

// VS Code keeps the undo keys from the page, runs its own command, and forwards that as `execCommand`.
window.addEventListener('keydown', (event) => {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
  event.preventDefault();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is what VS Code calls
  setTimeout(() => document.execCommand(key === 'y' || event.shiftKey ? 'redo' : 'undo'), 5);
});

const theme = themeNames.find((name) => name === query.get('theme')) ?? 'dark';
window.panelDev.setTheme(theme);
const text = query.get('text');
if (text === 'solution')
  documentOf(current).text = allExercises().find(({ id }) => id === current)?.solution ?? '';
