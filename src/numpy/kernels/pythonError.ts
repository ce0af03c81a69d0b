/** Thrown where a Python error is already set, or is to be set as given; the builtin then returns null to Python. */
export class PythonError extends Error {
  constructor(
    readonly kind: 'set' | 'value' | 'type' | 'index' | 'memory',
    message = '',
  ) {
    super(message);
  }
}
