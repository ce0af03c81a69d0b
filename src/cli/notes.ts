/** `notes`: the reference engine re-runs the notes, beside the figures they print. */
import { runNotes, type NotesRun } from '../network/notes';
import type { Tensor } from '../engine/tensor';
import { columns } from './style';

function nested({ shape, data }: Tensor): number[][] {
  const [rows = 1, width = data.length] = shape;
  return Array.from({ length: rows }, (_, i) => Array.from(data.slice(i * width, (i + 1) * width)));
}

function json(run: NotesRun) {
  const { seed, every, costs, finalCost, weights, printed } = run;
  const named = Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, nested(value)]));
  return { seed, every, costs, finalCost, weights: named, printed };
}

function costTable(run: NotesRun): string[] {
  const rows = run.costs.map((cost, i) => [
    String(i * run.every),
    String(cost),
    String(run.printed.costs[i] ?? ''),
  ]);
  const last = ['final', String(run.finalCost), String(run.printed.finalCost ?? '')];
  return columns([['iteration', 'cost', 'printed in the notes'], ...rows, last]);
}

function weightTable(run: NotesRun): string[] {
  const rows = Object.entries(run.weights).flatMap(([name, value]) => {
    const printed = run.printed.weights?.[name as keyof typeof run.weights].flat();
    return Array.from(value.data, (weight, i) => {
      const index = `${name}[${String(Math.floor(i / (value.shape[1] ?? 1)))}, ${String(i % (value.shape[1] ?? 1))}]`;
      return [index, weight.toFixed(8), printed?.[i]?.toFixed(8) ?? ''];
    });
  });
  return columns([['weight', 'computed', 'printed in the notes'], ...rows]);
}

/** Prints both runs; the exit status is 0 where every printed figure is met, else 1. */
export function notes(asJson: boolean): number {
  const runs = runNotes();
  if (asJson) {
    process.stdout.write(`${JSON.stringify({ schema: 1, runs: runs.map(json) })}\n`);
  } else {
    for (const run of runs) {
      const parts = [
        `Seed ${String(run.seed)}: ${run.agrees ? 'every printed figure is met' : 'some figures differ'}`,
        ...costTable(run),
        ...(run.printed.weights ? ['', ...weightTable(run)] : []),
        '',
      ];
      process.stdout.write(`${parts.join('\n')}\n`);
    }
  }
  return runs.every((run) => run.agrees) ? 0 : 1;
}
