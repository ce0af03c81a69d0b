/** The bug hunt: the exercise's solution with one planted mistake, and the numbers of the last check. */
import { defaultKeymap, indentWithTab, selectAll } from '@codemirror/commands';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Report } from '../../grader/report';
import type { Hunt as HuntState, HuntModel } from '../../protocol/hunt';
import { Icon } from '../elements/icon';
import { Message } from '../text/message';
import { ValueCells, ValueHeads } from '../results/valueCells';
import { pythonEditing } from '../snippet/pythonEditing';
import { bridgeUndo } from '../snippet/undoBridge';
import type { Store } from '../store';
import { describeVerdict } from '../text/words';

/** What it takes of what the panel knows and can do. */
type FromStore = Pick<Store, 'exercise' | 'hunts' | 'model' | 'nonce' | 'strings'>;

/** Stands in the place of the exercise while the hunt is on. */
export function Hunt({ store }: { readonly store: FromStore }): JSX.Element {
  const strings = store.strings.value;
  const { hunts } = store;
  const exercise = store.model.value?.exercise ?? '';
  useEffect(() => void hunts.enter(exercise), [hunts, exercise]);
  const model = hunts.model.value?.exercise === exercise ? hunts.model.value : null;
  return (
    <main class="hunt" aria-label={strings.hunt.title}>
      <div class="hunt-head">
        <h2>{strings.hunt.title}</h2>
        <button
          type="button"
          class="secondary"
          onClick={() => {
            hunts.leave();
          }}
        >
          <Icon name="arrow-left" />
          {strings.hunt.leave}
        </button>
      </div>
      <p>{strings.hunt.task}</p>
      {model?.hunt ? (
        <Program store={store} model={model} hunt={model.hunt} />
      ) : (
        <Beginning store={store} exercise={exercise} />
      )}
    </main>
  );
}

/** Before the first mistake is planted: it is the solution that will be shown. */
function Beginning({
  store,
  exercise,
}: {
  readonly store: FromStore;
  readonly exercise: string;
}): JSX.Element {
  const strings = store.strings.value;
  const { busy, notice } = store.hunts;
  const state = store.model.value?.exercises.find(({ id }) => id === exercise)?.state;
  return (
    <>
      {state !== 'passed' && <p class="muted">{strings.hunt.showsSolution}</p>}
      <div class="hunt-bar">
        <Plant store={store} label={strings.hunt.plant} kind="primary" />
        <p role="status">{busy.value === 'planting' ? strings.hunt.planting : (notice.value ?? '')}</p>
      </div>
    </>
  );
}

function Plant({
  store,
  label,
  kind,
}: {
  readonly store: FromStore;
  readonly label: string;
  readonly kind: 'primary' | 'secondary';
}): JSX.Element {
  const { hunts } = store;
  return (
    <button
      type="button"
      class={kind}
      disabled={hunts.busy.value !== null}
      onClick={() => void hunts.start(store.model.value?.exercise ?? '')}
    >
      {label}
    </button>
  );
}

interface ProgramProps {
  readonly store: FromStore;
  readonly model: HuntModel;
  readonly hunt: HuntState;
}

function Program({ store, model, hunt }: ProgramProps): JSX.Element {
  const strings = store.strings.value;
  const { hunts } = store;
  const { busy } = hunts;
  return (
    <div class="hunt-room">
      <div class="hunt-program">
        <Editor key={hunts.program.value} store={store} text={hunt.text} />
        <div class="hunt-bar">
          <button
            type="button"
            class="primary"
            disabled={busy.value !== null}
            onClick={() => void hunts.check()}
          >
            {strings.check}
          </button>
          {hunt.end === null && (
            <button
              type="button"
              class="secondary"
              disabled={busy.value !== null}
              onClick={() => void hunts.tell()}
            >
              {strings.hunt.tell}
            </button>
          )}
          <Plant store={store} label={strings.hunt.another} kind="secondary" />
        </div>
      </div>
      <div class="hunt-numbers">
        <p role="status" class={`hunt-status${hunt.end === 'found' ? ' is-found' : ''}`}>
          {statusOf({ store, model, hunt })}
        </p>
        {hunt.mistake !== null && (
          <div class="hunt-mistake">
            <p>
              {strings.line(hunt.mistake.line)}: <code>{hunt.mistake.text}</code>
            </p>
            <Message store={store} text={hunt.mistake.message} />
          </div>
        )}
        {hunt.report !== null && <Numbers store={store} report={hunt.report} />}
      </div>
    </div>
  );
}

function statusOf({ store, model, hunt }: ProgramProps): string {
  const strings = store.strings.value;
  const { busy, notice } = store.hunts;
  if (busy.value === 'planting') return strings.hunt.planting;
  if (busy.value === 'checking') return strings.running;
  if (notice.value !== null) return notice.value;
  if (hunt.end === 'found') return strings.hunt.found(hunt.checks, model.best ?? hunt.checks);
  const { head, detail } = hunt.report ? describeVerdict(hunt.report, strings) : { head: '', detail: '' };
  const checks = hunt.end === null ? ` ${strings.hunt.checks(hunt.checks, model.best)}` : '';
  return `${head}: ${detail}.${checks}`;
}

function Numbers({
  store,
  report,
}: {
  readonly store: FromStore;
  readonly report: Report;
}): JSX.Element | null {
  const strings = store.strings.value;
  if (report.values.length === 0) return null;
  const iterations = report.values[0]?.iterations;
  return (
    <div class="table-frame">
      {iterations !== undefined && <p class="muted">{strings.after(iterations)}</p>}
      <table class="values">
        <ValueHeads strings={strings} />
        <tbody>
          {report.values.map((value) => (
            <tr key={value.name} class={value.ok ? 'is-right' : 'is-wrong'}>
              <ValueCells strings={strings} value={value} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** An editor of its own: the learner's snippet of the exercise stays as it is. */
function Editor({ store, text }: { readonly store: FromStore; readonly text: string }): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const first = useRef(text);
  useEffect(() => {
    if (host.current === null) return;
    const editor = new EditorView({ parent: host.current, state: stateOf(store, first.current) });
    store.hunts.text.value = first.current;
    const unbridge = bridgeUndo(editor);
    return () => {
      unbridge();
      editor.destroy();
    };
  }, [store]);
  return <div class="editor" ref={host} />;
}

function stateOf(store: FromStore, text: string): EditorState {
  const { hunts } = store;
  return EditorState.create({
    doc: text,
    extensions: [
      EditorView.cspNonce.of(store.nonce),
      EditorView.contentAttributes.of(() => ({
        'aria-label': store.strings.peek().hunt.program,
        'aria-multiline': 'true',
        tabindex: '0',
      })),
      Prec.highest(
        keymap.of([
          { key: 'Mod-Enter', run: () => (void hunts.check(), true), stopPropagation: true },
          { key: 'Mod-a', run: selectAll, stopPropagation: true },
        ]),
      ),
      lineNumbers(),
      pythonEditing,
      keymap.of([indentWithTab, ...defaultKeymap]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) hunts.typed(update.state.doc.toString());
      }),
    ],
  });
}
