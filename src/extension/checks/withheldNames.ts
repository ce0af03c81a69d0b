/** Exercises that are debugged by their numbers: what is wrong and where stays back until the learner asks for it. */
import * as vscode from 'vscode';
import type { ExerciseId } from '../../course/exercise';
import type { Report } from '../../grader/report';
import { unnamed } from '../../hunt/unnamed';
import { Disposable } from '../disposable';

/** A report and the text that it judged. */
interface Judged {
  readonly exercise: ExerciseId;
  readonly report: Report;
  readonly text: string;
}

export class WithheldNames extends Disposable {
  private readonly asked = this._register(new vscode.EventEmitter<ExerciseId>());
  readonly onDidAsk = this.asked.event;
  /** The text whose mistakes have been asked for; after a change, numbers come first again. */
  private readonly named = new Map<ExerciseId, string>();

  /** `asks` says which exercises give numbers first. */
  constructor(private readonly asks: (exercise: ExerciseId) => boolean) {
    super();
  }

  /** The report as it is shown to the learner. */
  shown({ exercise, report, text }: Judged): Report {
    return !this.asks(exercise) || this.named.get(exercise) === text ? report : unnamed(report);
  }

  /** The learner wants to know what is wrong with a text that has been judged. */
  ask(exercise: ExerciseId, text: string): void {
    this.named.set(exercise, text);
    this.asked.fire(exercise);
  }
}
