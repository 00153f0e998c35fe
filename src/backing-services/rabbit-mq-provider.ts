import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { topologyOf } from '../model/topology-element';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { CredentialProps } from './credential-options';
import { addressesOf, ExternalHostsProps } from './external-hosts-props';
import { given } from './given';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload } from './provided-by';
import { RabbitMqClusterProps, rabbitMqCluster } from './rabbit-mq-cluster';
import { rabbitMq } from './rabbit-mq-login';
import { RabbitMqVirtualHostOptions } from './rabbit-mq-virtual-host';
import { ExternalServingOptions } from './serving-options';

/** How a workload of ours serves RabbitMQ. */
export interface RabbitMqWorkloadOptions extends WorkloadPortOptions, RabbitMqVirtualHostOptions {}

/** RabbitMQ that somebody else runs in this cluster. */
export interface InClusterRabbitMqProps extends InClusterProps, RabbitMqVirtualHostOptions {}

/**
 * RabbitMQ of a third party, as CloudAMQP provides it. It is entered with parts `username` and `password`; with `client-certificate` and `private-key`;
 * with a whole `uri`; or without credentials, as the user that clients take then.
 */
export interface ExternalRabbitMqProps extends ExternalHostsProps, RabbitMqVirtualHostOptions {
  /**
   * How the connection is encrypted.
   *
   * @default - clients start TLS (`amqps`) and verify the server by the part `ca` of the credentials, or, without one, by the authorities they trust; not
   * all of them verify by themselves, as `RabbitMqProvider.external()` says
   */
  readonly tls?: Tls;
}

/** A RabbitMQ broker of Amazon MQ. */
export interface AmazonMqProps extends CredentialProps, ExternalServingOptions, RabbitMqVirtualHostOptions {
  /** Host of the broker's AMQP endpoint, without scheme and port: `b-….mq.eu-central-1.on.aws`. */
  readonly host: string;
}

/**
 * Who provides a RabbitMQ broker. What extends it gives a login of parts `username` and `password`, of `client-certificate` and `private-key`, or of a
 * whole `uri`; and the virtual host, if it is not `/`, as the database of the `Provision` or as a part `virtual-host`.
 */
export abstract class RabbitMqProvider extends ServiceProvider {
  /**
   * A workload of ours; the mesh encrypts. Usual port: 5672, or 5671 where clients start TLS. Its management API is an `HttpService` at the same Kubernetes
   * Service. The official image is given its first user by `serverEnvNames`, as RABBITMQ_DEFAULT_USER, RABBITMQ_DEFAULT_PASS and RABBITMQ_DEFAULT_VHOST.
   *
   * @throws BST801 if the virtual host cannot be named so, BST511 if a URL stands in place of its name, BST017 if the credentials lack a part
   */
  public static workload(workload: IWorkload, options: RabbitMqWorkloadOptions = {}): RabbitMqProvider {
    return given(RabbitMqProvider, ({ id, path }) => rabbitMq(byWorkload(workload, id, options, usual(options.tls)), options, path));
  }

  /**
   * The RabbitMQ Cluster Operator: a RabbitmqCluster, entered as its default user, whose Secret the operator makes. That user is an administrator, whom all
   * consumers share: give each consumer's own, which a User and a Permission of the Messaging Topology Operator declare, as `credentials`.
   * Source: https://www.rabbitmq.com/kubernetes/operator/using-operator
   *
   * @throws BST801 if a name cannot exist, BST013 if the namespace is unknown, BST017 if the credentials lack a part, BST511 if a URL stands in place of the
   * virtual host's name
   */
  public static clusterOperator(props: RabbitMqClusterProps): RabbitMqProvider {
    return given(RabbitMqProvider, ({ scope, path }) => (
      rabbitMqCluster({ ...props, namespace: props.namespace ?? topologyOf(scope).namespace }, path)));
  }

  /**
   * Somebody else in this cluster: another team, another program. Usual port: 5672, or 5671 where clients start TLS.
   *
   * @throws BST801 if the virtual host cannot be named so, BST511 if a URL stands in place of its name, BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterRabbitMqProps): RabbitMqProvider {
    return given(RabbitMqProvider, ({ path }) => rabbitMq(byNeighbour(props, usual(props.tls)), props, path));
  }

  /**
   * Amazon MQ. It takes TLS alone, at port 5671, with a certificate of an authority that clients trust by themselves. What `RabbitMqProvider.external()`
   * says of clients that do not verify the server is true here too.
   * Source: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/working-with-rabbitmq.html
   *
   * @throws BST801 if the host is neither a DNS name nor an IP address or the virtual host cannot be named so, BST032 if the host is not outside, BST026 if
   * `cidrs` leave out a host that is an IP address, BST017 if the credentials lack a part, BST511 if credentials stand in the host, or a URL in place of the
   * virtual host's name
   */
  public static amazonMq(props: AmazonMqProps): RabbitMqProvider {
    const { host, cidrs } = props;
    return given(RabbitMqProvider, ({ path }) => {
      const addresses = [{ host, port: PORT_OF_TLS, tls: Tls.byClient(authorityOf(props.credentials)) }];
      const { locator, login, database } = rabbitMq(Locator.external({ cidrs, addresses }), props, path);
      return new Provision({ locator, login, database, provider: 'amazon-mq' });
    });
  }

  /**
   * A third party. Usual port: 5671, or 5672 where the server speaks in the clear.
   *
   * By `amqps` alone pika, amqp091-go, amqplib and Spring Boot verify the server. Kombu, and so Celery, may not: say `cert_reqs` of `ssl.CERT_REQUIRED` in
   * `broker_use_ssl`. RabbitMQ's Java client does not until the program calls `useSslProtocol(SSLContext)` and `enableHostnameVerification()` after `setUri()`.
   * Sources: https://www.rabbitmq.com/docs/ssl, https://docs.celeryq.dev/en/stable/userguide/configuration.html#broker-use-ssl
   *
   * @throws BST801 if a host is neither a DNS name nor an IP address or the virtual host cannot be named so, BST032 if a host is not outside, BST007 if the
   * port does not exist, BST026 if `cidrs` leave out a host that is an IP address or an endpoint, BST017 if the credentials lack a part, BST511 if credentials stand in a host,
   * or a URL in place of the virtual host's name
   */
  public static external(props: ExternalRabbitMqProps): RabbitMqProvider {
    const { host, otherHosts = [], cidrs, endpoints, tls = Tls.byClient(authorityOf(props.credentials)), port = usual(tls).port } = props;
    return given(RabbitMqProvider, ({ path }) => (
      rabbitMq(Locator.external({ cidrs, endpoints, addresses: addressesOf([host, ...otherHosts], port, tls) }), props, path)));
  }
}

guard('RabbitMqProvider', RabbitMqProvider);

/** Source: https://www.rabbitmq.com/docs/networking#ports */
const PORT_OF_TLS = 5671;

function usual(tls: Tls | undefined) {
  return { port: tls?.isOfClient ? PORT_OF_TLS : 5672, protocol: Protocol.TCP };
}
