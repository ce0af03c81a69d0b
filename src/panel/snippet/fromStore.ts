import type { Store } from '../store';

/** What the snippet's editor takes of what the panel knows and can do. */
export type FromStore = Pick<
  Store,
  | 'beside'
  | 'check'
  | 'completing'
  | 'cursorLine'
  | 'exercise'
  | 'goal'
  | 'language'
  | 'lines'
  | 'model'
  | 'openInEditor'
  | 'pointed'
  | 'report'
  | 'reset'
  | 'session'
  | 'setCheckOnType'
  | 'stale'
  | 'strings'
  | 'typed'
  | 'view'
>;
