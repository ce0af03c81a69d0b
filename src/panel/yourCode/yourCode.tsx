/** The page "Your code": the verdict, the table of gradients, the network that was recovered, and what was run. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ReadonlySignal } from '@preact/signals';
import type { FunctionCheck, GradcheckReport } from '../../owncode/report';
import type { YourCodeAction, YourCodeModel } from '../../protocol/yourCode';
import { Entries } from './entries';
import { LineLink } from './lineLink';
import { ParameterTable } from './parameterTable';
import { RecoveredNetwork } from './recoveredNetwork';
import { formatNumber } from '../text/words';
import { splitSentence } from '../text/names';
import { wordsOf, type Words } from './words';

type Act = (action: YourCodeAction) => void;

/** The whole page; empty until the extension has told what to show. */
export function YourCode(props: {
  readonly model: ReadonlySignal<YourCodeModel | null>;
  readonly act: Act;
}): JSX.Element | null {
  const model = props.model.value;
  if (model === null) return null;
  const words = wordsOf(model.language);
  const { report, failure } = model;
  return (
    <main class="your-code">
      <Head model={model} words={words} act={props.act} />
      {failure !== null && <p class="failure">{failure}</p>}
      {report === null && failure === null && model.file === null && <p class="muted">{words.empty}</p>}
      {report !== null && <Outcome model={model} report={report} words={words} act={props.act} />}
    </main>
  );
}

function Head({ model, words, act }: { model: YourCodeModel; words: Words; act: Act }): JSX.Element {
  const running = model.state === 'running';
  const verdict = model.report && !running ? words.verdicts[model.report.verdict] : '';
  return (
    <section aria-label={words.yourCode} class="head">
      <h1>{model.file ?? words.yourCode}</h1>
      <div class="bar">
        {model.file !== null && (
          <button
            type="button"
            class={running ? 'secondary' : 'primary'}
            onClick={() => {
              act({ kind: running ? 'stop' : 'check' });
            }}
          >
            {running ? words.stop : words.check}
          </button>
        )}
        <p role="status" class={`said said-${running ? 'running' : (model.report?.verdict ?? 'none')}`}>
          {running ? words.running : verdict}
        </p>
      </div>
      <p class="muted stale">{model.stale && !running && model.report ? words.stale : ''}</p>
    </section>
  );
}

interface OutcomeProps {
  readonly model: YourCodeModel;
  readonly report: GradcheckReport;
  readonly words: Words;
  readonly act: Act;
}

function Outcome({ model, report, words, act }: OutcomeProps): JSX.Element {
  const { error } = report;
  return (
    <>
      {error !== null && (
        <div class="finding">
          <p>
            <Said text={error.message} />
          </p>
          {error.line !== null && <LineLink line={error.line} words={words} act={act} />}
          {error.kind === 'unsupported' && (
            <button
              type="button"
              class="secondary"
              onClick={() => {
                act({ kind: 'selectPython' });
              }}
            >
              {words.selectPython}
            </button>
          )}
        </div>
      )}
      {report.checks.map((check, i) => (
        <Check
          key={`${check.function ?? ''} ${String(check.line)} ${String(i)}`}
          check={check}
          lines={model.networks[i] ?? null}
          words={words}
          act={act}
          insert={() => {
            act({ kind: 'insert', check: i });
          }}
        />
      ))}
      {report.refused.length > 0 && (
        <section class="refused">
          <h2>{words.notMeasured}</h2>
          <ul>
            {report.refused.map((one) => (
              <li key={`${one.function ?? ''} ${String(one.line)}`}>
                <code>{one.function ?? words.script}</code>{' '}
                <LineLink line={one.line} words={words} act={act} />
                <p>
                  <Said text={one.message} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {report.stdout !== '' && (
        <details class="printed">
          <summary>{words.printed}</summary>
          <pre tabIndex={0}>{report.stdout}</pre>
        </details>
      )}
    </>
  );
}

interface CheckProps {
  readonly check: FunctionCheck;
  readonly lines: YourCodeModel['networks'][number];
  readonly words: Words;
  readonly act: Act;
  readonly insert: () => void;
}

function Check({ check, lines, words, act, insert }: CheckProps): JSX.Element {
  const name = check.function ?? words.script;
  return (
    <article class="check">
      <div class="check-main">
        <h2>
          <code>{name}</code> <LineLink line={check.line} words={words} act={act} />
          <span class="muted">
            {words.how[check.how]}, {words.loss(formatNumber(check.loss))}
          </span>
        </h2>
        {check.diagnoses.map((one) => (
          <div class="finding" key={`${one.code} ${one.target} ${String(one.line)}`}>
            <p>
              <Said text={one.message} />
            </p>
            {one.line !== null && <LineLink line={one.line} words={words} act={act} />}
          </div>
        ))}
        {check.remarks.map((remark) => (
          <p class="remark" key={remark}>
            <Said text={remark} />
          </p>
        ))}
        <ParameterTable check={check} words={words} />
        <Entries parameters={check.parameters} words={words} />
      </div>
      <div class="check-side">
        {check.network !== null && (
          <RecoveredNetwork network={check.network} lines={lines} words={words} act={act} />
        )}
        {check.declaration !== '' && (
          <Declaration
            declaration={check.declaration}
            canInsert={check.how !== 'declared'}
            words={words}
            insert={insert}
          />
        )}
      </div>
    </article>
  );
}

interface DeclarationProps {
  readonly declaration: string;
  readonly canInsert: boolean;
  readonly words: Words;
  readonly insert: () => void;
}

function Declaration({ declaration, canInsert, words, insert }: DeclarationProps): JSX.Element {
  const [copied, setCopied] = useState(false);
  return (
    <details class="declaration">
      <summary>{words.declaration}</summary>
      <pre tabIndex={0}>{declaration}</pre>
      <div class="bar">
        {canInsert && (
          <button type="button" class="secondary" onClick={insert}>
            {words.insert}
          </button>
        )}
        <button
          type="button"
          class="secondary"
          onClick={() => {
            void navigator.clipboard.writeText(declaration).then(() => {
              setCopied(true);
            });
          }}
        >
          {copied ? words.copied : words.copy}
        </button>
      </div>
    </details>
  );
}

/** A sentence of a report, in which code stands out. */
function Said({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {splitSentence(text, new Set()).map((part, index) =>
        part.isCode ? <code key={index}>{part.text}</code> : part.text,
      )}
    </>
  );
}
