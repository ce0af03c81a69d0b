import type { Store } from '../store';

/** What the training takes of what the panel knows and can do. */
export type FromStore = Pick<Store, 'language' | 'strings' | 'view'>;
