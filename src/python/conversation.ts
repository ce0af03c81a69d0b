/**
 * What is asked of a Python about one snippet, one thing at a time: its module code, each call, each drive. The list
 * stays out here, so a snippet knows neither what comes next nor how much; and what is asked is answered, or the run
 * counts for nothing.
 */
import { decodeRun } from './wire/answer';
import { WireError } from './wire/frame';
import { encodeRequest } from './wire/question';
import type {
  CallResult,
  DriveResult,
  PlacesQuestion,
  SnippetCall,
  SnippetDrive,
  SnippetRequest,
  SnippetRun,
} from './runtime';

/** A run without its times. */
export type Told = Omit<SnippetRun, 'timings'>;

/** Sends one question in wire form and gives the answer. */
export type Ask = (question: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/** Who is told how far a conversation has come. */
export interface Listener {
  /** The module code has run. False where that, and nothing else, was what took all the time or the memory. */
  readonly afterProgram?: (fits: boolean) => void;
  /** What is known before the drives, which may take long. */
  readonly afterCalls?: ((told: Told) => void) | undefined;
}

/**
 * Asks everything that `request` holds, up to an error that ends the run. Rejects with a `WireError` where an answer is
 * not one to its question.
 */
export async function converse(
  request: SnippetRequest,
  ask: Ask,
  { afterProgram, afterCalls }: Listener = {},
): Promise<Told> {
  const question = async (
    source: string | null,
    asked: readonly SnippetCall[],
    driven: readonly SnippetDrive[],
    places?: PlacesQuestion,
  ): Promise<Told> => {
    const { places: _, ...rest } = request;
    const asking = { ...rest, source, calls: asked, drives: driven, ...(places ? { places } : {}) };
    const answer = decodeRun(await ask(encodeRequest(asking)));
    checkAnswer(answer, answer.calls, asked);
    checkAnswer(answer, answer.drives, driven);
    return answer;
  };
  let last = await question(request.source, [], []);
  afterProgram?.(last.error?.kind !== 'timeout' && last.error?.kind !== 'memory');
  if (request.own && last.error === null) last = await question(null, [], []);
  if (request.places && last.error === null) last = await question(null, [], [], request.places);
  const calls: CallResult[] = [];
  for (const call of request.calls) {
    if (last.error !== null) break;
    if (call.onlyAfterError === true && calls.every(({ error }) => error === null)) continue;
    if (call.unless?.(calls) === true) continue;
    last = await question(null, [call], []);
    calls.push(...last.calls);
  }
  if (request.drives.length > 0 && last.error === null) afterCalls?.({ ...last, calls, drives: [] });
  const drives: DriveResult[] = [];
  for (const drive of request.drives) {
    if (last.error !== null) break;
    const isPrinted = drive.insteadOf !== undefined && calls.every(({ name }) => name !== drive.insteadOf);
    last = await question(null, [], [{ ...drive, isPrinted }]);
    drives.push(...last.drives);
  }
  return { ...last, calls, drives };
}

/** Each thing asked is answered by its name and nothing else is; only an error that ends the run may leave it out. */
function checkAnswer(
  { error }: Told,
  given: readonly { readonly name: string }[],
  asked: readonly { readonly name: string }[],
): void {
  const isLeftOut = error !== null && given.length === 0;
  const isAnswered = given.length === asked.length && given.every(({ name }, at) => name === asked[at]?.name);
  if (!isLeftOut && !isAnswered) throw new WireError('the answer is not one to what was asked');
}
