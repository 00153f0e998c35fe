import { Secrets } from '../../support/kubelet';

/** A cluster of CloudNativePG, as its Secrets tell of it. */
export interface CloudNativePgCluster {
  readonly name: string;
  readonly namespace: string;
  /** The bootstrap database. */
  readonly database: string;
  readonly username: string;
  readonly password: string;
  /** The authority that signed the servers' certificate, PEM. */
  readonly authority: string;
}

/**
 * Stands in for the CloudNativePG operator: the Secrets that it keeps for applications, as far as they are read.
 * Source: cloudnative-pg v1.30.0, pkg/specs/secrets.go (`CreateSecret`: the URI leads to `<cluster>-rw.<namespace>`).
 */
export function cloudNativePgSecrets({ name, namespace, database, username, password, authority }: CloudNativePgCluster): Secrets {
  const host = `${name}-rw`;
  const uri = `postgresql://${goUserinfo(username)}:${goUserinfo(password)}@${host}.${namespace}:5432/${database}`;
  return {
    [`${name}-app`]: { username, user: username, password, dbname: database, host, port: '5432', uri },
    [`${name}-ca`]: { 'ca.crt': authority },
  };
}

/** The names in the servers' certificate. Source: the same, api/v1/cluster_funcs.go, `GetClusterAltDNSNames`. */
export function cloudNativePgHosts(name: string, namespace: string): string[] {
  return ['rw', 'ro', 'r'].map(role => `${name}-${role}`)
    .flatMap(service => [service, `${service}.${namespace}`, `${service}.${namespace}.svc`, `${service}.${namespace}.svc.cluster.local`]);
}

/**
 * A user or password as Go writes it into a URL: all is percent-encoded but letters, digits, `-_.~` and `$&+,;=`.
 * Source: go, net/url, `shouldEscape` in the mode encodeUserPassword.
 */
export function goUserinfo(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%(?:24|26|2B|2C|3B|3D)/g, decodeURIComponent);
}
