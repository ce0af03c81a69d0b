/** Bug hunts: plants mistakes, judges what the learner makes of them, and keeps each exercise's hunt. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import type { ExerciseId } from '../../course/exercise';
import { begun, checked, told, type HuntState } from '../../hunt/hunt';
import { unnamed } from '../../hunt/unnamed';
import type { Report } from '../../grader/report';
import type { HuntAnswer } from '../../protocol/hunt';
import type { Checker } from './checking';
import { tutor } from '../lazyTutor';
import type { Orientations } from '../snippet/orientations';
import type { ProgressStore } from '../progress/progress';
import { learnerLanguage } from '../settings';

const counter = v.pipe(v.number(), v.integer(), v.minValue(0));
const stateSchema: v.GenericSchema<unknown, HuntState> = v.object({
  text: v.string(),
  judged: v.string(),
  checks: counter,
  end: v.nullable(v.picklist(['found', 'told'])),
  mistake: v.object({ line: counter, text: v.string(), message: v.string() }),
  planted: v.array(v.object({ key: v.string(), code: v.string() })),
});

/** Planting tries many programs: one that takes longer than this is not worth waiting for. */
const plantingSeconds = 3;

export class Hunts {
  private readonly reports = new Map<ExerciseId, Report>();
  private working: AbortController | undefined;

  constructor(
    private readonly checker: Checker,
    private readonly progress: ProgressStore,
    private readonly orientations: Orientations,
    private readonly memento: vscode.Memento,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** The hunt as it stands; its numbers are found again where the window has been reloaded since. */
  open(exercise: ExerciseId): Promise<HuntAnswer> {
    return this.answer(exercise, async (signal) => {
      const state = this.stateOf(exercise);
      if (state && !this.reports.has(exercise)) await this.judge(exercise, state.judged, signal);
    });
  }

  /** Plants another mistake in the exercise's solution. What the learner did in the last hunt is given up. */
  start(exercise: ExerciseId): Promise<HuntAnswer> {
    return this.answer(exercise, async (signal) => {
      const { exerciseById, plantIn } = tutor();
      const asked = exerciseById(exercise, this.orientations.of(exercise));
      const before = this.stateOf(exercise)?.planted ?? [];
      const judge = (source: string): Promise<Report> =>
        this.checker.judge(exercise, source, this.orientations.of(exercise), signal, {
          seconds: plantingSeconds,
          curve: false,
        });
      const seed = Math.floor(Math.random() * 2 ** 32);
      const planted = asked && (await plantIn(asked, judge, { seed, before }));
      if (!planted)
        throw new Error(
          vscode.l10n.t('No mistake could be planted in this exercise. Try again, or choose another one.'),
        );
      this.reports.set(exercise, planted.report);
      this.keep(exercise, begun(planted, before));
    });
  }

  check(exercise: ExerciseId, text: string): Promise<HuntAnswer> {
    return this.answer(exercise, async (signal) => {
      const report = await this.judge(exercise, text, signal);
      const state = this.stateOf(exercise);
      if (!state) return;
      const next = checked(state, text, report);
      this.keep(exercise, next);
      if (next.end === 'found' && state.end === null) this.progress.hunted(exercise, next.checks);
    });
  }

  /** Tells what was planted, and ends the hunt by it. */
  tell(exercise: ExerciseId): Promise<HuntAnswer> {
    const state = this.stateOf(exercise);
    if (state) this.keep(exercise, told(state));
    return Promise.resolve(this.model(exercise));
  }

  /** Keeps what has been typed. */
  type(exercise: ExerciseId, text: string): void {
    const state = this.stateOf(exercise);
    if (state) this.keep(exercise, { ...state, text });
  }

  stop(): void {
    this.working?.abort();
  }

  private async judge(exercise: ExerciseId, text: string, signal: AbortSignal): Promise<Report> {
    const report = await this.checker.judge(exercise, text, this.orientations.of(exercise), signal);
    this.reports.set(exercise, report);
    return report;
  }

  /** One thing at a time: what is asked last counts. */
  private async answer(
    exercise: ExerciseId,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<HuntAnswer> {
    this.stop();
    const working = new AbortController();
    this.working = working;
    try {
      await work(working.signal);
    } catch (error) {
      if (working.signal.aborted) return this.model(exercise);
      if (tutor().isUnavailable(error))
        return { ok: false, message: tutor().unavailableSentence(error, learnerLanguage()) };
      this.log.error('A bug hunt could not go on.', error);
      return { ok: false, message: error instanceof Error ? error.message : String(error) };
    }
    return this.model(exercise);
  }

  private model(exercise: ExerciseId): HuntAnswer {
    const state = this.stateOf(exercise);
    const report = this.reports.get(exercise);
    const best = this.progress.of(exercise).bestHunt ?? null;
    if (!state) return { ok: true, model: { exercise, hunt: null, best } };
    const { text, checks, end, mistake } = state;
    const hunt = {
      text,
      checks,
      end,
      report: report ? unnamed(report) : null,
      mistake: end === null ? null : mistake,
    };
    return { ok: true, model: { exercise, hunt, best } };
  }

  private stateOf(exercise: ExerciseId): HuntState | undefined {
    const kept = v.safeParse(stateSchema, this.memento.get(keyOf(exercise)));
    return kept.success ? kept.output : undefined;
  }

  private keep(exercise: ExerciseId, state: HuntState): void {
    void this.memento.update(keyOf(exercise), state);
  }
}

function keyOf(exercise: ExerciseId): string {
  return `hunt:${exercise}`;
}
