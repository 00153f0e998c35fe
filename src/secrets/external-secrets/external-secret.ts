import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { BindingPart } from '../../model/binding-value';
import { CredentialPart } from '../../model/credential-part';
import { emit } from '../../private/emit';
import { sortedRecord } from '../../private/names';
import { SuppliedSecret } from '../supplied-secret';
import { ExternalSecretsSettings } from './external-secrets-rules';
import { RefreshPolicy } from './refresh-policy';
import { SecretCreationPolicy, SecretDeletionPolicy } from './secret-lifetime';
import { literalTemplate, secretTemplate } from './secret-template';

interface ExternalSecretSpec {
  readonly refreshPolicy: RefreshPolicy;
  readonly refreshInterval: string;
  readonly secretStoreRef: StoreRef;
  readonly target: {
    readonly name: string;
    readonly creationPolicy: SecretCreationPolicy;
    readonly deletionPolicy: SecretDeletionPolicy;
    readonly immutable?: true;
    readonly template: {
      readonly engineVersion: 'v2';
      readonly mergePolicy: 'Replace';
      readonly type: string;
      readonly metadata?: { readonly labels?: Record<string, string>; readonly annotations?: Record<string, string> };
      readonly data: Record<string, string>;
    };
  };
  readonly data: { readonly secretKey: string; readonly remoteRef: RemoteRef; readonly sourceRef?: { readonly storeRef: StoreRef } }[];
}

interface RemoteRef {
  readonly key: string;
  readonly property?: string;
  readonly conversionStrategy: 'Default';
  readonly decodingStrategy: 'None';
  readonly metadataPolicy: 'None';
}

/**
 * Asks for the Secret of one consumer and one service. Fields that the operator would default are written out, so that a GitOps
 * controller sees no drift (external-secrets/external-secrets#5145, #5390, #6398). Only fields that 1.3 has too: an API server refuses
 * an unknown field (https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation), so no `nullBytePolicy`.
 */
export function emitExternalSecret(scope: Construct, secret: SuppliedSecret, settings: ExternalSecretsSettings): void {
  const { name, namespace, values, parts } = secret;
  const { refreshPolicy, refreshInterval, creationPolicy, deletionPolicy, immutable } = settings;
  const names = new Map(parts.map(fetched => [fetched.part.place, fetched.name]));
  const nameOf = (piece: BindingPart) => names.get(piece.secret!.place)!;
  const [first] = parts;
  emit<ExternalSecretSpec>(scope, {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    name,
    namespace,
    spec: {
      refreshPolicy,
      refreshInterval: refreshInterval === undefined ? NEVER : canonicalDuration(refreshInterval),
      secretStoreRef: storeOf(first.part),
      target: {
        name,
        creationPolicy,
        deletionPolicy,
        immutable: immutable || undefined,
        template: {
          engineVersion: 'v2',
          mergePolicy: 'Replace',
          type: typeOf(secret, settings),
          metadata: secretMetadata(settings, secret.labels),
          data: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, secretTemplate(value.parts, nameOf)])),
        },
      },
      data: parts.map(({ name: secretKey, part }) => (
        { secretKey, remoteRef: remoteRef(part), ...isIn(part, first.part) ? {} : { sourceRef: { storeRef: storeOf(part) } } })),
    },
  });
}

/** What is said of all Secrets stands for the type that this library gives a binding's, not for one that an operator asks for. */
function typeOf({ type }: SuppliedSecret, { secretType }: ExternalSecretsSettings): string {
  return type.startsWith('servicebinding.io/') ? secretType ?? type : type;
}

/** By the API server it would be an hour, also where nothing looks at it. */
const NEVER = '0s';

/** Labels and annotations of a Secret; those that its reader asks for hold. The operator takes the values of both for templates; those of labels have no brace. */
export function secretMetadata(settings: ExternalSecretsSettings, due: Readonly<Record<string, string>> = {}): ExternalSecretSpec['target']['template']['metadata'] {
  const { secretLabels = {}, secretAnnotations = {} } = settings;
  const [labels, annotations] = [{ ...secretLabels, ...due }, secretAnnotations].map(texts => {
    const templates = Object.entries(texts).map(([key, text]) => [key, literalTemplate(text)] as const);
    return templates.length === 0 ? undefined : sortedRecord(Object.fromEntries(templates));
  });
  return labels || annotations ? { labels, annotations } : undefined;
}

/** A store, as the operator refers to one. @internal */
export interface StoreRef {
  readonly kind: string;
  readonly name: string;
}

/** The store that keeps a part. */
export function storeOf({ storeKind, storeName }: CredentialPart): StoreRef {
  return { kind: storeKind!, name: storeName! };
}

/** A part of another store than the first one's says so itself. Source: https://external-secrets.io/latest/api/externalsecret/ (sourceRef) */
function isIn({ storeKind, storeName }: CredentialPart, other: CredentialPart): boolean {
  return storeKind === other.storeKind && storeName === other.storeName;
}

/** As Go writes a duration, and the operator writes it back: `1h0m0s`, `1m30s`, `250ms`. */
function canonicalDuration(duration: Duration): string {
  const millis = duration.toMilliseconds();
  if (millis < 1000) return `${millis}ms`;
  const hours = Math.floor(millis / 3_600_000);
  const minutes = Math.floor(millis / 60_000) % 60;
  return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${millis % 60_000 / 1000}s`;
}

function remoteRef({ entry, property }: CredentialPart): RemoteRef {
  return {
    key: entry!,
    property,
    conversionStrategy: 'Default',
    decodingStrategy: 'None',
    metadataPolicy: 'None',
  };
}
