import { Locator } from '../model/locator';
import { Provision } from '../model/provision';
import { Tls } from '../model/tls';
import { assertNoUserinfo } from '../private/literal-secret';
import { assertName, NameRule, Names } from '../private/names';
import { addressesOf } from './external-hosts-props';
import { ExternalServingOptions } from './serving-options';

/** A Memcached cluster of Amazon ElastiCache. Whoever reaches it is let in: it knows no credentials. */
export interface AmazonElastiCacheMemcachedProps extends ExternalServingOptions {
  /** Host of the configuration endpoint, without the port: `shop.a1b2c3.cfg.euc1.cache.amazonaws.com`. */
  readonly configurationEndpoint: string;
  /**
   * Port of the configuration endpoint and of the nodes.
   *
   * @default 11211
   */
  readonly port?: number;
  /**
   * How the connection is encrypted. `Tls.NONE` for a cluster without `TransitEncryptionEnabled`, which is chosen when it is made.
   * Source: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html
   *
   * @default - clients start TLS and verify the nodes by the authorities they trust
   */
  readonly tls?: Tls;
}

/** Source: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoDiscovery.Using.html ("will always have .cfg in its address") */
const CONFIGURATION_ENDPOINT: NameRule = {
  ...Names.HOST,
  what: 'a configuration endpoint of ElastiCache',
  pattern: /^(?!.*\.\.)[a-z0-9][-.a-z0-9]*\.cfg\.([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)+[a-z]+$/,
  allowed: 'a lower-case DNS name with ".cfg." in it, without scheme and port, at most 253 characters',
};

/** A node has the name of the endpoint with its number in place of `cfg`, so that all nodes are in the domain behind that. */
export function amazonElastiCache(props: AmazonElastiCacheMemcachedProps, path: string): Provision {
  const { configurationEndpoint, port = 11211, tls = Tls.byClient(), cidrs } = props;
  const fix = 'give the configuration endpoint of the cluster, or its nodes by MemcachedProvider.external()';
  const host = assertName(CONFIGURATION_ENDPOINT, assertNoUserinfo(configurationEndpoint, path), path, fix);
  const nodes = `*.${host.slice(host.indexOf('.cfg.') + '.cfg.'.length)}`;
  return new Provision({ locator: Locator.external({ cidrs, addresses: addressesOf([host], port, tls, [nodes]) }), provider: 'amazon-elasticache' });
}
