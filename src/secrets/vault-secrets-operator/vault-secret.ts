import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { CredentialPart } from '../../model/credential-part';
import { emit } from '../../private/emit';
import { SecretReader, SuppliedSecret } from '../supplied-secret';
import { vaultTemplate } from './vault-template';

/** What of a store's kind says which object the operator is asked by. */
const TYPES: ReadonlyMap<string, 'kv-v1' | 'kv-v2'> = new Map([['VaultKeyValueV1', 'kv-v1'], ['VaultKeyValueV2', 'kv-v2']]);

/** Whether a part is kept by Vault where it can be named. */
export function isInVault({ storeKind, property }: CredentialPart): boolean {
  return storeKind !== undefined && (TYPES.has(storeKind) || storeKind === 'VaultDynamic') && property !== undefined;
}

interface VaultSecretSpec {
  readonly vaultAuthRef: string;
  readonly mount: string;
  readonly path: string;
  readonly destination: {
    readonly name: string;
    readonly create: true;
    readonly overwrite: false;
    readonly type: string;
    readonly labels?: Record<string, string>;
    readonly transformation: { readonly excludeRaw: true; readonly templates: Record<string, { readonly text: string }> };
  };
  readonly rolloutRestartTargets?: { readonly kind: string; readonly name: string }[];
}

interface VaultStaticSecretSpec extends VaultSecretSpec {
  readonly type: 'kv-v1' | 'kv-v2';
  readonly refreshAfter: string;
  readonly hmacSecretData: true;
}

interface VaultDynamicSecretSpec extends VaultSecretSpec {
  readonly renewalPercent: number;
  readonly allowStaticCreds?: true;
}

/** How the operator is asked for all Secrets. @internal */
export interface Asked {
  readonly refreshAfter: Duration;
  readonly restarts: boolean;
}

/**
 * Asks for the Secret of one consumer and one service, which is kept in one entry. Fields that the operator's CRDs default are written out, so that a GitOps
 * controller sees no drift. Sources: the CRDs of vault-secrets-operator 1.4.1; https://developer.hashicorp.com/vault/docs/platform/k8s/vso/api-reference
 */
export function emitVaultSecret(scope: Construct, secret: SuppliedSecret, { refreshAfter, restarts }: Asked): void {
  const { name, namespace, parts: [{ part }] } = secret;
  const type = TYPES.get(part.storeKind!);
  const object = { apiVersion: 'secrets.hashicorp.com/v1beta1', name, namespace };
  const spec = specOf(secret, part, restarts);
  if (type) {
    const kept = { type, refreshAfter: inOneUnit(refreshAfter), hmacSecretData: true } as const;
    emit<VaultStaticSecretSpec>(scope, { ...object, kind: 'VaultStaticSecret', spec: { ...spec, ...kept } });
  } else {
    const allowStaticCreds = part.entry!.startsWith('static-creds/') ? true : undefined;
    emit<VaultDynamicSecretSpec>(scope, { ...object, kind: 'VaultDynamicSecret', spec: { ...spec, renewalPercent: 67, allowStaticCreds } });
  }
}

function specOf(secret: SuppliedSecret, { storeName, storeMount, entry }: CredentialPart, restarts: boolean): VaultSecretSpec {
  const { name, type, values, readers } = secret;
  const labels = Object.keys(secret.labels).length === 0 ? undefined : secret.labels;
  const targets = restarts ? readers.flatMap(targetOf) : [];
  const templates = Object.fromEntries(Object.entries(values).map(([key, { parts }]) => [key, { text: vaultTemplate(parts) }]));
  return {
    vaultAuthRef: storeName!,
    mount: storeMount!,
    path: entry!,
    destination: { name, create: true, overwrite: false, type, labels, transformation: { excludeRaw: true, templates } },
    rolloutRestartTargets: targets.length === 0 ? undefined : targets,
  };
}

const RESTARTED: ReadonlySet<string> = new Set(['apps DaemonSet', 'apps Deployment', 'apps StatefulSet']);

/** What the operator can start anew. The pods of a Job end by themselves, and the next ones read what is there then. */
function targetOf({ group, kind, name }: SecretReader): { readonly kind: string; readonly name: string }[] {
  if (group === 'argoproj.io' && kind === 'Rollout') return [{ kind: 'argo.Rollout', name }];
  return RESTARTED.has(`${group} ${kind}`) ? [{ kind, name }] : [];
}

/** The operator takes one number with one unit of these. Source: its CRD, `^([0-9]+(\.[0-9]+)?(s|m|h))$` */
function inOneUnit(duration: Duration): string {
  const millis = duration.toMilliseconds();
  if (millis % 3_600_000 === 0) return `${millis / 3_600_000}h`;
  return millis % 60_000 === 0 ? `${millis / 60_000}m` : `${millis / 1000}s`;
}
