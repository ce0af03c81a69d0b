/** One folder of an exercise: its files become data, and whatever is wrong with them is told with file and line. */
import { readsOf } from '../../engine/reads';
import type { NetworkSpec } from '../../network/spec';
import { conventionsOf, notesConvention } from '../../network/conventions';
import { stepsOf, type Cut } from '../../network/cut';
import { costStep } from '../../network/steps';
import type { Drawing, Equation, Hint, Language, Text } from '../exercise';
import { costSpokenOf, equationsOf } from '../networkEquations';
import type {
  Definition,
  GradientsOf,
  NetworkReference,
  ParameterSpec,
  Sizes,
  SolutionReference,
} from './definition';
import { extentAt, symbolsOf } from './extent';
import { drawn, tensorOf } from './draw';
import { readParameter } from './parameter';
import type { Files, Problems } from './problem';
import { conventionsIn, mistakeOf, mistakesIn } from './pythonFiles';
import { exerciseSchema, languagesOf, type ExerciseYaml, type WrittenText } from './schemas';
import { termsIn } from './terms';
import { readTexts, type WrittenTexts } from './textFile';
import { readYaml, type YamlFile } from './yamlFile';

/** A text in both languages; one that is written in one language serves for the other. */
export function textOf(written: WrittenText): Text {
  if (typeof written === 'string') return { en: written, ko: written };
  const { en = written.ko ?? '', ko = en } = written;
  return { en, ko };
}

function both<T>(
  texts: ReadonlyMap<Language, WrittenTexts>,
  of: (one: WrittenTexts) => T,
): { en: T; ko: T } | null {
  const [en, ko] = [texts.get('en'), texts.get('ko')];
  const [first, second] = [en ?? ko, ko ?? en];
  return first && second ? { en: of(first), ko: of(second) } : null;
}

const emptyText: Text = { en: '', ko: '' };

/** Reads the files of one exercise. */
export class ExerciseReader {
  private readonly file: (name: string) => string;
  private yaml: YamlFile<ExerciseYaml> | null = null;

  constructor(
    private readonly files: Files,
    /** The folder of the exercise, with a `/` at its end; empty for the folder itself. */
    private readonly folder: string,
    private readonly problems: Problems,
    /** The languages that the chapter is written in. */
    private readonly languages: readonly Language[],
  ) {
    this.file = (name) => `${folder}${name}`;
  }

  /** The exercise; null where it cannot be used. */
  read(): Definition | null {
    const text = this.text('exercise.yaml');
    if (text === undefined) {
      this.problems.add(this.file('exercise.yaml'), null, 'The file is missing: every exercise has one.');
      return null;
    }
    this.yaml = readYaml(text, exerciseSchema, this.problems.of(this.file('exercise.yaml')));
    if (!this.yaml) return null;
    const before = this.problems.found.length;
    const { value } = this.yaml;
    this.checkId(value.id);
    const reference = value.network ? this.network(value, value.network) : this.solution(value);
    const solution = this.required('solution.py', 'a snippet that solves the exercise');
    const starter = this.starter();
    const drawing = this.drawing();
    const texts = this.texts(drawing !== null, reference?.kind !== 'network');
    if (!reference || solution === null || !starter || !texts) return null;
    const equations = this.equations(value, reference, texts);
    const definition: Definition = {
      id: value.id,
      title: textOf(value.title),
      functionName: value.function,
      functions: value.functions ?? [value.function],
      parameters: namesOf(value.parameters),
      returns: value.returns,
      mayChangeInputs: value.mayChangeInputs ?? false,
      idea: both(texts, (one) => one.idea) ?? emptyText,
      equations,
      drawing: drawing && this.drawingOf(drawing, texts),
      starter,
      hints: this.hints(texts, solution),
      solution,
      explanation: both(texts, (one) => one.explanation) ?? emptyText,
      next: both(texts, (one) => one.next) ?? emptyText,
      reference,
    };
    return this.problems.found.length === before ? definition : null;
  }

  private text(name: string): string | undefined {
    return this.files.get(this.file(name));
  }

