import { PodTemplate } from '../../../support/emitted';
import { environmentOf, Secrets } from '../../../support/kubelet';
import { Answer, Client, image } from '../../clients/client';
import { Manifests } from '../../harness/manifests';
import { CloudNativePgRoles } from '../../stand-ins/cloud-native-pg-roles';
import { Container } from '../../stand-ins/container';
import { refreshed, StandingSecrets } from '../../stand-ins/standing-secrets';
import { Postgres } from '../../systems/postgres';
import { fillContainers, fillManaged, forget, migrate, READERS_OF_LEDGER } from './databases';
import { startServer } from './servers';
import { contentOf } from './stored';

/** Which pods ask what; `namespace` is that of the Cluster unless another is said. */
export interface Asked {
  readonly client: Client;
  readonly deployment: string;
  readonly namespace?: string;
  readonly asks: readonly string[];
  /** Changes what the program reads, as a program may that is not content with what it was told. */
  readonly instead?: (text: string) => string;
}

/** Containers beside a PostgreSQL whose roles and databases come of the manifests. */
export class GrantsWorld {
  public static async open(): Promise<GrantsWorld> {
    const { server, authority } = await startServer();
    return new GrantsWorld(server, authority);
  }

  private readonly operators: readonly CloudNativePgRoles[];
  private manifests!: Manifests;
  private secrets: StandingSecrets = {};
  private readonly changes = new Map<string, number>();

  private constructor(private readonly server: Postgres, private readonly authority: string) {
    this.operators = [{ name: 'ledger', namespace: 'ledger' }, { name: 'operated', namespace: 'by-operator' }].map(cluster => new CloudNativePgRoles(cluster, server));
  }

  /** The server begins anew: what the manifests before made is gone, and what is in the databases. */
  public async apply(manifests: Manifests): Promise<void> {
    this.manifests = manifests;
    this.changes.clear();
    this.secrets = await refreshed(manifests, this.stores());
    await forget(this.server);
    await this.server.execute(`create role ${READERS_OF_LEDGER}`);
    for (const operator of this.operators) await operator.reconcile(manifests, this.secrets);
    await migrate(this.server);
    await fillManaged(this.server);
    await fillContainers(this.server, environmentOf(this.podOf('server', 'by-container').spec.containers[0], this.secretsOf('by-container')));
  }

  /** Somebody changes the password of a consumer in the store, and all who look there have looked. */
  public async rotate(consumer: string): Promise<void> {
    this.changes.set(consumer, (this.changes.get(consumer) ?? 0) + 1);
    this.secrets = await refreshed(this.manifests, this.stores(), this.secrets);
    for (const operator of this.operators) await operator.secretsChanged(this.secrets);
  }

  /** The DatabaseRole of a consumer is deleted, as when a program no longer declares it. */
  public async remove(role: string): Promise<void> {
    await this.operators[0].deleted(role);
  }

  /** Starts a container of a Deployment: it reads its variables now. */
  public start(deployment: string, namespace = 'ledger'): Container {
    return Container.of(this.manifests.get('Deployment', deployment, namespace), this.secretsOf(namespace));
  }

  /** What the kubelet does to a container that runs. */
  public refresh(container: Container, namespace = 'ledger'): void {
    container.mount(this.secretsOf(namespace));
  }

  /** Runs a client in a container that starts for it. */
  public async ask(asked: Asked): Promise<Answer> {
    return this.askIn(this.start(asked.deployment, asked.namespace), asked);
  }

  /** Runs a client in a container that is there. */
  public async askIn(container: Container, { client, asks, instead = text => text }: Omit<Asked, 'deployment'>): Promise<Answer> {
    const environment = Object.fromEntries([...container.environment].map(([name, text]) => [name, instead(text)]));
    const [answer] = JSON.parse(await container.run([...client.command, ...asks], image(this.authority), JSON.stringify([environment]))) as Answer[];
    return answer;
  }

  /** Names of the variables that a Deployment's container is told. */
  public variablesOf(deployment: string, namespace: string): string[] {
    return (this.podOf(deployment, namespace).spec.containers[0].env ?? []).map(({ name }) => name);
  }

  public async close(): Promise<void> {
    await this.server.stop();
  }

  private podOf(deployment: string, namespace: string): PodTemplate {
    return this.manifests.get('Deployment', deployment, namespace).spec.template as PodTemplate;
  }

  /** Those of the External Secrets Operator, and the authority that CloudNativePG keeps. */
  private secretsOf(namespace: string): Secrets {
    const authority = { 'ca.crt': this.authority };
    const supplied = Object.entries(this.secrets[namespace] ?? {}).map(([name, { data }]) => [name, { ...data }]);
    return { ...Object.fromEntries(supplied), 'ledger-ca': authority, 'operated-ca': authority };
  }

  private stores() {
    return contentOf(this.changes, this.authority);
  }
}
