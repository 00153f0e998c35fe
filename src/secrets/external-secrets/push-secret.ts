import { Construct } from 'constructs';
import { CredentialPart } from '../../model/credential-part';
import { emit } from '../../private/emit';
import { GeneratedSecret } from '../generated-secret';
import { StoreRef, storeOf } from './external-secret';

interface PushSecretSpec {
  readonly updatePolicy: 'IfNotExists';
  readonly deletionPolicy: 'None';
  readonly refreshInterval: string;
  readonly secretStoreRefs: StoreRef[];
  readonly selector: { readonly secret: { readonly name: string } };
  readonly data: {
    readonly conversionStrategy: 'None';
    readonly match: { readonly secretKey: string; readonly remoteRef: { readonly remoteKey: string; readonly property?: string } };
  }[];
}

/**
 * Has the operator write a generated password into a store, where nothing is in its place there. What is there may be the password of data that outlived the
 * cluster, so that it is never overwritten, and it stays when the PushSecret goes. The operator looks every hour whether it is still there. Fields that it would
 * default are written out.
 * Source: https://external-secrets.io/latest/guides/pushsecrets/
 */
export function emitPushSecret(scope: Construct, { name, namespace, key }: GeneratedSecret, copy: CredentialPart): void {
  emit<PushSecretSpec>(scope, {
    apiVersion: 'external-secrets.io/v1alpha1',
    kind: 'PushSecret',
    name,
    namespace,
    spec: {
      updatePolicy: 'IfNotExists',
      deletionPolicy: 'None',
      refreshInterval: '1h0m0s',
      secretStoreRefs: [storeOf(copy)],
      selector: { secret: { name } },
      data: [{ conversionStrategy: 'None', match: { secretKey: key, remoteRef: { remoteKey: copy.entry!, property: copy.property } } }],
    },
  });
}
