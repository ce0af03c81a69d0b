/** What the panel knows of a bug hunt, and what can be done in it. */
import { batch, signal } from '@preact/signals';
import type { RequestType } from 'vscode-messenger-common';
import type { ExerciseId } from '../../course/exercise';
import * as wire from '../../protocol/hunt';
import type { HuntAnswer, HuntModel } from '../../protocol/hunt';
import type { Connection } from '../sync/connection';

const keepAfterMs = 400;

export class HuntStore {
  /** Whether the hunt is shown in the place of the exercise. */
  readonly isOpen = signal(false);
  readonly model = signal<HuntModel | null>(null);
  readonly busy = signal<'opening' | 'planting' | 'checking' | null>(null);
  /** A sentence for the person where something could not be done. */
  readonly notice = signal<string | null>(null);
  /** Grows with every program that comes into the editor; what a check answers leaves the editor as it is. */
  readonly program = signal(0);
  /** The program as it stands in the editor. */
  readonly text = signal('');
  #keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly connection: Connection) {}

  /** Brings up an exercise's hunt as it was left. */
  async enter(exercise: ExerciseId): Promise<void> {
    if (this.model.value?.exercise !== exercise) this.model.value = null;
    await this.ask('opening', wire.openHunt, { exercise }, true);
  }

  leave(): void {
    this.keepNow();
    this.isOpen.value = false;
  }

  /** Plants another mistake. */
  async start(exercise: ExerciseId): Promise<void> {
    clearTimeout(this.#keeping);
    await this.ask('planting', wire.startHunt, { exercise }, true);
  }

  async check(): Promise<void> {
    const exercise = this.model.value?.exercise;
    if (exercise === undefined || this.busy.value !== null) return;
    clearTimeout(this.#keeping);
    await this.ask('checking', wire.checkHunt, { exercise, text: this.text.value });
  }

  /** Asks what it is: the hunt ends. */
  async tell(): Promise<void> {
    const exercise = this.model.value?.exercise;
    if (exercise === undefined) return;
    this.keepNow();
    await this.ask('opening', wire.tellHunt, { exercise });
  }

  /** The learner typed: what is there is kept before long. */
  typed(text: string): void {
    this.text.value = text;
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => {
      this.keepNow();
    }, keepAfterMs);
  }

  private keepNow(): void {
    clearTimeout(this.#keeping);
    const { value: model } = this.model;
    if (model?.hunt && model.hunt.text !== this.text.value)
      this.connection.notify(wire.keepHunt, { exercise: model.exercise, text: this.text.value });
  }

  private async ask<P extends { readonly exercise: ExerciseId }>(
    busy: 'opening' | 'planting' | 'checking',
    type: RequestType<P, HuntAnswer>,
    params: P,
    isAnother = false,
  ): Promise<void> {
    this.busy.value = busy;
    this.notice.value = null;
    try {
      const answer = await this.connection.request(type, params);
      batch(() => {
        if (!answer.ok) {
          this.notice.value = answer.message;
          return;
        }
        this.model.value = answer.model;
        if (isAnother) this.program.value++;
      });
    } catch (error) {
      this.notice.value = error instanceof Error ? error.message : String(error);
    } finally {
      this.busy.value = null;
    }
  }
}
