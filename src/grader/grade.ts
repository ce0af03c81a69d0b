/** The grader: an exercise and what the snippet did on its probes become a report. Pure; knows nothing of Python. */
import type { Exercise, Language } from '../course/exercise';
import type { Probe, ProbePurpose } from '../course/judging/judging';
import type { Evidence } from '../diagnosis/evidence';
import { explain } from '../diagnosis/explain';
import { lineOfResult } from '../diagnosis/locate';
import { checkGradients } from '../engine/gradientCheck';
import type { OutputConvention } from '../engine/network';
import { formatShape, type Tensor } from '../engine/tensor';
import type { RunError, SnippetRun } from '../python/runtime';
import { contractFaults, emptyHelper, findBareBlank, findBlank } from './contractFaults';
import { wrongCostCount } from './costCount';
import { costReport } from './costCurve';
import { diagnoseWrong, isHardCoded, wrongOrder } from './diagnose';
import { reportError } from './errors';
import { diagnosis } from './facts';
import { fromExplanation } from './fromExplanation';
import { fromHidden, fromTrace } from './fromSlip';
import { evidenceOf, type Judged } from './observe';
import type { Diagnosis, GradientCheckReport, Report, ShapeReport, Verdict } from './report';
import { withRemarks } from './remarks';
import { sideEffects } from './sideEffects';
import { skippedRemarks } from './skipped';
import { compareWith, type Comparison, valueDetail, valueReport } from './values';

type Findings = Partial<
  Pick<Report, 'convention' | 'values' | 'gradientCheck' | 'cost' | 'error' | 'details'>
>;

/** Shapes of the locals after each line, from the learner's own data where that was traced. */
function shapesOf(judged: readonly Judged[]): ShapeReport[] {
  const on = (purpose: ProbePurpose): Judged | undefined =>
    judged.find(({ probe, call }) => probe.purpose === purpose && call.trace.length > 0);
  const traced = on('shown') ?? on('brief') ?? judged.find(({ call }) => call.trace.length > 0);
  const shapes = new Map<string, ShapeReport>();
  for (const { line, name, value, depth } of traced?.call.trace ?? []) {
    if (name === 'return' || depth > 0 || value.kind !== 'array') continue;
    shapes.set(`${String(line)} ${name}`, { line, name, shape: value.shape });
  }
  return [...shapes.values()];
}

function gradientCheck(
  exercise: Exercise,
  shown: Evidence,
  convention: OutputConvention | null,
): GradientCheckReport[] {
  const differentiable = exercise.judging.differentiable?.(shown.inputs, convention);
  if (!differentiable) return [];
  const { parameters, cost } = differentiable;
  const gradients = new Map(
    [...parameters].flatMap(([name, parameter]): [string, Tensor][] => {
      const claim = shown.returned.get(name);
      const fits = claim && formatShape(claim.shape) === formatShape(parameter.shape);
      return fits ? [[name, claim]] : [];
    }),
  );
  return checkGradients({ parameters, gradients, cost }).map(
    ({ name, ok, maxRelError, checked, notJudged }) => ({
      name,
      ok,
      // JSON has no infinity; the relative error is at most 1 for finite numbers.
      maxRelError: Number.isFinite(maxRelError) ? maxRelError : 1,
      checked,
      notJudged,
    }),
  );
}

/** One check, step by step; each step ends the judgement or leaves it to the next. */
class Judgement {
  private readonly judged: readonly Judged[];
  private readonly square: Judged | null;
  private readonly brief: Judged | null;

  constructor(
    private readonly exercise: Exercise,
    private readonly run: SnippetRun,
    private readonly language: Language,
    /** Is told what is known before the search for the mistake begins: the search may take long, or be stopped. */
    private readonly known: (report: Report) => void,
  ) {
    const all = exercise.judging.probes().flatMap((probe, i): Judged[] => {
      const call = run.calls[i];
      return call ? [{ probe, call }] : [];
    });
    const only = (purpose: ProbePurpose): Judged | null =>
      all.find(({ probe }) => probe.purpose === purpose) ?? null;
    this.square = only('square');
    this.brief = only('brief');
    this.judged = all.filter((one) => one !== this.square && one !== this.brief);
  }

  report(): Report {
    const report = this.judge();
    const blank = findBareBlank(this.run.blanks, this.language);
    const isTold = report.verdict === 'pass' || report.diagnoses.some(({ code }) => code === blank?.code);
    return blank && !isTold ? { ...report, diagnoses: [blank] } : report;
  }

  private judge(): Report {
    const { run, exercise } = this;
    if (run.error) return this.error(reportError(run.error, this.language, exercise.functionName), []);
    const blank = findBlank(
      this.judged.map(({ call }) => call),
      this.language,
    );
    if (blank) return this.result('fail', [blank]);
    const raised = this.judged.filter(({ call }) => call.error !== null);
    if (raised.length > 0) return this.raised(raised);
    const [first] = this.judged;
    if (!first) throw new Error(`the exercise ${exercise.id} has no probes`);
    return this.returned(first);
  }

