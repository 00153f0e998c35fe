/** Each value once, in the order of the first; most lists that ask have one. */
export function distinct<T>(values: readonly T[]): T[] {
  return values.length < 2 ? [...values] : [...new Set(values)];
}
