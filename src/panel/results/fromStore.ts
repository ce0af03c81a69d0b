import type { Store } from '../store';

/** What the results take of what the panel knows and can do. */
export type FromStore = Pick<
  Store,
  | 'checking'
  | 'exercise'
  | 'language'
  | 'notice'
  | 'pointed'
  | 'python'
  | 'report'
  | 'save'
  | 'stale'
  | 'strings'
  | 'view'
>;
