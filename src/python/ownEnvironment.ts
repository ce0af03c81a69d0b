/**
 * The environment of the learner's own Python: a closed list of names, so that no token, proxy or setting of the editor's
 * is among them. Everything on it is the place of something, without which some Pythons do not start or do not find
 * their packages. Pure.
 */

/** Found wherever Python runs. */
const everywhere = [
  // Scripts that stand for an interpreter (pyenv's), and on Windows the libraries of Conda's packages, are found by it.
  'PATH',
  // Where the packages are, if the learner or the administrator of the machine has put them elsewhere.
  'PYTHONPATH',
  'PYTHONHOME',
  'PYTHONUSERBASE',
  'PYTHONNOUSERSITE',
] as const;

/** Packages that were installed for one person are below the home folder; packages keep their settings and caches there. */
const posix = ['HOME', 'TMPDIR'] as const;

/** The libraries of a Python that does not stand in the system's folders. macOS does not let it through a shell. */
const linux = ['LD_LIBRARY_PATH'] as const;

/** Without SystemRoot Python does not start. APPDATA holds one person's packages, LOCALAPPDATA what Python's installer made. */
const windows = ['SYSTEMROOT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'TEMP', 'TMP'] as const;

/** The names that are passed on, on a system; on Windows a name may be written in capitals or not. */
function passedOn(platform: NodeJS.Platform): ReadonlySet<string> {
  if (platform === 'win32') return new Set([...everywhere, ...windows]);
  return new Set([...everywhere, ...posix, ...(platform === 'darwin' ? [] : linux)]);
}

/** What keeps Python from threads, windows and files of its own. */
const added = {
  // Small matrices gain nothing from threads, and their stacks would count against the memory limit.
  OPENBLAS_NUM_THREADS: '1',
  OMP_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  // Windows of a plotting library would open on a screen that nobody looks at.
  MPLBACKEND: 'Agg',
  PYTHONDONTWRITEBYTECODE: '1',
  PYTHONUTF8: '1',
  // The order of a set of words is the same in every run, and with it the numbers that stand for them.
  PYTHONHASHSEED: '0',
} as const;

/** So much of the environment `own` as the learner's Python needs on `platform`, and what is said to it besides. */
export function ownEnvironment(own: NodeJS.ProcessEnv, platform: NodeJS.Platform): NodeJS.ProcessEnv {
  const names = passedOn(platform);
  const isNeeded = (name: string): boolean => names.has(platform === 'win32' ? name.toUpperCase() : name);
  return { ...Object.fromEntries(Object.entries(own).filter(([name]) => isNeeded(name))), ...added };
}
