/** The interpreter that the learner chose in Microsoft's Python extension, if that is installed. */
import * as vscode from 'vscode';
import * as v from 'valibot';

const extensionId = 'ms-python.python';
const patienceMs = 5000;

/** The part of that extension's API that is asked here. */
const apiSchema = v.object({
  environments: v.looseObject({ getActiveEnvironmentPath: v.function(), resolveEnvironment: v.function() }),
});
const environmentSchema = v.looseObject({
  executable: v.looseObject({ uri: v.optional(v.looseObject({ fsPath: v.string() })) }),
});

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

async function ask(extension: vscode.Extension<unknown>): Promise<string | undefined> {
  const { environments } = v.parse(apiSchema, await extension.activate());
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  // Called on the object they belong to, because they are methods of it.
  const path: unknown = environments.getActiveEnvironmentPath.call(environments, folder);
  const resolved: unknown = await environments.resolveEnvironment.call(environments, path);
  return v.parse(v.optional(environmentSchema), resolved)?.executable.uri?.fsPath;
}
