// @ts-check
const { EventEmitter, Uri, workspace } = require('vscode');

const chosen = () => workspace.getConfiguration('standIn').get('interpreter', '');

/**
 * The part of the real one's API that names the interpreter; a setting takes the place of its picker.
 * @see https://github.com/microsoft/vscode-python/blob/main/pythonExtensionApi/src/main.ts
 */
class Environments {
  #changed = new EventEmitter();
  onDidChangeActiveEnvironmentPath = this.#changed.event;

  constructor() {
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('standIn.interpreter')) this.#changed.fire(this.#path());
    });
  }

  getActiveEnvironmentPath() {
    return this.#path();
  }

  /** @param {{ path: string }} environment */
  async resolveEnvironment({ path }) {
    if (path === '') return undefined;
    return { id: path, path, executable: { uri: Uri.file(path), bitness: '64-bit', sysPrefix: '/usr' } };
  }

  #path() {
    return { id: chosen(), path: chosen() };
  }
}

exports.activate = () => ({ ready: Promise.resolve(), environments: new Environments() });
