/**
 * The numbers of the calls that Linux refuses to a snippet, held against the kernel's own: those of ARM64 can be run in few
 * places, and a wrong number would deny another call without a word.
 */
import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Of x86-64 (arch/x86/entry/syscalls/syscall_64.tbl) and of the machines that share a table, ARM64 among them
 * (include/uapi/asm-generic/unistd.h); null where there is no such call.
 */
const kernel: Readonly<Record<string, readonly [number, number | null]>> = {
  chmod: [90, null],
  chown: [92, null],
  chroot: [161, 51],
  creat: [85, null],
  execve: [59, 221],
  execveat: [322, 281],
  fchmod: [91, 52],
  fchmodat: [268, 53],
  fchmodat2: [452, 452],
  fchown: [93, 55],
  fchownat: [260, 54],
  file_setattr: [469, 469],
  fremovexattr: [199, 16],
  fsconfig: [431, 431],
  fsetxattr: [190, 7],
  fsmount: [432, 432],
  fsopen: [430, 430],
  futimesat: [261, null],
  io_uring_setup: [425, 425],
  lchown: [94, null],
  link: [86, null],
  linkat: [265, 37],
  lremovexattr: [198, 15],
  lsetxattr: [189, 6],
  mkdir: [83, null],
  mkdirat: [258, 34],
  mknod: [133, null],
  mknodat: [259, 33],
  mount: [165, 40],
  mount_setattr: [442, 442],
  move_mount: [429, 429],
  open: [2, null],
  open_by_handle_at: [304, 265],
  open_tree: [428, 428],
  open_tree_attr: [467, 467],
  openat: [257, 56],
  openat2: [437, 437],
  pidfd_getfd: [438, 438],
  pivot_root: [155, 41],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  ptrace: [101, 117],
  removexattr: [197, 14],
  removexattrat: [466, 466],
  rename: [82, null],
  renameat: [264, 38],
  renameat2: [316, 276],
  rmdir: [84, null],
  setxattr: [188, 5],
  setxattrat: [463, 463],
  socket: [41, 198],
  symlink: [88, null],
  symlinkat: [266, 36],
  truncate: [76, 45],
  umount2: [166, 39],
  unlink: [87, null],
  unlinkat: [263, 35],
  utime: [132, null],
  utimensat: [280, 88],
  utimes: [235, null],
};

const machines = ['x86_64', 'aarch64'] as const;
const source = readFileSync(join(import.meta.dirname, '../../../src/python/harness/sealed.py'), 'utf8');

/** What `sealed.py` has for a machine: names in a comment, and their numbers in the line below. */
function numbersOf(machine: (typeof machines)[number]): ReadonlyMap<string, number> {
  const [, after = ''] = source.split(`"${machine}": _Machine(`);
  const [table = ''] = after.split('\n    ),');
  const found = new Map<string, number>();
  for (const [, names = '', line = ''] of table.matchAll(/^ +# ([a-z_0-9 ]+)\n +(.*)$/gmu)) {
    // What opens files stands in pairs: number, and which argument holds the flags.
    const isPairs = line.includes('((');
    const numbers = [...line.matchAll(isPairs ? /\((\d+), \d\)/gu : /(\d+)/gu)].map(([, one]) => Number(one));
    const named = names.split(' ');
    assert.equal(numbers.length, named.length, names);
    named.forEach((name, i) => found.set(name, numbers[i] ?? NaN));
  }
  return found;
}

describe('the calls that Linux refuses to a snippet', () => {
  for (const [at, machine] of machines.entries()) {
    it(`have the kernel’s numbers: ${machine}`, () => {
      const numbers = numbersOf(machine);
      assert.ok(numbers.size > 30, String(numbers.size));
      assert.deepEqual(
        [...numbers],
        [...numbers.keys()].map((name) => [name, kernel[name]?.[at]]),
      );
    });

    it(`are all there are of their kind: ${machine}`, () => {
      const numbers = numbersOf(machine);
      const missing = Object.entries(kernel).filter(([name, of]) => of[at] !== null && !numbers.has(name));
      assert.deepEqual(missing, []);
    });
  }

  const headers = ['/usr/include/x86_64-linux-gnu/asm/unistd_64.h', '/usr/include/asm-generic/unistd.h'];
  it('are those of this machine’s own headers', function () {
    if (!headers.every((header) => existsSync(header))) this.skip();
    for (const [at, header] of headers.entries()) {
      const defined = readFileSync(header, 'utf8').matchAll(/^#define __NR(?:3264)?_(\w+)\s+(\d+)$/gmu);
      for (const [, name = '', number] of defined) {
        const known = kernel[name];
        if (known) assert.equal(known[at], Number(number), `${name} in ${header}`);
      }
    }
  });
});