  /** The call raised on some sizes. On equal sizes nothing clashes, so there the mistake can be recognised. */
  private raised(raised: readonly Judged[]): Report {
    const error = raised[0]?.call.error;
    if (!error) throw new Error('no call raised');
    const onShown = raised.some(({ probe }) => probe.purpose === 'shown');
    this.known(this.error(reportError(error, this.language, this.exercise.functionName), []));
    const diagnoses =
      this.fromNone(raised, error) ??
      this.fromSquare(error.line) ??
      fromTrace(this.exercise, raised, this.language);
    if (onShown) return this.error(reportError(error, this.language, this.exercise.functionName), diagnoses);
    const recognised = diagnoses.length > 0 ? diagnoses : this.fromShown(raised);
    if (recognised.length > 0) return this.result('fail', recognised, this.onShownOnly());
    const about =
      this.language === 'ko'
        ? ' (노트의 데이터에서는 실행되지만, 크기가 다른 네트워크에서 이 오류가 납니다.)'
        : ' (It runs on the notes’ data; this happens on a network of other sizes.)';
    return this.error(
      reportError(error, this.language, this.exercise.functionName, about),
      [],
      this.onShownOnly(),
    );
  }

  /** Python stumbled over None that a helper of the learner's gave back. */
  private fromNone(raised: readonly Judged[], error: RunError): readonly Diagnosis[] | null {
    if (!error.message.includes('NoneType')) return null;
    const line = raised.map(({ call }) => emptyHelper(call)).find((one) => one !== null);
    if (line === undefined) return null;
    const target = this.exercise.returns.join(', ');
    return [diagnosis('not-returned', this.language, { target, detail: 'inner' }, { line })];
  }

  private fromSquare(line: number | null): readonly Diagnosis[] | null {
    if (!this.square || this.square.call.error) return null;
    const { probe, call } = this.square;
    const { diagnoses, comparable } = contractFaults(this.exercise, call, call, this.language);
    const evidence = evidenceOf(this.exercise, probe, call, comparable);
    const explanation = evidence && comparable.length > 0 ? explain([evidence]) : null;
    if (!evidence || !explanation) return diagnoses.length > 0 ? diagnoses : null;
    // The trace tells where the mistake was made; the clash, where it came to light.
    const found = fromExplanation(explanation, evidence, null, this.language).map((one) =>
      explanation.mutants.length === 1 ? { ...one, line: one.line ?? line } : one,
    );
    return [...diagnoses, ...found];
  }

  /** What the learner's own data tell where the code raised on other sizes only. */
  private fromShown(raised: readonly Judged[]): readonly Diagnosis[] {
    const shown = this.judged.find(({ probe }) => probe.purpose === 'shown');
    const evidence = shown && evidenceOf(this.exercise, shown.probe, shown.call, this.exercise.returns);
    if (!shown || !evidence) return [];
    const comparisons = this.compare([evidence], shown.probe);
    if (comparisons[0]?.wrong.length === 0) return fromHidden(this.exercise, shown, raised, this.language);
    return diagnoseWrong(comparisons, evidence, this.language).filter(({ code }) => code !== 'unknown');
  }

  /** What can be told of the learner's own data where other sizes failed. */
  private onShownOnly(): Findings {
    const shown = this.judged.find(({ probe }) => probe.purpose === 'shown');
    const evidence = shown && evidenceOf(this.exercise, shown.probe, shown.call, this.exercise.returns);
    if (!shown || !evidence) return {};
    const [best] = this.compare([evidence], shown.probe);
    return best ? this.findings(best, evidence) : {};
  }

  private compare(evidence: readonly Evidence[], probe: Probe): readonly Comparison[] {
    return compareWith(
      this.exercise.judging.references(probe).map(({ convention }) => convention),
      evidence,
    );
  }

  private returned(first: Judged): Report {
    const traced = this.judged.find(({ call }) => call.trace.length > 0) ?? first;
    const faults = contractFaults(this.exercise, first.call, traced.call, this.language);
    const evidenceFor = (names: readonly string[]): readonly Evidence[] =>
      this.judged.flatMap(({ probe, call }) => {
        const one = evidenceOf(this.exercise, probe, call, names);
        return one ? [one] : [];
      });
    const count = wrongCostCount(this.exercise, evidenceFor(faults.comparable), this.language);
    const comparable = faults.comparable.filter((name) => name !== count?.target);
    const diagnoses = count ? [...faults.diagnoses, count] : faults.diagnoses;
    const evidence = evidenceFor(comparable);
    const [shown] = evidence;
    if (comparable.length === 0 || !shown || evidence.length < this.judged.length) {
      return this.result('fail', diagnoses);
    }
    const comparisons = this.compare(evidence, first.probe);
    const [best] = comparisons;
    if (!best) throw new Error(`the exercise ${this.exercise.id} has no reference`);
    const findings = this.findings(best, shown);
    const calls = this.judged.map(({ call }) => call);
    const side = sideEffects(this.exercise, calls, this.language);
    if (best.wrong.length === 0) {
      const found = [...diagnoses, ...side];
      return this.result(found.length === 0 ? 'pass' : 'fail', found, findings);
    }
    this.known(this.result('fail', diagnoses, findings));
    const wrong = this.wrong(comparisons, shown, evidence)
      // A training that ran another number of rounds ends with other weights; nothing more is to be said of them.
      .filter(({ code }) => !count || code !== 'unknown');
    return this.result('fail', [...diagnoses, ...wrong, ...this.sideOf(wrong, side)], findings);
  }

