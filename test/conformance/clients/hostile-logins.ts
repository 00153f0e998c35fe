import fc from 'fast-check';

/** A user that a server knows. */
export interface Login {
  readonly username: string;
  readonly password: string;
}

/** One that shows most of it by itself. */
const TEXTBOOK: Login = { username: 'us+er%ü@/:', password: 'p@ss/w:rd?#%+ ü&=' };

/** What breaks URLs, templates, shells, `$(VAR)` and their readers. */
const FRAGMENTS = [
  TEXTBOOK.password, '%', '%%', '%2F', '%zz', '%20', '+', ' ', '  ', '@', ':', '/', '//', '?', '#', '&', '=', ';', ',', '..', '$', '$$', '$(HOME)', '$(DATABASE_URI)',
  '$(', '${HOME}', '`id`', '"', "'", '\\', '\\n', '{{', '}}', '{{ .password }}', '{{ "{" }}', '<', '>', '|', '^', '[', ']', '(', ')', '*', '!', '~', '-', '--',
  '?sslmode=disable', '@evil.example.com:1/', '&host=evil', 'ß', 'é', '漢字', 'Ω', '\u{1F600}', '\u{10400}',
];

/** Half of it fragments, half of it any printable ASCII; the whole at most 100 characters long. */
const HOSTILE_TEXT = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 6 })), { minLength: 1, maxLength: 12 })
  .map(parts => [...parts.join('')].slice(0, 100).join(''))
  .filter(isStablePassword);

/**
 * Hostile users and passwords: the same ones in every run, the textbook's first, no user twice.
 *
 * @param usernames what the server takes for one
 * @param passwords what it takes for a password
 */
export function hostileLogins(count: number, usernames: (text: string) => boolean, passwords: (text: string) => boolean = () => true): Login[] {
  const login = fc.record({ username: HOSTILE_TEXT.filter(usernames), password: HOSTILE_TEXT.filter(passwords) });
  const others = count - 1;
  const logins = fc.uniqueArray(login, { minLength: others, maxLength: others, selector: ({ username }) => username });
  return [textbook(usernames), ...fc.sample(logins, { numRuns: 1, seed: 42 })[0]];
}

/** The textbook's password is everywhere; its user has a plain name where the server takes no such one. */
function textbook(usernames: (text: string) => boolean): Login {
  return usernames(TEXTBOOK.username) ? TEXTBOOK : { ...TEXTBOOK, username: 'textbook' };
}

/** PostgreSQL cuts longer names (NAMEDATALEN), and keeps this prefix for itself. */
export function isPostgresUser(text: string): boolean {
  return Buffer.byteLength(text) <= 63 && !text.startsWith('pg_');
}

/** `ACLSetUser` of Redis refuses spaces. */
export function isRedisUser(text: string): boolean {
  return !/\s/.test(text);
}

/**
 * Whether SASLprep (RFC 4013) leaves it as it is. It maps other texts to one another, which is between PostgreSQL and its clients; and they
 * do not agree on all of Unicode.
 */
function isStablePassword(text: string): boolean {
  return text.normalize('NFKC') === text;
}
