import { survivesYaml } from './manifest-text';
import { quote, TopologyError } from './topology-error';

/** Prefixes that issuers give to their credentials. Sources: the issuers' secret-scanning documentation. */
const KNOWN_PREFIXES = /(^|[/:])((AKIA|ASIA)[0-9A-Z]{16}|gh[opsu]_|github_pat_|glpat-|xox[abprs]-|[rs]k_live_|sk-[A-Za-z0-9_-]{20}|AIza[A-Za-z0-9_-]{20}|hvs\.|s\.[A-Za-z0-9]{24}|eyJ[A-Za-z0-9_-]{10,}\.|-----BEGIN )/;
const URL_WITH_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const PASSWORD_IN_DSN = /(password|passwd|(?<![a-z])pass(phrase)?|pwd|secret|token|api[_-]?key|signature|sig)\s*=/i;
/** Behind "password=", or a key; \0 stands for what is not known yet. */
const WRITTEN_PASSWORD = new RegExp(`${PASSWORD_IN_DSN.source}\\s*['"]?[^\\s'"&;,\\0]|-----BEGIN `, 'i');
/** The last word of what is named a secret: PGPASSWORD, MONGO_PASS, api-key, clientSecret; neither TOKEN_TYPE nor MAX_TOKENS. */
const NAME_OF_SECRET = /(password|passwd|pwd|passphrase|(?<![a-z])pass|token|secret|(api|access|secret|private)[_-]?key|credential)$/i;
/** A user and a password before an "@" without a scheme, as drivers of Go take them: `app:secret@tcp(`. */
const WRITTEN_LOGIN = /(?<![^\s'"=,;])[^\s:/@\0'"=,;]*:[^\s:/@\0'"=,;]+@/;
const HEX_DIGEST = /^(?=[a-f]*\d)[0-9a-f]{32,}$/i;
/** Secrets Manager takes 512, Key Vault 127, a Vault path has no bound: what is longer is no name. */
const LONGEST_KEY = 1024;

/**
 * Throws BST511 if a URL, host or DSN carries a credential. The message never repeats the text.
 *
 * Any "@" counts: where a password is pasted with a raw "/" or without a scheme, no parser finds the userinfo that a reader sees.
 */
export function assertNoUserinfo(text: string, path: string): string {
  if (typeof text === 'string' && (text.includes('@') || PASSWORD_IN_DSN.test(text))) {
    throw new TopologyError({
      code: 'BST511',
      path,
      problem: 'a URL with a user or password in it (not repeated here)',
      fix: 'give host and port, and the credentials as SecretStore.cluster(name).secret(key); write an "@" of a path as %40',
    });
  }
  return text;
}

/** Throws BST511 if a URL or a connection string stands where a name is due: most have a password. The message never repeats the text. */
export function assertNoUrl(text: string, path: string): string {
  if (typeof text !== 'string' || !URL_WITH_SCHEME.test(text) && !PASSWORD_IN_DSN.test(text)) return text;
  throw new TopologyError({
    code: 'BST511',
    path,
    problem: 'a URL or a connection string stands where a name is due (not repeated here)',
    fix: 'give the name alone, host and port beside it, and the credentials as SecretStore.cluster(name).secret(key)',
  });
}

/**
 * Throws BST510 unless the text can be the name of a store's entry or of a property of one; BST511 if it is a URL or DSN with a credential in
 * it. The message never repeats the text.
 *
 * Stores take almost any text for a name (`rds!cluster-4f…`, an UUID, a digest, spaces), so only what an issuer marks as a credential is one.
 * Sources: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html (Name), https://developer.1password.com/docs/cli/reference/
 */
export function assertStoreKey(text: string, path: string): string {
  const isText = typeof text === 'string' && text.trim() !== '' && text.length <= LONGEST_KEY && survivesYaml(text);
  if (isText && (URL_WITH_SCHEME.test(text) || PASSWORD_IN_DSN.test(text))) assertNoUserinfo(text, path);
  if (!isText || KNOWN_PREFIXES.test(text)) throw literalSecret(path);
  return text;
}

/**
 * Throws BST511 or BST510 if a credential stands in a text over roles, in which `{role}` stands for what is not known yet, and `{role?yes:no}` for
 * two words that are: a password that is written down where a role is due, or what an issuer marks. The message never repeats the text.
 */
export function assertNoCredentialAmongRoles(text: string, path: string): string {
  for (const word of text.includes('?') ? ['$1', '$2'] : ['']) {
    const known = text.replace(/\{\{|\}\}/g, '').replace(WORDS, word).replace(/\{[^{}]*\}/g, '\0');
    assertNoneWritten(known, path, IN_ITS_PLACE);
    if (WRITTEN_LOGIN.test(known)) throw writtenInText(path, IN_ITS_PLACE);
  }
  return text;
}

/** `{role?yes:no}` */
const WORDS = /\{[^{}:?]*\?([^{}:]*):([^{}:]*)\}/g;

const IN_ITS_PLACE = 'write the role of the credential in its place: {password:percent} in a URL, {password:libpq} in a connection string of keywords';

function writtenInText(path: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST511', path, problem: 'a text with a password in it (not repeated here)', fix });
}

/** Throws BST511 or BST510 if a credential stands in a text that anybody may read. The message never repeats the text. */
export function assertNoCredentialInText(text: string, path: string): string {
  assertNoneWritten(text, path, 'keep the credential in a secret store, and leave it out here');
  return text;
}

/** \0 stands for what is not known yet. */
function assertNoneWritten(known: string, path: string, fix: string): void {
  if (WRITTEN_PASSWORD.test(known) || hasWrittenUserinfo(known)) {
    throw writtenInText(path, fix);
  }
  for (const word of decoded(known).split(/[\0\s=&;,@'"?]+/)) assertNoCredential(word, path);
}

/** Percent-escapes of ASCII say what they stand for: `%7B%22` is no credential, it is a brace and a quote. */
function decoded(text: string): string {
  return text.replace(/%[0-7][0-9A-Fa-f]/g, escape => String.fromCharCode(parseInt(escape.slice(1), 16)));
}

/** Whether something that is written down stands between a ":" of an authority and the next "@"; \0 stands for what is not known yet. One pass. */
function hasWrittenUserinfo(text: string): boolean {
  let inAuthority = false;
  let colon: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '@' && colon !== undefined && at > colon + 1) return true;
    if (/[\s@\0]/.test(sign)) colon = undefined;
    if (/[\s/?#]/.test(sign)) inAuthority = text.endsWith('://', at + 1);
    else if (sign === ':' && inAuthority) colon ??= at;
  }
  return false;
}

/** Throws BST510 if text looks like a credential, whatever else is wrong with it. The message never repeats the text. */
export function assertNoCredential(text: string, path: string): string {
  if (typeof text === 'string' && looksLikeCredential(text)) throw literalSecret(path);
  return text;
}

/** Whether what has this name is a secret by what the name says. Whoever writes it down gives it away, whatever it looks like. */
export function namesSecret(name: string): boolean {
  return NAME_OF_SECRET.test(name);
}

/** The refusal of a text that is written down under the name of a secret. The message has the name and never the text. */
export function writtenSecret(what: string, name: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST510',
    path,
    problem: `${what} ${quote(name)} is the name of a secret, and its text is written down (not repeated here)`,
    fix: 'keep the credential in a secret store and refer to it, as by SecretStore.cluster(name).secret(key); where the text is no secret, give it another name',
  });
}

/** The refusal of a credential that stands where its name is due. */
export function literalSecret(path: string): TopologyError {
  return new TopologyError({
    code: 'BST510',
    path,
    problem: 'a literal that looks like a credential stands where the name of one is due (not repeated here)',
    fix: 'keep the credential in a secret store and give the name of its entry there: printable text of at most 1024 characters',
  });
}

/** Whether an issuer marks the text as a credential of its own, by how it begins. */
export function isMarkedCredential(text: string): boolean {
  return KNOWN_PREFIXES.test(text);
}

/** Whether an issuer's prefix stands in front, or a part is a digest or looks random: nobody names an entry so. */
export function looksLikeCredential(text: string): boolean {
  return KNOWN_PREFIXES.test(text) || text.split(/[._/:-]/).some(part => HEX_DIGEST.test(part) || looksRandom(part));
}

/** A long run of letters and digits of high entropy, with digits in several places or more changes of case than words have. */
function looksRandom(part: string): boolean {
  if (part.length < 20 || entropyPerCharacter(part) <= 3.6) return false;
  const runs = part.match(/[a-z]+|[A-Z]+|[0-9]+/g) ?? [];
  return runs.filter(run => /[0-9]/.test(run)).length > 1 || runs.length > 0.42 * part.length;
}

function entropyPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - count / text.length * Math.log2(count / text.length), 0);
}
