/** Mutations of the probes, and of when numbers agree. */
import type { Mutation } from './mutation';

const networks = 'src/network/probes.ts';
const judging = 'src/course/judging/network.ts';
const tolerance = 'src/engine/tolerance.ts';

export const probeMutations: readonly Mutation[] = [
  {
    name: 'kink margin off',
    file: networks,
    find: 'const kinkMargin = 0.02;',
    replace: 'const kinkMargin = 0;',
    killedBy: 'course/probes',
    test: 'away from the kink',
  },
  {
    name: 'units that are always on allowed',
    file: networks,
    find: 'above > 0 && above < Z.length',
    replace: 'above > 0',
    killedBy: 'course/probes',
    test: 'on for some samples',
  },
  {
    name: 'the same numbers again',
    file: judging,
    find: "{ purpose: 'again', values: withGradients(probeNetwork(spec, distinct, m, 9000)) },",
    replace: "{ purpose: 'again', values: withGradients(probeNetwork(spec, distinct, m, 100)) },",
    killedBy: 'course/probes',
    test: 'other numbers of the same sizes',
  },
  {
    name: 'no second set of numbers',
    file: judging,
    find: "{ purpose: 'again', values: withGradients(probeNetwork(spec, distinct, m, 9000)) },",
    replace: '',
    killedBy: 'course/probes',
    test: 'other numbers of the same sizes',
  },
  {
    name: 'sizes that are not distinct',
    file: judging,
    find: 'return [inputs, ...hidden, outputs];',
    replace: 'return [7, ...hidden, outputs];',
    killedBy: 'course/probes',
    test: 'pairwise distinct',
  },
  {
    name: 'wrong numbers pass: tolerance times a thousand',
    file: tolerance,
    find: 'double: { pass: 1e-7,',
    replace: 'double: { pass: 1e-4,',
    killedBy: 'grader/faults',
    test: 'but for the sixth digit',
  },
  {
    name: 'right numbers fail: no tolerance',
    file: tolerance,
    find: 'double: { pass: 1e-7,',
    replace: 'double: { pass: 0,',
    killedBy: 'grader/faults',
    test: 'but for rounding is right',
  },
  {
    name: 'gradients confirmed that are a tenth off',
    file: tolerance,
    find: 'ratio: 1e-6, slope: 1e-5,',
    replace: 'ratio: 1e-6, slope: 1e-1,',
    killedBy: 'engine/gradientCheck',
  },
  {
    name: 'steps that cross a kink are judged',
    file: 'src/engine/centralDifferences.ts',
    find: 'if (!samePattern(plus.pattern, here.pattern)) continue;',
    replace: '',
    killedBy: 'engine/gradientCheck',
  },
  {
    name: 'the second call not asked for',
    file: 'src/grader/request.ts',
    find: "twice: probe.purpose === 'distinct' && adapter === null,",
    replace: 'twice: false,',
    killedBy: 'grader/request',
  },
  {
    name: 'short calls not traced',
    file: 'src/grader/request.ts',
    find: '<= mostTracedRounds',
    replace: '< 0',
    killedBy: 'grader/request',
  },
];
