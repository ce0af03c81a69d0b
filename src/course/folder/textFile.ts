/** `text.en.md`, `text.ko.md`: headings that are fixed, in either language, and prose between them. */
import type { HintKind, Phase } from '../exercise';

/** An equation as one text file writes it; the TeX may stand in another language's file. */
export interface WrittenEquation {
  readonly name: string;
  readonly phase: Phase | null;
  readonly rows: string | null;
  readonly columns: string | null;
  readonly words: string;
  readonly line: number;
}

export interface WrittenHint {
  readonly kind: HintKind;
  readonly text: string;
  readonly code: string | null;
  readonly line: number;
}

/** What one text file says. */
export interface WrittenTexts {
  readonly idea: string;
  readonly equations: readonly WrittenEquation[];
  readonly picture: string;
  readonly hints: readonly WrittenHint[];
  readonly explanation: string;
  readonly next: string;
}

type Section = 'idea' | 'equations' | 'picture' | 'hints' | 'explanation' | 'next';

const sections: Readonly<Record<string, Section>> = {
  idea: 'idea',
  아이디어: 'idea',
  equations: 'equations',
  식: 'equations',
  수식: 'equations',
  picture: 'picture',
  그림: 'picture',
  hints: 'hints',
  힌트: 'hints',
  explanation: 'explanation',
  설명: 'explanation',
  next: 'next',
  다음: 'next',
};

/** The headings of the hints, in small letters, in either language. */
export const hintHeadings: Readonly<Record<string, HintKind>> = {
  symptom: 'symptom',
  증상: 'symptom',
  concept: 'concept',
  개념: 'concept',
  term: 'term',
  항: 'term',
  masked: 'masked',
  빈칸: 'masked',
  solution: 'solution',
  풀이: 'solution',
};

const ladder: readonly HintKind[] = ['symptom', 'concept', 'term', 'masked', 'solution'];
const phases: readonly Phase[] = ['forward', 'cost', 'backward', 'update', 'derivation', 'idea'];

type Add = (line: number | null, message: string) => void;

interface Part {
  readonly heading: string;
  readonly line: number;
  /** The lines under the heading, with the number of the first. */
  readonly lines: readonly string[];
}

/** Parts a text at headings of one level; what stands before the first is left out. Code is not looked into. */
function partsAt(level: number, lines: readonly string[], first: number): Part[] {
  const mark = `${'#'.repeat(level)} `;
  const parts: { heading: string; line: number; lines: string[] }[] = [];
  let isCode = false;
  lines.forEach((text, i) => {
    if (text.trimStart().startsWith('```')) isCode = !isCode;
    if (!isCode && text.startsWith(mark)) {
      parts.push({ heading: text.slice(mark.length).trim(), line: first + i, lines: [] });
    } else parts.at(-1)?.lines.push(text);
  });
  return parts;
}

/** Lines joined with spaces, paragraphs parted by a blank line. */
function prose(lines: readonly string[]): string {
  return lines
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, ' '))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** Python between fences, and the lines around it. */
function apart(lines: readonly string[]): { readonly code: string | null; readonly rest: readonly string[] } {
  const begin = lines.findIndex((line) => line.trimStart().startsWith('```'));
  if (begin < 0) return { code: null, rest: lines };
  const length = lines.slice(begin + 1).findIndex((line) => line.trimStart().startsWith('```'));
  const end = length < 0 ? lines.length : begin + 1 + length;
  return {
    code: `${lines
      .slice(begin + 1, end)
      .join('\n')
      .trimEnd()}\n`,
    rest: [...lines.slice(0, begin), ...lines.slice(end + 1)],
  };
}

function equationOf({ heading, line, lines }: Part, add: Add): WrittenEquation | null {
  const [, name, written] = /^(\w+)\s*(?:[·:|-]\s*(\w+))?$/.exec(heading) ?? [];
  if (name === undefined) {
    add(line, `“${heading}”: an equation's heading is a name and a phase, such as “### dZ · backward”.`);
    return null;
  }
  const phase = phases.find((one) => one === written) ?? null;
  if (written !== undefined && phase === null) {
    add(line, `“${written}” is no phase: write one of ${phases.join(', ')}.`);
  }
  const text = lines.join('\n');
  let rows: string | null = null;
  let columns: string | null = null;
  const words = text.replace(
    /(columns:\s*)?\$\$([\s\S]*?)\$\$/g,
    (_, turned: string | undefined, tex: string) => {
      if (turned === undefined) rows = tex.trim();
      else columns = tex.trim();
      return '';
    },
  );
  return { name, phase, rows, columns, words: prose(words.split('\n')), line };
}

