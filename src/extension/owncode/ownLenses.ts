/** The lines above functions of the learner's own files: "Check gradients", and how the last check went. */
import * as vscode from 'vscode';
import { lookFor, type SeenFunction } from '../../owncode/lookFor';
import { Disposable } from '../disposable';
import { onDidChangeSettings, ownCodeLens } from '../settings';
import type { OwnChecks, OwnReport } from './ownChecks';
import { programUri } from './ownSource';
import { verdictTitle } from './verdicts';

export class OwnLenses extends Disposable implements vscode.CodeLensProvider {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  /** `isSnippet` says which documents are the course's: they have lines of their own. */
  constructor(
    private readonly checks: OwnChecks,
    private readonly isSnippet: (uri: vscode.Uri) => boolean,
  ) {
    super();
    const update = (): void => {
      this.changed.fire();
    };
    this._register(
      vscode.Disposable.from(checks.onDidChange(update), onDidChangeSettings(['ownCode.codeLens'], update)),
    );
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!ownCodeLens() || this.isSnippet(document.uri)) return [];
    const uri = programUri(document);
    const checking = this.checks.isChecking(uri);
    const judged = this.checks.reportOf(uri);
    return lookFor(document.getText()).flatMap((seen) => {
      const range = new vscode.Range(seen.line - 1, 0, seen.line - 1, 0);
      const lens = (title: string, command: string, ...given: unknown[]): vscode.CodeLens =>
        new vscode.CodeLens(range, { title, command: `backpropTutor.${command}`, arguments: given });
      if (checking) return [lens(`$(debug-stop) ${vscode.l10n.t('Stop check')}`, 'stop')];
      const title = `$(run) ${vscode.l10n.t('Check gradients')}`;
      const action = lens(title, 'checkOwnCode', document.uri, seen.declared ? null : bareName(seen));
      const outcome = judged && outcomeOf(judged, document, seen);
      return outcome === undefined ? [action] : [action, lens(outcome, 'openYourCode', document.uri)];
    });
  }
}

/** The name without its class's: what a check is asked for. */
function bareName({ name }: SeenFunction): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function outcomeOf(
  { source, report }: OwnReport,
  document: vscode.TextDocument,
  seen: SeenFunction,
): string | undefined {
  const check = report.checks.find((one) => {
    const place = source.placeOf(one.line);
    return (
      place?.uri.toString() === document.uri.toString() &&
      (seen.declared ? one.how === 'declared' : one.function?.split('.').at(-1) === bareName(seen))
    );
  });
  if (!check) return undefined;
  const verdict = verdictTitle(check);
  return source.isStale ? `${verdict} · ${vscode.l10n.t('before your last change')}` : verdict;
}
