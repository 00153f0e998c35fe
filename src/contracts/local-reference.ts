import { posix } from 'path';
import { ContractReading, hasInvisible } from './contract-reading';

/** A `$ref` that stays in the folder of its contract. @internal */
export interface LocalReference {
  /** File relative to the contract's folder, normalized, with `/`. */
  readonly file: string;
  /** What follows `#`, still percent-encoded. */
  readonly fragment: string;
}

const LONGEST = 1024;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Reads a `$ref` that stands in `from`; throws BST710 unless it points into a file of the contract's folder.
 *
 * Only the text is judged here. Whether a symbolic link leads out of the folder shows when the file is opened.
 *
 * @param line the line that it stands at, asked where a message names it
 */
export function parseReference(ref: string, from: string, reading: ContractReading, line?: () => number): LocalReference {
  const refused = (reason: string) => reading.refusal(
    `${reading.reference(ref, line)} ${reason}: allowed are "#/..." and relative files in the folder of the contract`,
    'copy what it refers to into that folder, and refer to the copy',
  );
  if (ref.length > LONGEST) throw refused(`is longer than ${LONGEST} characters`);
  const hash = ref.indexOf('#');
  const fragment = hash === -1 ? '' : ref.slice(hash + 1);
  const encoded = hash === -1 ? ref : ref.slice(0, hash);
  if (encoded === '') return { file: from, fragment };
  const target = decoded(encoded);
  const reason = target === undefined ? 'is not valid percent-encoding' : outside(target);
  if (target === undefined || reason !== undefined) throw refused(reason!);
  const file = posix.join(posix.dirname(from), target);
  if (file === '..' || file.startsWith('../')) throw refused('leaves the folder of the contract');
  return { file, fragment };
}

/** The text without percent-encoding, or undefined if that is malformed. */
export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function outside(target: string): string | undefined {
  if (SCHEME.test(target)) return 'names a scheme or a drive';
  if (target.startsWith('//')) return 'names a host';
  if (target.startsWith('/')) return 'is an absolute path';
  if (target.includes('\\')) return 'contains a backslash';
  if (hasInvisible(target)) return 'contains an invisible character';
  return undefined;
}
