import { assertNoCredential, assertNoUserinfo } from '../../private/literal-secret';
import { assertName, NameRule } from '../../private/names';
import { AzureCsiOptions } from './azure-provider';
import { VaultCsiOptions } from './vault-provider';

/** Where an identity is due, its secret may stand by mistake. */
const UUID: NameRule = {
  what: 'an identity of Azure',
  shown: /^$/,
  pattern: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
  longest: 36,
  allowed: 'a UUID',
};

const ADDRESS: NameRule = {
  what: 'the address of Vault',
  shown: /^$/,
  pattern: /^https?:\/\/[a-z\d]([-.a-z\d]*[a-z\d])?(:\d{1,5})?$/i,
  longest: 253,
  allowed: 'scheme, host and port, such as https://vault.example.com:8200, at most 253 characters',
};

const MOUNT: NameRule = {
  what: 'the path of an auth method',
  shown: /^$/,
  pattern: /^[-.\w]+(\/[-.\w]+)*$/,
  longest: 253,
  allowed: 'letters, digits, "-", "_" and ".", in parts joined by "/", none at its ends, at most 253 characters',
};

interface CsiOptions {
  readonly vault?: VaultCsiOptions;
  readonly azure?: AzureCsiOptions;
  readonly awsPodIdentity?: boolean;
}

/** Throws BST801 if a part of the options cannot be what it is to be, BST510 or BST511 if a credential stands in its place. Nothing of them is repeated. */
export function assertCsiOptions(options: CsiOptions): CsiOptions {
  const path = 'Secrets.secretsStoreCsi';
  const { vault: { address, kubernetesMount } = {}, azure } = options;
  if (address !== undefined) assertName(ADDRESS, assertNoUserinfo(address, path), path);
  if (kubernetesMount !== undefined) assertName(MOUNT, assertNoCredential(kubernetesMount, path), path);
  if (azure) for (const identity of [azure.tenantId, azure.clientId]) assertName(UUID, identity, path);
  return options;
}
