/**
 * The one thing that a bare realm shows its host: a function that starts Python in it. Its host takes
 * the function and removes it; see `bareRealm.ts`.
 */
import { setHost } from './prelude';
import type { Host } from './prelude';
import { startPython } from './start';
import type { BuiltinPython, Start } from './start';

export type Door = (host: Host, start: Omit<Start, 'now'>) => Promise<BuiltinPython>;

const door: Door = (host, start) => {
  setHost(host);
  return startPython({ ...start, now: host.now });
};

Object.defineProperty(globalThis, 'door', { value: door, configurable: true });
