import { parseRange } from '../private/address-range';
import { assertHeaderName } from '../private/header-name';
import { assertNoCredential, namesSecret, writtenSecret } from '../private/literal-secret';
import { lockMembers } from '../private/lock-members';
import { byCodePoint } from '../private/names';
import { alternatives } from '../private/request-patterns';
import { listed, quote, TopologyError } from '../private/topology-error';
import { AccessCondition } from './access-policy-props';

const HEADER = /^request\.headers\[([^[\]]+)\]$/;
const CLAIM = /^request\.auth\.claims(\[[^[\]]+\])+$/;
/** The keys that stand for themselves. `experimental.envoy.filters.*` is left out: it is no promise of Istio's. */
const KEYS = ['connection.sni', 'destination.ip', 'destination.port', 'remote.ip', 'request.auth.audiences', 'request.auth.presenter', 'request.auth.principal', 'source.ip',
  'source.namespace', 'source.principal'];
const ADDRESSES: ReadonlySet<string> = new Set(['destination.ip', 'remote.ip', 'source.ip']);
const PRINTABLE = /^[\x20-\x7e]{1,1024}$/;
/** Their values are credentials. Source: https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2 */
const CREDENTIALS: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie']);

/** Whether only requests have it. */
export function isOfRequest(key: string): boolean {
  return key.startsWith('request.');
}

/** Whether it is looked at only after an external authorizer was asked. */
export function isOfIdentity(key: string): boolean {
  return key.startsWith('request.auth.') || key === 'source.namespace' || key === 'source.principal';
}

/** A condition as it is kept. Throws BST542 for a key that Istio does not have, or without a value; BST801 for a header that is none, BST026, BST510. */
export function assertCondition({ key, values, notValues }: AccessCondition, path: string): AccessCondition {
  const name = keyOf(key, path);
  if (values === undefined && notValues === undefined) {
    throw refused(path, `the condition on ${quote(key)} says neither values nor notValues`, 'say what it is to be, or what not');
  }
  const assert = (value: string) => { assertValue(name, value, path); };
  const held = {
    key: name,
    ...values && { values: alternatives('values', values, path, assert) },
    ...notValues && { notValues: alternatives('notValues', notValues, path, assert) },
  };
  lockMembers(held);
  return held;
}

function keyOf(key: string, path: string): string {
  const header = HEADER.exec(key);
  if (header) {
    const name = assertHeaderName(header[1], path);
    if (CREDENTIALS.has(name) || namesSecret(name)) throw writtenSecret('the header', name, path);
    return `request.headers[${name}]`;
  }
  if (CLAIM.test(key) || KEYS.includes(key)) return key;
  throw refused(path, `there is no condition on ${quote(key)}: allowed are ${listed([...KEYS, 'request.headers[name]', 'request.auth.claims[name]'].sort(byCodePoint))}`,
    'name one of these');
}

function assertValue(key: string, value: string, path: string): void {
  if (!PRINTABLE.test(value)) throw refused(path, `a value of ${quote(key)} (not repeated here): allowed are 1 to 1024 printable characters of ASCII`, 'give such a value');
  assertNoCredential(value, path);
  if (ADDRESSES.has(key) && !parseRange(value.includes('/') ? value : `${value}/${value.includes(':') ? 128 : 32}`)) {
    throw refused(path, `${quote(value)} is no address and no range: ${quote(key)} takes addresses and CIDR notation`, 'give an address range, such as 203.0.113.0/24');
  }
  if (key === 'destination.port' && !/^[1-9]\d{0,4}$/.test(value)) throw refused(path, `${quote(value)} is no port`, 'give the number of a port');
}

function refused(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST542', path, problem, fix });
}
