import {
  HttpProvider, HttpService, Kafka, KafkaProvider, KubernetesSecret, Postgres, PostgresProvider, Redis, RedisProvider, TcpProvider, TcpService,
  Topology, Workload,
} from '../../src';
import { vault } from '../support/declare';
import { Store } from '../support/external-secrets-operator';
import { Secrets as ClusterSecrets } from '../support/kubelet';

/** A password that breaks what does not encode it. */
export const PASSWORD = 'p@ss/w:rd?#%+ $(HOME)$$ü&=';

/** What the stores and operators of a test keep. */
export const STORE: Store = { 'shop/cache': { username: 'cache user', password: PASSWORD }, 'shop/db': { username: 'db', password: PASSWORD, ca: 'PEM of the store' } };

export const OPERATORS: ClusterSecrets = {
  'orders-app': { username: 'app', password: 'Generated1', dbname: 'app', uri: 'postgresql://app:Generated1@orders-rw.shop:5432/app' },
  'orders-ca': { 'ca.crt': 'PEM of CloudNativePG' },
  'web.kafka.events-kafka': { 'username': 'shop.web.events', 'password': 'kafka password', 'ssl.truststore.crt': 'PEM of Strimzi' },
  'legacy': { user: 'l', pass: PASSWORD, url: 'postgresql://l:encoded@legacy.example.com:5432/l' },
};

/** Lets a workload depend on a service of each kind of provider. */
export function useEverything(shop: Topology, web: Workload): void {
  const postgres = (id: string, provider: PostgresProvider) => new Postgres(shop, id, { provider });
  web.uses(postgres('orders-db', PostgresProvider.cloudNativePg({ cluster: 'orders' })));
  web.uses(postgres('managed-db', PostgresProvider.external({ host: 'db.example.com', database: 'my $(DB)', credentials: vault.secret('shop/db', { username: 'username', password: 'password', ca: 'ca' }) })));
  const legacy = KubernetesSecret.existing('legacy', { reason: 'made by the data team' }).credential({ username: 'user', password: 'pass', uri: 'url' });
  web.uses(postgres('legacy-db', PostgresProvider.external({ host: 'legacy.example.com', database: 'l', credentials: legacy })));
  web.uses(new Redis(shop, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials: vault.secret('shop/cache') }) }));
  const created = new Kafka(shop, 'messages', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) }).topic('created');
  web.publishes(created);
  web.consumes(created, { consumerGroup: 'web-group' });
  web.calls(new HttpService(shop, 'payments', { provider: HttpProvider.external('http://payments.example.com:8080/v1/$(HOME)') }));
  web.uses(new TcpService(shop, 'ldap', { provider: TcpProvider.external({ host: 'ldap.example.com', port: 636 }) }));
}
