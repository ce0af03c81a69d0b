import type { Store } from '../store';

/** What the card after a pass takes of what the panel knows and can do. */
export type FromStore = Pick<
  Store,
  | 'chapters'
  | 'exercise'
  | 'language'
  | 'model'
  | 'neighbour'
  | 'report'
  | 'select'
  | 'sheet'
  | 'strings'
  | 'view'
>;
