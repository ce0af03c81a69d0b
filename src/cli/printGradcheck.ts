/** A report about a learner's own file as a person likes to read it on a terminal. */
import type { Language } from '../course/exercise';
import { formatShape } from '../engine/tensor';
import type { FunctionCheck, GradcheckReport, GradientVerdict, ParameterReport } from '../owncode/report';
import { printable, printableLines } from './printable';
import { errorText, lineWidth, number } from './printReport';
import { columns, wrap, type Colour, type Paint } from './style';
import { wordsOf } from './words';

const looks: Readonly<Record<GradientVerdict, { readonly mark: string; readonly colour: Colour }>> = {
  agree: { mark: '✓', colour: 'green' },
  differ: { mark: '✗', colour: 'red' },
  scaled: { mark: '≈', colour: 'yellow' },
  'not-judged': { mark: '·', colour: 'dim' },
};

function headOf(report: GradcheckReport, language: Language, paint: Paint): string {
  const words = wordsOf(language).gradcheck;
  const { verdict } = report;
  const look =
    verdict === 'error' ? looks.differ : verdict === 'nothing-found' ? looks['not-judged'] : looks[verdict];
  return `${paint(look.colour, `${look.mark} ${words.verdicts[verdict]}`)}  ${paint('bold', printable(report.file))}`;
}

function rowOf(parameter: ParameterReport, language: Language, paint: Paint): string[] {
  const words = wordsOf(language);
  const look = looks[parameter.verdict];
  const { worst, ratio, maxRelError, notJudged } = parameter;
  const notes = [
    parameter.reason,
    ratio !== null && Math.abs(ratio - 1) > 1e-6 ? `${words.ratio} ${number(ratio)}` : null,
    worst
      ? `${words.worst} [${worst.index.join(', ')}]: ${words.got} ${number(worst.actual)}, ${words.gradcheck.measured} ${number(worst.expected)}`
      : null,
    notJudged > 0 ? words.notJudged(notJudged) : null,
  ];
  return [
    paint(look.colour, look.mark),
    printable(parameter.name),
    formatShape(parameter.shape),
    maxRelError === null ? '' : `${words.maxError} ${errorText(maxRelError)}`,
    notes.filter((note) => note !== null).join('; '),
  ];
}

function checkLines(check: FunctionCheck, language: Language, paint: Paint): string[] {
  const words = wordsOf(language);
  const look = looks[check.verdict];
  const name = check.function === null ? words.gradcheck.loop : `${printable(check.function)}()`;
  const title = `${name}, ${words.gradcheck.at(check.line, check.cell ?? null)}`;
  const head = `${paint(look.colour, `${look.mark} ${words.gradcheck.verdicts[check.verdict]}`)}  ${paint('bold', title)}  ${words.gradcheck.how[check.how]}, ${words.gradcheck.loss} ${number(check.loss)}`;
  const diagnoses = check.diagnoses.map((one) => {
    const where =
      one.line === null ? '' : ` ${paint('bold', words.gradcheck.at(one.line, one.cell ?? null))}`;
    const likely = one.confidence === 'likely' ? ` (${words.likely})` : '';
    return `  ${paint('cyan', one.code)}${likely}${where}\n${wrap(printableLines(one.message), lineWidth, '    ')}`;
  });
  const rows = columns(check.parameters.map((each) => rowOf(each, language, paint))).map((row) => `  ${row}`);
  const remarks = check.remarks.map((remark) => wrap(remark, lineWidth, '  '));
  const declaration =
    check.how === 'declared'
      ? []
      : [
          `  ${words.gradcheck.ran}:`,
          paint('dim', printableLines(check.declaration).replaceAll(/^/gm, '    ')),
        ];
  return [head, ...diagnoses, ...rows, ...remarks, ...declaration];
}

/** The report as text, without a line break at its end. */
export function printGradcheck(report: GradcheckReport, language: Language, paint: Paint): string {
  const words = wordsOf(language).gradcheck;
  const lines = [headOf(report, language, paint)];
  if (report.error) {
    const { line, cell, message } = report.error;
    const where = line === null ? '' : `${words.at(line, cell ?? null)}: `;
    const said = printableLines(where + message).split('\n');
    lines.push(...said.map((one) => wrap(one, lineWidth, '  ')));
    if (report.error.traceback !== undefined)
      lines.push(paint('dim', printableLines(report.error.traceback.trimEnd()).replaceAll(/^/gm, '    ')));
  }
  for (const check of report.checks) lines.push(...checkLines(check, language, paint));
  for (const one of report.refused) {
    const name = one.function === null ? words.file : `${printable(one.function)}()`;
    lines.push(`· ${paint('bold', name)}, ${words.at(one.line, one.cell ?? null)}`);
    lines.push(wrap(printableLines(one.message), lineWidth, '  '));
  }
  if (report.verdict === 'nothing-found') lines.push(wrap(words.declare, lineWidth, '  '));
  return lines.join('\n');
}
