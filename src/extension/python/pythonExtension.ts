/** The interpreter that the learner chose in Microsoft's Python extension, if that is installed. */
import * as vscode from 'vscode';
import * as v from 'valibot';

const extensionId = 'ms-python.python';
const patienceMs = 5000;

/** The part of that extension's API that is asked here. */
const apiSchema = v.looseObject({
  environments: v.looseObject({
    getActiveEnvironmentPath: v.function(),
    resolveEnvironment: v.function(),
    onDidChangeActiveEnvironmentPath: v.optional(v.function()),
  }),
});
const choiceSchema = v.looseObject({ path: v.string() });
const environmentSchema = v.looseObject({
  executable: v.looseObject({ uri: v.optional(v.looseObject({ fsPath: v.string() })) }),
});
const disposableSchema = v.looseObject({ dispose: v.function() });

/** What that extension names where nobody has chosen anything. */
const noChoice = 'python';

/** The path of its active interpreter, or undefined where there is no such extension, no choice, or no answer. */
export async function activeInterpreter(log: vscode.LogOutputChannel): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<unknown>(extensionId);
  if (!extension) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      log.warn(`${extensionId} did not name its interpreter in time.`);
      resolve(undefined);
    }, patienceMs);
  });
  try {
    return await Promise.race([ask(extension), late]);
  } catch (error) {
    log.warn(`${extensionId} could not name its interpreter.`, error);
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** Tells when another interpreter is chosen there; undefined where that extension does not run, or does not tell. */
export function onInterpreterChange(listener: () => void): vscode.Disposable | undefined {
  const extension = vscode.extensions.getExtension<unknown>(extensionId);
  if (extension?.isActive !== true || !v.is(apiSchema, extension.exports)) return undefined;
  const listening = extension.exports.environments.onDidChangeActiveEnvironmentPath?.(listener);
  return v.is(disposableSchema, listening) ? new vscode.Disposable(() => listening.dispose()) : undefined;
}

async function ask(extension: vscode.Extension<unknown>): Promise<string | undefined> {
  const api = await extension.activate();
  // Looked at, not parsed: a parsed copy would not be the object that the methods belong to.
  if (!v.is(apiSchema, api)) throw new Error('Its programming interface is not the one known here.');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const choice = api.environments.getActiveEnvironmentPath(folder);
  const resolved = await api.environments.resolveEnvironment(choice);
  const found = v.parse(v.optional(environmentSchema), resolved)?.executable.uri?.fsPath;
  if (found !== undefined) return found;
  // Chosen, but not there, or without a Python in it: running another one instead would not be what was asked for.
  return v.is(choiceSchema, choice) && !['', noChoice].includes(choice.path) ? choice.path : undefined;
}
