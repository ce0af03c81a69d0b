/**
 * As much of the module `vscode` as the parts need that are tested without a VS Code. Import it before what imports
 * `vscode`; what a test uses beyond this belongs into the integration tests.
 */
import Module from 'node:module';

class EventEmitter<T> {
  private readonly listeners = new Set<(event: T) => void>();

  readonly event = (listener: (event: T) => void): { dispose: () => void } => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };

  fire(event: T): void {
    for (const listener of this.listeners) listener(event);
  }

  dispose(): void {
    this.listeners.clear();
  }
}

const known: Readonly<Record<string | symbol, unknown>> = {
  EventEmitter,
  l10n: { t: (message: string): string => message },
  workspace: { fs: {} },
};

/** What else a module names at its top is there, and holds nothing. */
const pretended: unknown = new Proxy(known, { get: (_, name) => known[name] ?? {} });

type Load = (request: string, ...rest: unknown[]) => unknown;

/** Node's own hook for what `require` gives; not in its types. */
const modules = Module as unknown as { _load: Load };
const load = modules._load;
modules._load = (request, ...rest) => (request === 'vscode' ? pretended : load(request, ...rest));
