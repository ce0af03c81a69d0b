/** `--html`: the class on one page that needs nothing else: who stands where, and which mistakes are frequent. */
import { createHash } from 'node:crypto';
import type { Language } from '../../course/exercise';
import type { Finding, Gradebook, Mark } from './gradebook';
import { sentenceOf } from './reason';
import { classWords, type ClassWords } from './words';

/** Text inside elements and quoted attributes. */
export function htmlText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, (character) =>
      character === '\n' || character === '\t' ? character : '\ufffd',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const style = `
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; margin: 0 0 2rem; }
th, td { border: 1px solid #bbb; padding: .25rem .6rem; text-align: left; vertical-align: top; }
th button { font: inherit; font-weight: bold; border: 0; background: none; color: inherit; padding: 0; cursor: pointer; }
th[aria-sort=ascending] button::after { content: ' \\2191'; }
th[aria-sort=descending] button::after { content: ' \\2193'; }
td.pass { background: #dff3df; } td.fail { background: #fbe3e0; } td.error, td.unjudged { background: #eee; }
td.number { text-align: right; }
@media (prefers-color-scheme: dark) {
  body { color: #ddd; background: #1e1e1e; } th, td { border-color: #555; }
  td.pass { background: #1f3d1f; } td.fail { background: #4a2522; } td.error, td.unjudged { background: #333; }
}`;

/** Sorts a table's rows by the column whose heading is pressed: as numbers where all are, else as text. */
const script = `
addEventListener('click', ({ target }) => {
  const head = target.closest('thead th');
  if (!head) return;
  const table = head.closest('table');
  const falling = head.getAttribute('aria-sort') === 'ascending';
  for (const other of table.querySelectorAll('th')) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', falling ? 'descending' : 'ascending');
  const body = table.tBodies[0];
  const text = (row) => row.cells[head.cellIndex].textContent;
  const rows = [...body.rows];
  const numeric = rows.every((row) => text(row) !== '' && Number.isFinite(Number(text(row))));
  const order = (a, b) => numeric ? Number(text(a)) - Number(text(b)) : text(a).localeCompare(text(b));
  rows.sort((a, b) => falling ? order(b, a) : order(a, b));
  body.append(...rows);
});`;

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

interface Cell {
  readonly text: string;
  readonly kind?: string;
}

function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const head = heads.map((text) => `<th scope="col"><button>${htmlText(text)}</button></th>`).join('');
  const body = rows
    .map(
      (row) =>
        `<tr>${row.map(({ text, kind }) => `<td${kind === undefined ? '' : ` class="${kind}"`}>${htmlText(text)}</td>`).join('')}</tr>\n`,
    )
    .join('');
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}</tbody>\n</table>\n`;
}

function number(value: number): Cell {
  return { text: String(value), kind: 'number' };
}

function learnersTable(book: Gradebook, words: ClassWords): string {
  const exercises = book.exercises();
  const cellOf = (mark: Mark | undefined): Cell => {
    if (!mark) return { text: '–' };
    return { text: mark.code === '' ? words[mark.verdict] : mark.code, kind: mark.verdict };
  };
  const rows = book
    .rows()
    .map(({ learner, points, passed, marks }) => [
      { text: learner },
      number(points),
      number(passed),
      ...exercises.map(({ id }) => cellOf(marks.get(id))),
    ]);
  return table([words.learner, words.points, words.passedColumn, ...exercises.map(({ id }) => id)], rows);
}

interface Frequent {
  readonly code: string;
  readonly times: number;
  /** How often, by exercise. */
  readonly in: ReadonlyMap<string, number>;
  readonly example: Finding;
  readonly exampleFile: string;
}

/** What each wrong submission is called by, the most frequent first. */
function mistakesOf(book: Gradebook): readonly Frequent[] {
  const all = new Map<
    string,
    { times: number; in: Map<string, number>; example: Finding; exampleFile: string }
  >();
  for (const { marks } of book.rows()) {
    for (const { findings, exercise, file } of marks.values()) {
      const [first] = findings;
      if (!first) continue;
      const one = all.get(first.code) ?? {
        times: 0,
        in: new Map<string, number>(),
        example: first,
        exampleFile: file,
      };
      one.times++;
      one.in.set(exercise.id, (one.in.get(exercise.id) ?? 0) + 1);
      all.set(first.code, one);
    }
  }
  return [...all].map(([code, one]) => ({ code, ...one })).sort((a, b) => b.times - a.times);
}

function mistakesTables(book: Gradebook, words: ClassWords): string {
  const mistakes = mistakesOf(book);
  if (mistakes.length === 0) return '';
  const matrix = table(
    [words.exercise, ...mistakes.map(({ code }) => code)],
    book.exercises().map(({ id }) => [{ text: id }, ...mistakes.map((one) => number(one.in.get(id) ?? 0))]),
  );
  const frequent = table(
    [words.mistake, words.times, words.example, words.file],
    mistakes.map(({ code, times, example, exampleFile }) => [
      { text: code },
      number(times),
      { text: example.message },
      { text: exampleFile },
    ]),
  );
  return `<h2>${words.mistakes}</h2>\n${matrix}<h2>${words.frequent}</h2>\n${frequent}`;
}

function unjudgedTable(book: Gradebook, language: Language, words: ClassWords): string {
  if (book.unjudged.length === 0) return '';
  const rows = book.unjudged.map(({ file, reason }) => [
    { text: file },
    { text: sentenceOf(reason, language) },
  ]);
  return `<h2>${words.notJudged}</h2>\n${table([words.file, words.reason], rows)}`;
}

/** The page. Nothing is loaded from elsewhere, and only its own script may run. */
export function htmlOf(book: Gradebook, folder: string, language: Language): string {
  const words = classWords(language);
  const title = htmlText(words.classTitle(folder));
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
<p>${words.passed(book.passed, book.judged)}. ${words.sortHint}</p>
${learnersTable(book, words)}${mistakesTables(book, words)}${unjudgedTable(book, language, words)}<script>${script}</script>
</body>
</html>
`;
}
