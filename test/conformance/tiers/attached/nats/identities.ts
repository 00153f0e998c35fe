import { createRequire } from 'node:module';
import { NODE_CLIENTS } from '../../../toolbox/node-clients';

/** A pair of keys, as NATS names and writes them. */
interface KeyPair {
  getPublicKey(): string;
  getSeed(): Uint8Array;
  sign(bytes: Uint8Array): Uint8Array;
}

/** Who is known by a key, and by whom. Made by the client library's own package of keys. */
export interface Identities {
  /** A user whom a server itself knows by the public key. */
  readonly keyed: { readonly publicKey: string; readonly seed: string };
  /** A user of whom a server knows no more than what its account has signed. */
  readonly signed: { readonly publicKey: string; readonly creds: string };
  /** What such a server is told: its operator, the accounts that the operator has signed, and which of them is the server's own. */
  readonly operator: string;
  readonly accounts: Readonly<Record<string, string>>;
  readonly systemAccount: string;
}

let made: Identities | undefined;

/** The same for the whole run; the package must have been built. */
export function identities(): Identities {
  return (made ??= make(createRequire(NODE_CLIENTS.path('node_modules/'))('@nats-io/nkeys')));
}

function make({ createOperator, createAccount, createUser }: Record<'createOperator' | 'createAccount' | 'createUser', () => KeyPair>): Identities {
  const [operator, system, account, user, keyed] = [createOperator(), createAccount(), createAccount(), createUser(), createUser()];
  const unlimited = { subs: -1, data: -1, payload: -1, imports: -1, exports: -1, wildcards: true, conn: -1, leaf: -1 };
  const jwt = signed(account, user, { type: 'user', subs: -1, data: -1, payload: -1, pub: {}, sub: {} });
  return {
    keyed: { publicKey: keyed.getPublicKey(), seed: `${text(keyed)}\n` },
    signed: { publicKey: user.getPublicKey(), creds: credentialsFile(jwt, text(user)) },
    operator: signed(operator, operator, { type: 'operator', system_account: system.getPublicKey() }),
    accounts: Object.fromEntries([system, account].map(one => [one.getPublicKey(), signed(operator, one, { type: 'account', limits: unlimited })])),
    systemAccount: system.getPublicKey(),
  };
}

/** Source: https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/jwt */
function signed(issuer: KeyPair, subject: KeyPair, nats: object): string {
  const claims = { jti: subject.getPublicKey(), iat: Math.floor(Date.now() / 1000), iss: issuer.getPublicKey(), sub: subject.getPublicKey(), name: 'conformance', nats: { ...nats, version: 2 } };
  const content = [{ typ: 'JWT', alg: 'ed25519-nkey' }, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${content}.${Buffer.from(issuer.sign(Buffer.from(content))).toString('base64url')}`;
}

/** Source: nats-io/jwt, v2/creds_utils.go, `FormatUserConfig` */
function credentialsFile(jwt: string, seed: string): string {
  return `-----BEGIN NATS USER JWT-----\n${jwt}\n------END NATS USER JWT------\n\n-----BEGIN USER NKEY SEED-----\n${seed}\n------END USER NKEY SEED------\n`;
}

function text(keys: KeyPair): string {
  return Buffer.from(keys.getSeed()).toString();
}
