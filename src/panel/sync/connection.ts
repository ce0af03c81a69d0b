/** The panel's end of the wire: typed requests with a deadline, and nothing believed before its schema has seen it. */
import * as v from 'valibot';
import { HOST_EXTENSION } from 'vscode-messenger-common';
import type { NotificationType, RequestType } from 'vscode-messenger-common';
import { Messenger } from 'vscode-messenger-webview';
import { answerSchemas, toPanelSchemas } from '../../protocol/schemas';

type Api = NonNullable<ConstructorParameters<typeof Messenger>[0]>;

/** No answer is worth waiting longer for; a check has a time limit of its own, which the extension enforces. */
const deadlineMs: Readonly<Record<string, number>> = {
  check: 300_000,
  saveFile: 300_000,
  openHunt: 300_000,
  startHunt: 300_000,
  checkHunt: 300_000,
};
const otherDeadlineMs = 10_000;

/** Sends and receives the messages of `protocol/messages.ts`. */
export class Connection {
  readonly #messenger: Messenger;

  constructor(api: Api) {
    this.#messenger = new Messenger(api);
  }

  /** Begins to listen; handlers must be there already. */
  start(): void {
    this.#messenger.start();
  }

  /** Calls back with every well-formed notification; a malformed one is named on the console and dropped. */
  on<T>(type: NotificationType<T>, handler: (params: T) => void): void {
    const schema: v.GenericSchema | undefined = toPanelSchemas[type.method as keyof typeof toPanelSchemas];
    this.#messenger.onNotification<unknown>({ method: type.method }, (params) => {
      const result = v.safeParse(schema, params);
      if (result.success) handler(result.output as T);
      else console.error(complaint(type.method, result.issues));
    });
  }

  /** Tells the extension something that has no answer. */
  notify<T>(type: NotificationType<T>, params: T): void {
    this.#messenger.sendNotification(type, HOST_EXTENSION, params);
  }

  /** Asks the extension; rejects when the answer is malformed or does not come. */
  async request<P, R>(type: RequestType<P, R>, params: P): Promise<R> {
    const method = type.method as keyof typeof answerSchemas;
    const schema: v.GenericSchema = answerSchemas[method];
    const answer: unknown = await withDeadline(
      this.#messenger.sendRequest(type, HOST_EXTENSION, params),
      deadlineMs[method] ?? otherDeadlineMs,
      type.method,
    );
    const result = v.safeParse(schema, answer);
    if (!result.success) throw new Error(complaint(type.method, result.issues));
    return result.output as R;
  }
}

function complaint(method: string, issues: readonly v.BaseIssue<unknown>[]): string {
  const where = issues.map((issue) => `${v.getDotPath(issue) ?? 'payload'}: ${issue.message}`).join('; ');
  return `The message "${method}" is malformed. ${where}`;
}

function withDeadline<T>(promise: Promise<T>, ms: number, method: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`The extension did not answer "${method}" within ${String(ms / 1000)} s.`));
    }, ms);
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
