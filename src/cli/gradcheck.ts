/** `gradcheck FILE`: the gradients of a learner's own file, beside central differences of its own loss. */
import { dirname, resolve } from 'node:path';
import { gradcheck } from '../owncode/gradcheck';
import type { GradcheckReport } from '../owncode/report';
import type { CellPlace } from '../owncode/cells';
import { readBeside } from '../python/readBeside';
import type { Output } from './output';
import type { RunOptions } from './options';
import { printable } from './printable';
import { printGradcheck } from './printGradcheck';
import { readProgram } from './check';
import { runtimeFor } from './runtimes';
import { paintFor } from './style';
import { UsageError } from './usage';

export interface GradcheckCommand extends RunOptions {
  readonly function?: string;
  readonly cell?: number;
  readonly seed: number;
}

/** The exit status that the contract gives a report. */
function exitCodeOf({ verdict, checks }: GradcheckReport): number {
  if (verdict === 'error') return 3;
  if (verdict === 'differ') return 1;
  return checks.some((check) => check.verdict === 'agree' || check.verdict === 'scaled') ? 0 : 4;
}

function cellProblem(file: string, cells: readonly CellPlace[]): string {
  if (cells.length === 0) return `${printable(file)} has no cells: leave --cell out`;
  return `${printable(file)} has no such code cell: choose one of ${cells.map((one) => one.number).join(', ')}`;
}

/** Checks a file and prints its report; resolves with the exit status. */
export async function gradcheckFile(
  file: string,
  command: GradcheckCommand,
  dist: string,
  output: Output,
): Promise<number> {
  const { text: source, cells } = readProgram(file, command.lang);
  if (command.cell !== undefined && !cells.some(({ number: one }) => one === command.cell))
    throw new UsageError(cellProblem(file, cells));
  const runtime = runtimeFor(command.python, dist);
  try {
    const report = await gradcheck(
      source,
      {
        file,
        function: command.function ?? null,
        timeoutSeconds: command.timeout,
        seed: command.seed,
        folder: dirname(resolve(file)),
        readBeside: readBeside(dirname(resolve(file))),
        language: command.lang,
        ...(cells.length > 0 ? { cells, cell: command.cell ?? null } : {}),
      },
      runtime,
    );
    const text = command.json
      ? JSON.stringify(report)
      : printGradcheck(report, command.lang, paintFor(process.stdout));
    await output.write(`${text}\n`);
    return exitCodeOf(report);
  } finally {
    await runtime.dispose();
  }
}
