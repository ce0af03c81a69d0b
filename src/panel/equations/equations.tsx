/** The region "Equations": the layer equations, whose terms are linked with snippet, network, and results. */
import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Equation } from '../../course/exercise';
import { networkShapes } from '../../course/networkPass';
import type { Samples } from '../../protocol/messages';
import { Icon } from '../elements/icon';
import type { FromStore } from './fromStore';
import { useOwnArrays } from '../own/useOwn';
import type { Strings } from '../strings';
import { describeShape } from '../text/words';
import { groupEquations, splitGroups } from './groups';
import type { EquationGroup } from './groups';
import { equationStates } from './equationState';
import type { EquationState } from './equationState';
import { prepareTerms, markPointed } from './termElements';
import type { Shapes } from '../text/shapes';
import { termOfName } from '../text/terms';
import { renderTex } from '../text/tex';

/** The equations of the exercise in groups, side by side where there is room. */
export function Equations({ store }: { readonly store: FromStore }): JSX.Element | null {
  const strings = store.strings.value;
  const exercise = store.exercise.value;
  const report = store.report.value;
  const samples = exercise?.samples ?? 'rows';
  const shapes = useMemo(() => shapesOf(store, samples), [report, samples]);
  const groups = useMemo(() => groupEquations(exercise?.equations ?? []), [exercise]);
  const own = useOwnArrays(store, exercise);
  const host = useRef<HTMLDivElement>(null);
  const isOne = useColumns(host, `${exercise?.id ?? ''} ${samples} ${strings.line(1)}`);
  if (exercise === null) return null;
  const states = equationStates(
    exercise.equations,
    store.stale.value ? null : report,
    store.lines.value,
    store.updates.value,
    own,
  );
  const canTurn = exercise.equations.some((equation) => equation.columns !== null);
  const split = splitGroups(groups);
  const draw = (group: EquationGroup, index: number): JSX.Element => (
    <div
      class="phase"
      key={`${exercise.id} ${String(index)}`}
      role="group"
      aria-label={titleOf(group, strings)}
    >
      <h3>
        <span>{titleOf(group, strings)}</span>
        {group.equations.some(({ name }) => store.lines.value.has(name)) && (
          <span aria-hidden="true">{strings.lineHead}</span>
        )}
      </h3>
      <ul class="equation-list">
        {group.equations.map((equation) => (
          <EquationRow
            key={equation.name}
            store={store}
            equation={equation}
            state={states.get(equation.name) ?? 'unknown'}
            shapes={shapes}
            samples={samples}
          />
        ))}
      </ul>
    </div>
  );
  return (
    <section class="region equations" aria-label={strings.regions.equations}>
      <div class={`equation-groups${isOne || groups.length < 2 ? ' is-one' : ''}`} ref={host}>
        <div>
          {groups.slice(0, split).map(draw)}
          {canTurn && <OrientationToggle store={store} />}
        </div>
        <div>{groups.slice(split).map(draw)}</div>
      </div>
    </section>
  );
}

function titleOf({ phase, layer }: EquationGroup, strings: Strings): string {
  if (layer === null) return strings.phases[phase];
  return layer === 'output' ? strings.outputLayer : strings.hiddenLayer(layer === 'hidden' ? null : layer);
}

/** Whether the equations need the whole width: two columns are for those that fit. */
function useColumns(host: { readonly current: HTMLElement | null }, key: string): boolean {
  const isOne = useSignal(false);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    let width = 0;
    const measure = (): void => {
      if (element.clientWidth === width || element.clientWidth === 0) return;
      width = element.clientWidth;
      element.classList.remove('is-one');
      const isCut = [...element.querySelectorAll('.equation-tex')].some(
        (tex) => tex.scrollWidth > tex.clientWidth + 1,
      );
      element.classList.toggle('is-one', isCut);
      isOne.value = isCut;
    };
    measure();
    // The fonts of the equations may come later.
    void document.fonts.ready.then(() => {
      width = 0;
      measure();
    });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [host, key, isOne]);
  return isOne.value;
}

interface RowProps {
  readonly store: FromStore;
  readonly equation: Equation;
  readonly state: EquationState;
  readonly shapes: Shapes;
  readonly samples: Samples;
}

