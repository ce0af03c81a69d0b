/** The grader: an exercise and what the snippet did on its probes become a report. Pure; knows nothing of Python. */
import type { Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import { referencesOf } from '../course/judging/judging';
import { callNameOf, isOwnData, type Probe, type ProbePurpose } from '../course/judging/probe';
import type { Evidence } from '../diagnosis/evidence';
import { explain } from '../diagnosis/explain';
import { evaluate } from '../engine/computation';
import { sharingMemory } from '../engine/room';
import type { Precision } from '../engine/tolerance';
import type { Samples } from '../engine/columnForm';
import type { CallResult, RunError, SnippetRun } from '../python/runtime';
import { contractFaults, contractFaultsOf, emptyHelper, findBareBlank, findBlank } from './contractFaults';
import { wrongCostCount } from './costCount';
import type { Graded } from './curve';
import { diagnoseWrong } from './diagnose';
import { reportError } from './errors';
import { takenApart } from './lists';
import { diagnoseRecorded, recordedOnOne } from './recorded/diagnoseRecorded';
import { findingsOf, type Findings } from './findings';
import { diagnosis } from '../diagnosis/finding';
import { fromExplanation } from '../diagnosis/fromExplanation';
import { fromHidden, fromTrace } from './fromSlip';
import { evidenceOf, precisionOfCalls, tracedEvidence, type Judged } from './observe';
import { emptyReport, type Diagnosis, type Remark, type Report, type Verdict } from './report';
import { precisionRemarks } from './precisionRemark';
import { withRemarks } from './remarks';
import { reportInColumns, runInRows, told } from './orientation';
import { trainingOf } from './request';
import { sideEffects } from './sideEffects';
import { shapesOf } from './shapes';
import { skippedRemarks } from './skipped';
import { compareWith, dataOf, fewestWrong, type Comparison, valueReport } from './values';
import { findWrong, withSide } from './wrong';

/** One check, step by step; each step ends the judgement or leaves it to the next. */
class Judgement {
  private readonly judged: readonly Judged[];
  private readonly square: Judged | null;
  private readonly brief: Judged | null;
  private readonly precision: Precision;
  /** Of the findings that were told last. */
  private curve: Graded['curve'] = null;
  private choice: readonly Remark[] = [];
  private isShown = false;

  constructor(
    private readonly exercise: Exercise,
    private readonly run: SnippetRun,
    private readonly language: Language,
    /** Is told what is known before the search for the mistake begins: the search may take long, or be stopped. */
    private readonly known: (report: Report) => void,
    /** What is wrong with the lists that came back, where they cannot be taken apart. */
    private readonly listFaults: readonly Diagnosis[],
  ) {
    const all = exercise.judging.probes().flatMap((probe): Judged[] => {
      const call = run.calls.find(({ name }) => name === callNameOf(probe));
      return call ? [{ probe, call }] : [];
    });
    const only = (purpose: ProbePurpose): Judged | null =>
      all.find(({ probe }) => probe.purpose === purpose) ?? null;
    this.square = only('square');
    this.brief = only('brief');
    // A training that has run to its end tells more than its beginning.
    const unjudged = [this.square, this.brief, only('shown') && only('early')];
    this.judged = all.filter((one) => !unjudged.includes(one));
    this.precision = precisionOfCalls(run.calls);
  }

  graded(): Graded {
    const report = this.judge();
    const blank = findBareBlank(this.run.blanks, this.language);
    const isTold = report.verdict === 'pass' || report.diagnoses.some(({ code }) => code === blank?.code);
    return {
      report: blank && !isTold ? { ...report, diagnoses: [blank] } : report,
      curve: this.curve,
      isShown: this.isShown && report.diagnoses.length > 0,
    };
  }

  private judge(): Report {
    const { run, exercise } = this;
    if (run.error) return this.error(reportError(run.error, this.language), []);
    const blank = findBlank(
      this.judged.map(({ call }) => call),
      this.language,
    );
    if (blank) return this.result('fail', [blank]);
    const raised = this.judged.filter(({ call }) => call.error !== null);
    if (raised.length > 0) return this.raised(raised);
    if (this.listFaults.length > 0) return this.result('fail', this.listFaults);
    const [first] = this.judged;
    if (!first) throw new Error(`the exercise ${exercise.id} has no probes`);
    return this.returned(first);
  }

  /** The call raised on some sizes. On equal sizes nothing clashes, so there the mistake can be recognised. */
  private raised(raised: readonly Judged[]): Report {
    const error = raised[0]?.call.error;
    if (!error) throw new Error('no call raised');
    const onShown = raised.some(({ probe }) => isOwnData(probe));
    this.known(this.error(reportError(error, this.language), []));
    const diagnoses =
      this.fromNone(raised, error) ??
      this.fromSquare(error.line) ??
      fromTrace(this.exercise, raised, this.language);
    if (onShown) return this.error(reportError(error, this.language), diagnoses);
    const { diagnoses: own, findings } = this.onShown(raised);
    const recognised = diagnoses.length > 0 ? diagnoses : own;
    const shown = this.withoutResults(findings, recognised, raised);
    if (recognised.length > 0) return this.result('fail', recognised, shown);
    const about =
      this.language === 'ko'
        ? ' (여기 쓰인 데이터에서는 실행되지만, 크기가 다른 데이터에서 이 오류가 납니다.)'
        : ' (It runs on the data shown; this happens on data of other sizes.)';
    return this.error(reportError(error, this.language, about), [], shown);
  }

  /** Python stumbled over None that a helper of the learner's gave back. */
  private fromNone(raised: readonly Judged[], error: RunError): readonly Diagnosis[] | null {
    if (error.hint?.code !== 'none-value') return null;
    const line = raised.map(({ call }) => emptyHelper(call)).find((one) => one !== null);
    if (line === undefined) return null;
    const target = this.exercise.returns.join(', ');
    return [diagnosis('not-returned', this.language, { target, detail: 'inner' }, { line })];
  }

  private fromSquare(line: number | null): readonly Diagnosis[] | null {
    if (!this.square || this.square.call.error) return null;
    const { probe, call } = this.square;
    const { diagnoses, comparable } = contractFaults(this.exercise, call, call, this.language);
    const evidence = this.evidenceOf(probe, call, comparable);
    const { recorded } = this.exercise.judging;
    if (recorded) {
      const traced = this.judged.map((one) => tracedEvidence(this.exercise, one.probe, one.call));
      const known = evidence ? recordedOnOne(this.exercise, recorded, evidence, traced, this.language) : [];
      return [...diagnoses, ...known.map((one) => ({ ...one, line: one.line ?? line }))];
    }
    const explanation = evidence && comparable.length > 0 ? explain([evidence]) : null;
    if (!evidence || !explanation) return diagnoses.length > 0 ? diagnoses : null;
    // Nobody sees the square: numbers are those that the mistake gives on the learner's own data.
    const own = this.judged.find(({ probe }) => isOwnData(probe));
    const told = own ? [tracedEvidence(this.exercise, own.probe, own.call)] : [evidence];
    // The trace tells where the mistake was made; the clash, where it came to light.
    const found = fromExplanation(explanation, evidence, () => told, this.language).map((one) =>
      explanation.mutants.length === 1 ? { ...one, line: one.line ?? line } : one,
    );
    return [...diagnoses, ...found];
  }

  private evidenceOf(probe: Probe, call: CallResult, names: readonly string[]): Evidence | null {
    return evidenceOf(this.exercise, probe, call, names, this.precision);
  }

  /** What the learner's own data tell where the code raised on other sizes only. */
  private onShown(raised: readonly Judged[]): { diagnoses: readonly Diagnosis[]; findings: Findings } {
    const shown = this.judged.find(({ probe }) => isOwnData(probe));
    const evidence = shown && this.evidenceOf(shown.probe, shown.call, this.exercise.returns);
    if (!shown || !evidence) return { diagnoses: [], findings: {} };
    const comparisons = this.compare([evidence], shown.probe);
    const best = fewestWrong(comparisons);
    if (best.wrong.length === 0) {
      const diagnoses = fromHidden(this.exercise, shown, raised, this.language);
      return { diagnoses, findings: this.findings(best, evidence) };
    }
    const { recorded } = this.exercise.judging;
    const { comparison, diagnoses } = recorded
      ? diagnoseRecorded(this.exercise, recorded, comparisons, evidence, this.language)
      : diagnoseWrong(comparisons, evidence, this.language);
    return {
      diagnoses: diagnoses.filter(({ code }) => code !== 'unknown'),
      findings: this.findings(comparison, evidence),
    };
  }

  /** Where nothing came back on other data, no convention is followed throughout, and what is accused is not right. */
  private withoutResults(
    findings: Findings,
    diagnoses: readonly Diagnosis[],
    [first]: readonly Judged[],
  ): Findings {
    if (!first) return findings;
    const there = tracedEvidence(this.exercise, first.probe, first.call);
    const [computation] = there.accepted;
    const right = computation ? evaluate(computation, there.inputs).values : null;
    const values = findings.values?.map((row) => {
      const expected = right?.get(row.name);
      const isAccused = diagnoses.some(({ target }) => target === row.name);
      return row.ok && isAccused && expected ? valueReport(row.name, expected, null, dataOf(there)) : row;
    });
    return { ...findings, convention: null, values: values ?? [] };
  }

  private compare(evidence: readonly Evidence[], probe: Probe): readonly Comparison[] {
    return compareWith(
      referencesOf(this.exercise.judging, probe).map(({ convention }) => convention),
      evidence,
    );
  }

  private returned(first: Judged): Report {
    const traced = this.judged.find(({ call }) => call.trace.length > 0) ?? first;
    const returning = this.judged.map(({ call }) => call);
    const faults = contractFaultsOf(this.exercise, returning, traced.call, this.language);
    const evidenceFor = (names: readonly string[]): readonly Evidence[] =>
      this.judged.flatMap(({ probe, call }) => {
        const one = this.evidenceOf(probe, call, names);
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
    const best = fewestWrong(comparisons);
    const calls = this.judged.map(({ call }) => call);
    if (best.wrong.length === 0) {
      const found = [...diagnoses, ...sideEffects(this.exercise, calls, null, this.language)];
      return this.result(found.length === 0 ? 'pass' : 'fail', found, this.findings(best, shown));
    }
    // What is known before the search, should there be no time for it.
    this.known(this.result('fail', diagnoses, this.findings(best, shown)));
    const {
      comparison,
      diagnoses: told,
      isShown = false,
    } = count
      ? // A training that ran another number of rounds ends with other weights; nothing more is to be said of them.
        { comparison: best, diagnoses: [], isShown: false }
      : findWrong(this.exercise, calls, comparisons, shown, evidence, this.language);
    const side = sideEffects(this.exercise, calls, comparison.wrong[0] ?? null, this.language);
    const all = [...diagnoses, ...withSide(told, side)];
    this.isShown = isShown && all[0] === told[0];
    return this.result('fail', all, this.findings(comparison, shown));
  }

  private findings(comparison: Comparison, shown: Evidence): Findings {
    this.curve = { convention: comparison.convention, precision: this.precision };
    const told = this.exercise.judging.recorded?.conventions[comparison.accepted - 1];
    const isFollowed = told !== undefined && comparison.wrong.length === 0;
    this.choice = isFollowed ? [{ code: 'convention', message: told[this.language], target: null }] : [];
    return findingsOf(this.exercise, comparison, shown, trainingOf(this.run), this.precision);
  }

  private error(error: Report['error'], diagnoses: readonly Diagnosis[], findings: Findings = {}): Report {
    return this.result('error', diagnoses, { ...findings, error });
  }

  private result(verdict: Verdict, diagnoses: readonly Diagnosis[], findings: Findings = {}): Report {
    const { run } = this;
    const report = {
      ...emptyReport(this.exercise, run, verdict),
      ...findings,
      diagnoses,
      shapes: shapesOf(this.brief ? [...this.judged, this.brief] : this.judged),
    };
    const before = [
      ...this.choice,
      ...skippedRemarks(run, this.language),
      ...precisionRemarks(this.precision, report.values, this.language),
    ];
    return withRemarks(report, this.language, before, this.exercise.picture?.spec);
  }
}

/**
 * Judges a run; with the report comes what a curve that is trained later is compared with. `timings.gradeMs` is filled
 * in by whoever holds a clock. `known` is given a report without a named mistake as soon as there is one, where a mistake
 * is then searched for.
 */
export function judge(
  exercise: Exercise,
  run: SnippetRun,
  language: Language,
  known: (report: Report) => void = () => undefined,
): Graded {
  const samples: Samples = exercise.samples ?? 'rows';
  const isTurned = samples === 'columns';
  const finished = (report: Report): Report => {
    const one: Report = {
      ...report,
      diagnoses: report.diagnoses.map((finding) => told(finding, samples, language)),
    };
    return isTurned ? reportInColumns(one) : one;
  };
  const own = isTurned ? runInRows(run) : run;
  const flat = takenApart(exercise, own, language);
  const judgement = new Judgement(
    flat.exercise,
    flat.run,
    language,
    (report) => {
      known(finished(report));
    },
    flat.faults,
  );
  const { report, ...rest } = sharingMemory(() => judgement.graded());
  return { report: finished(report), ...rest };
}
