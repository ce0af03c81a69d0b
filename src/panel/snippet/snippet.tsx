/** The region "Snippet": the editor and its buttons. */
import { setDiagnostics } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import { effect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../icon';
import { messageElement } from '../message';
import { CheckStatus } from '../status';
import type { Store } from '../store';
import { diagnosticsOf } from './diagnostics';
import { definitionLines } from './editorState';
import { pointAtLines, showShapes } from './marks';
import type { SnippetSession } from './session';
import { bridgeUndo } from './undoBridge';

const isMac = navigator.userAgent.includes('Mac');

/** Editor, Check, Stop, Reset. */
export function Snippet({ store }: { readonly store: Store }): JSX.Element {
  const strings = store.strings.value;
  const busy = store.checking.value !== 'idle';
  const session = store.session.value;
  return (
    <section class="region snippet" aria-label={strings.regions.snippet}>
      <div class="region-head">
        <h2>{strings.regions.snippet}</h2>
        <div class="actions">
          <label class="check-on-type">
            <input
              type="checkbox"
              checked={store.model.value?.checkOnType ?? false}
              onChange={(event) => {
                store.setCheckOnType(event.currentTarget.checked);
              }}
            />
            {strings.checkOnType}
          </label>
          <button
            class="plain icon-button"
            type="button"
            aria-label={strings.openInEditor}
            title={strings.openInEditor}
            onClick={() => {
              store.openInEditor(null);
            }}
          >
            <Icon name="go-to-file" />
          </button>
          <button
            class="secondary"
            type="button"
            title={strings.resetHint}
            onClick={() => void store.reset()}
          >
            <Icon name="discard" />
            <span class="unless-narrow">{strings.reset}</span>
          </button>
          {busy && (
            <button
              class="secondary"
              type="button"
              onClick={() => {
                store.stop();
              }}
            >
              <Icon name="debug-stop" />
              {strings.stop}
            </button>
          )}
          <button
            class="primary"
            type="button"
            aria-label={strings.check}
            aria-disabled={busy}
            data-keys={isMac ? strings.checkKeysMac : strings.checkKeys}
            title={`${strings.check} (${isMac ? strings.checkKeysMac : strings.checkKeys})`}
            onClick={() => void store.check()}
          >
            <Icon name={busy ? 'loading' : 'play'} spin={busy} />
            {strings.check}
          </button>
        </div>
      </div>
      {session !== null && <Editor store={store} session={session} />}
      <p id="editor-help" class="visually-hidden">
        {strings.editorHelp}
      </p>
      <CheckStatus store={store} />
    </section>
  );
}

function Editor({
  store,
  session,
}: {
  readonly store: Store;
  readonly session: SnippetSession;
}): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);

  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const editor = new EditorView({ parent: host.current, state: session.state });
    view.current = editor;
    session.attach(editor);
    const unbridge = bridgeUndo(editor);
    store.lines.value = definitionLines(editor.state);
    return () => {
      unbridge();
      session.attach(null);
      editor.destroy();
      view.current = null;
    };
  }, [session, store]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return undefined;
    const stopPointing = effect(() => {
      const name = store.pointed.value;
      const lines = name === null ? [] : (store.lines.value.get(name) ?? []);
      later(() => {
        editor.dispatch({ effects: pointAtLines.of(lines) });
      });
    });
    const stopReporting = effect(() => {
      const report = store.report.value;
      const stale = store.stale.peek();
      later(() => {
        const shown =
          report === null || stale
            ? []
            : diagnosticsOf(report, editor.state.doc, (message) =>
                messageElement(store.exercise.peek(), message),
              );
        editor.dispatch(setDiagnostics(editor.state, shown), {
          effects: showShapes.of(report === null || stale ? [] : report.shapes),
        });
      });
    });
    const stopTranslating = effect(() => {
      // The editor's name is asked for anew at every update.
      store.language.value satisfies string;
      later(() => {
        editor.dispatch({});
      });
    });
    const stopGoing = effect(() => {
      const goal = store.goal.value;
      if (goal === null) return;
      later(() => {
        store.goal.value = null;
        goTo(editor, goal.line);
      });
    });
    return () => {
      stopPointing();
      stopReporting();
      stopGoing();
      stopTranslating();
    };
  }, [session, store]);

  return <div class="editor" ref={host} />;
}

/** A signal may change while the editor is in the middle of an update, when it accepts no other. */
function later(action: () => void): void {
  queueMicrotask(action);
}

function goTo(editor: EditorView, number: number | null): void {
  editor.focus();
  if (number === null || number < 1 || number > editor.state.doc.lines) return;
  const line = editor.state.doc.line(number);
  const indent = line.text.length - line.text.trimStart().length;
  editor.dispatch({
    selection: { anchor: line.from + indent, head: line.to },
    effects: EditorView.scrollIntoView(line.from, { y: 'center' }),
  });
}