function hintOf({ heading, line, lines }: Part, add: Add): WrittenHint | null {
  const kind = hintHeadings[heading.toLowerCase()];
  if (!kind) {
    add(
      line,
      `“${heading}” is no hint: the five are Symptom, Concept, Term, Masked and Solution, in this order.`,
    );
    return null;
  }
  const { code, rest } = apart(lines);
  return { kind, text: prose(rest), code, line };
}

function checkLadder(hints: readonly WrittenHint[], line: number | null, add: Add): void {
  const given = hints.map(({ kind }) => kind);
  if (given.join() === ladder.join()) return;
  const missing = ladder.filter((kind) => !given.includes(kind));
  if (missing.length > 0) add(line, `Hints are missing: ${missing.join(', ')}. There are five of them.`);
  else add(line, `The hints stand in this order: ${ladder.join(', ')}.`);
}

/** What must not stand in prose: it would be shown as it is written. */
function checkProse(lines: readonly string[], first: number, add: Add): void {
  let isCode = false;
  lines.forEach((line, i) => {
    if (line.trimStart().startsWith('```')) isCode = !isCode;
    if (isCode) return;
    if (/<\/?[a-z][^>]*>/i.test(line.replace(/`[^`]*`|\$[^$]*\$/g, ''))) {
      add(first + i, 'Prose has no HTML: only `code`, **strong** and $TeX$.');
    }
    if (/\]\(\S/.test(line.replace(/`[^`]*`|\$[^$]*\$/g, ''))) {
      add(first + i, 'Prose has no links: only `code`, **strong** and $TeX$.');
    }
    // Within a paragraph it may be a minus that a line begins with.
    if (/^\s*[-*] \S/.test(line) && (lines[i - 1] ?? '').trim() === '')
      add(first + i, 'Prose has no lists: write sentences.');
  });
}

/** Reads a text file; what is wrong with it is added, and what can be understood is given all the same. */
export function readTexts(
  text: string,
  hasPicture: boolean,
  needsEquations: boolean,
  add: Add,
): WrittenTexts {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const found = new Map<Section, Part>();
  for (const part of partsAt(2, lines, 1)) {
    const section = sections[part.heading.toLowerCase()];
    if (!section) {
      add(
        part.line,
        `“${part.heading}” is no heading of a text: there are Idea, Equations, Picture, Hints, Explanation and Next.`,
      );
    } else if (found.has(section)) add(part.line, `“${part.heading}” stands here twice: join the two.`);
    else found.set(section, part);
  }
  checkProse(lines, 1, add);
  const proseOf = (section: Section, heading: string, isNeeded = true): string => {
    const part = found.get(section);
    const words = part ? prose(part.lines) : '';
    if (words === '' && isNeeded) {
      add(part?.line ?? null, `“## ${heading}” is missing or empty: write at least a sentence.`);
    }
    return words;
  };
  const inner = (section: Section): readonly Part[] => {
    const part = found.get(section);
    return part ? partsAt(3, part.lines, part.line + 1) : [];
  };
  const equations = inner('equations').flatMap((part) => equationOf(part, add) ?? []);
  if (needsEquations && equations.length === 0) {
    add(
      found.get('equations')?.line ?? null,
      'There is no equation: write “## Equations” with “### name · phase”.',
    );
  }
  const hints = inner('hints').flatMap((part) => hintOf(part, add) ?? []);
  checkLadder(hints, found.get('hints')?.line ?? null, add);
  return {
    idea: proseOf('idea', 'Idea'),
    equations,
    picture: proseOf('picture', 'Picture', hasPicture),
    hints,
    explanation: proseOf('explanation', 'Explanation'),
    next: proseOf('next', 'Next'),
  };
}
