import { Construct } from 'constructs';
import { accept, guard } from '../private/boundary';
import { Provision } from './provision';
import { pathOf } from './topology-element';

/**
 * Who provides a backing service: a workload of ours, an operator, somebody else in the cluster, a third party. Each kind has a provider of its
 * own that extends this one, and each of those can be extended: what a kind asks of a provider is written there.
 */
export abstract class ServiceProvider {
  /**
   * Tells where the service is and how consumers enter it. Asked once, when the service is declared; the answer is held to the same rules as
   * what users pass.
   *
   * @param scope the scope that the service is declared in
   * @param id the service's id, which names its Kubernetes Service if a workload provides it
   */
  public abstract provide(scope: Construct, id: string): Provision;
}

guard('ServiceProvider', ServiceProvider);

/** What a provider gives, whoever wrote it. Throws BST021 if that is no Provision. */
export function provisionOf(provider: ServiceProvider, scope: Construct, id: string): Provision {
  const provision = provider.provide(scope, id);
  accept('Provision', provision, 'what provide() of the provider gives', pathOf(scope, id));
  return provision;
}
