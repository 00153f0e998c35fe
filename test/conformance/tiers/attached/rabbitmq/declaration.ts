import { App, Chart } from 'cdk8s';
import { BindingDelivery, EnvNames, Platform, Pods, RabbitMq, RabbitMqProvider, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../../../../../examples/deployment';
import { VIRTUAL_HOST } from './server';

export const HOST = 'events.mq.example.com';

/** Programs whose clients enter the same broker by its URL, by parts and by files. */
export function programs(app: App): void {
  const chart = new Chart(app, 'rabbitmq', { namespace: 'rabbitmq' });
  const topology = new Topology(chart, 'rabbitmq');
  const events = new RabbitMq(topology, 'events', { provider: RabbitMqProvider.external({
    host: HOST, virtualHost: VIRTUAL_HOST,
    credentials: SecretStore.cluster('vault').secret('rabbitmq/events', { username: 'username', password: 'password', ca: 'ca' }),
  }) });
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1.0.0` })) });
  workload('pika').uses(events);
  workload('files').uses(events, { delivery: BindingDelivery.FILES });
  workload('rabbitmq-client').uses(events, { envNames: EnvNames.map({ AMQP_URL: '{url}' }) });
  workload('amqplib').uses(events, { envNames: EnvNames.map({
    RABBITMQ_HOST: '{host}', RABBITMQ_PORT: '{port}', RABBITMQ_USER: '{username}', RABBITMQ_PASSWORD: '{password}', RABBITMQ_VHOST: '{virtual-host:percent}',
  }) });
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
}
