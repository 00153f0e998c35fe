import { createHash } from 'crypto';

/** Enough that two names of one program hardly ever meet. */
const DIGITS = 8;

/** A name as it is, or, where it is too long, its beginning and a hash of the whole, so that it follows from the name alone. */
export function shortened(name: string, longest: number): string {
  if (name.length <= longest) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, DIGITS);
  return `${name.slice(0, longest - DIGITS - 1).replace(/(?<![-.])[-.]+$/, '')}.${hash}`;
}
