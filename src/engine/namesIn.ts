/** The keys of a table, in its order: what a name may be follows from the table. */
export function namesIn<K extends string>(table: Readonly<Record<K, object>>): readonly [K, ...K[]] {
  return Object.keys(table) as [K, ...K[]];
}
