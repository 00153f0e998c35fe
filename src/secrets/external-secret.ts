import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { SecretOrigin } from '../model/secret-reference';
import { emit } from '../private/emit';
import { byCodePoint, sortedRecord } from '../private/names';
import { BindingPlan } from './binding-plan';
import { secretTemplate } from './secret-template';
import { Secrets } from './secrets';

interface ExternalSecretSpec {
  readonly refreshPolicy: 'Periodic';
  readonly refreshInterval: string;
  readonly secretStoreRef: { readonly kind: string; readonly name: string };
  readonly target: {
    readonly name: string;
    readonly creationPolicy: 'Owner';
    readonly deletionPolicy: 'Retain';
    readonly template: {
      readonly engineVersion: 'v2';
      readonly mergePolicy: 'Replace';
      readonly type: string;
      readonly data: Record<string, string>;
    };
  };
  readonly data: { readonly secretKey: string; readonly remoteRef: RemoteRef }[];
}

interface RemoteRef {
  readonly key: string;
  readonly property: string;
  readonly conversionStrategy: 'Default';
  readonly decodingStrategy: 'None';
  readonly metadataPolicy: 'None';
}

/**
 * Asks for the Secret of one consumer and one service. Fields that the operator would default are written out, so that a GitOps
 * controller sees no drift (external-secrets/external-secrets#5145, #5390, #6398). Only fields that 1.3 has too: an API server refuses
 * an unknown field (https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation), so no `nullBytePolicy`.
 */
export function emitExternalSecret(scope: Construct, plan: BindingPlan, secrets: Secrets): void {
  const { binding, suppliedSecret: name } = plan;
  const stored = [...plan.references].filter(reference => reference.origin === SecretOrigin.STORE);
  const [{ storeKind, storeName }] = stored;
  const used = new Set([...plan.supplied.values()].flat().map(({ part }) => part));
  emit<ExternalSecretSpec>(scope, {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    name,
    namespace: binding.consumer.namespace,
    spec: {
      refreshPolicy: 'Periodic',
      refreshInterval: canonicalDuration(secrets.refreshInterval),
      secretStoreRef: { kind: storeKind!, name: storeName! },
      target: {
        name,
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        template: {
          engineVersion: 'v2',
          mergePolicy: 'Replace',
          type: `servicebinding.io/${binding.service.bindingType}`,
          data: sortedRecord(Object.fromEntries([...plan.supplied].map(([key, parts]) => [key, secretTemplate(parts)]))),
        },
      },
      data: stored
        .flatMap(({ keys, storeKey }) => Object.entries(keys).filter(([part]) => used.has(part)).map(([part, property]) => (
          { secretKey: part, remoteRef: remoteRef(storeKey!, property) })))
        .sort((a, b) => byCodePoint(a.secretKey, b.secretKey)),
    },
  });
}

/** As Go writes a duration, and the operator writes it back: `1h0m0s`, `1m30s`, `250ms`. */
function canonicalDuration(duration: Duration): string {
  const millis = duration.toMilliseconds();
  if (millis < 1000) return `${millis}ms`;
  const hours = Math.floor(millis / 3_600_000);
  const minutes = Math.floor(millis / 60_000) % 60;
  return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${millis % 60_000 / 1000}s`;
}

function remoteRef(key: string, property: string): RemoteRef {
  return {
    key,
    property,
    conversionStrategy: 'Default',
    decodingStrategy: 'None',
    metadataPolicy: 'None',
  };
}
