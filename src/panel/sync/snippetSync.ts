/** Keeps the panel's text and the file's text the same while both are typed into, and loses no keystroke of either. */
import { ChangeSet, Text } from '@codemirror/state';
import type { SnippetText, Typed } from '../../protocol/messages';
import { difference, type TextChange } from '../../protocol/textChanges';

/** Changes to send, the version of the text they apply to, and how many changes the page has made with them. */
export interface Outgoing {
  readonly version: number;
  readonly changes: readonly TextChange[];
  readonly count: number;
}

/** What must survive a reload of the panel; see `Typed`. */
export type Unsaved = Pick<Typed, 'count' | 'text' | 'known'>;

type Incoming = Omit<SnippetText, 'exercise'>;

/** News that wait, and the change from the agreed text to theirs. */
interface Held {
  readonly text: string;
  readonly version: number;
  readonly change: ChangeSet;
}

/**
 * The panel's text is `agreed` + `sent` + `unsent`. One batch of changes is on its way at a time. What the other
 * side typed waits in `held` until that batch is answered, so that it is always known whether it contains the batch;
 * then it is merged by mapping the two changes over each other, and both texts keep what was typed.
 */
export class SnippetSync {
  #agreed: Text;
  #version: number;
  #sent: ChangeSet | null = null;
  #unsent: ChangeSet;
  #held: Held | null = null;
  /** How many changes the page has made: all, those up to the batch on its way, those that have come. */
  #counts = { all: 0, sent: 0, agreed: 0 };

  constructor(snippet: Incoming) {
    this.#agreed = toText(snippet.text);
    this.#version = snippet.version;
    this.#unsent = ChangeSet.empty(this.#agreed.length);
  }

  /** The version both sides agreed on last. */
  get version(): number {
    return this.#version;
  }

  /** The text of that version. */
  get agreedText(): string {
    return this.#agreed.toString();
  }

  /** Whether both sides hold the same text, as far as the panel knows. */
  get settled(): boolean {
    return this.#sent === null && this.#unsent.empty && this.#held === null;
  }

  /** The panel's text. */
  get text(): string {
    return this.#document().toString();
  }

  /** The learner typed in the panel. */
  local(changes: ChangeSet): void {
    this.#counts.all++;
    this.#unsent = this.#unsent.compose(changes);
  }

