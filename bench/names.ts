/** A name whose order among others is that of the numbers: `w00041`. */
export function nameOf(what: string, i: number): string {
  return `${what}${String(i).padStart(5, '0')}`;
}
