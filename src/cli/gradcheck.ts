/** `gradcheck FILE`: the gradients of a learner's own file, beside central differences of its own loss. */
import type { Language } from '../course/exercise';
import { gradcheck } from '../owncode/gradcheck';
import type { GradcheckReport } from '../owncode/report';
import type { Output } from './output';
import { printGradcheck } from './printGradcheck';
import { readSnippet } from './check';
import { runtimeFor } from './runtimes';
import { paintFor } from './style';

export interface GradcheckCommand {
  readonly function?: string;
  readonly cell?: number;
  readonly python: string;
  readonly timeout: number;
  readonly seed: number;
  readonly lang: Language;
  readonly json: boolean;
}

/** The exit status that the contract gives a report. */
function exitCodeOf({ verdict, checks }: GradcheckReport): number {
  if (verdict === 'error') return 3;
  if (verdict === 'differ') return 1;
  return checks.some((check) => check.verdict === 'agree' || check.verdict === 'scaled') ? 0 : 4;
}

/** Checks a file and prints its report; resolves with the exit status. */
export async function gradcheckFile(
  file: string,
  command: GradcheckCommand,
  dist: string,
  output: Output,
): Promise<number> {
  const source = readSnippet(file, command.lang);
  const runtime = runtimeFor(command.python, dist);
  try {
    const report = await gradcheck(
      source,
      {
        file,
        function: command.function ?? null,
        timeoutSeconds: command.timeout,
        seed: command.seed,
        language: command.lang,
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
