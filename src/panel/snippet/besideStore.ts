/** The editor of VS Code beside the panel that shows the snippet: the panel draws no second copy then. */
import { computed, effect } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ExerciseId } from '../../course/exercise';
import * as messages from '../../protocol/messages';
import type { PanelModel } from '../../protocol/messages';
import type { Connection } from '../sync/connection';

/** What it follows of the panel's state. */
interface Followed {
  readonly model: Signal<PanelModel | null>;
  readonly pointed: Signal<string | null>;
  readonly lines: Signal<ReadonlyMap<string, readonly number[]>>;
  readonly view: { readonly here: Signal<string | null> };
}

export class BesideStore {
  /** Whether the snippet is edited there, not in the panel. */
  readonly isBeside: ReadonlySignal<boolean>;
  /** The exercise whose snippet the learner wants in the panel all the same. */
  readonly #here: Signal<ExerciseId | null>;
  /** What the cursor of that editor points at. */
  #lookedAt: string | null = null;

  constructor(connection: Connection, { model, pointed, lines, view }: Followed) {
    this.#here = view.here;
    this.isBeside = computed(() => {
      const now = model.value;
      return now?.beside === true && this.#here.value !== now.exercise;
    });
    connection.on(messages.besideChanged, ({ exercise, beside }) => {
      const now = model.value;
      if (now?.exercise !== exercise || now.beside === beside) return;
      if (!beside) this.#here.value = null;
      model.value = { ...now, beside };
    });
    connection.on(messages.looked, ({ exercise, line }) => {
      if (model.value?.exercise !== exercise) return;
      const [name] = [...lines.value].find(([, at]) => at.includes(line)) ?? [];
      this.#lookedAt = name ?? null;
      pointed.value = this.#lookedAt;
    });
    effect(() => {
      const now = model.value;
      const name = pointed.value;
      if (now?.beside !== true) return;
      // The cursor shows its own line.
      const shown = name === null || name === this.#lookedAt ? [] : (lines.value.get(name) ?? []);
      connection.notify(messages.pointed, { exercise: now.exercise, lines: shown });
    });
  }

  /** Has the panel draw the snippet, too. */
  editHere(exercise: ExerciseId): void {
    this.#here.value = exercise;
  }
}
