/** Writes the learner's progress to a file of their choice. */
import * as vscode from 'vscode';
import { writeText } from '../files/anyFile';
import { faultOf } from '../files/fileFault';
import { faultSentence } from '../files/faultSentence';
import type { ProgressStore } from './progress';
import { storedForm } from './progressModel';
import { proposedFile } from '../files/proposedFile';

/** Asks where to, and writes the progress there as JSON. Rejects with words for people. */
export async function exportProgress(progress: ProgressStore): Promise<void> {
  const uri = await vscode.window.showSaveDialog({
    filters: { JSON: ['json'] },
    defaultUri: proposedFile('backprop-tutor-progress.json'),
  });
  if (!uri) return;
  try {
    await writeText(uri, JSON.stringify(storedForm(progress.all), null, 2) + '\n');
  } catch (error) {
    throw new Error(faultSentence(faultOf(error, '')), { cause: error });
  }
}
