/** Where the animation stands, and its clock. */
import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';

const stepMs = 1500;

/** Steps through `count` states; state 0 is before the first step. */
export class Player {
  readonly position: Signal<number>;
  readonly playing = signal(false);
  readonly #count: number;
  readonly #speed: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(count: number, start: number, speed: () => number) {
    this.#count = count;
    this.position = signal(Math.max(0, Math.min(count, start)));
    this.#speed = speed;
  }

  /** Goes on from where it stands, or from the start when it is at the end. */
  play(): void {
    if (this.position.value >= this.#count) this.position.value = 0;
    this.playing.value = true;
    this.#next();
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.playing.value = false;
  }

  /** Moves by hand, which pauses. */
  step(by: number): void {
    this.pause();
    this.position.value = Math.max(0, Math.min(this.#count, this.position.value + by));
  }

  restart(): void {
    this.pause();
    this.position.value = 0;
  }

  #next(): void {
    this.position.value++;
    if (this.position.value >= this.#count) {
      this.playing.value = false;
      return;
    }
    this.#timer = setTimeout(() => {
      this.#next();
    }, stepMs / this.#speed());
  }
}
