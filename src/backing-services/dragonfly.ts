import { Locator } from '../model/locator';
import { Tls } from '../model/tls';
import { assertName, NameRule, Names } from '../private/names';
import { CredentialOptions } from './credential-options';
import { Asked } from './given';
import { operatorNamespace } from './operator-namespace';
import { ENTERED_BY_PASSWORD, RedisDatabaseOptions, RedisProvision, redisProvision } from './redis-provision';

/** An instance of the Dragonfly operator. */
export interface DragonflyProps extends CredentialOptions, RedisDatabaseOptions {
  /** Name of the operator's Dragonfly resource, and of its Service. */
  readonly instance: string;
  /**
   * Namespace of the resource.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * How the server wants connections encrypted: `Tls.byClient(TlsAuthority.LOGIN)` where the resource has a `tlsSecretRef`, with its authority as the part `ca` of the credentials.
   *
   * @default Tls.NONE
   */
  readonly tls?: Tls;
}

const INSTANCE: NameRule = { ...Names.SERVICE, what: 'the name of a Dragonfly resource' };

/** Where the operator serves an instance. Source: dragonfly-operator v1.6.1, internal/resources/resources.go */
export function dragonfly(props: DragonflyProps, { scope, path }: Asked): RedisProvision {
  const { instance, tls } = props;
  assertName(INSTANCE, instance, path);
  const namespace = operatorNamespace(props.namespace, 'Dragonfly resource', 'RedisProvider.dragonfly', { scope, path });
  return redisProvision(Locator.ofOperator({
    operator: 'dragonfly', resource: instance, namespace,
    podLabels: { 'app': instance, 'app.kubernetes.io/name': 'dragonfly', 'app.kubernetes.io/part-of': 'dragonfly' },
    addresses: [{ service: instance, port: 6379, tls }],
  }), props, path, { entersWith: ENTERED_BY_PASSWORD });
}
