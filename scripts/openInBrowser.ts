/** Opens an address in a browser that a person sees. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from '../test/host/chromium';
import { cacheFolder } from '../test/host/paths';

/** Opens the address in the default browser, or in a Chromium; false when nothing could be started. */
export async function openInBrowser(address: string): Promise<boolean> {
  if (process.platform === 'darwin') return starts('open', [address]);
  if (process.platform === 'win32') return starts('cmd', ['/c', 'start', '""', address]);
  if (!('DISPLAY' in process.env) && !('WAYLAND_DISPLAY' in process.env)) return false;
  if (await starts('xdg-open', [address])) return true;
  const chromium = await findChromium((line) => process.stdout.write(line + '\n')).catch(() => null);
  if (chromium === null) return false;
  const profile = `--user-data-dir=${join(cacheFolder, 'browser')}`;
  // Chromium refuses to run as root with its sandbox on.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return starts(chromium, [...root, '--no-first-run', profile, `--app=${address}`]);
}

/** Whether the command could be started and had not failed after two seconds. */
async function starts(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((settle) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => {
      child.unref();
      settle(true);
    }, 2000);
    child.on('error', () => {
      clearTimeout(timer);
      settle(false);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      settle(code === 0);
    });
  });
}
