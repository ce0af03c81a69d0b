/** Finds a Chromium on this machine, and installs Debian's where that is allowed. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './process';
import type { Progress } from './install';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

/** The path of a Chromium, Chrome or Edge that starts; an error that says what to install when there is none. */
export async function findChromium(progress: Progress): Promise<string> {
  const named = process.env['CHROMIUM_EXECUTABLE'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_EXECUTABLE names ${named}, and there is no such file.`);
  }
  const found = await firstThatStarts();
  if (found !== null) return found;
  if (await installDebianPackages(['chromium', 'fonts-noto-cjk'], progress)) {
    const now = await firstThatStarts();
    if (now !== null) return now;
  }
  throw new Error(
    'No Chromium was found. Install Chromium, Google Chrome or Microsoft Edge ' +
      '(Debian: sudo apt-get install chromium), or set CHROMIUM_EXECUTABLE to one.',
  );
}

/** Makes sure Korean text has a font, so that pictures show letters and not boxes; says so when it cannot. */
export async function ensureKoreanFont(progress: Progress): Promise<void> {
  if (process.platform !== 'linux') return;
  const fonts = await run('fc-list', [':lang=ko', 'family']);
  if (fonts.code === 0 && fonts.output.trim() !== '') return;
  if (await installDebianPackages(['fonts-noto-cjk'], progress)) return;
  progress('No Korean font was found: Korean text will show as boxes (Debian: fonts-noto-cjk).');
}

function candidates(): string[] {
  if (process.platform === 'darwin') {
    return [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ].flatMap((app) => [join('/Applications', app), join(process.env['HOME'] ?? '', 'Applications', app)]);
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? '',
    );
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ];
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ];
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** Ubuntu's `chromium-browser` can be a script that only asks for a snap, so being there is not enough. */
async function firstThatStarts(): Promise<string | null> {
  for (const path of new Set(candidates())) {
    if (!existsSync(path)) continue;
    // On Windows `--version` opens a window instead of printing.
    if (process.platform === 'win32') return path;
    if ((await run(path, ['--version'], { timeoutMs: 20_000 })).code === 0) return path;
  }
  return null;
}

async function installDebianPackages(packages: readonly string[], progress: Progress): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if ((await run('apt-get', ['--version'])).code !== 0) return false;
  progress(`Installing Debian's ${packages.join(' and ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt-get may hold the lock for a while; waiting is better than failing.
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  await run('apt-get', [...wait, 'update'], { env });
  const done = await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages], {
    env,
  });
  if (done.code !== 0) progress(done.output.trim().split('\n').slice(-5).join('\n'));
  return done.code === 0;
}
