/** Finding in the panel's editor, as in VS Code's own: a bar over its corner, every match marked. */
import { Facet, StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Extension } from '@codemirror/state';
import { Decoration, EditorView, keymap, showPanel } from '@codemirror/view';
import type { Command, DecorationSet, Panel } from '@codemirror/view';
import { signal } from '@preact/signals';
import { render } from 'preact';
import type { FromStore } from './fromStore';
import { FindBar } from './findBar';
import type { Finding, Found } from './found';
import { matchesIn, neighbour, replacementOf, type Match, type Query } from './matches';

const setQuery = StateEffect.define<Query | null>();
const setReplacement = StateEffect.define<string | null>();

/** Null while the bar is closed. */
const finding = StateField.define<Finding | null>({
  create: () => null,
  update(before, { effects, docChanged, state }) {
    let query = before?.query ?? null;
    let by = before?.by ?? null;
    let isOther = docChanged;
    for (const effect of effects) {
      if (effect.is(setReplacement)) by = effect.value;
      if (!effect.is(setQuery)) continue;
      query = effect.value;
      isOther = true;
    }
    if (query === null) return null;
    if (!isOther && before !== null) return by === before.by ? before : { ...before, by };
    return { query, by, matches: matchesIn(state.doc.toString(), query) };
  },
  provide: (field) => [
    showPanel.from(field, (now) => (now === null ? null : bar)),
    EditorView.decorations.compute([field, 'selection'], marks),
  ],
});

const panelStore = Facet.define<FromStore, FromStore | undefined>({ combine: ([store]) => store });

const keys = [
  { key: 'F3', run: step(1), shift: step(-1), preventDefault: true, stopPropagation: true },
  { key: 'Mod-g', run: step(1), shift: step(-1), preventDefault: true, stopPropagation: true },
];

function extension(store: FromStore): Extension {
  return [finding, panelStore.of(store), keymap.of(keys)];
}

const match = Decoration.mark({ class: 'cm-findMatch' });
const chosen = Decoration.mark({ class: 'cm-findMatch is-chosen' });

function marks(state: EditorState): DecorationSet {
  const found = foundIn(state);
  return Decoration.set(
    (found?.matches ?? []).map(({ from, to }, index) =>
      (index === found?.index ? chosen : match).range(from, to),
    ),
  );
}

function foundIn(state: EditorState): Found | null {
  const now = state.field(finding, false) ?? null;
  if (now === null) return null;
  const { from, to } = state.selection.main;
  const index = now.matches?.findIndex((one) => one.from === from && one.to === to) ?? -1;
  return { ...now, index: index < 0 ? null : index };
}

/** Opens the bar, or brings it forward, with what is selected in a line; `replacing`, with a line to replace by. */
export function openFind(view: EditorView, store: FromStore, replacing = false): void {
  const known = view.state.field(finding, false);
  if (known === undefined) view.dispatch({ effects: StateEffect.appendConfig.of(extension(store)) });
  const { from, to } = view.state.selection.main;
  const selected = view.state.sliceDoc(from, to);
  const before = known?.query ?? { text: '', matchCase: false, wholeWord: false, isPattern: false };
  // The first blank is selected from the beginning; nobody looks for that.
  const text = /^[^\n]{1,200}$/u.test(selected) && selected !== '...' ? selected : before.text;
  const by = known?.by ?? (replacing ? '' : null);
  view.dispatch({ effects: [setQuery.of({ ...before, text }), setReplacement.of(by)] });
  const field = view.dom.querySelector<HTMLInputElement>('.find-bar input');
  field?.focus();
  field?.select();
}

function goTo(view: EditorView, to: Match | null): void {
  if (to === null) return;
  view.dispatch({
    selection: { anchor: to.from, head: to.to },
    effects: EditorView.scrollIntoView(to.from, { y: 'nearest', yMargin: 60 }),
    userEvent: 'select.search',
  });
}

function step(by: 1 | -1): Command {
  return (view) => {
    const now = view.state.field(finding, false) ?? null;
    if (now === null) return false;
    goTo(view, neighbour(now.matches ?? [], view.state.selection.main, by));
    return true;
  };
}

/** Replaces the match that is selected, and goes to the next; where none is, goes to the next only. */
function replaceOne(view: EditorView): void {
  const found = foundIn(view.state);
  const match = found?.matches?.[found.index ?? -1];
  if (found !== null && match !== undefined) {
    const insert = replacementOf(view.state.doc.toString(), found.query, match, found.by ?? '');
    view.dispatch({
      changes: { ...match, insert },
      selection: { anchor: match.from + view.state.toText(insert).length },
      userEvent: 'input.replace',
    });
  }
  step(1)(view);
}

/** Replaces every match; one undo brings them back. */
function replaceAll(view: EditorView): void {
  const found = foundIn(view.state);
  const text = view.state.doc.toString();
  const changes = (found?.matches ?? []).map((match) => ({
    ...match,
    insert: found === null ? '' : replacementOf(text, found.query, match, found.by ?? ''),
  }));
  if (changes.length > 0) view.dispatch({ changes, userEvent: 'input.replace.all' });
}

function bar(view: EditorView): Panel {
  const dom = document.createElement('div');
  const store = view.state.facet(panelStore);
  const found = signal(foundIn(view.state));
  const act = {
    change: (query: Query) => {
      view.dispatch({ effects: setQuery.of(query) });
      const matches = view.state.field(finding)?.matches ?? [];
      const { from } = view.state.selection.main;
      // What is being typed stays at the same match as long as that goes on.
      goTo(view, neighbour(matches, { from, to: from }, 1));
    },
    step: (by: 1 | -1) => {
      step(by)(view);
    },
    replaceBy: (by: string | null) => {
      view.dispatch({ effects: setReplacement.of(by) });
    },
    replaceOne: () => {
      replaceOne(view);
    },
    replaceAll: () => {
      replaceAll(view);
    },
    close: () => {
      view.dispatch({ effects: [setQuery.of(null), setReplacement.of(null)] });
      view.focus();
    },
  };
  if (store !== undefined) render(<FindBar store={store} found={found} act={act} />, dom);
  return {
    dom,
    top: true,
    update: ({ state }) => {
      found.value = foundIn(state);
    },
    destroy: () => {
      render(null, dom);
    },
  };
}
