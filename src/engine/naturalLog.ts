export function naturalLog(x: number): number {
  return Math.log(x);
}
