import { App, Chart, Duration } from 'cdk8s';
import {
  CallOptions, CircuitBreaker, HttpProvider, HttpService, Kafka, KafkaProvider, Mesh,
  Platform, Pods, Postgres, PostgresProvider, Redis, RedisProvider,
  Secrets, SecretStore, Topology, Workload,
} from 'cdk8s-backing-services';
import { nameOf } from '../names';

const STORE = SecretStore.cluster('vault');
const tripping = (errors: number, rest: number): CallOptions => ({
  timeout: Duration.seconds(5), circuitBreaker: CircuitBreaker.consecutiveErrors(errors, { resetTimeout: Duration.seconds(rest) }),
});
const PATIENT = tripping(5, 60);
const WARY = tripping(3, 30);
const HASTY: CallOptions = { ...WARY, timeout: Duration.seconds(1) };

/**
 * Services in fours. Of each four the third is called with two breakers, the fourth with two breakers and two timeouts; the second and the third share
 * a database, the fourth has a cache, and the first publishes what the third consumes.
 */
export function declared(app: App, namespace: string, services: number): void {
  const chart = new Chart(app, namespace, { namespace });
  const topology = new Topology(chart, 'topology');
  const kafka = new Kafka(topology, 'kafka', { provider: KafkaProvider.strimzi({ cluster: 'events' }) });
  const workloads = Array.from({ length: services }, (_, i) => new Workload(topology, nameOf('w', i), {
    pods: Pods.fromLabels({ labels: { app: nameOf('w', i) }, replicas: 2, serviceAccountName: nameOf('w', i) }),
  }));
  const provided = workloads.map((workload, i) => new HttpService(topology, nameOf('s', i), { provider: HttpProvider.workload(workload, { targetPort: 8080 }) }));
  for (let i = 0; i + 3 < services; i += 4) {
    const [first, second, third, fourth] = workloads.slice(i, i + 4);
    first.calls(provided[i + 1], PATIENT);
    first.calls(provided[i + 2], PATIENT);
    second.calls(provided[i + 2], WARY);
    second.calls(provided[i + 3], HASTY);
    third.calls(provided[i + 3], PATIENT);
    if (i + 4 < services) third.calls(provided[i + 4], PATIENT);

    const database = new Postgres(topology, nameOf('db', i), {
      provider: PostgresProvider.external({ host: `${nameOf('db', i)}.example.com`, database: 'orders', credentials: STORE.secret(nameOf('db', i)) }),
    });
    second.uses(database);
    third.uses(database);
    fourth.uses(new Redis(topology, nameOf('cache', i), {
      provider: RedisProvider.external({ host: `${nameOf('cache', i)}.example.com`, credentials: STORE.secret(nameOf('cache', i), { password: 'password' }) }),
    }));

    const topic = kafka.topic(nameOf('topic', i), { partitions: 12, replicas: 3 });
    first.publishes(topic);
    third.consumes(topic);
  }
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ dnsCapture: true }), secrets: Secrets.externalSecrets() });
}
