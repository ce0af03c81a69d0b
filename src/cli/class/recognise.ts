/** Which exercise a file's name means: exactly its id, or something near it, as editors and portals change names. */

/** How a name was read. `rest` is what the name holds beside the id: whose it is, in folders without subfolders. */
export type Recognised =
  | { readonly kind: 'exact'; readonly id: string }
  | { readonly kind: 'near'; readonly id: string; readonly rest: string }
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

/** What systems and people append to copies: ` (1)`, ` - Copy`, `_v2`, ` 복사본`. It says nothing of whose it is. */
const copyMark = /^(?:copy|copie|kopie|final|fixed|new|v|\d{1,2}|복사본|사본|의|최종|수정)$/u;

/** Files about an exercise that are not its snippet. */
const otherUse =
  /^(?:test|tests|conftest|util|utils|helper|helpers|notes|readme|old|bak|backup|draft|scratch|tmp|temp)$/u;

/** The words of a name: letters and digits part, and so do small letters and capitals, and scripts (`cost의 사본`). */
function wordsOf(name: string): string[] {
  return name
    .normalize('NFC')
    .replaceAll(
      /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})|(?<=\p{Script=Latin})(?=\p{Script=Hangul})|(?<=\p{Script=Hangul})(?=\p{Script=Latin})/gu,
      '-',
    )
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

interface Place {
  readonly id: string;
  readonly begin: number;
  readonly end: number;
}

/** Where the words of an id stand, in their order, among those of a name; a word of one may be joined in the other. */
function placesOf(id: string, words: readonly string[]): Place[] {
  const wanted = wordsOf(id).join('');
  return words.flatMap((_, begin) => {
    let joined = '';
    for (let end = begin; end < words.length && joined.length < wanted.length; end++) {
      joined += words[end] ?? '';
      if (joined === wanted) return [{ id, begin, end: end + 1 }];
    }
    return [];
  });
}

/** Reads the name of a file (without folders) against the ids of exercises. */
export function recognise(file: string, ids: readonly string[]): Recognised {
  const exact = ids.find((id) => file === `${id}.py`);
  if (exact !== undefined) return { kind: 'exact', id: exact };
  const stem = /^([^.].*?)\.(?:py|ipynb|py\.txt|ipynb\.txt)$/iu.exec(file)?.[1];
  if (stem === undefined) return { kind: 'none' };
  const words = wordsOf(stem);
  const all = ids.flatMap((id) => placesOf(id, words));
  // `relu` also stands in `relu-derivative`: the longest counts.
  const places = all.filter(
    (one) =>
      !all.some(
        (other) =>
          other.begin <= one.begin && other.end >= one.end && other.end - other.begin > one.end - one.begin,
      ),
  );
  const found = [...new Set(places.map(({ id }) => id))];
  const [place] = places;
  if (!place) return { kind: 'none' };
  if (found.length > 1) return { kind: 'several', ids: found };
  const others = words.filter((_, i) => i < place.begin || i >= place.end);
  if (others.some((word) => otherUse.test(word))) return { kind: 'none' };
  // Two numbers that begin alike: `cost (1)` is a copy, `cost_20231234` says whose it is.
  return { kind: 'near', id: place.id, rest: others.filter((word) => !copyMark.test(word)).join('-') };
}
