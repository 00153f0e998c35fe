import { survivesYaml } from './manifest-text';
import { TopologyError } from './topology-error';

/** Prefixes that issuers give to their credentials. Sources: the issuers' secret-scanning documentation. */
const KNOWN_PREFIXES = /(^|[/:])((AKIA|ASIA)[0-9A-Z]{16}|gh[opsu]_|github_pat_|glpat-|xox[abprs]-|[rs]k_live_|sk-[A-Za-z0-9_-]{20}|AIza[A-Za-z0-9_-]{20}|hvs\.|s\.[A-Za-z0-9]{24}|eyJ[A-Za-z0-9_-]{10,}\.|-----BEGIN )/;
const URL_WITH_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const PASSWORD_IN_DSN = /(password|passwd|pwd|secret|token|api[_-]?key|signature|sig)\s*=/i;
const HEX_DIGEST = /^(?=[a-f]*\d)[0-9a-f]{32,}$/i;
const NAME_OF_SECRET = /^[A-Za-z0-9._/:-]+$/;

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

/** Throws BST510 if text that should name a secret looks like the secret itself. The message never repeats the text. */
export function assertReference(text: string, path: string): string {
  const isText = typeof text === 'string';
  if (isText && (URL_WITH_SCHEME.test(text) || PASSWORD_IN_DSN.test(text))) assertNoUserinfo(text, path);
  if (!isText || text.length > 253 || !NAME_OF_SECRET.test(text) || !survivesYaml(text)) throw literalSecret(path);
  return assertNoCredential(text, path);
}

/** Throws BST510 if text looks like a credential, whatever else is wrong with it. The message never repeats the text. */
export function assertNoCredential(text: string, path: string): string {
  if (typeof text === 'string' && looksLikeCredential(text)) throw literalSecret(path);
  return text;
}

function literalSecret(path: string): TopologyError {
  return new TopologyError({
    code: 'BST510',
    path,
    problem: 'a literal that looks like a credential stands where the name of one is due (not repeated here)',
    fix: 'keep the credential in a secret store and give its name: letters, digits, ".", "_", "-", "/" and ":"',
  });
}

/** Whether an issuer's prefix stands in front, or a part is a digest or looks random: nobody names an entry so. */
function looksLikeCredential(text: string): boolean {
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