function EquationRow({ store, equation, state, shapes, samples }: RowProps): JSX.Element {
  const strings = store.strings.value;
  const words = equation.words[store.language.value];
  const source = samples === 'columns' ? (equation.columns ?? equation.rows) : equation.rows;
  const host = useRef<HTMLDivElement>(null);
  // An update's line is where the array is made of itself, not where it is first made.
  const [line = null] =
    (equation.phase === 'update' ? store.updates.value.get(equation.name) : undefined) ??
    store.lines.value.get(equation.name) ??
    [];
  const pointed = store.pointed.value;

  useLayoutEffect(() => {
    if (host.current === null) return;
    renderTex(host.current, source, true);
    prepareTerms(host.current, (name) => describeTerm(name, store, shapes));
    markPointed(host.current, store.pointed.peek());
  }, [source, shapes, store, strings]);

  useLayoutEffect(() => {
    if (host.current !== null) markPointed(host.current, pointed);
  }, [pointed]);

  useLayoutEffect(() => {
    if (store.looking.value?.term !== equation.name) return;
    store.looking.value = null;
    const term = host.current?.querySelector<HTMLElement>('.katex-html [data-term]') ?? null;
    term?.focus();
    host.current?.scrollIntoView({ block: 'nearest' });
  }, [store.looking.value]);

  const point = (event: Event): void => {
    store.pointed.value = termAt(event.target);
  };
  const go = (name: string | null): void => {
    const goal = name === null ? undefined : store.lines.value.get(name)?.[0];
    if (goal !== undefined) store.goal.value = { line: goal };
  };
  return (
    <li class={`equation state-${state}${pointed === equation.name ? ' is-pointed' : ''}`} title={words}>
      <StateMark state={state} store={store} />
      <div
        class="equation-tex"
        ref={host}
        onMouseOver={point}
        onMouseLeave={() => {
          store.pointed.value = null;
        }}
        onFocusIn={point}
        onFocusOut={() => {
          store.pointed.value = null;
        }}
        onClick={(event) => {
          go(termAt(event.target));
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            go(termAt(event.target));
          } else moveFocus(event);
        }}
      />
      <p class="visually-hidden">{words}</p>
      {line !== null && (
        <button
          type="button"
          class="line-link"
          tabIndex={-1}
          aria-label={strings.goToLine(line)}
          title={strings.goToLine(line)}
          onClick={() => {
            store.goal.value = { line };
          }}
        >
          {line}
        </button>
      )}
    </li>
  );
}

function StateMark({
  state,
  store,
}: {
  readonly state: EquationState;
  readonly store: FromStore;
}): JSX.Element {
  const strings = store.strings.value;
  if (state === 'unknown') return <span class="equation-mark" />;
  const icon = { right: 'check', wrong: 'close', first: 'error' }[state];
  return (
    <span class="equation-mark" title={strings.marks[state]}>
      <Icon name={icon} />
      <span class="visually-hidden">{strings.marks[state]}</span>
    </span>
  );
}

function OrientationToggle({ store }: { readonly store: FromStore }): JSX.Element {
  const strings = store.strings.value;
  const samples = store.exercise.value?.samples ?? 'rows';
  return (
    <div class="toggle" role="group" aria-label={strings.samplesAs}>
      <span class="muted" aria-hidden="true">
        {strings.samplesAs}
      </span>
      {(['rows', 'columns'] as const).map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={samples === choice}
          title={choice === 'rows' ? strings.rowsHint : strings.columnsHint}
          onClick={() => {
            void store.turnSamples(choice);
          }}
        >
          {strings[choice]}
        </button>
      ))}
    </div>
  );
}

function shapesOf(store: FromStore, samples: Samples): Shapes {
  const shapes = new Map<string, readonly number[]>();
  const known = store.report.value?.shapes ?? [];
  const { parameters = [], picture = null } = store.exercise.value ?? {};
  const add = (name: string, shape: readonly number[]): void => {
    shapes.set(termOfName(name), shape);
  };
  // A report tells the shapes of what the snippet made, not of what it was given.
  if (known.length > 0 && picture !== null) {
    for (const [name, shape] of networkShapes(picture.layers))
      if (parameters.includes(name)) add(name, samples === 'columns' ? shape.toReversed() : shape);
  }
  for (const { name, shape } of known) add(name, shape);
  return shapes;
}

function describeTerm(name: string, store: FromStore, shapes: Shapes): string {
  const shape = shapes.get(name);
  return shape === undefined ? name : `${name}, ${describeShape(shape, store.strings.peek())}`;
}

function termAt(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest('[data-term]') : null;
  return element?.getAttribute('data-term') ?? null;
}

/** Arrow keys: left and right among the terms of an equation, up and down among equations. */
function moveFocus(event: KeyboardEvent): void {
  const current = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-term]') : null;
  const row = current?.closest('.equation');
  if (current === null || row === null || row === undefined) return;
  const terms = [...row.querySelectorAll<HTMLElement>('.katex-html [data-term]')];
  const rows = [...(row.closest('.equations')?.querySelectorAll('.equation') ?? [])];
  const neighbourRow = (step: number): HTMLElement | null =>
    rows[rows.indexOf(row) + step]?.querySelector<HTMLElement>('.katex-html [data-term]') ?? null;
  const goals: Record<string, () => HTMLElement | null | undefined> = {
    ArrowRight: () => terms[terms.indexOf(current) + 1],
    ArrowLeft: () => terms[terms.indexOf(current) - 1],
    ArrowDown: () => neighbourRow(1),
    ArrowUp: () => neighbourRow(-1),
    Home: () => terms[0],
    End: () => terms.at(-1),
  };
  const goal = goals[event.key]?.();
  if (goal === null || goal === undefined) return;
  event.preventDefault();
  for (const term of goal.closest('.equation')?.querySelectorAll<HTMLElement>('[data-term]') ?? [])
    term.tabIndex = -1;
  goal.tabIndex = 0;
  goal.focus();
}
