import type { Store } from '../store';

/** What the drawing of the network takes of what the panel knows and can do. */
export type FromStore = Pick<
  Store,
  'exercise' | 'language' | 'lines' | 'playAtOnce' | 'pointed' | 'report' | 'stale' | 'strings' | 'view'
>;
