import { AddressRole } from '../model/address';
import { Credential } from '../model/credential';
import { CredentialPart } from '../model/credential-part';
import { Locator } from '../model/locator';
import { Tls } from '../model/tls';
import { assertNoUrl } from '../private/literal-secret';
import { assertName, NameRule } from '../private/names';
import { TopologyError } from '../private/topology-error';
import { CredentialOptions } from './credential-options';
import { authorityOf } from './provided-by';
import { RedisDatabaseOptions, RedisForm, RedisProvision, redisProvision } from './redis-provision';
import { assertParts } from './required-parts';
import { parseServerList } from './server-list';
import { ExternalServingOptions, InClusterServingProps } from './serving-options';

/** Servers that sentinels watch, and how both are entered. */
export interface SentinelOptions extends CredentialOptions, RedisDatabaseOptions {
  /** Name by which sentinels know the master and its replicas: that of `sentinel monitor`, such as `mymaster`. */
  readonly masterName: string;
  /**
   * What the sentinels are entered with, which have users of their own: `password`, and `username` unless it is the default user's.
   *
   * @default - nothing: sentinels answer everybody who reaches them
   */
  readonly sentinelCredentials?: Credential;
}

/** Redis with sentinels outside of the cluster. */
export interface ExternalSentinelProps extends SentinelOptions, ExternalServingOptions {
  /** Sentinels, `host:port` each, with one port: by DNS name, or by IP address (`203.0.113.7:26379`, `[2001:db8::7]:26379`). */
  readonly sentinels: string[];
  /**
   * Redis servers, `host:port` each, by the hosts that sentinels name to clients; `*.` before a domain of two parts or more stands for any name in it. Sentinels
   * name IP addresses unless `sentinel announce-hostnames` is set.
   */
  readonly servers: string[];
  /**
   * How connections are encrypted, those to sentinels and those to servers alike.
   *
   * @default - clients start TLS and verify sentinels and servers by the part `ca` of the credentials, or, without one, by the authorities they trust
   */
  readonly tls?: Tls;
}

/**
 * Redis with sentinels that somebody else runs in this cluster. `service` is that of the sentinels; `podLabels` are what their pods and those of the servers have in
 * common; `tls` is that of both.
 */
export interface InClusterSentinelProps extends SentinelOptions, InClusterServingProps {
  /**
   * Port of the sentinels' Service.
   *
   * @default 26379
   */
  readonly port?: number;
  /** Name of the headless Service of the Redis servers, which gives out the addresses that sentinels name. */
  readonly serversService: string;
  /**
   * Port of the Redis servers.
   *
   * @default 6379
   */
  readonly serversPort?: number;
}

/** Letters, digits and `.-_`, as the comments of sentinel.conf say. */
const MASTER: NameRule = { what: 'the name of a master', pattern: /^[\w.-]+$/, longest: 253, allowed: 'letters, digits, ".", "-" and "_", at most 253 characters' };

const WATCHED_BY = { one: 'sentinel', option: 'sentinels' };
const SERVERS = { one: 'server', option: 'servers', mayBeAny: true };

/** Source: https://redis.io/docs/latest/develop/reference/sentinel-clients/ */
export function externalSentinel(props: ExternalSentinelProps, path: string): RedisProvision {
  const { cidrs, tls = Tls.byClient(authorityOf(props.credentials)) } = props;
  const [first, ...others] = parseServerList(props.sentinels, WATCHED_BY, path);
  const addresses = [
    { ...first, tls },
    ...others.map(sentinel => ({ ...sentinel, tls, role: AddressRole.ALTERNATE })),
    ...parseServerList(props.servers, SERVERS, path).map(server => ({ ...server, tls, role: AddressRole.MEMBER })),
  ];
  return withSentinels(Locator.external({ cidrs, addresses }), props, path);
}

export function inClusterSentinel(props: InClusterSentinelProps, path: string): RedisProvision {
  const { service, namespace, podLabels, port = 26379, targetPort, headless, serversService, serversPort = 6379, tls } = props;
  const addresses = [
    { service, port, targetPort, headless, tls },
    { service: serversService, port: serversPort, headless: true, tls, role: AddressRole.MEMBER },
  ];
  return withSentinels(Locator.inCluster({ namespace, podLabels, addresses }), props, path);
}

/** What is told of sentinels is theirs, wherever they are. */
export function withSentinels(locator: Locator, options: SentinelOptions, path: string): RedisProvision {
  const form: RedisForm = {
    sentinelMaster: assertName(MASTER, assertNoUrl(options.masterName, path), path),
    entersWith: [['password'], ['sentinel-password']],
  };
  return redisProvision(locator, { ...options, ...enteredWith(options, path) }, path, form);
}

/** Whoever enters the servers, and with what, the sentinels before them are the same. */
function enteredWith({ credentials, readOnlyCredentials, sentinelCredentials }: SentinelOptions, path: string): CredentialOptions {
  if (!sentinelCredentials) return { credentials, readOnlyCredentials };
  assertParts(sentinelCredentials, [['password']], path);
  const odd = Object.keys(sentinelCredentials.parts).find(part => part !== 'username' && part !== 'password');
  if (odd !== undefined) throw unused(odd, path);
  const ofSentinels = Object.fromEntries(Object.entries(sentinelCredentials.parts).map(([part, kept]) => [`sentinel-${part}`, kept]));
  const both = (credential: Credential | undefined, alone: Record<string, CredentialPart>) => Credential.of({ ...credential?.parts, ...alone });
  return { credentials: both(credentials, ofSentinels), readOnlyCredentials: readOnlyCredentials && both(readOnlyCredentials, ofSentinels) };
}

function unused(part: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST017',
    path,
    problem: `the credential of the sentinels has the part "${part}", and nobody is told that: allowed are "username" and "password"`,
    fix: 'name these parts alone there; an authority is that of credentials',
  });
}
