/** `--junit`: what a continuous-integration server reads: a suite per learner, a test case per exercise. */
import type { Language } from '../../course/exercise';
import type { Gradebook, Mark, Row } from './gradebook';
import { sentenceOf } from './reason';

/** Text for XML: what XML 1.0 cannot hold at all (most control characters, halves of pairs) becomes a question mark. */
export function xmlText(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;');
}

function outcome(mark: Mark, language: Language): string {
  const sentence = mark.reason ? sentenceOf(mark.reason, language) : (mark.findings[0]?.message ?? '');
  const where = mark.findings
    .map(({ code, line, message }) => `${code}${line === null ? '' : ` (${String(line)})`}: ${message}`)
    .join('\n');
  const element = { pass: null, fail: 'failure', error: 'error', unjudged: 'error' }[mark.verdict];
  if (element === null) return '';
  return `<${element} type="${xmlText(mark.code)}" message="${xmlText(sentence)}">${xmlText(where)}</${element}>`;
}

function suite({ learner, marks }: Row, language: Language): string {
  const all = [...marks.values()];
  const count = (...verdicts: readonly Mark['verdict'][]): string =>
    String(all.filter(({ verdict }) => verdicts.includes(verdict)).length);
  const cases = all.map(
    (mark) =>
      `    <testcase classname="${xmlText(learner)}" name="${mark.exercise.id}" file="${xmlText(mark.file)}" time="${mark.seconds.toFixed(3)}">${outcome(mark, language)}</testcase>\n`,
  );
  return `  <testsuite name="${xmlText(learner)}" tests="${String(all.length)}" failures="${count('fail')}" errors="${count('error', 'unjudged')}">\n${cases.join('')}  </testsuite>\n`;
}

/** The class in the form that JUnit's readers share. */
export function junitOf(book: Gradebook, language: Language): string {
  const suites = book.rows().map((row) => suite(row, language));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
}