  /**
   * The file has another text now; `changes`, if given, are how it came from the one before. Older news than what is
   * known already is dropped.
   */
  receive(snippet: Incoming, changes: readonly TextChange[] | null = null): void {
    if (snippet.version <= (this.#held ?? { version: this.#version }).version) return;
    this.#hold(snippet, changes);
  }

  /** The batch to send now, or null; what is returned counts as sent. */
  next(): Outgoing | null {
    if (this.#sent !== null || this.#held !== null || this.#unsent.empty) return null;
    this.#sent = this.#unsent;
    this.#unsent = ChangeSet.empty(this.#sent.newLength);
    this.#counts.sent = this.#counts.all;
    return { version: this.#version, changes: toTextChanges(this.#sent), count: this.#counts.sent };
  }

  /** The batch stands in the file, whose version it made. */
  accepted(version: number): void {
    if (this.#sent === null) return;
    this.#agreed = this.#sent.apply(this.#agreed);
    this.#version = version;
    this.#sent = null;
    this.#counts.agreed = this.#counts.sent;
    const held = this.#held;
    this.#held = null;
    // What is held was told as a change of the text before the batch; now it is one of the text with it.
    if (held !== null && held.version > version) this.#hold(held, null);
  }

  /** The batch was refused because the file had moved on: it will be merged and sent again. */
  rejected(snippet: Incoming): void {
    this.#takeBack();
    // A refusal with the version already agreed on still tells the file's text; it must not be dropped as old news.
    if (this.#held === null || snippet.version > this.#held.version) this.#hold(snippet, null);
  }

  /** The batch was never answered: all that has been typed is handed in instead, as after a reload. */
  handIn(): Unsaved {
    const unsaved = this.unsaved() ?? { count: this.#counts.all, text: this.text, known: [this.#known()] };
    if (this.#sent !== null) this.#unsent = this.#sent.compose(this.#unsent);
    this.#sent = this.#unsent;
    this.#unsent = ChangeSet.empty(this.#sent.newLength);
    this.#counts.sent = this.#counts.all;
    return unsaved;
  }

  /** What was handed in is in this text. */
  handedIn(snippet: Incoming): void {
    // News of an extension that has begun anew since count from elsewhere; this is what there is now.
    const newer = this.#held !== null && this.#held.version > snippet.version ? this.#held : snippet;
    this.#held = null;
    this.accepted(snippet.version);
    if (newer.text !== this.#agreed.toString()) this.#hold(newer, null);
  }

  /** Merges what the other side typed; returns the change that the panel's document needs, or null. */
  integrate(): ChangeSet | null {
    const incoming = this.#held;
    if (incoming === null || this.#sent !== null) return null;
    this.#held = null;
    const remote = incoming.change;
    const change = remote.map(this.#unsent, true);
    this.#unsent = this.#unsent.map(remote);
    this.#agreed = remote.apply(this.#agreed);
    this.#version = incoming.version;
    return change;
  }

  /** What to store in case the panel goes away now; null when nothing would be lost. */
  unsaved(): Unsaved | null {
    if (this.#sent === null && this.#unsent.empty) return null;
    const known = [this.#known()];
    if (this.#sent !== null)
      known.push({ count: this.#counts.sent, text: this.#sent.apply(this.#agreed).toString() });
    return { count: this.#counts.all, text: this.text, known };
  }

  #known(): Unsaved['known'][number] {
    return { count: this.#counts.agreed, text: this.#agreed.toString() };
  }

  #hold(snippet: Incoming, changes: readonly TextChange[] | null): void {
    const before = this.#held?.change ?? ChangeSet.empty(this.#agreed.length);
    const exact = changes === null ? null : compose(this.#agreed, before, changes);
    // Told changes are taken only if they lead to the told text: the batch that is on its way may be in it already.
    const fits = exact?.apply(this.#agreed).eq(toText(snippet.text)) === true;
    this.#held = {
      text: snippet.text,
      version: snippet.version,
      change: fits ? exact : changeBetween(this.#agreed, snippet.text),
    };
  }

  #takeBack(): void {
    if (this.#sent === null) return;
    this.#unsent = this.#sent.compose(this.#unsent);
    this.#sent = null;
  }

  #document(): Text {
    const base = this.#sent === null ? this.#agreed : this.#sent.apply(this.#agreed);
    return this.#unsent.apply(base);
  }
}

function toText(text: string): Text {
  return Text.of(text.split('\n'));
}

/** Both changes in one; null where the second does not fit behind the first. */
function compose(agreed: Text, before: ChangeSet, changes: readonly TextChange[]): ChangeSet | null {
  const length = before.newLength;
  if (!changes.every(({ from, to }) => from <= to && to <= length)) return null;
  const text = before.apply(agreed);
  // A change may replace more than it changes (a whole file, read again): what stays the same keeps its place.
  const finest = changes.flatMap(({ from, to, insert }) =>
    difference(text.sliceString(from, to), insert).map((inner) => ({
      from: from + inner.from,
      to: from + inner.to,
      insert: inner.insert,
    })),
  );
  return before.compose(ChangeSet.of(finest, length, '\n'));
}

function toTextChanges(changes: ChangeSet): TextChange[] {
  const result: TextChange[] = [];
  changes.iterChanges((from, to, _fromB, _toB, inserted) => {
    result.push({ from, to, insert: inserted.toString() });
  });
  return result;
}

function changeBetween(before: Text, after: string): ChangeSet {
  return ChangeSet.of([...difference(before.toString(), after)], before.length, '\n');
}