  private add(line: number | null, message: string, name = 'exercise.yaml'): void {
    this.problems.add(this.file(name), line, message);
  }

  private lineOf(...path: (string | number)[]): number | null {
    return this.yaml?.lineOf(...path) ?? null;
  }

  private required(name: string, what: string): string | null {
    const text = this.text(name);
    if (text !== undefined && text.trim() !== '') return text;
    this.add(null, `The file is ${text === undefined ? 'missing' : 'empty'}: it holds ${what}.`, name);
    return null;
  }

  private checkId(id: string): void {
    const own = this.folder.split('/').at(-2);
    if (own !== undefined && own !== id) {
      this.add(
        this.lineOf('id'),
        `id: the folder's name is ${own}, so write id: ${own} or rename the folder.`,
      );
    }
  }

  // The reference.

  private network(
    value: ExerciseYaml,
    network: NonNullable<ExerciseYaml['network']>,
  ): NetworkReference | null {
    const spec: NetworkSpec = {
      layers: network.layers.map(({ units, activation, bias }) => ({
        units,
        activation,
        ...(bias === false ? { bias } : {}),
      })),
      loss: network.loss,
      ...(network.penalty ? { penalty: network.penalty } : {}),
    };
    for (const key of ['gradients', 'sizes', 'shown', 'tolerance'] as const) {
      if (value[key] !== undefined && value[key] !== null) {
        this.add(this.lineOf(key), `${key}: leave it out; with a network it follows from the network.`);
      }
    }
    if (network.layers.length > 3 || network.layers.length < 2) {
      this.add(
        this.lineOf('network', 'layers'),
        'layers: networks of two or three layers can be judged so far.',
      );
      return null;
    }
    const cut: Cut = { spec, given: namesOf(value.parameters), returned: value.returns };
    try {
      const steps = stepsOf(cut, conventionsOf(spec)[0] ?? notesConvention);
      const read = new Set(steps.flatMap(({ operation }) => readsOf(operation)));
      const unknown = cut.given.find((name) => !read.has(name) && !isOfNetwork(name, spec));
      if (unknown !== undefined) {
        this.add(this.lineOf('parameters', unknown), `${unknown}: no array of this network has that name.`);
      }
      this.shownFirst(value, cut);
      return { kind: 'network', spec };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.add(this.lineOf('returns'), `${error.message}: give it among the parameters, or mend the name.`);
      return null;
    }
  }

  /** The equations that are asked for before those of the cut. */
  private shownFirst(value: ExerciseYaml, cut: Cut): readonly Equation[] {
    return (value.equations ?? []).flatMap((name, i) => {
      if (name === 'cost') return [costSpokenOf(cut)];
      const before = /^A(\d+)$/.exec(name)?.[1];
      const given = before === undefined ? cut.given : [`Z${before}`];
      try {
        return equationsOf({ spec: cut.spec, given, returned: [name] });
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        this.add(this.lineOf('equations', i), `${name}: no array of this network has that name.`);
        return [];
      }
    });
  }

