import { AddressRole } from '../model/address';
import { Locator } from '../model/locator';
import { Tls, TlsAuthority } from '../model/tls';
import { isIpAddress } from '../private/ip-host';
import { TopologyError } from '../private/topology-error';
import { CredentialOptions } from './credential-options';
import { RedisDatabaseOptions, RedisProvision, redisProvision } from './redis-provision';

/**
 * An instance of Memorystore for Redis of Google Cloud. It is entered with the part `password`, its AUTH string; a part `ca`, the instance's certificate authority, says that
 * it encrypts; without AUTH and encryption it is given no credentials.
 */
export interface GoogleMemorystoreProps extends CredentialOptions, RedisDatabaseOptions {
  /** IP address of the primary endpoint: `10.0.0.3`. */
  readonly host: string;
  /**
   * IP address of the read endpoint, for consumers that only read.
   *
   * @default - all are sent to `host`
   */
  readonly readHost?: string;
  /**
   * Port of the instance.
   *
   * @default - 6378 where it encrypts, else 6379
   */
  readonly port?: number;
}

/** Source: https://cloud.google.com/memorystore/docs/redis/about-in-transit-encryption */
export function googleMemorystore(props: GoogleMemorystoreProps, path: string): RedisProvision {
  const { host, readHost, credentials } = props;
  const isEncrypted = credentials?.has('ca') === true;
  const { port = isEncrypted ? 6378 : 6379 } = props;
  const server = { port, tls: isEncrypted ? Tls.byClient(TlsAuthority.LOGIN) : Tls.NONE };
  const addresses = [
    { ...server, host: addressOf(host, 'host', path) },
    ...readHost === undefined ? [] : [{ ...server, host: addressOf(readHost, 'readHost', path), role: AddressRole.READ_ONLY }],
  ];
  return redisProvision(Locator.external({ addresses }), props, path, { entersWith: [['password'], ['ca']] });
}

function addressOf(host: string, option: string, path: string): string {
  if (isIpAddress(host)) return host;
  throw new TopologyError({
    code: 'BST801',
    path,
    problem: `${option} (not repeated here) cannot be an endpoint of Memorystore: allowed is the IP address of an instance`,
    fix: 'give the address that the instance has, or declare a name of your own with RedisProvider.external()',
  });
}
