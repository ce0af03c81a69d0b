/** The results under the code: there from the start, with the shapes; a check fills them in and moves nothing. */
import type { JSX } from 'preact';
import type { ValueReport } from '../../grader/report';
import { gradientBy } from '../../network/arrayName';
import { Icon } from '../elements/icon';
import type { FromStore } from './fromStore';
import { describeShape, describeWhere, formatError, sameShape } from '../text/words';
import { Matrix } from './matrix';

/** Every returned array with its shape and verdict, and the chosen one entry by entry. */
export function ValueTable({ store }: { readonly store: FromStore }): JSX.Element | null {
  const strings = store.strings.value;
  const exercise = store.exercise.value;
  const report = store.report.value;
  if (exercise === null) return null;
  const names = exercise.returns;
  const shapes = exercise.shapes ?? {};
  const chosen = chosenArray(store, names);
  const choose = (name: string): void => {
    store.view.array.value = { ...store.view.array.value, [exercise.id]: name };
  };
  const hasValues = (report?.values.length ?? 0) > 0;
  return (
    <div
      class={`returned${store.stale.value ? ' is-stale' : ''}`}
      style={{ '--rows': String(Math.max(3, names.length)) }}
    >
      <table
        class="values"
        role="grid"
        aria-label={strings.table.caption}
        onKeyDown={(event) => {
          const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
          const next = step === undefined ? undefined : names[names.indexOf(chosen ?? '') + step];
          if (next === undefined) return;
          event.preventDefault();
          choose(next);
          event.currentTarget.querySelector<HTMLElement>(`[data-array="${CSS.escape(next)}"]`)?.focus();
        }}
      >
        <thead>
          <tr>
            <th scope="col">{strings.table.returned}</th>
            <th scope="col">{strings.table.shape}</th>
            <th scope="col">{hasValues ? strings.table.verdict : strings.table.like}</th>
            <th scope="col" class="number" title={strings.table.error}>
              {strings.table.errorShort}
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <Row
              key={name}
              store={store}
              name={name}
              value={report?.values.find((value) => value.name === name) ?? null}
              shape={shapes[name] ?? null}
              isShown={name === chosen}
              show={() => {
                choose(name);
              }}
            />
          ))}
        </tbody>
      </table>
      {chosen !== null && (
        <Matrix
          name={chosen}
          shape={
            report?.details?.find(({ name }) => name === chosen)?.shape ??
            report?.values.find(({ name }) => name === chosen)?.expectedShape ??
            shapes[chosen] ??
            null
          }
          detail={report?.details?.find(({ name }) => name === chosen) ?? null}
          iterations={report?.values.find(({ name }) => name === chosen)?.iterations}
          strings={strings}
        />
      )}
    </div>
  );
}

/** The array that is looked at: the learner's choice, else the first wrong one. */
export function chosenArray(store: FromStore, names: readonly string[]): string | null {
  const chosen = store.view.array.value[store.exercise.value?.id ?? ''];
  if (chosen !== undefined && names.includes(chosen)) return chosen;
  return store.report.value?.values.find(({ ok }) => !ok)?.name ?? names[0] ?? null;
}

interface RowProps {
  readonly store: FromStore;
  readonly name: string;
  readonly value: ValueReport | null;
  readonly shape: readonly number[] | null;
  readonly isShown: boolean;
  readonly show: () => void;
}

function Row({ store, name, value, shape, isShown, show }: RowProps): JSX.Element {
  const strings = store.strings.value;
  const like = gradientBy(name);
  const point = (on: boolean): void => {
    store.pointed.value = on ? name : null;
  };
  const state = value === null ? '' : value.ok ? ' is-right' : ' is-wrong';
  const pointed = store.pointed.value === name;
  const asked = expectedInstead(value);
  return (
    <tr
      class={`${state}${pointed ? ' is-pointed' : ''}${isShown ? ' is-shown' : ''}`}
      onMouseEnter={() => {
        point(true);
      }}
      onMouseLeave={() => {
        point(false);
      }}
      onClick={show}
    >
      <th scope="row">
        <button
          type="button"
          class="array-name"
          data-array={name}
          aria-pressed={isShown}
          tabIndex={isShown ? 0 : -1}
          onClick={show}
          onFocus={() => {
            point(true);
          }}
          onBlur={() => {
            point(false);
          }}
        >
          {name}
        </button>
      </th>
      <td class="shape-cell">{shapeText(store, value, shape)}</td>
      <td class="verdict-cell" colSpan={asked === null ? 1 : 2}>
        {value === null ? (
          like !== name && <code>{like}</code>
        ) : (
          <>
            <Icon name={value.ok ? 'check' : 'close'} />
            <span title={describeWhere(value, strings)}>
              {value.ok ? strings.agrees : strings.differs}
              {asked !== null && strings.notShape(describeShape(asked, strings))}
            </span>
          </>
        )}
      </td>
      {asked === null && (
        <td class="number">{value === null || value.ok ? '' : formatError(value.maxRelError)}</td>
      )}
    </tr>
  );
}

function shapeText(store: FromStore, value: ValueReport | null, shape: readonly number[] | null): string {
  const strings = store.strings.value;
  if (value === null) return shape === null ? '–' : describeShape(shape, strings);
  if (value.actualShape === null) return strings.noValue;
  return describeShape(value.actualShape, strings);
}

/** The shape that was asked for where another one came: there is no error to tell then. */
function expectedInstead(value: ValueReport | null): readonly number[] | null {
  if (value?.actualShape == null || sameShape(value.actualShape, value.expectedShape)) return null;
  return value.expectedShape;
}