  /** Where a perturbed x was not put back, that is the mistake; that x changed follows from it. */
  private sideOf(wrong: readonly Diagnosis[], side: readonly Diagnosis[]): readonly Diagnosis[] {
    return side.filter(({ code }) => !wrong.some((one) => one.code === code));
  }

  private wrong(
    comparisons: readonly Comparison[],
    shown: Evidence,
    evidence: readonly Evidence[],
  ): readonly Diagnosis[] {
    const { language } = this;
    const [best] = comparisons;
    const [first = ''] = best?.wrong ?? [];
    if (this.judged.some(({ call }) => call.deterministic === false)) return [];
    const infinite = this.infinite(shown);
    if (infinite) return [infinite];
    const fixed = best?.wrong.find((name) => isHardCoded(name, best));
    const explained = diagnoseWrong(comparisons, shown, language);
    if (fixed !== undefined && explained[0]?.code === 'unknown') {
      return [diagnosis('hard-coded', language, { target: fixed }, { line: lineOfResult(fixed, shown) })];
    }
    const [order] = wrongOrder(comparisons);
    if (order && explained.some(({ code, confidence }) => code === 'unknown' || confidence === 'likely')) {
      const line = evidence[0]?.returnLines.get(first) ?? null;
      return [diagnosis('wrong-return-order', language, { target: order[0], detail: order[1] }, { line })];
    }
    return explained;
  }

  private infinite(shown: Evidence): Diagnosis | null {
    for (const [name, value] of shown.returned) {
      const bad = value.data.find((entry) => !Number.isFinite(entry));
      if (bad === undefined) continue;
      const trace = shown.observations.find(({ value: seen }) =>
        seen.data.some((entry) => !Number.isFinite(entry)),
      );
      return diagnosis(
        'non-finite',
        this.language,
        { target: name, detail: Number.isNaN(bad) ? 'nan' : 'inf' },
        { line: trace?.line ?? shown.returnLines.get(name) ?? null },
      );
    }
    return null;
  }

  /** The numbers of the learner's own data. */
  private findings(best: Comparison, shown: Evidence): Findings {
    const { exercise, run } = this;
    const on = best.perProbe.find(({ evidence }) => evidence === shown);
    const names = exercise.returns.filter((name) => best.computation.returns.includes(name));
    // What is right on the learner's own data and wrong on another probe is not right.
    const hidden = (name: string): boolean => best.wrong.includes(name);
    const arrays = names.flatMap((name) => {
      const expected = on?.evaluation.values.get(name);
      return expected ? [{ name, expected, actual: shown.returned.get(name) ?? null }] : [];
    });
    return {
      convention: best.wrong.length === 0 ? best.convention : null,
      values: arrays.map(({ name, expected, actual }) => {
        const report = valueReport(name, expected, actual);
        return hidden(name) ? { ...report, ok: false } : report;
      }),
      details: arrays.map(({ name, expected, actual }) => valueDetail(name, expected, actual)),
      gradientCheck: gradientCheck(exercise, shown, best.convention),
      cost: costReport(exercise, run.drives[0] ?? null, shown.returned.get('costs') ?? null, best.convention),
    };
  }

  private error(error: Report['error'], diagnoses: readonly Diagnosis[], findings: Findings = {}): Report {
    return this.result('error', diagnoses, { ...findings, error });
  }

  private result(verdict: Verdict, diagnoses: readonly Diagnosis[], findings: Findings = {}): Report {
    const { run } = this;
    const report = {
      schema: 1,
      exercise: this.exercise.id,
      verdict,
      convention: null,
      values: [],
      gradientCheck: [],
      cost: null,
      error: null,
      ...findings,
      diagnoses,
      shapes: shapesOf(this.brief ? [...this.judged, this.brief] : this.judged),
      stdout: run.stdout,
      timings: { ...run.timings, gradeMs: 0 },
    } as const;
    return withRemarks(report, this.language, skippedRemarks(this.run, this.language));
  }
}

/**
 * Judges a run. `timings.gradeMs` is filled in by whoever holds a clock. `known` is given a report without a named
 * mistake as soon as there is one, where a mistake is then searched for.
 */
export function grade(
  exercise: Exercise,
  run: SnippetRun,
  language: Language,
  known: (report: Report) => void = () => undefined,
): Report {
  return new Judgement(exercise, run, language, known).report();
}
