import { createHash } from 'crypto';

/** Enough that two names of one program hardly ever meet. */
const DIGITS = 8;

/** Source: RFC 1035, 2.3.4 */
const LABEL = 63;
const NAME = 253;

/** A name as it is, or, where it is too long, its beginning and a hash of the whole, so that it follows from the name alone. */
export function shortened(name: string, longest: number): string {
  if (name.length <= longest) return name;
  return `${name.slice(0, longest - DIGITS - 1).replace(/(?<![-.])[-.]+$/, '')}.${shortHash(name)}`;
}

/** The same of a name without dots, as the label of a DNS name. */
export function shortenedLabel(name: string): string {
  return shortened(name, LABEL).replace('.', '-');
}

/** A name of an object without dots, told apart by a hash from others that differ by them alone. */
export function undotted(name: string): string {
  return `${name.replaceAll('.', '-').slice(0, NAME - DIGITS - 1)}-${shortHash(name)}`;
}

/** A few digits that follow from a text alone. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, DIGITS);
}
