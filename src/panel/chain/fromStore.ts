import type { Store } from '../store';

/** What the picture of the chain rule takes of what the panel knows and can do. */
export type FromStore = Pick<Store, 'language' | 'pointed'>;
