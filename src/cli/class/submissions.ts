/** A folder of a class as submissions: which file is whose answer to which exercise, and what is none. */
import { statSync } from 'node:fs';
import { allExercises } from '../../course/course';
import type { Exercise } from '../../course/judgedExercise';
import { reasonOf } from '../source';
import { UsageError } from '../usage';
import { reason, type Reason } from './reason';
import { recognise } from './recognise';
import { walk, type Found } from './walk';

export interface Submission {
  /** As it is shown: below the folder that was given. */
  readonly file: string;
  /** How it is opened. */
  readonly path: Buffer;
  readonly learner: string;
  readonly exercise: Exercise;
  /** Whether the name is not the exercise's, only near it. */
  readonly isNear: boolean;
}

/** A file that is not judged, and why. */
export interface Unjudged {
  readonly file: string;
  readonly reason: Reason;
  /** Whose answer to what it would have been; null where its name is no exercise's. */
  readonly answer: { readonly learner: string; readonly exercise: Exercise } | null;
}

export interface Class {
  readonly submissions: readonly Submission[];
  readonly unjudged: readonly Unjudged[];
}

interface Candidate {
  readonly found: Found;
  readonly folder: string;
  readonly exercise: Exercise;
  readonly isNear: boolean;
  readonly rest: string;
}

function split(name: string): readonly [folder: string, own: string] {
  const at = name.lastIndexOf('/');
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}

/** What a found file is: a candidate, or not to be judged. */
function read(found: Found, shown: string, exercises: readonly Exercise[]): Candidate | Unjudged {
  const [folder, own] = split(found.name);
  const recognised = recognise(
    own,
    exercises.map((one) => one.id),
  );
  const id = recognised.kind === 'exact' || recognised.kind === 'near' ? recognised.id : null;
  const exercise = exercises.find((one) => one.id === id);
  if (found.reason) {
    const answer = exercise ? { learner: folder === '' ? '.' : folder, exercise } : null;
    return { file: shown, reason: found.reason, answer };
  }
  if (recognised.kind === 'several') {
    return { file: shown, reason: reason('several-exercises', recognised.ids.join(', ')), answer: null };
  }
  if (!exercise) {
    return {
      file: shown,
      reason: reason(own.startsWith('.') ? 'hidden' : 'not-an-exercise'),
      answer: null,
    };
  }
  const isNear = recognised.kind === 'near';
  return { found, folder, exercise, isNear, rest: recognised.kind === 'near' ? recognised.rest : '' };
}

function groups<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = found.get(key);
    if (group) group.push(one);
    else found.set(key, [one]);
  }
  return found;
}

/**
 * Folders in which the names of files say whose they are: the class's own, and those in which several names beside an
 * exercise's stand (`kim_cost.py`, `lee_cost.py`). Everywhere else the folder is the learner.
 */
function sharedFolders(candidates: readonly Candidate[]): ReadonlySet<string> {
  const shared = new Set(['']);
  for (const group of groups(candidates, (one) => `${one.folder}\0${one.exercise.id}`).values()) {
    const names = new Set(group.map(({ rest }) => rest).filter((rest) => rest !== ''));
    if (names.size > 1 && group[0]) shared.add(group[0].folder);
  }
  return shared;
}

/** The exercise's own name first, then what was written last. */
function preference(a: Candidate, b: Candidate): number {
  return Number(a.isNear) - Number(b.isNear) || b.found.modified - a.found.modified;
}

/** Reads a folder. A `UsageError` where the folder itself cannot be read. */
export function classIn(folder: string): Class {
  let found: Found[];
  try {
    if (!statSync(folder).isDirectory()) throw new Error('it is not a folder');
    found = walk(folder);
  } catch (error) {
    throw new UsageError(`cannot read the folder ${folder}: ${reasonOf(error)}`);
  }
  const shownOf = (name: string): string => (name === '' ? folder : `${folder.replace(/\/+$/u, '')}/${name}`);
  const exercises = allExercises();
  const all = found.map((one) => read(one, shownOf(one.name), exercises));
  const candidates = all.filter((one) => 'found' in one);
  const shared = sharedFolders(candidates);
  const learnerOf = ({ folder: own, rest }: Candidate): string =>
    shared.has(own) && rest !== '' ? (own === '' ? rest : `${own}/${rest}`) : own === '' ? '.' : own;
  const unjudged = all.filter((one) => 'reason' in one);
  const chosen = new Map<Candidate, Submission>();
  for (const group of groups(candidates, (one) => `${learnerOf(one)}\0${one.exercise.id}`).values()) {
    const [first, ...others] = [...group].sort(preference);
    if (!first) continue;
    const { exercise, isNear } = first;
    const file = shownOf(first.found.name);
    chosen.set(first, { file, path: first.found.path, learner: learnerOf(first), exercise, isNear });
    for (const other of others) {
      const why = reason('another-judged', split(first.found.name)[1]);
      unjudged.push({ file: shownOf(other.found.name), reason: why, answer: null });
    }
  }
  return { submissions: candidates.flatMap((one) => chosen.get(one) ?? []), unjudged };
}
