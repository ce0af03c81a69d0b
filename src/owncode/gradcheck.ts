/** One check of a learner's own file from source to report: Python measures, this room judges. */
import { reportError } from '../grader/errors';
import type { PythonRuntime, SnippetRun } from '../python/runtime';
import { inCells, type CellPlace } from './cells';
import { decodeOwn } from './decode';
import { judgeMeasured } from './judge';
import type { Measured } from './measured';
import { nameMistakes, type Named } from './naming/nameMistakes';
import { neighboursOf, type ReadBeside } from './neighbours';
import type { FunctionCheck, GradcheckReport } from './report';
import { reasonSentence, refusalSentence, remarksOf, withoutFiles, type Language } from './sentences';

export interface GradcheckOptions {
  /** What the report calls the file. */
  readonly file: string;
  /** The one function to look at; null for all that look like a backward pass. */
  readonly function?: string | null;
  /** Wall-clock seconds for the whole check. */
  readonly timeoutSeconds: number;
  /** Of the random point at which gradients are measured: the same seed, the same numbers. */
  readonly seed: number;
  readonly language: Language;
  readonly signal?: AbortSignal;
  /** Where the file's data and modules are, which it may read where the Python reads files. */
  readonly folder?: string | null;
  /** What reads modules beside the file, for a Python that reads no files itself. */
  readonly readBeside?: ReadBeside;
  /** Where the cells of a notebook's program are, so that lines are told within their cells. */
  readonly cells?: readonly CellPlace[];
  /** The one cell whose functions are told. */
  readonly cell?: number | null;
}

const outputBytes = 64 * 1024;
const resultBytes = 64 * 1024 * 1024;

/**
 * Runs a file and judges the gradients of its functions by central differences of its own loss. Resolves in every case
 * that the file can cause; rejects as `PythonRuntime.run` does.
 */
export async function gradcheck(
  source: string,
  options: GradcheckOptions,
  python: PythonRuntime,
): Promise<GradcheckReport> {
  const folder = python.readsFiles ? (options.folder ?? null) : null;
  const modules =
    !python.readsFiles && options.readBeside ? await neighboursOf(source, options.readBeside) : {};
  const run = await python.run(
    {
      source,
      functionName: '',
      calls: [],
      drives: [],
      limits: { timeoutSeconds: options.timeoutSeconds, outputBytes, resultBytes },
      own: {
        function: options.function ?? null,
        seed: options.seed,
        folder,
        modules,
      },
    },
    options.signal,
  );
  const report = reportOf(run, { ...options, folder });
  if (!options.cells) return report;
  const told = inCells(report, options.cells, options.cell ?? null);
  return report.error ? told : { ...told, verdict: verdictOf(told.checks, told.refused) };
}

function reportOf(run: SnippetRun, { file, language, folder = null }: GradcheckOptions): GradcheckReport {
  const base = { schema: 1, file, stdout: run.stdout, timings: run.timings } as const;
  if (run.error) {
    const told = reportError(run.error, language);
    const isFile = run.error.type === 'PermissionError' && folder === null;
    const error = isFile ? { ...told, message: `${told.message}\n${withoutFiles[language]}` } : told;
    return { ...base, verdict: 'error', checks: [], refused: [], error };
  }
  const { measured, refused } = run.own ? decodeOwn(run.own) : { measured: [], refused: [] };
  const checks = measured.map((one) => checkOf(one, language));
  // What to do where the time is over is said once.
  const firstLate = refused.findIndex(({ reason }) => reason.code === 'late');
  const told = refused.map((one, at) => ({
    function: one.function,
    line: one.line,
    message: refusalSentence(
      one.reason.code === 'late' && at > firstLate
        ? { ...one, reason: { ...one.reason, code: 'late-too' } }
        : one,
      language,
    ),
    ...(one.reason.code === 'late' || one.reason.code === 'other-part' ? { isLate: true } : {}),
  }));
  return {
    ...base,
    verdict: verdictOf(checks, told),
    checks,
    refused: told,
    error: null,
  };
}

function verdictOf(
  checks: readonly FunctionCheck[],
  refused: readonly { readonly isLate?: boolean }[],
): GradcheckReport['verdict'] {
  if (checks.length === 0) return refused.length === 0 ? 'nothing-found' : 'not-judged';
  // Nothing good is said of a file of which a part was not reached, or does not fit what was found to be its loss.
  const isWhole =
    refused.every(({ isLate }) => isLate !== true) && checks.every(({ verdict }) => verdict !== 'not-judged');
  for (const verdict of isWhole ? (['differ', 'scaled', 'agree'] as const) : (['differ'] as const))
    if (checks.some((check) => check.verdict === verdict)) return verdict;
  return 'not-judged';
}

/** A verdict stands by itself: what could not be recovered or named is left out. */
function named(measured: Measured, isWrong: boolean, language: Language): Named {
  try {
    return nameMistakes(measured, isWrong, language);
  } catch {
    return { network: null, diagnoses: [] };
  }
}

function checkOf(measured: Measured, language: Language): FunctionCheck {
  const judged = judgeMeasured(measured);
  const { network, diagnoses } = named(measured, judged.verdict === 'differ', language);
  return {
    function: measured.function,
    line: measured.line,
    how: measured.how,
    declaration: measured.declaration,
    loss: measured.loss,
    verdict: judged.verdict,
    scale: judged.scale,
    network,
    parameters: judged.parameters.map((one) => ({
      name: one.measured.name,
      gradient: one.measured.gradientName,
      shape: one.measured.value.shape,
      verdict: one.verdict,
      maxRelError: one.maxRelError,
      ratio: one.ratio,
      checked: one.checked,
      notJudged: one.notJudged,
      reason: reasonSentence(one, language),
      worst: one.worst,
      entries: one.entries,
    })),
    diagnoses,
    remarks: remarksOf(judged, language),
  };
}
