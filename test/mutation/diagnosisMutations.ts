/** Mutations of the search for mistakes, and of the lines that it points at. */
import type { Mutation } from './mutation';

const explain = 'src/diagnosis/explain.ts';
const locate = 'src/diagnosis/locate.ts';
const pairs = 'src/diagnosis/pairs.ts';
const hypothesis = 'src/diagnosis/hypothesis.ts';
const tolerance = 'src/engine/tolerance.ts';

export const diagnosisMutations: readonly Mutation[] = [
  {
    name: 'pair search off',
    file: explain,
    find: `const found = searchPairs(hypothesis, budget);
    if (found) return chosen({ hypothesis, found });`,
    replace: '',
    killedBy: 'grader/wrong',
    test: 'spoil the very same arrays',
  },
  {
    name: 'pairs confirmed on no other probe',
    file: pairs,
    find: 'if (!gives(both, main) || !holdsElsewhere(layout, [earlier, later], others)) continue;',
    replace: 'if (!gives(both, main)) continue;',
    killedBy: 'diagnosis/pairs',
  },
  {
    name: 'the pair that the trace speaks against comes first',
    file: pairs,
    find: 'found.sort((a, b) => b.support - a.support)',
    replace: 'found.sort((a, b) => a.support - b.support)',
    killedBy: 'diagnosis/pairs',
  },
  {
    name: 'mistakes confirmed on no other probe',
    file: 'src/diagnosis/candidates.ts',
    find: 'return others.every((one) => {',
    replace: 'return others.slice(others.length).every((one) => {',
    killedBy: 'diagnosis/explain',
    test: 'holds on one probe only',
  },
  {
    name: 'mistakes told in the order in which they were found',
    file: hypothesis,
    find: '[...mutants].sort((a, b) => a.position - b.position)',
    replace: '[...mutants].sort((a, b) => b.position - a.position)',
    killedBy: 'diagnosis/explain',
    test: 'in order of execution',
  },
  {
    name: 'the convention that leaves the most faults chosen',
    file: explain,
    find: 'faultsOf(a) - faultsOf(b) ||',
    replace: 'faultsOf(b) - faultsOf(a) ||',
    killedBy: 'grader/choice',
  },
  {
    name: 'only two mistakes at once',
    file: hypothesis,
    find: 'const mostMistakes = 3;',
    replace: 'const mostMistakes = 2;',
    killedBy: 'diagnosis/explain',
    test: 'three mistakes',
  },
  {
    name: 'four mistakes at once',
    file: hypothesis,
    find: 'const mostMistakes = 3;',
    replace: 'const mostMistakes = 4;',
    killedBy: 'diagnosis/explain',
    test: 'three mistakes',
  },
  {
    name: 'arrays the same that differ in the sixth digit',
    file: tolerance,
    find: 'double: { pass: 1e-7, floor: 0, rounding: 1e-9,',
    replace: 'double: { pass: 1e-7, floor: 0, rounding: 1e-5,',
    killedBy: 'diagnosis/agreement',
  },
  {
    name: 'arrays the same only to the last bit',
    file: tolerance,
    find: 'double: { pass: 1e-7, floor: 0, rounding: 1e-9,',
    replace: 'double: { pass: 1e-7, floor: 0, rounding: 0,',
    killedBy: 'diagnosis/agreement',
  },
  {
    name: 'no line where the trace does not hold the array',
    file: locate,
    find: 'return spoiled === undefined ? null : (evidence.returnLines.get(spoiled) ?? null);',
    replace: 'return null;',
    killedBy: 'diagnosis/locate',
    test: 'line of the returned expression',
  },
  {
    name: 'a result’s own line not fallen back on',
    file: locate,
    find: 'return holders[0]?.line ?? evidence.returnLines.get(name) ?? null;',
    replace: 'return holders[0]?.line ?? null;',
    killedBy: 'diagnosis/locate',
    test: 'where it was never held',
  },
  {
    name: 'the last line that shows a mistake instead of the first',
    file: locate,
    find: '(a.isStep ? 0 : a.rank - b.rank) ||',
    replace: '(a.isStep ? 0 : b.rank - a.rank) ||',
    killedBy: 'diagnosis/locate',
    test: 'first array that is spoiled',
  },
  {
    name: 'a multiple preferred to the very numbers',
    file: locate,
    find: 'Number(b.isExact) - Number(a.isExact)',
    replace: 'Number(a.isExact) - Number(b.isExact)',
    killedBy: 'diagnosis/locate',
    test: 'prefers the very numbers',
  },
  {
    name: 'a helper that is right elsewhere accused all the same',
    file: locate,
    find: 'const [place] = [...(own.length > 0 ? own : all)].sort(',
    replace: 'const [place] = [...all].sort(',
    killedBy: 'diagnosis/locate',
    test: 'points into a helper',
  },
];
