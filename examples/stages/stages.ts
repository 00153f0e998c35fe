import { Chart } from 'cdk8s';
import { BindingDelivery, Mesh, Nats, Platform, Pods, Postgres, Redis, Secrets, SmtpServer, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../deployment';
import { CONTAINERS } from './containers';
import { MANAGED } from './managed';
import { OPERATORS } from './operators';
import { Stage } from './stage';

/** The stages, by name. */
export const STAGES: Readonly<Record<string, Stage>> = { dev: CONTAINERS, test: OPERATORS, production: MANAGED };

/** One system; who provides its services is all that a stage says. */
export function stages(chart: Chart, stage: Stage): Topology {
  // #region declaration
  const topology = new Topology(chart, 'orders');
  const image = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:2.1.0` })) });
  const [web, worker] = ['web', 'worker'].map(image);

  const database = new Postgres(topology, 'database', { provider: stage.database(topology) });
  const sessions = new Redis(topology, 'sessions', { provider: stage.sessions(topology) });
  const events = new Nats(topology, 'events', { provider: stage.events(topology) });
  const mail = new SmtpServer(topology, 'mail', { from: 'orders@example.com', provider: stage.mail(topology) });

  web.uses(database);
  web.uses(sessions);
  worker.uses(database);
  worker.uses(mail);
  for (const process of [web, worker]) process.uses(events, { delivery: BindingDelivery.FILES });

  new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
  // #endregion
  return topology;
}
