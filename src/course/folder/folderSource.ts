import type { Recording } from '../judging/recording';
import type { Definition } from './definition';

/** What a folder's exercise is made of; plain data. */
export interface FolderSource {
  readonly definition: Definition;
  /** What its solution gave; null before it has been run, and where a network is the reference. */
  readonly recording: Recording | null;
}
