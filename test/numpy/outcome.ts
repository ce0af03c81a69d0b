/** Comparing what a case gave in real NumPy and in the built-in one. */

/** What `differential.py` writes for one case. */
export interface Outcome {
  readonly value: unknown;
  readonly repr: string | null;
  readonly str: string | null;
  readonly out: string;
  readonly error: { readonly type: string; readonly message: string; readonly unsupported: boolean } | null;
  readonly warnings: readonly string[];
}

/** How far numbers may be apart: both libraries round the same mathematics in another order. */
const TOLERANCE = 1e-12;
const SINGLE_TOLERANCE = 2e-6;

function close(a: number, b: number, tolerance: number): boolean {
  return a === b || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;

/** Whether two texts are the same but for the last digits of their numbers. */
function sameText(a: string, b: string, tolerance: number): boolean {
  if (a === b) return true;
  // Single precision differs in the last of few digits, and with it in the padding.
  if (tolerance === SINGLE_TOLERANCE) [a, b] = [a.replace(/\s/g, ''), b.replace(/\s/g, '')];
  const digits = tolerance === SINGLE_TOLERANCE ? 0 : 8;
  if (a.replace(NUMBER, '#') !== b.replace(NUMBER, '#')) return false;
  const [x, y] = [a.match(NUMBER) ?? [], b.match(NUMBER) ?? []];
  return x.every((n, i) => {
    const other = y[i] ?? '';
    if (n === other) return true;
    const long = n.replace(/\D/g, '').length >= digits && other.replace(/\D/g, '').length >= digits;
    return long && close(Number(n), Number(other), tolerance);
  });
}

function sameValue(a: unknown, b: unknown, tolerance: number): boolean {
  if (typeof a === 'number' && typeof b === 'number') return close(a, b, tolerance);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => sameValue(item, b[i], tolerance));
  }
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    const [p, q] = [Object.entries(a), Object.entries(b)];
    const other = new Map<string, unknown>(q);
    return p.length === q.length && p.every(([key, value]) => sameValue(value, other.get(key), tolerance));
  }
  return a === b;
}

/** Newer Pythons add a guess to their own messages. */
function plain(message: string): string {
  return message.replace(/\. Did you mean '\w+'\?$/, '');
}

/** NumPy 1 writes scalars bare; against it, so does everyone. */
function bare(text: string): string {
  return text
    .replace(/np\.(?:float64|float32|int64|int32)\(([^()]*)\)/g, '$1')
    .replace(/np\.(True|False)_/g, '$1');
}

/** Says in which respects two outcomes differ: empty where they agree. */
export function differences(real: Outcome, ours: Outcome, numpy1: boolean): string[] {
  const found: string[] = [];
  const single = JSON.stringify([real.value, real.str]).includes('float32');
  const tolerance = single ? SINGLE_TOLERANCE : TOLERANCE;
  const shape = (text: string | null): string => (numpy1 ? bare(text ?? '') : (text ?? ''));
  const texts = (name: string, a: string | null, b: string | null): void => {
    if (!sameText(shape(a), shape(b), tolerance)) found.push(`${name}: ${shape(a)} | ${shape(b)}`);
  };
  if (real.error !== null || ours.error !== null) {
    if (real.error === null || real.error.type !== ours.error?.type) {
      const told = (o: Outcome): string =>
        o.error === null ? `value ${String(o.repr)}` : `${o.error.type}: ${o.error.message}`;
      found.push(`error: ${told(real)} | ${told(ours)}`);
    } else texts('message', plain(real.error.message), plain(ours.error.message));
  }
  if (!sameValue(real.value, ours.value, tolerance)) {
    found.push(`value: ${JSON.stringify(real.value)} | ${JSON.stringify(ours.value)}`);
  } else {
    texts('repr', real.repr, ours.repr);
    texts('str', real.str, ours.str);
  }
  texts('printed', real.out, ours.out);
  const warned = (o: Outcome): string => o.warnings.map((w) => w.replace(/\.$/, '')).join('; ');
  if (real.error === null) texts('warnings', warned(real), warned(ours));
  return found;
}