  private solution(value: ExerciseYaml): SolutionReference | null {
    const { sizes, parameters } = value;
    if (!sizes) {
      this.add(this.lineOf('id'), 'sizes is missing. Write sizes: { shown: { m: 4 }, distinct: { m: 11 } }.');
      return null;
    }
    if (Array.isArray(parameters)) {
      this.add(
        this.lineOf('parameters'),
        'parameters: without a network each needs its shape: { Z: [m, k], Y: one-hot [m, k] }.',
      );
      return null;
    }
    const specs = Object.entries(parameters).flatMap(([name, written]): ParameterSpec[] => {
      try {
        return [readParameter(name, written)];
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        this.add(this.lineOf('parameters', name), `${name}: ${error.message}.`);
        return [];
      }
    });
    const symbols = Object.keys(sizes.shown);
    const square =
      sizes.square === null ? null : (sizes.square ?? Object.fromEntries(symbols.map((name) => [name, 5])));
    const isOwn = sizes.square !== undefined;
    const all: readonly (readonly [string, Sizes])[] = [
      ['shown', sizes.shown],
      ['distinct', sizes.distinct],
      ...(square && isOwn ? [['square', square] as const] : []),
      ...(sizes.more ?? []).map((one, i) => [`more.${String(i)}`, one] as const),
    ];
    for (const [name, one] of all) this.checkSizes(specs, name, one);
    const fixed = value.shown ?? {};
    this.checkFixed(specs, fixed, sizes.shown);
    const inputs = this.text('inputs.py') ?? null;
    const check = this.text('check.py') ?? null;
    this.checkGiven(specs, inputs, check);
    if (!check && value.functions && value.functions.length > 1) {
      this.add(
        this.lineOf('functions'),
        'functions: several need a check.py, which says how they are called.',
      );
    }
    return {
      kind: 'solution',
      parameters: specs,
      shown: sizes.shown,
      distinct: sizes.distinct,
      square: square && this.fits(specs, square) ? square : null,
      more: sizes.more ?? [],
      fixed,
      gradients: this.gradients(value, specs),
      tolerance: value.tolerance ?? null,
      python: {
        inputs,
        check,
        loss: this.text('loss.py') ?? null,
        mistakes: this.text('mistakes.py') ?? null,
        conventions: this.text('conventions.py') ?? null,
      },
      mistakes: this.mistakes(),
      conventions: this.conventions(),
    };
  }

