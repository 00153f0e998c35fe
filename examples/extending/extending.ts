import { Chart } from 'cdk8s';
import {
  Credential, Criticality, HttpProvider, HttpService, KubernetesServices, Pods, Postgres, SecretBindings, SecretStore, Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment } from 'cdk8s-plus-28';
import { BitwardenOperator } from './bitwarden-operator';
import { CacheIsOptional } from './cache-is-optional';
import { CrunchyPostgres } from './crunchy-postgres';
import { DisruptionBudgets } from './disruption-budgets';
import { Memcached } from './memcached';
import { QuarkusNames } from './quarkus-names';

/** A kind and a check of one's own; `python/extending.py` declares the same. */
export function caches(chart: Chart): Topology {
  const acme = new Topology(chart, 'acme');
  const web = new Workload(acme, 'web', { pods: Pods.of(deployment(chart, 'web')) });
  const sessions = new Memcached(acme, 'sessions', { host: 'sessions.example.com' });
  const pages = new Memcached(acme, 'pages', { host: 'pages.example.com' });
  web.uses(sessions);
  web.uses(pages, { criticality: Criticality.OPTIONAL });

  acme.addCheck(new CacheIsOptional());
  new SecretBindings(chart, 'bindings', { topology: acme });
  return acme;
}

/** A provider, an output, a supplier of secrets and a convention of names of one's own. */
export function billing(chart: Chart): Topology {
  const topology = new Topology(chart, 'billing', { envNames: new QuarkusNames() });
  const invoices = new Workload(topology, 'invoices', { pods: Pods.of(deployment(chart, 'invoices')) });
  const mailer = new Workload(topology, 'mailer', { pods: Pods.of(deployment(chart, 'mailer')) });
  const ledger = new Postgres(topology, 'ledger', { provider: new CrunchyPostgres('ledger', 'acme') });
  const mails = new HttpService(topology, 'mails', { provider: HttpProvider.workload(mailer, { targetPort: 8080 }) });
  const bitwarden = SecretStore.of('BitwardenOrganization', 'acme');
  const smtp = new HttpService(topology, 'smtp-relay', {
    provider: HttpProvider.external('http://relay.example.com', { credentials: Credential.of({ token: bitwarden.entry('relay-api-key') }) }),
  });
  invoices.uses(ledger);
  invoices.calls(mails);
  mailer.calls(smtp);

  new KubernetesServices(chart, 'billing-services', { topology });
  new SecretBindings(chart, 'billing-bindings', { topology, secrets: new BitwardenOperator() });
  new DisruptionBudgets(chart, 'budgets', topology);
  return topology;
}

function deployment(chart: Chart, name: string): Deployment {
  return new Deployment(chart, name, { metadata: { name }, containers: [{ image: `registry.example.com/${name}:1.0.0` }] });
}
