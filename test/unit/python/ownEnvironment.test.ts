/** What of the environment the learner's own Python is given: the names on the list, each by itself, and no other. */
import assert from 'node:assert/strict';
import { ownEnvironment } from '../../../src/python/ownEnvironment';

/** What is said to every Python, whatever the environment. */
const added = {
  OPENBLAS_NUM_THREADS: '1',
  OMP_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  MPLBACKEND: 'Agg',
  PYTHONDONTWRITEBYTECODE: '1',
  PYTHONUTF8: '1',
  PYTHONHASHSEED: '0',
};

/** What is in the environment of an editor, a terminal or a server, and is nobody's business. */
const withheld = [
  ...[
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'NPM_TOKEN',
    'NODE_AUTH_TOKEN',
    'OPENAI_API_KEY',
    'DATABASE_URL',
    'PGPASSWORD',
  ],
  ...['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AZURE_CLIENT_SECRET', 'GOOGLE_APPLICATION_CREDENTIALS'],
  ...[
    'SSH_AUTH_SOCK',
    'GPG_AGENT_INFO',
    'KRB5CCNAME',
    'DBUS_SESSION_BUS_ADDRESS',
    'XDG_RUNTIME_DIR',
    'DOCKER_HOST',
  ],
  ...['VSCODE_IPC_HOOK', 'VSCODE_GIT_ASKPASS_NODE', 'VSCODE_NONCE', 'VSCODE_PID', 'ELECTRON_RUN_AS_NODE'],
  ...['NODE_OPTIONS', 'NODE_PATH', 'NODE_EXTRA_CA_CERTS', 'npm_config_registry', 'GIT_ASKPASS'],
  ...['HTTP_PROXY', 'https_proxy', 'ALL_PROXY', 'no_proxy', 'PIP_INDEX_URL', 'SSL_CERT_FILE'],
  ...['LD_PRELOAD', 'LD_AUDIT', 'DYLD_INSERT_LIBRARIES', 'DYLD_LIBRARY_PATH', 'BASH_ENV', 'ENV', 'SHELLOPTS'],
  ...[
    'PYTHONSTARTUP',
    'PYTHONINSPECT',
    'PYTHONBREAKPOINT',
    'PYTHONWARNINGS',
    'PYTHONHASHSEED',
    'PYTHONPATHX',
  ],
  ...[
    'XPATH',
    'PATH_INFO',
    'MANPATH',
    'HOMEBREW_GITHUB_API_TOKEN',
    'USER',
    'LOGNAME',
    'HOSTNAME',
    'SUDO_USER',
  ],
  ...['LANG', 'LC_ALL', 'TZ', 'DISPLAY', 'VIRTUAL_ENV', 'CONDA_PREFIX', 'SystemDrive', 'COMSPEC', '', '=C:'],
];

const python = ['PATH', 'PYTHONPATH', 'PYTHONHOME', 'PYTHONUSERBASE', 'PYTHONNOUSERSITE'];
const passedOn = {
  linux: [...python, 'HOME', 'TMPDIR', 'LD_LIBRARY_PATH'],
  darwin: [...python, 'HOME', 'TMPDIR'],
  win32: [...python, 'SystemRoot', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'TEMP', 'TMP'],
} as const;

/** An environment in which each name holds its own name. */
function of(names: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(names.map((name) => [name, `the ${name}`]));
}

describe('the environment of the learner’s own Python', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    it(`is this and no more: ${platform}`, () => {
      const everything = of([...withheld, ...Object.values(passedOn).flat()]);
      assert.deepEqual(ownEnvironment(everything, platform), { ...of(passedOn[platform]), ...added });
    });

    it(`is the same where there is nothing, or where it was said otherwise: ${platform}`, () => {
      assert.deepEqual(ownEnvironment({}, platform), added);
      const otherwise = Object.fromEntries(Object.keys(added).map((name) => [name, '64']));
      assert.deepEqual(ownEnvironment(otherwise, platform), added);
    });
  }

  it('knows a name in any letters on Windows, and as it is elsewhere', () => {
    const names = ['Path', 'systemroot', 'AppData'];
    assert.deepEqual(ownEnvironment(of(names), 'win32'), { ...of(names), ...added });
    assert.deepEqual(ownEnvironment(of(['Path', 'home', 'tmpdir']), 'linux'), added);
  });
});
