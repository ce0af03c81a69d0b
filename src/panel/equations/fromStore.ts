import type { Store } from '../store';

/** What the equations take of what the panel knows and can do. */
export type FromStore = Pick<
  Store,
  | 'exercise'
  | 'goal'
  | 'language'
  | 'lines'
  | 'looking'
  | 'pointed'
  | 'report'
  | 'stale'
  | 'strings'
  | 'turnSamples'
  | 'updates'
>;
