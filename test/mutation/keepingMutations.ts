/** Mutations of what is kept and of what is believed: progress, messages of the panel, interpreters. */
import type { Mutation } from './mutation';

const model = 'src/extension/progress/progressModel.ts';

export const keepingMutations: readonly Mutation[] = [
  {
    name: 'opened hints stored one too few',
    file: model,
    find: 'return rung < 0 ? undefined : rung + 1;',
    replace: 'return rung < 0 ? undefined : rung;',
    killedBy: 'extension/panelMessages',
  },
  {
    name: 'fewer opened hints stored than there were',
    file: model,
    find: 'hintsOpened: Math.max(entry.hintsOpened, step.hintsOpened ?? 0),',
    replace: 'hintsOpened: step.hintsOpened ?? entry.hintsOpened,',
    killedBy: 'extension/progressModel',
  },
  {
    name: 'progress of another window overwritten',
    file: 'src/extension/progress/progressRecord.ts',
    find: 'this.known = mergeProgress(this.known, this.read());',
    replace: '',
    killedBy: 'extension/progressStore',
  },
  {
    name: 'what is passed comes undone',
    file: model,
    find: 'return order.indexOf(a) >= order.indexOf(b) ? a : b;',
    replace: 'return b;',
    killedBy: 'extension/progressModel',
  },
  {
    name: 'panel payloads not validated',
    file: 'src/extension/panel/panelMessages.ts',
    find: 'const result = v.safeParse(schema, params);',
    replace:
      'const result = { ...v.safeParse(schema, params), success: true, output: params as T } as const;',
    killedBy: 'extension/panelMessages',
  },
  {
    name: 'interpreter kept after MemoryError',
    file: 'src/python/queue.ts',
    find: 'kept = !isMemory && !(await',
    replace: 'kept = !(await',
    killedBy: 'python/queue',
  },
  {
    name: 'function left with the time that the program did not take',
    file: 'src/python/queue.ts',
    find: 'if (fits) limit.restart();',
    replace: '',
    killedBy: 'python/queue',
  },
  {
    name: 'interpreter kept in which a snippet left something behind',
    file: 'src/python/queue.ts',
    find: 'const isSpoilt = finished.catch(() => true);',
    replace: 'const isSpoilt = finished.then(() => false);',
    killedBy: 'python/queue',
  },
];
