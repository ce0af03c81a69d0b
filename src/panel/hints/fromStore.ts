import type { Store } from '../store';

/** What the hints take of what the panel knows and can do. */
export type FromStore = Pick<
  Store,
  | 'compare'
  | 'exercise'
  | 'language'
  | 'lines'
  | 'model'
  | 'notice'
  | 'openHint'
  | 'playAtOnce'
  | 'pointed'
  | 'report'
  | 'session'
  | 'stale'
  | 'strings'
  | 'view'
>;
