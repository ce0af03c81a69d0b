/** One measured figure beside the one to reach. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: 'ms' | 's' | '× NumPy' | '× the first';
  /** The machine's own numbers behind a ratio. */
  readonly detail: string;
}

/** A figure as one line of the bench's output. */
export function figureLine({ name, value, limit, unit, detail }: Figure): string {
  const digits = unit === 'ms' ? 0 : 2;
  const verdict = value <= limit ? 'ok' : 'MISSED';
  const text = `${value.toFixed(digits)} ${unit} (at most ${String(limit)}) ${verdict}`;
  return `${name}: ${text}${detail === '' ? '' : ` [${detail}]`}`;
}
