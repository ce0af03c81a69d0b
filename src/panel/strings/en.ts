/** The panel's own words in English. The accessible names are relied on by tests and people. */
import type { HintKind, Phase } from '../../course/exercise';

/** Every string of the panel; functions take what varies. */
export const en = {
  product: 'Backprop Tutor',
  exercises: 'Exercises',
  exerciseLabel: (index: number, title: string, state: 'not-started' | 'started' | 'passed') =>
    `${String(index)}. ${title}${state === 'passed' ? ', passed' : state === 'started' ? ', started' : ''}`,
  previous: 'Previous exercise',
  next: 'Next exercise',
  readMore: 'Read more',
  readIdea: 'Read the idea',
  idea: 'The idea',
  close: 'Close',
  pages: 'Pages',
  exercise: 'Exercise',
  chapters: 'Chapters',
  allExercises: (count: number) => `Chapters: all ${String(count)} exercises`,
  continueWith: (title: string) => `Continue: ${title}`,
  chapterKeys: 'Arrow keys move, Enter opens.',
  passedOf: (passed: number, count: number) => `${String(passed)} of ${String(count)} passed`,
  task: (blanks: number, names: readonly string[]) =>
    `Replace the ${blanks === 1 ? '' : `${countWord(blanks)} `}\`...\` so that ${
      names.length > 4
        ? `all ${countWord(names.length)} results come back.`
        : `${listed(names)} ${names.length === 1 ? 'comes' : 'come'} back.`
    }`,
  taskRepair: (name: string) =>
    `Find the mistakes in this program and mend them, until \`${name}\` is right.`,
  blanksLeft: (left: number, count: number) => `${String(left)} of ${String(count)} left`,
  blanksNext: (left: number, count: number, line: number) =>
    `${String(left)} of ${String(count)} left, next: line ${String(line)}`,
  nextBlank: (line: number) => `Next blank, line ${String(line)}`,
  fillBlank: 'Replace the `...` by an expression.',
  note: 'Note',
  found: 'Found in',
  mind: 'Mind',
  beforeChange: 'Found before your last change,',
  findings: (count: number) => `${String(count)} findings`,
  findingOf: (index: number, count: number) => `Finding ${String(index)} of ${String(count)}`,
  seeInNetwork: 'See it in the network',
  seeNetwork: 'See the network and play the pass',
  hint: 'Hint',
  showHint: 'Show a hint',
  onward: 'Next',
  passedOne: 'Passed',
  takeaway: 'What to take away',
  showTakeaway: 'Show what to take away',
  unfold: 'Show what is given here',
  views: 'Views',
  wholePanel: 'Use the whole panel',
  besideCode: 'Back beside the code (Esc)',
  loading: 'Opening the exercise…',
  failedToOpen: 'The extension did not answer.',
  tryAgain: 'Try again',
  regions: { equations: 'Equations', network: 'Network', snippet: 'Snippet', results: 'Results' },
  phases: {
    forward: 'Forward',
    cost: 'Cost',
    backward: 'Backward',
    update: 'Update',
    idea: 'Idea',
  } satisfies Record<Phase, string>,
  outputLayer: 'Output layer',
  /** `layer` is null where there is only one. */
  hiddenLayer: (layer: number | null) => (layer === null ? 'Hidden layer' : `Hidden layer ${String(layer)}`),
  lineHead: 'line',
  samplesAs: 'Samples',
  rows: 'rows',
  columns: 'columns',
  rowsHint: 'Rows are samples, as in the code: Z = X·W + b',
  columnsHint: 'Columns are samples, as in the equations of the notes: Z = W·X + b',
  line: (line: number) => `line ${String(line)}`,
  goToLine: (line: number) => `Go to line ${String(line)}`,
  marks: { right: 'right', wrong: 'differs, follows from the mistake', first: 'the mistake is here' },
  check: 'Check',
  checkKeys: 'Ctrl+Enter',
  checkKeysMac: '⌘↵',
  stop: 'Stop',
  reset: 'Reset',
  resetHint: 'Put the starter back; undo brings your text back',
  openInEditor: 'Open in editor',
  checkOnType: 'Check while typing',
  openBeside: (file: string) => `${file} is open beside.`,
  reveal: 'Show it',
  editHere: 'Edit here',
  snippetFor: (title: string) => `Snippet for ${title}`,
  editorHelp: 'Tab indents. To leave the editor, press Escape and then Tab. Control Enter checks.',
  starting: 'Starting Python for the first time; this takes a few seconds…',
  running: 'Checking…',
  notChecked: 'Complete the snippet, then press Check.',
  pass: 'Pass',
  passAll: (count: number) => (count === 1 ? 'the result agrees' : `all ${String(count)} results agree`),
  fail: 'Not yet',
  failSome: (names: readonly string[], count: number) =>
    names.length > 3
      ? `${String(names.length)} of ${String(count)} results differ`
      : `${names.join(', ')} ${names.length === 1 ? 'differs' : 'differ'}`,
  failOther: 'something is still missing',
  error: 'Stopped by an error',
  errorAt: (line: number) => `Error in line ${String(line)}`,
  stale: 'The snippet has changed since this check.',
  /** The Python as the host describes it: `CPython 3.14 (built in)`, or a path. */
  python: (description: string) => description,
  took: (ms: number) => `${String(Math.round(ms))} ms`,
  tabs: {
    equations: 'Equations',
    network: 'Network',
    gradients: 'Gradients',
    cost: 'Cost curve',
    output: 'Output',
    hints: 'Hints',
  },
  showMe: 'Show me',
  likely: 'likely',
  table: {
    caption: 'Each returned array beside the reference',
    returned: 'Returned',
    like: 'Shaped like',
    errorShort: 'Error',
    array: 'Array',
    verdict: 'Verdict',
    shape: 'Shape',
    error: 'Max. rel. error',
    ratio: 'Ratio',
    worst: 'Worst entry',
    central: 'Central differences',
  },
  agrees: 'agrees',
  differs: 'differs',
  elsewhere: (samples: number | null, outputs: number | null) =>
    [
      'on other data than the notes’',
      ...(samples === null ? [] : [`${String(samples)} samples`]),
      ...(outputs === null ? [] : [`${String(outputs)} outputs`]),
    ].join(', '),
  wrongShape: (actual: string, expected: string) => `${actual} instead of ${expected}`,
  noValue: 'no value',
  scalar: 'number',
  entriesOf: (name: string) => `The entries of ${name}`,
  worstEntry: (index: string, actual: string, expected: string) =>
    `${index === '' ? '' : `${index}: `}${actual}, should be ${expected}`,
  expected: 'reference',
  actual: 'yours',
  relError: 'relative error',
  notJudged: (count: number) => `${String(count)} not judged`,
  notJudgedWhy:
    'Entries within reach of a ReLU kink are not judged: there the slope differs on the two sides, and central differences measure neither.',
  centralAgree: (checked: number) => `agree in ${String(checked)} entries`,
  centralDiffer: 'differ',
  heatMap: (name: string) => `Relative error of every entry of ${name}`,
  heatMapHint: 'Arrow keys move between entries.',
  heatMapLegend: { low: 'equal', high: 'wrong' },
  heatMapCut: (shown: number, rows: number) => `The first ${String(shown)} of ${String(rows)} rows.`,
  noResults: 'No check yet.',
  noResultsHint: 'After a check, every array you return stands here beside the reference.',
  curvesPart: (iteration: number) => `The curves part at iteration ${String(iteration)}.`,
  curvesEqual: 'The two curves are the same.',
  curvesEqualSoFar: (iterations: number) =>
    `Your code takes long, so it trained for about ${String(iterations)} iterations only; so far the two curves are the same.`,
  noCost: 'This exercise trains nothing, so it has no cost curve.',
  noCostYet: 'After a check, your backward pass trains the network here, beside the reference.',
  costChart: 'Cost over the iterations',
  costChartHelp: 'Left and right arrow keys read the values.',
  iteration: 'Iteration',
  cost: 'Cost',
  reference: 'Reference',
  yours: 'Yours',
  printed: 'Printed in the notes',
  logarithmic: 'Logarithmic',
  asTable: 'Values as a table',
  copyCsv: 'Copy as CSV',
  copied: 'Copied.',
  savePng: 'Save as PNG',
  notFinite: 'not finite',
  stdout: 'Printed by the snippet',
  noOutput: 'The snippet printed nothing.',
  traceback: 'Traceback',
  hintKinds: {
    symptom: 'The symptom',
    concept: 'The idea behind it',
    term: 'The term of the equation',
    masked: 'The line, with a blank',
    solution: 'The solution',
  } satisfies Record<HintKind, string>,
  openHint: (name: string) => `Open: ${name}`,
  lockedHint: 'Opens after the one before.',
  confirmSolution: 'Really see the solution? You learn more by trying once more.',
  confirmYes: 'Show the solution',
  confirmNo: 'Not yet',
  comesAfter: (titles: readonly string[]) => `Comes after: ${titles.join(', ')}`,
  whatNext: 'Worth a try',
  nextExercise: (title: string) => `Next: ${title}`,
  courseDone: 'That was the last exercise, and all of them are passed.',
  courseEnd: (open: number) =>
    open === 1
      ? 'That was the last exercise of the list. One is still open:'
      : `That was the last exercise of the list. ${String(open)} are still open; the first of them:`,
  stopped: 'Stopped.',
  checkFailed: 'The check could not be run.',
  network: {
    play: 'Play',
    pause: 'Pause',
    step: 'Step forward',
    back: 'Step back',
    restart: 'Back to the start',
    speed: 'Speed',
    sample: 'Sample',
    mean: 'Mean of the batch',
    none: 'This exercise needs no network.',
    stepOf: (index: number, count: number) => `Step ${String(index)} of ${String(count)}`,
    layers: (sizes: readonly number[]) => `A network of ${sizes.join(', ')} nodes`,
  },
  withheld: (count: number) =>
    `${count === 1 ? 'One mistake has a name' : `${String(count)} mistakes have names`}. Look at the numbers first; what it is you can ask at any time.`,
  hunt: {
    title: 'Bug hunt',
    task: 'One mistake has been planted in this program. Find it by the numbers and mend it, in as few checks as you can.',
    program: 'Program with a planted mistake',
    showsSolution:
      'The program is the solution of this exercise. Pass the exercise first if you do not want to see it yet.',
    plant: 'Plant a mistake',
    planting: 'Planting a mistake…',
    another: 'Plant another one',
    tell: 'Tell me what it is',
    leave: 'Back to the exercise',
    checks: (count: number, best: number | null) =>
      `Checks: ${String(count)}.${best === null ? '' : ` Fewest so far: ${String(best)}.`}`,
    found: (count: number, best: number) =>
      `Found in ${count === 1 ? 'one check' : `${String(count)} checks`}. Fewest so far: ${String(best)}.`,
  },
};

/** `seven`; from thirteen on in figures. */
function countWord(count: number): string {
  const words = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
  return words[count] ?? String(count);
}

function listed(names: readonly string[]): string {
  const code = names.map((name) => `\`${name}\``);
  return code.length < 2 ? code.join('') : `${code.slice(0, -1).join(', ')} and ${code.at(-1) ?? ''}`;
}
