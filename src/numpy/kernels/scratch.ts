/** Memory for intermediate results, kept between calls. */
import { PythonError } from './pythonError';
import type { PythonApi } from './pythonApi';

/** Which scratch piece serves what. */
export const SCRATCH = { constants: 0, a: 1, b: 2, c: 3, result: 4, overlap: 5, other: 6 } as const;

export interface Piece {
  readonly at: number;
  readonly bytes: number;
}

/** Pieces of Python's memory, 8-aligned, one per number. */
export class Scratch {
  private pieces: Piece[];
  private marked: readonly Piece[] = [];

  constructor(
    private readonly api: PythonApi,
    held: readonly Piece[],
  ) {
    this.pieces = held.slice();
  }

  /** What is held now; a piece that never was is an empty one. */
  held(): readonly Piece[] {
    return Array.from(this.pieces as (Piece | undefined)[], (piece) => piece ?? { at: 0, bytes: 0 });
  }

  /** The address of a piece of at least so many bytes. Python's memory may have grown. */
  take(which: number, bytes: number): number {
    let piece = this.pieces[which];
    if (piece === undefined || piece.bytes < bytes) {
      if (piece !== undefined) this.api._free(piece.at);
      const room = Math.max(4096, bytes);
      const at = this.api._malloc(room);
      if (at === 0) {
        this.pieces[which] = { at: 0, bytes: 0 };
        throw new PythonError(
          'memory',
          `Unable to allocate ${String(room)} bytes for an intermediate result`,
        );
      }
      piece = { at, bytes: room };
      this.pieces[which] = piece;
    }
    return piece.at;
  }

  /** Notes the pieces that are held now, for `reset`. */
  mark(): void {
    this.marked = this.pieces.slice();
  }

  /** Holds what was held at the mark, where Python's memory has been set back to what it was then. */
  reset(): void {
    this.pieces = this.marked.slice();
  }
}
