import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { Tls } from '../model/tls';
import { assertName, NameRule, Names } from '../private/names';
import { assertBucket } from './bucket-name';
import { BucketProps } from './bucket-options';
import { withBucket } from './bucket-provision';
import { CredentialOptions } from './credential-options';
import { Asked } from './given';
import { operatorNamespace } from './operator-namespace';
import { authorityOf, provided } from './provided-by';
import { assertParts, ENTERS_OBJECT_STORAGE } from './required-parts';

/** A bucket of a Tenant of the MinIO operator. It is entered with parts `access-key-id` and `secret-access-key` of one of the Tenant's users. */
export interface MinioTenantProps extends BucketProps, CredentialOptions {
  /** Name of the operator's Tenant. */
  readonly tenant: string;
  /**
   * Namespace of the Tenant.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * How the connection is encrypted: `Tls.NONE` for a Tenant with `requestAutoCert: false` and no certificate of somebody else.
   *
   * @default - clients start TLS and verify the server by the part `ca` of the credentials, or, without one, by the authorities they trust
   */
  readonly tls?: Tls;
}

/** The operator makes Services `<tenant>-console` and `<tenant>-hl` of it. */
const TENANT: NameRule = {
  ...Names.SERVICE,
  what: 'the name of a MinIO Tenant',
  longest: 55,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 55 characters',
};

/**
 * Where the MinIO operator serves a Tenant. Its Service has one name in every namespace. Sources: minio/operator v7.1, pkg/resources/services/service.go,
 * pkg/apis/minio.min.io/v2/names.go, labels.go and constants.go.
 */
export function minioTenant(props: MinioTenantProps, asked: Asked): Provision {
  const { path } = asked;
  const { credentials, region, tls = Tls.byClient(authorityOf(credentials)) } = props;
  const tenant = assertName(TENANT, props.tenant, path);
  const name = assertBucket(props.bucket, path);
  const locator = Locator.ofOperator({
    operator: 'minio',
    resource: tenant,
    namespace: operatorNamespace(props.namespace, 'MinIO Tenant', 'ObjectStorageProvider.minioTenant', asked),
    podLabels: { 'v1.min.io/tenant': tenant },
    addresses: [{ service: 'minio', port: tls.isOfClient ? 443 : 80, targetPort: 9000, protocol: Protocol.HTTP, tls }],
  });
  const { login } = provided(locator, props, path, credential => assertParts(credential, ENTERS_OBJECT_STORAGE, path));
  const furtherServices = ['console', 'hl'].map(ending => `${tenant}-${ending}`);
  return withBucket(new Provision({ locator, login, furtherServices, furtherSecrets: [`${tenant}-tls`] }), { name, region, pathStyle: true }, path);
}
