/** What the panel remembers by itself across reloads and moves: where the learner was looking, and what was not yet saved. */
import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import * as v from 'valibot';
import { exerciseIdPattern } from '../../course/exercise';
import { readUnsaved, unsavedSchema, writeUnsaved } from './unsavedKeys';

/** The views beside the snippet. */
export const tabNames = ['equations', 'network', 'gradients', 'cost', 'output', 'hints'] as const;
export type TabName = (typeof tabNames)[number];

/** The pages of the panel; the page "Your code" is one of its own. */
const pageNames = ['exercise', 'chapters'] as const;
export type PageName = (typeof pageNames)[number];

const storedSchema = v.object({
  exercise: v.fallback(v.nullable(v.pipe(v.string(), v.regex(exerciseIdPattern))), null),
  tab: v.fallback(v.picklist(tabNames), 'equations'),
  logarithmic: v.fallback(v.boolean(), false),
  page: v.fallback(v.picklist(pageNames), 'exercise'),
  /** Whether a view takes the whole panel. */
  big: v.fallback(v.boolean(), false),
  speed: v.fallback(v.picklist([0.5, 1, 2]), 1),
  /** The sample that the network shows, or the means over the batch; null shows the one that tells most. */
  shownSample: v.fallback(
    v.nullable(v.union([v.literal('mean'), v.pipe(v.number(), v.integer(), v.minValue(0))])),
    null,
  ),
  /** Whether a step of the network is asked before its numbers are written. */
  predict: v.fallback(v.boolean(), false),
  cursors: v.fallback(v.record(v.string(), v.object({ anchor: v.number(), head: v.number() })), {}),
  scroll: v.fallback(v.record(v.string(), v.number()), {}),
  /** By exercise: the array that was chosen for the heat map, and the entry that was looked at last. */
  array: v.fallback(v.record(v.string(), v.string()), {}),
  entry: v.fallback(v.record(v.string(), v.object({ array: v.string(), index: v.number() })), {}),
  /** By exercise: the point of the cost curve that is being read. */
  point: v.fallback(v.record(v.string(), v.number()), {}),
  /** The learning rate of the training that is shown; null for the notes'. */
  rate: v.fallback(v.nullable(v.pipe(v.number(), v.minValue(1e-4), v.maxValue(10))), null),
  /** By exercise: how far the pass through the network has been played. */
  step: v.fallback(v.record(v.string(), v.number()), {}),
  /** The exercise whose snippet is wanted in the panel although an editor beside it shows it. */
  here: v.fallback(v.nullable(v.string()), null),
  /** By exercise: what was typed, until it is known to have come. */
  unsaved: v.fallback(unsavedSchema, {}),
});

type Stored = v.InferOutput<typeof storedSchema>;

interface StateApi {
  getState(): unknown;
  setState(state: unknown): unknown;
}

/** The remembered values as signals; whoever writes them need not think of storing. */
export class ViewState {
  readonly tab: Signal<TabName>;
  readonly logarithmic: Signal<boolean>;
  readonly page: Signal<PageName>;
  readonly big: Signal<boolean>;
  readonly speed: Signal<0.5 | 1 | 2>;
  readonly shownSample: Signal<Stored['shownSample']>;
  readonly predict: Signal<boolean>;
  readonly array: Signal<Stored['array']>;
  readonly entry: Signal<Stored['entry']>;
  readonly point: Signal<Stored['point']>;
  readonly rate: Signal<number | null>;
  readonly step: Signal<Stored['step']>;
  readonly here: Signal<string | null>;
  readonly #api: StateApi;
  #stored: Stored;

  constructor(api: StateApi) {
    this.#api = api;
    const result = v.safeParse(storedSchema, api.getState() ?? {});
    const stored = result.success ? result.output : v.parse(storedSchema, {});
    this.#stored = { ...stored, unsaved: { ...readUnsaved(), ...stored.unsaved } };
    this.tab = this.#remembered('tab');
    this.logarithmic = this.#remembered('logarithmic');
    this.page = this.#remembered('page');
    this.big = this.#remembered('big');
    this.speed = this.#remembered('speed');
    this.shownSample = this.#remembered('shownSample');
    this.predict = this.#remembered('predict');
    this.array = this.#remembered('array');
    this.entry = this.#remembered('entry');
    this.point = this.#remembered('point');
    this.rate = this.#remembered('rate');
    this.step = this.#remembered('step');
    this.here = this.#remembered('here');
  }

  get stored(): Readonly<Stored> {
    return this.#stored;
  }

  /** Stores some values at once: after the next line of code the panel may be gone. */
  remember(part: Partial<Stored>): void {
    this.#stored = { ...this.#stored, ...part };
    this.#api.setState(this.#stored);
    if (part.unsaved) writeUnsaved(part.unsaved);
  }

  #remembered<K extends keyof Stored>(key: K): Signal<Stored[K]> {
    const value = signal(this.#stored[key]);
    value.subscribe((now) => {
      if (now !== this.#stored[key]) this.remember({ [key]: now });
    });
    return value;
  }
}
