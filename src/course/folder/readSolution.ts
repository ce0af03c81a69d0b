/** An exercise whose reference is its solution: what it is run on, and what is known of it. */
import type { GradientsOf, ParameterSpec, Sizes, SolutionReference } from './definition';
import { drawn, tensorOf } from './draw';
import { attempt, type ExerciseFolder } from './exerciseFolder';
import { extentAt, symbolsOf } from './extent';
import { readParameter } from './parameter';
import { conventionsIn, mistakeOf, mistakesIn } from './pythonFiles';
import type { ExerciseYaml } from './schemas';
import type { YamlFile } from './yamlFile';

/** At these sizes every symbol is the same, where nothing else is asked for. */
const squareExtent = 5;

/** Reads the reference of one exercise. */
export class SolutionReader {
  private readonly value: ExerciseYaml;
  private readonly lineOf: YamlFile<ExerciseYaml>['lineOf'];
  private readonly add: (line: number | null, message: string) => void;

  constructor(
    private readonly folder: ExerciseFolder,
    { value, lineOf }: YamlFile<ExerciseYaml>,
  ) {
    this.value = value;
    this.lineOf = lineOf;
    this.add = folder.adder('exercise.yaml');
  }

  /** The reference; null where sizes or shapes are missing. */
  read(): SolutionReference | null {
    const { value, folder } = this;
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
      const spec = attempt(
        () => readParameter(name, written),
        (reason) => {
          this.add(this.lineOf('parameters', name), `${name}: ${reason}.`);
        },
      );
      return spec ? [spec] : [];
    });
    const symbols = Object.keys(sizes.shown);
    const square =
      sizes.square === null
        ? null
        : (sizes.square ?? Object.fromEntries(symbols.map((name) => [name, squareExtent])));
    this.checkSizes(specs, ['shown'], sizes.shown);
    this.checkSizes(specs, ['distinct'], sizes.distinct);
    if (sizes.square) this.checkSizes(specs, ['square'], sizes.square);
    for (const [i, one] of (sizes.more ?? []).entries()) this.checkSizes(specs, ['more', i], one);
    const fixed = value.shown ?? {};
    this.checkFixed(specs, fixed, sizes.shown);
    const [inputs, check] = [folder.text('inputs.py') ?? null, folder.text('check.py') ?? null];
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
      square: square && specs.every((spec) => canBeDrawn(spec, square)) ? square : null,
      more: sizes.more ?? [],
      fixed,
      gradients: this.gradients(specs),
      tolerance: value.tolerance ?? null,
      python: {
        inputs,
        check,
        loss: folder.text('loss.py') ?? null,
        mistakes: folder.text('mistakes.py') ?? null,
        conventions: folder.text('conventions.py') ?? null,
      },
      mistakes: this.mistakes(),
      conventions: this.conventions(),
    };
  }

  private checkSizes(
    specs: readonly ParameterSpec[],
    path: readonly (string | number)[],
    sizes: Sizes,
  ): void {
    for (const spec of specs) {
      const missing = [...spec.shape, ...(spec.count ? [spec.count] : [])]
        .flatMap(symbolsOf)
        .find((symbol) => sizes[symbol] === undefined);
      attempt(
        () => {
          if (missing !== undefined)
            throw new RangeError(`${spec.name} has the size ${missing}, which is not given`);
          drawn(spec, sizes, 1);
        },
        (reason) => {
          this.add(this.lineOf('sizes', ...path), `sizes.${path.join('.')}: ${reason}.`);
        },
      );
    }
  }

  private checkFixed(
    specs: readonly ParameterSpec[],
    fixed: NonNullable<ExerciseYaml['shown']>,
    sizes: Sizes,
  ): void {
    for (const [name, literal] of Object.entries(fixed)) {
      const spec = specs.find((one) => one.name === name);
      attempt(
        () => {
          if (!spec) throw new RangeError('there is no such parameter');
          const { shape } = tensorOf(literal, name);
          const wanted = spec.shape.map((extent) => extentAt(extent, sizes));
          if (spec.kind !== 'given' && shape.join() !== wanted.join()) {
            throw new RangeError(
              `the values have shape (${shape.join(', ')}), sizes.shown say (${wanted.join(', ')})`,
            );
          }
        },
        (reason) => {
          this.add(this.lineOf('shown', name), `shown.${name}: ${reason}.`);
        },
      );
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

  private gradients(specs: readonly ParameterSpec[]): GradientsOf | null {
    const { gradients, returns } = this.value;
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
      if (this.folder.text('loss.py') === undefined) this.add(line, 'loss: there is no loss.py.');
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
    const { folder } = this;
    const shared = folder.text('mistakes.py');
    const add = folder.adder('mistakes.py');
    const functions = shared === undefined ? [] : mistakesIn(shared, 'mistakes.py', add);
    if (shared !== undefined && functions.length === 0) {
      const at = shared.split('\n').findIndex((line) => /^def\s/.test(line));
      add(
        at < 0 ? null : at + 1,
        'No function here is a mistake: begin the sentence in its docstring with “en:” or “ko:”, as in """en: The mean is missing.""".',
      );
    }
    const whole = folder
      .below('mistakes')
      .flatMap((name) => mistakeOf(folder.text(name) ?? '', name, folder.adder(name)) ?? []);
    return [...functions, ...whole];
  }

  private conventions(): SolutionReference['conventions'] {
    const source = this.folder.text('conventions.py');
    return source === undefined ? [] : conventionsIn(source, this.folder.adder('conventions.py'));
  }
}

function canBeDrawn(spec: ParameterSpec, sizes: Sizes): boolean {
  return (
    attempt(
      () => {
        drawn(spec, sizes, 1);
        return true;
      },
      () => undefined,
    ) === true
  );
}
