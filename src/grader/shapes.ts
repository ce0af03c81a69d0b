/** The shapes of the locals after each line, for the editor. */
import type { ProbePurpose } from '../course/judging/probe';
import type { Judged } from './observe';
import type { ShapeReport } from './report';

/** Shapes of the locals after each line, from the learner's own data where that was traced. */
export function shapesOf(judged: readonly Judged[]): ShapeReport[] {
  const on = (purpose: ProbePurpose): Judged | undefined =>
    judged.find(({ probe, call }) => probe.purpose === purpose && call.trace.length > 0);
  const traced = on('shown') ?? on('brief') ?? judged.find(({ call }) => call.trace.length > 0);
  const shapes = new Map<string, ShapeReport>();
  for (const { line, name, value, depth } of traced?.call.trace ?? []) {
    if (name === 'return' || depth > 0 || value.kind !== 'array') continue;
    shapes.set(`${String(line)} ${name}`, { line, name, shape: value.shape });
  }
  return [...shapes.values()];
}
