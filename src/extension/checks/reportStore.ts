/** Keeps the last report of each exercise in a file, so that a reload of the window finds everything where it was. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import type { ExerciseId, Language } from '../../course/exercise';
import type { Samples } from '../../engine/columnForm';
import type { Report } from '../../grader/report';
import { reportSchema } from '../../protocol/reportSchema';
import { readText, writeText } from '../files/anyFile';

/** A report says nothing about another text or the other orientation, and is of no use in another language. */
export interface ReportKey {
  readonly text: string;
  readonly language: Language;
  readonly samples: Samples;
}

const keptSchema = v.object({
  text: v.string(),
  language: v.string(),
  samples: v.fallback(v.picklist(['rows', 'columns']), 'rows'),
  report: reportSchema,
});

export class ReportStore {
  constructor(
    private readonly folder: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Keeps a report; a failure costs no more than a check after the next reload. */
  async keep(exercise: ExerciseId, report: Report, key: ReportKey): Promise<void> {
    try {
      await writeText(this.fileOf(exercise), JSON.stringify({ ...key, report }));
    } catch (error) {
      this.log.warn('A report could not be kept.', error);
    }
  }

  /** The report kept for exactly this text; undefined where there is none, or it is damaged. */
  async find(exercise: ExerciseId, { text, language, samples }: ReportKey): Promise<Report | undefined> {
    try {
      const stored = await readText(this.fileOf(exercise));
      if (stored === undefined) return undefined;
      const kept = v.safeParse(keptSchema, JSON.parse(stored));
      if (!kept.success) return undefined;
      const { report, ...key } = kept.output;
      if (key.text !== text || key.language !== language || key.samples !== samples) return undefined;
      return report.exercise === exercise ? report : undefined;
    } catch (error) {
      this.log.warn('A kept report could not be read.', error);
      return undefined;
    }
  }

  private fileOf(exercise: ExerciseId): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, `${exercise}.json`);
  }
}
