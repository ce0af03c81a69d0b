/** Ways in which the tutor could come to say something untrue without anyone noticing. Each must fail a test. */
import { diagnosisMutations } from './diagnosisMutations';
import { graderMutations } from './graderMutations';
import { keepingMutations } from './keepingMutations';
import type { Mutation } from './mutation';
import { probeMutations } from './probeMutations';

export const mutations: readonly Mutation[] = [
  ...graderMutations,
  ...diagnosisMutations,
  ...probeMutations,
  ...keepingMutations,
];
