/** The views beside the snippet, as tabs; any of them may take the whole panel. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { Equations } from './equations/equations';
import { Icon } from './elements/icon';
import { Link } from './elements/link';
import { lazily } from './elements/lazy';
import { Gradients } from './results/gradients';
import { Output } from './results/output';
import { Tabs } from './results/tabs';
import type { Store } from './store';
import type { TabName } from './kept/viewState';

const Hints = lazily(() => import('./hints/hints').then((module) => module.Hints));
const CostCurve = lazily(() => import('./results/costCurve').then((module) => module.CostCurve));
const loadNetwork = () => import('./network/network').then((module) => module.Network);
const Network = lazily(loadNetwork);
// Nothing of it is needed to open an exercise, and it is there when the exercise has come.
void loadNetwork().catch(() => undefined);

/** Under the equations the network has its player with this much room, its values only with less, else a line. */
const heights = { whole: 404, preview: 200 };
/** The chain rule's picture with its slider, and its sentence as well. */
const chainHeights = { whole: 350, preview: 262 };

/** The tabs and what the chosen one shows. */
export function Views({ store }: { readonly store: Store }): JSX.Element {
  const strings = store.strings.value;
  const chosen = store.view.tab.value;
  const report = store.report.value;
  const names: readonly TabName[] = ['equations', 'network', 'gradients', 'cost', 'output', 'hints'];
  const hasOutput = report !== null && (report.stdout !== '' || report.error !== null);
  const big = store.view.big.value;
  const isWideOfItself = useRef(false);
  useLayoutEffect(() => {
    const side = document.querySelector<HTMLElement>('.side');
    if (
      chosen === 'cost' &&
      hasTraining(store) &&
      side !== null &&
      isNarrowBeside(side) &&
      !store.view.big.peek()
    ) {
      isWideOfItself.current = store.view.big.value = true;
    } else if (chosen !== 'cost' && isWideOfItself.current) {
      isWideOfItself.current = store.view.big.value = false;
    }
  }, [chosen, store]);
  return (
    <>
      <div class="view-head">
        <Tabs
          label={strings.views}
          chosen={chosen}
          choose={(name) => {
            store.sheet.value = null;
            store.view.tab.value = name;
            showTop();
          }}
          tabs={names.map((name) => ({
            name,
            label: strings.tabs[name],
            marked: name === 'output' && hasOutput,
          }))}
        />
        <button
          type="button"
          class="plain icon-button whole"
          aria-pressed={big}
          aria-label={strings.wholePanel}
          title={big ? strings.besideCode : strings.wholePanel}
          onClick={() => {
            isWideOfItself.current = false;
            store.view.big.value = !big;
          }}
        >
          <Icon name={big ? 'screen-normal' : 'screen-full'} />
        </button>
      </div>
      <Stage store={store} view={chosen} />
    </>
  );
}

/** What weights and curve need beside each other, in pixels. */
const trainingWidth = 650;

function hasTraining(store: Store): boolean {
  return store.report.peek()?.cost != null && store.exercise.peek()?.picture != null;
}

/** Whether the views stand beside the code with too little room for a training. */
function isNarrowBeside(side: HTMLElement): boolean {
  const page = side.closest('.exercise');
  return page !== null && side.clientWidth < trainingWidth && side.clientWidth < page.clientWidth;
}

/** Where all stands in one column, a view that is chosen below the fold, or under half a note, comes up to under the bar. */
function showTop(): void {
  const head = document.querySelector<HTMLElement>('.view-head');
  const page = document.querySelector<HTMLElement>('.exercise');
  if (head === null || page === null || !/auto|scroll/u.test(getComputedStyle(page).overflowY)) return;
  const frame = page.getBoundingClientRect();
  const { top, bottom } = head.getBoundingClientRect();
  const barHeight = page.querySelector<HTMLElement>('.bar')?.offsetHeight ?? 0;
  const underBar = frame.top + barHeight;
  const noteTop = page.querySelector('.note')?.getBoundingClientRect().top ?? underBar;
  const isUnderHalfANote = noteTop < underBar - 1 && top > underBar + 1;
  // Not by `scrollIntoView`, which scrolls the frames around the page, too.
  if ((frame.bottom - bottom) / frame.height < 0.5 || isUnderHalfANote) page.scrollTop += top - underBar;
}

function Stage({ store, view }: { readonly store: Store; readonly view: TabName }): JSX.Element {
  const strings = store.strings.value;
  const host = useRef<HTMLDivElement>(null);
  const room = useSignal<'whole' | 'preview' | 'line'>('line');
  const exercise = store.exercise.value?.id;
  const content = store.exercise.value;
  const hasPicture = content?.picture != null || content?.drawing !== undefined || exercise === 'chain-rule';
  useLayoutEffect(() => {
    const stage = host.current;
    const equations = stage?.querySelector<HTMLElement>('.equations') ?? null;
    if (stage === null || equations === null) return undefined;
    const measure = (): void => {
      // Where the stage is as high as what stands in it, there is no room to divide.
      const isFree = getComputedStyle(stage).overflowY === 'visible';
      const height = stage.clientHeight - equations.offsetHeight;
      const isChain = exercise === 'chain-rule';
      const needed = isChain ? chainHeights : heights;
      room.value =
        (height >= needed.whole && !isFree) || (isChain && isFree)
          ? 'whole'
          : height >= needed.preview || isFree
            ? 'preview'
            : 'line';
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(stage);
    observer.observe(equations);
    return () => {
      observer.disconnect();
    };
  }, [view, exercise, room]);
  return (
    <div
      ref={host}
      id="tab-panel"
      class="stage tab-panel"
      data-view={view}
      role="tabpanel"
      aria-labelledby={`tab-${view}`}
      tabIndex={0}
    >
      <h2 class="visually-hidden">{strings.tabs[view]}</h2>
      {view === 'equations' && <Equations store={store} />}
      {view === 'network' && <Network store={store} isPreview={false} />}
      {view === 'equations' &&
        hasPicture &&
        (room.value !== 'line' ? (
          <Network store={store} isPreview={room.value === 'preview'} />
        ) : (
          <section class="region network is-line" aria-label={strings.regions.network}>
            <Link
              act={() => {
                store.view.tab.value = 'network';
              }}
            >
              <Icon name={content?.drawing === undefined ? 'type-hierarchy' : 'symbol-misc'} />
              {content?.drawing === undefined ? strings.seeNetwork : strings.seeDrawing}
            </Link>
          </section>
        ))}
      {view === 'gradients' && <Gradients store={store} />}
      {view === 'cost' && <CostCurve store={store} />}
      {view === 'output' && <Output store={store} />}
      {view === 'hints' && <Hints store={store} />}
    </div>
  );
}
