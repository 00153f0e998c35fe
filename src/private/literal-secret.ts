import { TopologyError } from './topology-error';

/** Prefixes that issuers give to their credentials. Sources: the issuers' secret-scanning documentation. */
const KNOWN_PREFIXES = /^(AKIA|ASIA|ghp_|gho_|ghs_|github_pat_|glpat-|xox[abprs]-|sk_live_|rk_live_|sk-|AIza|hvs\.|s\.[A-Za-z0-9]{24}|eyJ[A-Za-z0-9_-]{10,}\.|-----BEGIN )/;
const URL_WITH_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const USERINFO_IN_URL = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i;
const PASSWORD_IN_DSN = /(^|[\s;&?,])(password|passwd|pwd|secret|token|api[_-]?key)\s*=/i;
const NAME_OF_SECRET = /^[A-Za-z0-9._/:-]+$/;

/** Throws BST511 if a URL or DSN carries a credential. The message never repeats the text. */
export function assertNoUserinfo(text: string, path: string): string {
  if (USERINFO_IN_URL.test(text) || PASSWORD_IN_DSN.test(text)) {
    throw new TopologyError({
      code: 'BST511',
      path,
      problem: 'a URL with a user or password in it (not repeated here)',
      fix: 'give host and port, and the credentials as SecretStore.cluster(name).secret(key)',
    });
  }
  return text;
}

/** Throws BST510 if text that should name a secret looks like the secret itself. The message never repeats the text. */
export function assertReference(text: string, path: string): string {
  const isText = typeof text === 'string';
  if (isText && (URL_WITH_SCHEME.test(text) || PASSWORD_IN_DSN.test(text))) assertNoUserinfo(text, path);
  if (!isText || text.length > 253 || !NAME_OF_SECRET.test(text) || KNOWN_PREFIXES.test(text) || looksRandom(text)) {
    throw new TopologyError({
      code: 'BST510',
      path,
      problem: 'a literal that looks like a credential stands where the name of one is due (not repeated here)',
      fix: 'keep the credential in a secret store and give its name: letters, digits, ".", "_", "-", "/" and ":"',
    });
  }
  return text;
}

/** A long run of letters and digits without a separator and of high entropy: nobody names an entry so. */
function looksRandom(text: string): boolean {
  return text.split(/[._/:-]/).some(part => part.length >= 20 && /[0-9]/.test(part) && entropyPerCharacter(part) > 3.6);
}

function entropyPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - count / text.length * Math.log2(count / text.length), 0);
}
