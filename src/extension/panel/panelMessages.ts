/** Answers what the panel asks. Nothing in a message is believed before its schema has seen it. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import type { Messenger } from 'vscode-messenger';
import type { NotificationType, RequestType } from 'vscode-messenger-common';
import type { ExerciseId } from '../../course/exercise';
import { checkHunt, keepHunt, openHunt, startHunt, tellHunt } from '../../protocol/hunt';
import * as messages from '../../protocol/messages';
import type { Done, Typed } from '../../protocol/messages';
import { toExtensionSchemas } from '../../protocol/schemas';
import { writeBytes } from '../files/anyFile';
import { faultOf } from '../files/fileFault';
import { faultSentence } from '../files/faultSentence';
import { tutor } from '../lazyTutor';
import { openInEditor } from '../snippet/openInEditor';
import { proposedFile } from '../files/proposedFile';
import { rungsUpTo } from '../progress/progressModel';
import type { SolutionComparison } from '../snippet/compareSolution';
import type { Beside } from '../editor/beside';
import type { Hunts } from '../checks/hunts';
import type { Session } from '../session';
import { setCheckOnType } from '../settings';

/** What messages of the panel reach beside the session. */
export interface PanelReach {
  readonly hunts: Hunts;
  readonly comparison: Pick<SolutionComparison, 'show'>;
  readonly beside: Beside;
}

/** What of the session the panel's messages are about. */
export type AskedSession = Pick<
  Session,
  'check' | 'checker' | 'choose' | 'log' | 'model' | 'progress' | 'reset' | 'snippets' | 'turn'
>;

/** Who shows the panel, and is told how far its page is. */
export interface PageOwner {
  /** Takes in what was typed in a page that is gone. */
  takeIn(): Promise<void>;
  /** The exercise to answer the page's `ready` with, which asks for one or none. */
  exerciseFor(asked: ExerciseId | null): ExerciseId;
  /** The page has loaded and has its model. */
  becameReady(): void;
  turnedTo(exercise: ExerciseId): void;
  hasTyped(typed: Typed): void;
}

