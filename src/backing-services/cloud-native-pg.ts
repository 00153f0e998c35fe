import { SecretOrigin, SecretReference } from '../model/secret-reference';
import { EndpointOrigin } from '../model/service-endpoint';
import { assertName, NameRule, Names } from '../private/names';
import { TopologyError } from '../private/topology-error';
import { PostgresLocation } from './postgres-binding';

/** `validateName` of the operator's webhook. */
const CLUSTER: NameRule = {
  ...Names.SERVICE,
  what: 'the name of a CloudNativePG Cluster',
  longest: 50,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 50 characters',
};

/**
 * Where CloudNativePG serves a cluster's bootstrap database, and what its Secrets hold.
 * Sources: cloudnative-pg v1.30.0, pkg/specs/secrets.go (keys; `uri` is percent-encoded and carries no sslmode), pkg/specs/services.go.
 */
export function cloudNativePg(cluster: string, namespace: string | undefined, caSecret: string | undefined, path: string): PostgresLocation {
  assertName(CLUSTER, cluster, path);
  if (namespace === undefined) {
    throw new TopologyError({
      code: 'BST013',
      path,
      problem: 'the namespace of the CloudNativePG Cluster is unknown',
      fix: 'give it to PostgresProvider.cloudNativePg(), the Topology or the Chart',
    });
  }
  assertName(Names.LABEL, namespace, path);
  if (caSecret !== undefined) assertName(Names.SUBDOMAIN, caSecret, path);
  const producer = `CloudNativePG Cluster ${cluster}`;
  const inCluster = (secretName: string, keys: Record<string, string>) => (
    SecretReference._inCluster({ origin: SecretOrigin.OPERATOR, secretName, keys, producer }));
  return {
    endpoint: {
      origin: EndpointOrigin.OPERATOR,
      host: `${cluster}-rw.${namespace}.svc`,
      port: 5432,
      serviceName: `${cluster}-rw`,
      namespace,
      operator: { operator: 'cloudnative-pg', name: cluster },
      podLabels: { 'cnpg.io/cluster': cluster },
      moreHosts: [`${cluster}-ro.${namespace}.svc`],
    },
    provider: 'cloudnative-pg',
    credentials: inCluster(`${cluster}-app`, { username: 'username', password: 'password', database: 'dbname', uri: 'uri' }),
    authority: inCluster(caSecret ?? `${cluster}-ca`, { ca: 'ca.crt' }),
    readOnlyHost: `${cluster}-ro.${namespace}.svc`,
    sslmode: 'verify-full',
    generatedPassword: true,
  };
}
