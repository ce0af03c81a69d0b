/** What the text files of an exercise say, put together in both languages. */
import type { Equation, Hint, Language, Text } from '../exercise';
import type { ExerciseFolder } from './exerciseFolder';
import { namesOf, type ExerciseYaml } from './schemas';
import { termsIn, type Terms } from './terms';
import { readTexts, type WrittenEquation, type WrittenTexts } from './textFile';

interface Wanted {
  /** The languages that the chapter is written in. */
  readonly languages: readonly Language[];
  readonly hasPicture: boolean;
  readonly needsEquations: boolean;
}

const fileOf = (language: Language): string => `text.${language}.md`;

/** Texts in one language or in two; what is written in one serves for the other. */
export class ExerciseTexts {
  private constructor(
    private readonly folder: ExerciseFolder,
    private readonly en: WrittenTexts,
    private readonly ko: WrittenTexts,
    /** The language that is written first, and whether the other is written too. */
    private readonly first: Language,
    private readonly isTwice: boolean,
    private readonly terms: Terms,
  ) {}

  /** Reads the files that there are; null where there is none. */
  static read(
    folder: ExerciseFolder,
    { symbols, parameters, returns }: ExerciseYaml,
    { languages, hasPicture, needsEquations }: Wanted,
  ): ExerciseTexts | null {
    const readIn = (language: Language): WrittenTexts | null => {
      const name = fileOf(language);
      const text = folder.text(name);
      if (text !== undefined) return readTexts(text, hasPicture, needsEquations, folder.adder(name));
      if (languages.includes(language)) {
        folder.add(name, null, `The file is missing: the chapter is written in ${languages.join(' and ')}.`);
      }
      return null;
    };
    const [en, ko] = [readIn('en'), readIn('ko')];
    const [inEnglish, inKorean] = [en ?? ko, ko ?? en];
    if (!inEnglish || !inKorean) return null;
    const isTwice = en !== null && ko !== null;
    const terms = termsIn(symbols ?? {}, [...namesOf(parameters), ...returns]);
    return new ExerciseTexts(folder, inEnglish, inKorean, en ? 'en' : 'ko', isTwice, terms);
  }

  of(part: 'idea' | 'explanation' | 'next' | 'picture'): Text {
    return this.text(this.en[part], this.ko[part]);
  }

  private text(en: string, ko: string): Text {
    return { en: this.terms.inProse(en), ko: this.terms.inProse(ko) };
  }

  /** The ladder of hints; the last one is the body of the solution where it has no code of its own. */
  hints(solution: string): readonly Hint[] {
    return this.en.hints.flatMap((hint): Hint[] => {
      const { kind } = hint;
      const other = this.ko.hints.find((one) => one.kind === kind);
      if (!other) return [];
      const code = hint.code ?? other.code ?? (kind === 'solution' ? bodyOf(solution) : null);
      return [{ kind, text: this.text(hint.text, other.text), ...(code === null ? {} : { code }) }];
    });
  }

  /** The equations that are written; what is wrong with one is told, and it is left out. */
  equations(): readonly Equation[] {
    const termed = this.terms.inEquation;
    return this.en.equations.flatMap((equation): Equation[] => {
      const other = this.ko.equations.find(({ name }) => name === equation.name);
      const rows = equation.rows ?? other?.rows ?? null;
      if (!other || rows === null) {
        const what = other ? 'has no $$ … $$' : "is missing in the other language's file";
        this.folder.add(fileOf(this.first), equation.line, `The equation ${equation.name} ${what}.`);
        return [];
      }
      if (this.isTwice && differ(equation, other)) {
        this.folder.add(
          fileOf('ko'),
          other.line,
          `The equation ${equation.name} is not the same in both languages: write its TeX once.`,
        );
      }
      const columns = equation.columns ?? other.columns;
      return [
        {
          name: equation.name,
          phase: equation.phase ?? other.phase ?? 'idea',
          rows: termed(rows),
          columns: columns === null ? null : termed(columns),
          words: this.text(equation.words, other.words),
        },
      ];
    });
  }
}

/** Whether both languages write an equation, and not the same one. */
function differ({ rows: one }: WrittenEquation, { rows: other }: WrittenEquation): boolean {
  return one !== null && other !== null && squeezed(one) !== squeezed(other);
}

function squeezed(tex: string): string {
  return tex.replace(/\s+/g, '');
}

/** What stands in the function of a solution, without its first line and its docstring; the whole where it is not one. */
function bodyOf(solution: string): string {
  const lines = solution.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const starts = lines.flatMap((line, i) => (/^(?:def|class)\s/.test(line) ? [i] : []));
  const [begin] = starts;
  if (begin === undefined || starts.length > 1 || (lines[begin] ?? '').startsWith('class')) {
    return `${lines.join('\n')}\n`;
  }
  const body = lines.slice(begin + 1).filter((line, i) => i > 0 || line.trim() !== '');
  return `${body.map((line) => line.replace(/^ {4}/, '')).join('\n')}\n`;
}
