import type { Store } from '../store';

/** What the find bar takes of what the panel knows and can do. */
export type FromStore = Pick<Store, 'language'>;
