import { AddressRole } from '../model/address';
import { Locator } from '../model/locator';
import { Tls } from '../model/tls';
import { assertHost, isBelow } from '../private/host';
import { quote, TopologyError } from '../private/topology-error';
import { CredentialOptions, CredentialProps } from './credential-options';
import { MongoDbDatabaseProps } from './mongo-db-database';
import { authorityOf } from './provided-by';
import { ExternalServingOptions } from './serving-options';

/** A deployment of MongoDB that one DNS name has SRV records of. */
export interface MongoDbRecordsProps extends ExternalServingOptions {
  /** The name behind `mongodb+srv://`, without a port: `cluster0.ab1cd.mongodb.net` in Atlas. */
  readonly host: string;
  /**
   * DNS names that the SRV records name; `*.` before a domain of two parts or more stands for any name in it. Two deployments whose servers are in one
   * domain are told apart by them.
   *
   * @default - any name in the domain of `host`, as drivers refuse records that name others
   */
  readonly memberHosts?: string[];
  /**
   * Port that the SRV records name; those of a private endpoint of Atlas name others than the usual one.
   *
   * @default 27017
   */
  readonly port?: number;
}

/** A MongoDB deployment of a third party that one DNS name has SRV records of. */
export interface MongoDbSrvProps extends MongoDbRecordsProps, CredentialOptions, MongoDbDatabaseProps {
  /**
   * How the connection is encrypted.
   *
   * @default - clients start TLS and verify the servers by the part `ca` of the credentials, or, without one, by the authorities they trust; all drivers
   * send the server's name
   */
  readonly tls?: Tls;
}

/** A cluster of MongoDB Atlas. */
export interface AtlasProps extends MongoDbRecordsProps, CredentialProps {
  /** Database that consumers use. */
  readonly database: string;
}

/** What `srvLocator` is told. */
type Srv = MongoDbRecordsProps & Pick<MongoDbSrvProps, 'tls' | 'credentials'> & {
  /** Domain that the name is in. */
  readonly below?: string;
};

/**
 * The name that has the records, and the servers that these name. Nobody dials the name itself, and clients begin at it.
 * Source: https://github.com/mongodb/specifications/blob/master/source/initial-dns-seedlist-discovery/initial-dns-seedlist-discovery.md
 */
export function srvLocator({ host, memberHosts, port = 27017, cidrs, below, credentials, tls = usualTls(credentials) }: Srv, path: string): Locator {
  assertHost(host, path);
  if (below !== undefined && !isBelow(host, below)) throw elsewhere(host, below, path);
  const members = memberHosts ?? [`*.${host.slice(host.indexOf('.') + 1)}`];
  return Locator.external({
    cidrs, addresses: [{ host, port, tls }, ...members.map(member => ({ host: member, port, tls, role: AddressRole.MEMBER }))],
  });
}

/** Atlas asks its smaller clusters' clients for the server's name, and so all drivers send it. Source: https://www.mongodb.com/docs/atlas/driver-connection/ */
function usualTls(credentials: CredentialOptions['credentials']): Tls {
  return Tls.byClient(authorityOf(credentials)).namingServer();
}

function elsewhere(host: string, below: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST801',
    path,
    problem: `${quote(host)} cannot be the name of an Atlas cluster: allowed is a DNS name below ${below}`,
    fix: 'give the name behind "mongodb+srv://" in the connection string that Atlas shows, or use MongoDbProvider.srv() for one of another domain',
  });
}
