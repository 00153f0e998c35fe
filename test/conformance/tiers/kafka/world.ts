import { Secrets } from '../../../support/kubelet';
import { Manifests } from '../../harness/manifests';
import { TierWorld } from '../../harness/tier';
import { Container } from '../../stand-ins/container';
import { StoreContent } from '../../stand-ins/external-secrets';
import { accessSecrets } from '../../stand-ins/strimzi-access-operator';
import { bootstrapHost, brokerHost, clusterSecrets, StrimziCluster } from '../../stand-ins/strimzi-cluster';
import { StrimziTopicOperator } from '../../stand-ins/strimzi-topic-operator';
import { StrimziUserOperator } from '../../stand-ins/strimzi-user-operator';
import { CertificateAuthority } from '../../systems/certificate-authority';
import { KafkaBroker } from '../../systems/kafka';
import { KafkaAdmin } from '../../systems/kafka-admin';
import { resolve } from '../../systems/names';
import { managedServices, OWNED_BY_OTHERS } from './managed-services';
import { otherSecrets } from './other-secrets';

const CLUSTER = { name: 'events', namespace: 'kafka', listeners: [{ name: 'tls', port: 9093 }] };

/** A broker with three doors: one as Strimzi opens it, and those of two managed services. */
export class KafkaWorld implements TierWorld {
  public static async open(): Promise<KafkaWorld> {
    const authority = await CertificateAuthority.create('kafka-cluster');
    const clients = await CertificateAuthority.create('kafka-clients');
    const cluster: StrimziCluster = { ...CLUSTER, clusterCa: authority.certificate, clientsCa: clients.certificate };
    const hosts: [string, string] = [bootstrapHost(cluster), brokerHost(cluster)];
    await resolve('127.0.0.1', hosts);
    const services = await managedServices();
    const tls = { ...CLUSTER.listeners[0], host: brokerHost(cluster), certificate: await authority.sign(...hosts), mechanism: 'SCRAM-SHA-512' };
    const broker = await KafkaBroker.start([tls, ...services.listeners]);
    await services.prepare(broker.admin);
    return new KafkaWorld(cluster, broker, services.store);
  }

  private readonly users: StrimziUserOperator;
  private readonly topics: StrimziTopicOperator;
  private manifests = new Manifests([]);
  private others: Readonly<Record<string, Secrets>> = {};

  private constructor(private readonly cluster: StrimziCluster, private readonly broker: KafkaBroker, private readonly store: StoreContent) {
    this.users = new StrimziUserOperator(cluster, broker.admin, OWNED_BY_OTHERS);
    this.topics = new StrimziTopicOperator(cluster, broker.admin);
  }

  /** For what a row does or sees from outside of any program. */
  public get admin(): KafkaAdmin {
    return this.broker.admin;
  }

  public async apply(manifests: Manifests): Promise<void> {
    await this.users.reconcile(manifests);
    await this.topics.reconcile(manifests);
    this.others = await otherSecrets(manifests, this.store);
    this.manifests = manifests;
  }

  /** The container of a Deployment, as the kubelet starts it. */
  public container(namespace: string, name: string): Container {
    return Container.of(this.manifests.get('Deployment', name, namespace), this.secretsOf(namespace));
  }

  public async close(): Promise<void> {
    await this.broker.stop();
  }

  private secretsOf(namespace: string): Secrets {
    return {
      ...this.others[namespace],
      ...accessSecrets(this.manifests, namespace, this.cluster, this.users.secrets),
      ...namespace === this.cluster.namespace ? { ...clusterSecrets(this.cluster), ...this.users.secrets } : {},
    };
  }
}
