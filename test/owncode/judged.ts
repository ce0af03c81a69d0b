/** What the check of own code says of the programs, and how that differs from what their tables say. */
import type { GradcheckReport } from '../../src/owncode/report';
import { declared, type Fault, type Program } from './programs';

/** A program, right or with one fault planted, without or with a declaration. */
export interface Case {
  /** `forms/notes/as-taught`, `forms/notes/as-taught 2` with its second fault. */
  readonly name: string;
  readonly program: Program;
  readonly fault: Fault | null;
  readonly declares: boolean;
  readonly source: string;
}

export interface Judged extends Case {
  readonly report: GradcheckReport;
}

/** The right program and each faulty one. */
export function casesOf(program: Program, declares: boolean): readonly Case[] {
  const all = [
    { fault: null, variant: program },
    ...program.faults.map((fault) => ({ fault, variant: fault })),
  ];
  return all.map(({ fault, variant }, i) => ({
    name: i === 0 ? program.name : `${program.name} ${String(i)}`,
    program,
    fault,
    declares,
    source: declares ? declared(variant) : variant.source,
  }));
}

function saidVerdict({ program, fault }: Case): string {
  return (fault?.said ?? program.right).split(' ')[0] ?? '';
}

/**
 * The verdicts that are right. Where the loss has to be found, it may be another multiple of the one that the table
 * declares. One factor over all arrays is a fault that shows as `scaled`, in one that is declared and in one that is not.
 */
export function expectedVerdicts(one: Case): readonly string[] {
  const said = saidVerdict(one);
  if (one.fault === null) return one.declares ? [said] : ['agree', 'scaled'];
  return said === 'scaled' ? ['scaled', 'differ'] : ['differ'];
}

export function hasVerdict(one: Judged): boolean {
  return expectedVerdicts(one).includes(one.report.verdict);
}

/** Whether a right program is said to differ, by any of its functions or in words. */
export function isAccused({ fault, report }: Judged): boolean {
  return (
    fault === null &&
    report.checks.some(({ verdict, diagnoses }) => verdict === 'differ' || diagnoses.length > 0)
  );
}

function firstDiagnosis({ report }: Judged): { readonly code: string; readonly line: number | null } | null {
  return report.checks.flatMap(({ diagnoses }) => diagnoses)[0] ?? null;
}

/** Whether the first thing said of a faulty program is its mistake, at its line. */
export function isNamed(one: Judged): boolean {
  const first = firstDiagnosis(one);
  if (one.fault === null || first === null) return false;
  return one.fault.codes.includes(first.code) && first.line !== null && one.fault.lines.includes(first.line);
}

/** Whether the first thing said of a faulty program is another mistake, or its mistake at another line. */
export function isMisnamed(one: Judged): boolean {
  const first = firstDiagnosis(one);
  if (one.fault === null || first === null || first.code === 'unknown') return false;
  const isElsewhere = first.line !== null && !one.fault.lines.includes(first.line);
  return isElsewhere || !one.fault.codes.includes(first.code);
}

/** In one line, what was expected and what was said. */
export function described(one: Judged): string {
  const { fault, report } = one;
  const planted = fault === null ? '' : ` (${fault.codes.join('|')}@${fault.lines.join('/')})`;
  const wrong = report.checks.flatMap(({ parameters }) =>
    parameters.filter(({ verdict }) => verdict === 'differ').map(({ name }) => name),
  );
  const first = firstDiagnosis(one);
  const said = [
    report.verdict,
    ...(wrong.length === 0 ? [] : [`of ${wrong.join(' ')}`]),
    ...(first === null ? [] : [`${first.code}@${String(first.line)}`]),
    ...(report.error === null
      ? []
      : [`${report.error.kind} at ${String(report.error.line)}: ${report.error.message}`]),
    ...report.refused.map(({ function: name, message }) => `[${String(name)}: ${message}]`),
    ...report.checks
      .filter(({ verdict }) => verdict === 'not-judged')
      .map(({ function: name, remarks }) => `[${String(name)} not judged: ${remarks.join(' ')}]`),
  ].join(' ');
  const how = one.declares ? ', declared' : '';
  return `${one.name}${how}${planted}: expected ${expectedVerdicts(one).join('|')}, got ${said.replaceAll('\n', ' ')}`;
}
