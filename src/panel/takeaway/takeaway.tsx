/** What lies over the right side after a pass: what it means, why it is right, what is worth a try, and the way on. */
import type { JSX } from 'preact';
import type { Report } from '../../grader/report';
import { goOnTo } from '../course/header';
import { Icon } from '../elements/icon';
import { Message } from '../text/message';
import { Prose } from '../text/prose';
import type { FromStore } from './fromStore';
import { endingOf, type Ending } from './ending';
import { headlineOf } from './headlines';
import { Sketch } from './sketch';
import { endingWords } from './words';

/** What the sheet says, from its drawing to the button that leads on. */
export function Takeaway({ store }: { readonly store: FromStore }): JSX.Element | null {
  const strings = store.strings.value;
  const language = store.language.value;
  const exercise = store.exercise.value;
  const report = store.report.value;
  if (exercise === null) return null;
  const ending = endingOf(store.chapters.value, exercise.id);
  return (
    <>
      <div class="sheet-body passed" tabIndex={0} role="group" aria-label={strings.takeaway}>
        <Sketch exercise={exercise} />
        <p class="eyebrow is-right">
          <Icon name="pass-filled" />
          {strings.passedOne}
        </p>
        <h2>{headlineOf(exercise.id, language) ?? exercise.title[language]}</h2>
        {ending?.complete != null && <Completed store={store} ending={ending} />}
        <div class="lead">
          <Prose text={exercise.explanation[language]} />
        </div>
        {report !== null && <Remarks store={store} report={report} />}
        <div class="worth">
          <h3>{strings.whatNext}</h3>
          <Prose text={exercise.next[language]} />
        </div>
      </div>
      {ending !== null && <Onward store={store} ending={ending} />}
    </>
  );
}

/** Which convention the pass followed, and the like. */
function Remarks({ store, report }: { readonly store: FromStore; readonly report: Report }): JSX.Element {
  return (
    <>
      {report.remarks.map(({ code, message }) => (
        <p key={message} class="muted">
          <Message store={store} text={message} symbols={code === 'convention'} />
        </p>
      ))}
    </>
  );
}

interface EndingProps {
  readonly store: FromStore;
  readonly ending: Ending;
}

/** A chapter's or the course's end, and what comes after it. */
function Completed({ store, ending }: EndingProps): JSX.Element {
  const language = store.language.value;
  const words = endingWords(language);
  const { complete, chapter, nextChapter, count, open } = ending;
  const title = chapter.title[language];
  return (
    <div class="completed">
      {complete === 'course' ? (
        <>
          <p>
            <strong>{words.courseDone(count)}</strong>
          </p>
          <p>{words.afterCourse}</p>
        </>
      ) : (
        <>
          <p>
            <strong>{words.chapterDone(title, chapter.exercises.length)}</strong>
          </p>
          {chapter.id === 'from-the-notes' && <p>{words.notesDone}</p>}
          <p>
            {nextChapter === null ? words.remaining(open.length) : words.goesOn(nextChapter.title[language])}
          </p>
          {nextChapter !== null && <p class="muted">{nextChapter.about[language]}</p>}
        </>
      )}
    </div>
  );
}

function Onward({ store, ending }: EndingProps): JSX.Element {
  const strings = store.strings.value;
  const language = store.language.value;
  const words = endingWords(language);
  const { chapter, passedInChapter, passed, count, next, open } = ending;
  const isEndOfList = store.neighbour(1) === null && next !== null;
  const inChapter = chapter.exercises.length;
  return (
    <div class="sheet-foot passed">
      <div class="progress-line">
        <span class="progress-bar" aria-hidden="true">
          <i style={{ '--share': String(passedInChapter / Math.max(1, inChapter)) }} />
        </span>
        <span title={words.ofCourse(passed, count)}>
          {isEndOfList
            ? words.lastOfList(open.length)
            : words.inChapter(passedInChapter, inChapter, chapter.title[language])}
        </span>
      </div>
      {next === null ? (
        <button
          type="button"
          class="primary"
          onClick={() => {
            store.sheet.value = null;
            store.view.page.value = 'chapters';
          }}
        >
          {words.seeMap}
          <Icon name="arrow-right" />
        </button>
      ) : (
        <button type="button" class="primary" onClick={() => void goOnTo(store, next)}>
          {isEndOfList ? next.title[language] : strings.nextExercise(next.title[language])}
          <Icon name="arrow-right" />
        </button>
      )}
    </div>
  );
}