  private fits(specs: readonly ParameterSpec[], sizes: Sizes): boolean {
    try {
      for (const spec of specs) drawn(spec, sizes, 1);
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  }

  private checkSizes(specs: readonly ParameterSpec[], name: string, sizes: Sizes): void {
    const path = ['sizes', ...name.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))];
    for (const spec of specs) {
      const missing = [...spec.shape, ...(spec.count ? [spec.count] : [])]
        .flatMap(symbolsOf)
        .find((symbol) => sizes[symbol] === undefined);
      try {
        if (missing !== undefined)
          throw new RangeError(`${spec.name} has the size ${missing}, which is not given`);
        drawn(spec, sizes, 1);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        this.add(this.lineOf(...path), `sizes.${name}: ${error.message}.`);
      }
    }
  }

  private checkFixed(
    specs: readonly ParameterSpec[],
    fixed: NonNullable<ExerciseYaml['shown']>,
    sizes: Sizes,
  ): void {
    for (const [name, literal] of Object.entries(fixed)) {
      const spec = specs.find((one) => one.name === name);
      try {
        if (!spec) throw new RangeError('there is no such parameter');
        const { shape } = tensorOf(literal, name);
        const wanted = spec.shape.map((extent) => extentAt(extent, sizes));
        if (spec.kind !== 'given' && shape.join() !== wanted.join()) {
          throw new RangeError(
            `the values have shape (${shape.join(', ')}), sizes.shown say (${wanted.join(', ')})`,
          );
        }
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        this.add(this.lineOf('shown', name), `shown.${name}: ${error.message}.`);
      }
    }
  }

  private checkGiven(specs: readonly ParameterSpec[], inputs: string | null, check: string | null): void {
    for (const { name, kind } of specs) {
      if (kind === 'given' && inputs === null) {
        this.add(
          this.lineOf('parameters', name),
          `${name}: given means made by inputs.py, and there is none.`,
        );
      }
      if (kind === 'function' && check === null) {
        this.add(
          this.lineOf('parameters', name),
          `${name}: a function is made by check.py, and there is none.`,
        );
      }
    }
  }

  private gradients(
    { gradients, returns }: ExerciseYaml,
    specs: readonly ParameterSpec[],
  ): GradientsOf | null {
    if (!gradients) return null;
    const { loss: written, of } = gradients;
    for (const [name, parameter] of Object.entries(of)) {
      if (!returns.includes(name)) {
        this.add(
          this.lineOf('gradients', 'of', name),
          `${name} does not come back: it is none of ${returns.join(', ')}.`,
        );
      }
      if (!specs.some((one) => one.name === parameter)) {
        this.add(this.lineOf('gradients', 'of', name), `${parameter} is no parameter.`);
      }
    }
    const line = this.lineOf('gradients', 'loss');
    if (written === 'loss.py') {
      if (this.text('loss.py') === undefined) this.add(line, 'loss: there is no loss.py.');
      return { loss: { kind: 'python' }, of };
    }
    const [, returned, by] = /^sum\(\s*(\w+)\s*\*\s*(\w+)\s*\)$/.exec(written) ?? [];
    if (returned !== undefined && by !== undefined) {
      if (!returns.includes(returned)) this.add(line, `loss: ${returned} does not come back.`);
      if (!specs.some((one) => one.name === by)) this.add(line, `loss: ${by} is no parameter.`);
      return { loss: { kind: 'product', returned, by }, of };
    }
    if (!returns.includes(written)) {
      this.add(
        line,
        `loss: ${written} does not come back. Write a returned number, sum(out * dout), or loss.py.`,
      );
    }
    return { loss: { kind: 'returned', name: written }, of };
  }

  private mistakes(): SolutionReference['mistakes'] {
    const shared = this.text('mistakes.py');
    const add = (name: string) => (line: number | null, message: string) => {
      this.add(line, message, name);
    };
    const functions = shared === undefined ? [] : mistakesIn(shared, 'mistakes.py', add('mistakes.py'));
    if (shared !== undefined && functions.length === 0) {
      this.add(null, 'No function here has a sentence in its docstring (“en: …”, “ko: …”).', 'mistakes.py');
    }
    const whole = this.below('mistakes/').flatMap((name) => {
      const source = this.text(name) ?? '';
      return mistakeOf(source, name, add(name)) ?? [];
    });
    return [...functions, ...whole];
  }

  private conventions(): SolutionReference['conventions'] {
    const source = this.text('conventions.py');
    if (source === undefined) return [];
    return conventionsIn(source, (line, message) => {
      this.add(line, message, 'conventions.py');
    });
  }

  /** The Python files of a folder below that of the exercise, by names relative to it. */
  private below(inner: string): readonly string[] {
    const prefix = this.file(inner);
    return [...this.files.keys()]
      .filter((path) => path.startsWith(prefix) && path.endsWith('.py'))
      .map((path) => path.slice(this.folder.length))
      .sort();
  }

  // The texts.

  private starter(): Text | null {
    const [one, en, ko] = ['starter.py', 'starter.en.py', 'starter.ko.py'].map((name) => this.text(name));
    const first = en ?? one ?? ko;
    if (first === undefined) {
      this.add(
        null,
        'The file is missing: it holds the snippet to begin with, with ... for its blanks.',
        'starter.py',
      );
      return null;
    }
    return { en: first, ko: ko ?? one ?? first };
  }

  private drawing(): { readonly svg: Text; readonly name: string } | null {
    const [one, en, ko] = ['picture.svg', 'picture.en.svg', 'picture.ko.svg'].map((name) => this.text(name));
    const first = en ?? one ?? ko;
    if (first === undefined) return null;
    const svg = { en: first, ko: ko ?? one ?? first };
    const name = one === undefined ? 'picture.en.svg' : 'picture.svg';
    if (!/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg\b[^>]*\bviewBox=/.test(first)) {
      this.add(
        1,
        'A picture begins with <svg … viewBox="0 0 width height" xmlns="http://www.w3.org/2000/svg">.',
        name,
      );
    }
    const closed = /<script\b|<foreignObject\b|\son\w+=|(?:href|src)\s*=\s*["'](?!#)/i.exec(svg.en + svg.ko);
    if (closed)
      this.add(null, `A picture is still and whole: “${closed[0].trim()}” has no place in it.`, name);
    return { svg, name };
  }

  private drawingOf({ svg }: { readonly svg: Text }, texts: ReadonlyMap<Language, WrittenTexts>): Drawing {
    return { svg, alternative: both(texts, (one) => one.picture) ?? emptyText };
  }

  private texts(hasPicture: boolean, needsEquations: boolean): ReadonlyMap<Language, WrittenTexts> | null {
    const read = new Map<Language, WrittenTexts>();
    for (const language of ['en', 'ko'] as const) {
      const name = `text.${language}.md`;
      const text = this.text(name);
      if (text !== undefined) {
        const add = (line: number | null, message: string): void => {
          this.add(line, message, name);
        };
        read.set(language, readTexts(text, hasPicture, needsEquations, add));
      } else if (this.languages.includes(language)) {
        this.add(
          null,
          `The file is missing: the chapter is written in ${this.languages.join(' and ')}.`,
          name,
        );
      }
    }
    if (read.size === 0) return null;
    const title = this.yaml?.value.title;
    for (const language of this.languages) {
      if (title && !languagesOf(title).includes(language)) {
        this.add(this.lineOf('title'), `title: it is missing in ${language}.`);
      }
    }
    return read;
  }

  private hints(texts: ReadonlyMap<Language, WrittenTexts>, solution: string): readonly Hint[] {
    const written = both(texts, ({ hints }) => hints);
    if (!written) return [];
    return written.en.flatMap((hint): Hint[] => {
      const other = written.ko.find(({ kind }) => kind === hint.kind);
      if (!other) return [];
      const { kind } = hint;
      const own = hint.code ?? other.code;
      const code = own ?? (kind === 'solution' ? bodyOf(solution) : null);
      return [{ kind, text: { en: hint.text, ko: other.text }, ...(code === null ? {} : { code }) }];
    });
  }

  private equations(
    value: ExerciseYaml,
    reference: NetworkReference | SolutionReference,
    texts: ReadonlyMap<Language, WrittenTexts>,
  ): readonly Equation[] {
    if (reference.kind === 'network') {
      const cut: Cut = { spec: reference.spec, given: namesOf(value.parameters), returned: value.returns };
      return [...this.shownFirst(value, cut), ...equationsOf(cut)];
    }
    const written = both(texts, ({ equations }) => equations);
    if (!written) return [];
    const termed = termsIn(value.symbols ?? {}, [...namesOf(value.parameters), ...value.returns]);
    const isTwice = texts.size === 2;
    const first = texts.has('en') ? 'text.en.md' : 'text.ko.md';
    return written.en.flatMap((equation): Equation[] => {
      const other = written.ko.find(({ name }) => name === equation.name);
      if (!other) {
        this.add(
          equation.line,
          `The equation ${equation.name} is missing in the other language's file.`,
          first,
        );
        return [];
      }
      const rows = equation.rows ?? other.rows;
      if (rows === null) {
        this.add(equation.line, `The equation ${equation.name} has no $$ … $$.`, first);
        return [];
      }
      if (
        isTwice &&
        other.rows !== null &&
        equation.rows !== null &&
        squeezed(other.rows) !== squeezed(rows)
      ) {
        this.add(
          other.line,
          `The equation ${equation.name} is not the same in both languages: write its TeX once.`,
          'text.ko.md',
        );
      }
      const columns = equation.columns ?? other.columns;
      return [
        {
          name: equation.name,
          phase: equation.phase ?? other.phase ?? 'idea',
          rows: termed(rows),
          columns: columns === null ? null : termed(columns),
          words: { en: equation.words, ko: other.words },
        },
      ];
    });
  }
}

function namesOf(parameters: ExerciseYaml['parameters']): readonly string[] {
  return Array.isArray(parameters) ? parameters : Object.keys(parameters);
}

function squeezed(tex: string): string {
  return tex.replace(/\s+/g, '');
}

/** Whether a network has an array or a number of that name, used by the cut or not. */
function isOfNetwork(name: string, spec: NetworkSpec): boolean {
  if (['X', 'Y', 'learning_rate', 'lam'].includes(name)) return true;
  const layer = Number(/^d?[WbZA](\d+)$/.exec(name)?.[1] ?? NaN);
  return layer >= 1 && layer <= spec.layers.length && costStep(spec).name !== name;
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
