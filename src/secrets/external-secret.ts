import { Construct } from 'constructs';
import { SecretOrigin } from '../model/secret-reference';
import { durationText } from '../private/duration-text';
import { emit } from '../private/emit';
import { byCodePoint, sortedRecord } from '../private/names';
import { BindingPlan } from './binding-plan';
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
  readonly nullBytePolicy: 'Ignore';
}

/**
 * Asks for the Secret of one consumer and one service. Fields that the operator would default are written out, so that a GitOps
 * controller sees no drift (external-secrets/external-secrets#5145, #6398).
 */
export function emitExternalSecret(scope: Construct, plan: BindingPlan, secrets: Secrets): void {
  const { binding, suppliedSecret: name } = plan;
  const stored = [...plan.references].filter(reference => reference.origin === SecretOrigin.STORE);
  const [{ storeKind, storeName }] = stored;
  const used = new Set([...plan.supplied.values()].flatMap(template => [...template.matchAll(/\{\{ \.(\w+)/g)].map(([, part]) => part)));
  emit<ExternalSecretSpec>(scope, {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    name,
    namespace: binding.consumer.namespace,
    spec: {
      refreshPolicy: 'Periodic',
      refreshInterval: durationText(secrets.refreshInterval),
      secretStoreRef: { kind: storeKind!, name: storeName! },
      target: {
        name,
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        template: {
          engineVersion: 'v2',
          mergePolicy: 'Replace',
          type: `servicebinding.io/${binding.service.bindingType}`,
          data: sortedRecord(Object.fromEntries(plan.supplied)),
        },
      },
      data: stored
        .flatMap(({ keys, storeKey }) => Object.entries(keys).filter(([part]) => used.has(part)).map(([part, property]) => (
          { secretKey: part, remoteRef: remoteRef(storeKey!, property) })))
        .sort((a, b) => byCodePoint(a.secretKey, b.secretKey)),
    },
  });
}

function remoteRef(key: string, property: string): RemoteRef {
  return {
    key,
    property,
    conversionStrategy: 'Default',
    decodingStrategy: 'None',
    metadataPolicy: 'None',
    nullBytePolicy: 'Ignore',
  };
}
