/** `--feedback`: one Markdown file per learner. */
import type { Language } from '../../course/exercise';
import type { Gradebook, Mark, Row } from './gradebook';
import { sentenceOf } from './reason';
import { classWords } from './words';

/** Names that Windows keeps for devices, whatever comes after their first dot. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/iu;

/** A name is a file's name on every system, within the 255 bytes that most allow. */
const mostBytes = 200;

function shortened(name: string): string {
  let short = name;
  while (Buffer.byteLength(short) > mostBytes) short = Array.from(short).slice(0, -1).join('');
  return short;
}

/** Names of files for learners, each another one also where capitals do not count. */
export function fileNames(learners: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    learners.map((learner) => {
      const plain = learner
        .normalize('NFC')
        .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '-')
        .replace(/^[\s.]+|[\s.]+$/gu, '');
      const name = shortened(plain === '' ? 'class' : reserved.test(plain) ? `-${plain}` : plain);
      let free = name;
      for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name}-${String(n)}`;
      taken.add(free.toLowerCase());
      return [learner, `${free}.md`];
    }),
  );
}

/** Text that Markdown shows as it is, on one line. HTML and links of a learner's making stay text. */
export function markdownText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|!~&]/gu, (mark) =>
      mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`,
    );
}

function section(mark: Mark, language: Language): string {
  const words = classWords(language);
  const lines = [`## ${mark.exercise.title[language]} (${mark.exercise.id}): ${words[mark.verdict]}`, ''];
  if (mark.verdict === 'pass') lines.push(words.wellDone);
  if (mark.reason) lines.push(markdownText(sentenceOf(mark.reason, language)));
  for (const { code, line, message } of mark.findings) {
    const where = line === null ? '' : `, ${words.line(line)}`;
    lines.push(`- **${code}**${where}: ${markdownText(message)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A learner's feedback. */
export function feedbackOf(
  { learner, marks, points, passed }: Row,
  book: Gradebook,
  language: Language,
): string {
  const words = classWords(language);
  const all = [...marks.values()];
  const most = all.reduce((sum, { exercise }) => sum + book.pointsOf(exercise.id), 0);
  const summary = `${words.passed(passed, all.length)}; ${words.points}: ${String(points)} / ${String(Number(most.toFixed(6)))}`;
  const sections = all.map((mark) => section(mark, language));
  return [`# ${markdownText(words.feedbackTitle(learner))}\n`, `${summary}\n`, ...sections].join('\n');
}
