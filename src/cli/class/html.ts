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
:root {
  color-scheme: light dark;
  --text: #1b1b1b; --quiet: #6a6a6a; --page: #fff; --head: #f3f3f3; --line: #c4c4c4;
  --pass: #dff3df; --fail: #fbe3e0; --other: #ebebeb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #ddd; --quiet: #9a9a9a; --page: #1e1e1e; --head: #2a2a2a; --line: #555;
    --pass: #1f3d1f; --fail: #4a2522; --other: #383838;
  }
}
body { font: 15px/1.45 system-ui, sans-serif; margin: clamp(.75rem, 3vw, 2rem); color: var(--text); background: var(--page); }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; overflow-wrap: anywhere; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
.scroll { overflow-x: auto; max-width: max-content; border: 1px solid var(--line); border-radius: 4px; }
table { border-collapse: separate; border-spacing: 0; }
th, td { border: 0 solid var(--line); border-width: 0 1px 1px 0; padding: .3rem .6rem; text-align: left; vertical-align: top; }
th:last-child, td:last-child { border-right-width: 0; } tbody tr:last-child > * { border-bottom-width: 0; }
thead th { background: var(--head); padding: 0; vertical-align: bottom; }
thead button { font: inherit; font-weight: 600; text-align: inherit; width: 100%; border: 0; background: none; color: inherit; padding: .3rem .6rem; cursor: pointer; word-break: keep-all; }
thead button::after { content: '\\a0\\2195'; content: '\\a0\\2195' / ''; color: var(--quiet); font-weight: 400; }
th[aria-sort=ascending] button::after { content: '\\a0\\2191'; content: '\\a0\\2191' / ''; color: inherit; } th[aria-sort=descending] button::after { content: '\\a0\\2193'; content: '\\a0\\2193' / ''; color: inherit; }
thead button:focus-visible { outline: 2px solid; outline-offset: -3px; }
tbody th { font-weight: 400; position: sticky; left: 0; background: var(--page); overflow-wrap: break-word; max-width: 14rem; }
thead th:first-child { position: sticky; left: 0; }
td.pass { background: var(--pass); } td.fail { background: var(--fail); } td.error, td.unjudged { background: var(--other); }
.number { text-align: right; font-variant-numeric: tabular-nums; } .none { color: var(--quiet); }
td.long:lang(ko) { word-break: keep-all; }
td.long { min-width: 14rem; max-width: 40rem; overflow-wrap: anywhere; }`;

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
  const names = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const numeric = rows.every((row) => text(row) !== '' && Number.isFinite(Number(text(row))));
  const order = (a, b) => numeric ? Number(text(a)) - Number(text(b)) : names.compare(text(a), text(b));
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

/** A table whose first column names the rows. A heading stands as its column does. */
function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const attribute = (kind: string | undefined): string => (kind === undefined ? '' : ` class="${kind}"`);
  const head = heads
    .map((text, column) => {
      const isNumber = rows.every((row) => row[column]?.kind?.startsWith('number') === true);
      const kind = attribute(isNumber ? 'number' : undefined);
      return `<th scope="col"${kind}><button>${htmlText(text)}</button></th>`;
    })
    .join('');
  const cell = ({ text, kind }: Cell, column: number): string =>
    column === 0 ? `<th scope="row">${htmlText(text)}</th>` : `<td${attribute(kind)}>${htmlText(text)}</td>`;
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>\n`).join('');
  return `<div class="scroll" tabindex="0"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}</tbody>\n</table></div>\n`;
}

function number(value: number): Cell {
  return { text: String(value), kind: value === 0 ? 'number none' : 'number' };
}

function learnersTable(book: Gradebook, words: ClassWords): string {
  const exercises = book.exercises();
  const cellOf = (mark: Mark | undefined): Cell => {
    if (!mark) return { text: '–', kind: 'none' };
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
      { text: example.message, kind: 'long' },
      { text: exampleFile, kind: 'long' },
    ]),
  );
  return `<h2>${words.mistakes}</h2>\n${matrix}<h2>${words.frequent}</h2>\n${frequent}`;
}

function unjudgedTable(book: Gradebook, language: Language, words: ClassWords): string {
  if (book.unjudged.length === 0) return '';
  const rows = book.unjudged.map(({ file, reason }) => [
    { text: file },
    { text: sentenceOf(reason, language), kind: 'long' },
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
<main>
<h1>${title}</h1>
<p>${words.passed(book.passed, book.judged)}. ${words.sortHint}</p>
${learnersTable(book, words)}${mistakesTables(book, words)}${unjudgedTable(book, language, words)}</main>
<script>${script}</script>
</body>
</html>
`;
}
