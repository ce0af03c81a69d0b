/** A report as a person likes to read it on a terminal. */
import type { Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import type { Diagnosis, Report, ValueReport } from '../grader/report';
import { formatShape } from '../engine/tensor';
import { columns, wrap, type Paint } from './style';
import { wordsOf } from './words';

/** Columns that sentences are wrapped to. */
export const lineWidth = 88;

/** Six digits; what is no number as Python writes it. */
export function number(value: number | null): string {
  if (value === null) return 'nan';
  return String(Number(value.toPrecision(6)));
}

/** An error of 1e-9 and one of 0.4 should both be read at a glance. */
export function errorText(value: number): string {
  return value === 0 ? '0' : value < 1e-3 ? value.toExponential(1) : String(Number(value.toPrecision(2)));
}

/** What a row speaks of, where that is not the learner's own data, or not the end of a training. */
function dataText({ data, iterations }: ValueReport, language: Language): string {
  const words = wordsOf(language);
  if (iterations !== undefined) return `${words.after(iterations)}: `;
  return data ? `${words.elsewhere(data.samples, data.outputs)}: ` : '';
}

function valueRow(value: ValueReport, language: Language, paint: Paint): string[] {
  const words = wordsOf(language);
  const mark = value.ok ? paint('green', '✓') : paint('red', '✗');
  if (value.actualShape === null || value.maxRelError === null) {
    const actual = value.actualShape === null ? words.nothing : formatShape(value.actualShape);
    return [
      mark,
      value.name,
      `${dataText(value, language)}${words.shape} ${actual}, ${words.expected} ${formatShape(value.expectedShape)}`,
    ];
  }
  const row = [mark, value.name, `${words.maxError} ${errorText(value.maxRelError)}`];
  if (value.ok) return row;
  const ratio =
    value.ratio === null || Math.abs(value.ratio - 1) < 1e-6 ? '' : `${words.ratio} ${number(value.ratio)}`;
  const { worst } = value;
  const at = worst
    ? `${words.worst} [${worst.index.join(', ')}]: ${words.got} ${number(worst.actual)}, ${words.expected} ${number(worst.expected)}`
    : '';
  return [...row, dataText(value, language) + [ratio, at].filter((part) => part !== '').join('; ')];
}

function diagnosisText(diagnosis: Diagnosis, language: Language, paint: Paint): string {
  const words = wordsOf(language);
  const where = diagnosis.line === null ? '' : ` ${paint('bold', words.line(diagnosis.line))}`;
  const code = paint('cyan', diagnosis.code);
  const likely =
    diagnosis.confidence === 'likely' && diagnosis.code !== 'unknown' ? ` (${words.likely})` : '';
  return `  ${code}${likely}${where}\n${wrap(diagnosis.message, lineWidth, '    ')}`;
}

function costLines(report: Report, language: Language): string[] {
  const words = wordsOf(language);
  const { cost } = report;
  if (!cost || cost.learner.length === 0) return [];
  const [first, last] = [cost.learner[0] ?? null, cost.learner.at(-1) ?? null];
  const run = `${number(first)} → ${number(last)}`;
  const isCut = cost.learner.length < cost.reference.length;
  const reached = cost.learner.length * cost.every;
  const at = cost.firstDivergence;
  const same = isCut ? words.costSameSoFar(reached) : words.costSame;
  const parts = at === null ? same : words.costParts(at);
  const ends = isCut && at !== null && at < reached - cost.every ? `, ${words.costEnds(reached)}` : '';
  return [`${words.cost}: ${run}, ${parts}${ends}`];
}

/** Lines of what was printed that are shown from its beginning and from its end, and characters of one line. */
const [headLines, tailLines, longestLine] = [12, 8, 160];

/** What a snippet printed, short enough that the finding above it stays in sight. */
function shortened(printed: string, leftOut: (lines: number) => string): string {
  const lines = printed
    .split('\n')
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line));
  const more = lines.length - headLines - tailLines;
  // One line saves no room for the line that says so.
  if (more <= 1) return lines.join('\n');
  return [...lines.slice(0, headLines), `… ${leftOut(more)} …`, ...lines.slice(-tailLines)].join('\n');
}

/** The report as text, without a line break at its end. */
export function printReport(report: Report, exercise: Exercise, language: Language, paint: Paint): string {
  const words = wordsOf(language);
  const colour = report.verdict === 'pass' ? 'green' : 'red';
  const mark = report.verdict === 'pass' ? '✓' : '✗';
  const parts: string[] = [
    `${paint(colour, `${mark} ${words[report.verdict]}`)}  ${paint('bold', exercise.title[language])} (${exercise.id})`,
  ];
  if (report.error) {
    const where = report.error.line === null ? '' : `${words.line(report.error.line)}: `;
    // Python's own words first; what they mean here on a line of its own.
    const lines = (where + report.error.message).split('\n');
    parts.push(...lines.map((line) => wrap(line, lineWidth, '  ')));
    if (report.error.traceback !== undefined) {
      parts.push(paint('dim', report.error.traceback.trimEnd().replaceAll(/^/gm, '    ')));
    }
  }
  parts.push(...report.diagnoses.map((one) => diagnosisText(one, language, paint)));
  if (report.values.length > 0) {
    parts.push(
      columns(report.values.map((value) => valueRow(value, language, paint)))
        .map((row) => `  ${row}`)
        .join('\n'),
    );
  }
  if (report.gradientCheck.length > 0) {
    const ok = report.gradientCheck.every((check) => check.ok);
    const total = (of: 'checked' | 'notJudged'): number =>
      report.gradientCheck.reduce((sum, check) => sum + check[of], 0);
    const skipped = total('notJudged') > 0 ? `, ${words.notJudged(total('notJudged'))}` : '';
    parts.push(
      `  ${words.centralDifferences}: ${ok ? paint('green', words.agree) : paint('red', words.disagree)} (${words.entries(total('checked'))}${skipped})`,
    );
  }
  parts.push(...costLines(report, language).map((line) => `  ${line}`));
  parts.push(...report.remarks.map(({ message }) => wrap(message, lineWidth, '  ')));
  if (report.stdout !== '') {
    const printed = shortened(report.stdout.trimEnd(), words.linesLeftOut);
    parts.push(`  ${words.output}:\n${paint('dim', printed.replaceAll(/^/gm, '    '))}`);
  }
  return parts.join('\n');
}

/** The report as the contract's JSON: without what only the panel draws. */
export function reportJson({ details, held, ...report }: Report): Report {
  if (!report.cost) return report;
  const { near, parameters, ...cost } = report.cost;
  return { ...report, cost };
}