/** Registers an answer for every message of the panel. */
export function answerPanel(
  messenger: Messenger,
  session: AskedSession,
  host: PageOwner,
  { hunts, comparison, beside }: PanelReach,
): void {
  /** What a message says, unless it speaks of an exercise that there is not, or not any more. */
  const known = <P>(method: string, params: P): P => {
    const about = v.safeParse(v.object({ exercise: v.string() }), params);
    // A page that has just loaded may remember an exercise that has gone since; it is shown another.
    if (!about.success || method === messages.ready.method || session.snippets.knows(about.output.exercise))
      return params;
    throw new Error(`The message "${method}" is malformed (exercise).`);
  };
  const answer = <P, R>(
    type: RequestType<P, R>,
    schema: v.GenericSchema<unknown, P>,
    work: (params: P) => Promise<R>,
  ): void => {
    messenger.onRequest<unknown, R>({ method: type.method }, async (params) =>
      work(known(type.method, believe(type.method, schema, params))),
    );
  };
  const hear = <P>(
    type: NotificationType<P>,
    schema: v.GenericSchema<unknown, P>,
    work: (params: P) => Promise<void>,
  ): void => {
    messenger.onNotification<unknown>({ method: type.method }, async (params) => {
      try {
        await work(known(type.method, believe(type.method, schema, params)));
      } catch (error) {
        session.log.error(`The panel's message "${type.method}" could not be followed.`, error);
      }
    });
  };
  const { snippets, progress, checker } = session;
  const schemas = toExtensionSchemas;

  answer(messages.ready, schemas.ready, async ({ exercise, typed }) => {
    await host.takeIn();
    for (const one of typed) {
      if (snippets.knows(one.exercise)) await (await snippets.open(one.exercise)).takeIn(one);
    }
    const asked = exercise !== null && snippets.knows(exercise) ? exercise : null;
    const model = await session.model(host.exerciseFor(asked));
    host.becameReady();
    return model;
  });
  answer(messages.select, schemas.select, async ({ exercise }) => {
    const model = await session.model(exercise);
    host.turnedTo(exercise);
    session.choose(exercise);
    return model;
  });
  answer(messages.edit, schemas.edit, async ({ exercise, version, changes, page, count }) => {
    return (await snippets.open(exercise)).edit(version, changes, { page, count });
  });
  hear(messages.typed, schemas.typed, (typed) => {
    host.hasTyped(typed);
    return Promise.resolve();
  });
  answer(messages.check, schemas.check, ({ exercise, automatic }) =>
    session.check(exercise, automatic === true ? 'automatic' : 'explicit'),
  );
  answer(messages.reset, schemas.reset, async ({ exercise }): Promise<Done> => {
    if ((await session.reset(exercise)) !== undefined) return { ok: true };
    return { ok: false, message: vscode.l10n.t('The snippet is being changed elsewhere. Try again.') };
  });
  answer(messages.askNames, schemas.askNames, ({ exercise }): Promise<Done> => {
    const judged = checker.reportOf(exercise);
    if (judged) checker.names.ask(exercise, judged.text);
    return Promise.resolve({ ok: true });
  });
  answer(messages.turnSamples, schemas.turnSamples, async ({ exercise, samples }): Promise<Done> => {
    await session.turn(exercise, samples);
    return { ok: true };
  });
  answer(messages.openHint, schemas.openHint, ({ exercise, kind }): Promise<Done> => {
    const opened = rungsUpTo(tutor().exerciseById(exercise)?.hints ?? [], kind);
    if (opened !== undefined) progress.hintsOpened(exercise, opened);
    return Promise.resolve({ ok: true });
  });
  answer(messages.compare, schemas.compare, async ({ exercise }): Promise<Done> => {
    await comparison.show(exercise);
    return { ok: true };
  });
  hear(messages.pointed, schemas.pointed, (pointed) => {
    beside.point(pointed);
    return Promise.resolve();
  });
  answer(messages.saveFile, schemas.saveFile, saveFile);
  hear(messages.stop, v.unknown(), () => {
    checker.stop();
    hunts.stop();
    return Promise.resolve();
  });
  hear(messages.openInEditor, schemas.openInEditor, async ({ exercise, line }) => {
    await openInEditor(snippets, exercise, line);
  });
  answer(openHunt, schemas.openHunt, ({ exercise }) => hunts.open(exercise));
  answer(startHunt, schemas.startHunt, ({ exercise }) => hunts.start(exercise));
  answer(checkHunt, schemas.checkHunt, ({ exercise, text }) => hunts.check(exercise, text));
  answer(tellHunt, schemas.tellHunt, ({ exercise }) => hunts.tell(exercise));
  hear(keepHunt, schemas.keepHunt, ({ exercise, text }) => {
    hunts.type(exercise, text);
    return Promise.resolve();
  });
  hear(messages.setCheckOnType, schemas.setCheckOnType, ({ on }) => setCheckOnType(on));
}

function believe<T>(method: string, schema: v.GenericSchema<unknown, T>, params: unknown): T {
  const result = v.safeParse(schema, params);
  if (result.success) return result.output;
  const where = result.issues.map((issue) => v.getDotPath(issue) ?? 'payload').join(', ');
  throw new Error(`The message "${method}" is malformed (${where}).`);
}

async function saveFile({
  name,
  encoding,
  content,
}: {
  readonly name: string;
  readonly encoding: 'utf8' | 'base64';
  readonly content: string;
}): Promise<Done> {
  // Only the last part of the name counts, so that no message chooses a folder.
  const fileName = name.split(/[\\/]/).pop() ?? name;
  const uri = await vscode.window.showSaveDialog({ defaultUri: proposedFile(fileName) });
  if (!uri) return { ok: true };
  try {
    await writeBytes(uri, Buffer.from(content, encoding));
    return { ok: true };
  } catch (error) {
    return { ok: false, message: faultSentence(faultOf(error, fileName)) };
  }
}
