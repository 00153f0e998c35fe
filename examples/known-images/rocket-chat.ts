import { Chart } from 'cdk8s';
import { EnvNames, Mesh, MongoDb, MongoDbProvider, Nats, NatsProvider, Platform, Topology } from 'cdk8s-backing-services';
import { imageOf, published } from './image';

/**
 * Rocket.Chat: one process, whose replicas speak to each other by NATS. What a transporter is told begins with `monolith+`.
 * Sources: https://docs.rocket.chat/docs/configure-external-mongodb-for-rocket-chat, https://github.com/RocketChat/rocketchat-compose (compose.yml)
 */
export function rocketChat(chart: Chart): Topology {
  const topology = new Topology(chart, 'rocket-chat');
  const chat = imageOf(topology, 'rocket-chat', {
    image: 'registry.rocket.chat/rocketchat/rocket.chat:8.0.1', port: 3000, env: { ROOT_URL: 'https://chat.example.com', PORT: '3000' },
  });
  const server = imageOf(topology, 'nats', { image: 'nats:2.12-alpine', port: 4222 });

  // #region declaration
  const messages = new MongoDb(topology, 'chat-db', { provider: MongoDbProvider.community({
    resource: 'chat', user: 'rocketchat', userDatabase: 'rocketchat', caSecret: 'chat-ca',
  }) });
  const bus = new Nats(topology, 'chat-bus', { provider: NatsProvider.workload(server) });

  chat.uses(messages, { envNames: EnvNames.map({ MONGO_URL: '{url}' }) });
  chat.uses(bus, { envNames: EnvNames.map({ TRANSPORTER: 'monolith+{url}' }) });

  published(topology, [[chat, 3000]]);
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  // #endregion
  return topology;
}
