import { Secrets } from '../../../support/kubelet';
import { Manifests } from '../../harness/manifests';
import { TierWorld } from '../../harness/tier';
import { Container } from '../../stand-ins/container';
import { unseal, Unsealed } from './sealing';

/** Containers of Deployments beside a controller that has opened what is sealed. */
export class SealedWorld implements TierWorld {
  private manifests!: Manifests;
  private opened: readonly Unsealed[] = [];

  /** Of a SealedSecret that it cannot open, the controller makes no Secret, and goes on with the others. */
  public async apply(manifests: Manifests): Promise<void> {
    this.manifests = manifests;
    const opened = await Promise.allSettled(manifests.ofKind('SealedSecret').map(unseal));
    this.opened = opened.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
  }

  /** The container of a Deployment; throws where the kubelet would not start it. */
  public container(name: string): Container {
    const deployment = this.manifests.get('Deployment', name);
    const here = this.opened.filter(({ namespace }) => namespace === deployment.metadata.namespace);
    return Container.of(deployment, Object.fromEntries(here.map(secret => [secret.name, secret.data])) as Secrets);
  }

  public async close(): Promise<void> {}
}
