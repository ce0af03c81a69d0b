/** Things that hold others for as long as they live. */

/** What can be let go: VS Code's own disposables, and ours. */
interface Releasable {
  dispose(): unknown;
}

/** Lets go, with itself, of everything that it has registered: the last first. */
export abstract class Disposable {
  private readonly registered: Releasable[] = [];

  /** Holds something until this is disposed of. */
  protected _register<T extends Releasable>(item: T): T {
    this.registered.push(item);
    return item;
  }

  dispose(): void {
    for (let item = this.registered.pop(); item; item = this.registered.pop()) void item.dispose();
  }
}

/** Holds one thing at a time, which another may take the place of. */
export class DisposableValue<T extends Releasable> {
  private current: T | undefined;

  get value(): T | undefined {
    return this.current;
  }

  set value(next: T | undefined) {
    if (next !== this.current) void this.current?.dispose();
    this.current = next;
  }

  dispose(): void {
    this.value = undefined;
  }
}
