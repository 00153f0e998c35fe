import { Manifest } from '../../harness/manifests';
import { mutate } from '../../harness/mutation';
import { Observation, Row } from '../../harness/row';
import { amongst, consume, newEvents, publish, publishBy, Published, publishWithPassword } from './programs';
import { KafkaWorld } from './world';

const WEB_USER = { kind: 'KafkaUser', name: 'books.web.events' };

/** What a producer may do, and what not. */
export const PRODUCERS: readonly Row<KafkaWorld>[] = [
  {
    behaviour: 'web publishes JSON events to `domain-events` over SASL_SSL with SCRAM-SHA-512, by what its variables say (Strimzi)',
    observe: world => publishesTo(world, 'books', 'web', 'domain-events'),
    brokenBy: mutate(WEB_USER, 'it may Write to domain_events', ({ spec: { authorization } }) => {
      const [{ resource, ...all }] = authorization.acls;
      authorization.acls = [{ ...all, resource, operations: ['Describe'] }, { ...all, resource: { ...resource, name: 'domain_events' }, operations: ['Write'] }];
    }),
  },
  {
    behaviour: 'web publishes to no other topic',
    observe: async world => {
      const others = Object.keys(await world.admin.topics()).filter(topic => topic !== 'domain-events');
      const container = world.container('books', 'web');
      return refused(await Promise.all(others.map(async topic => publish(container, topic, newEvents(1)))), 'topics', 'TOPIC_AUTHORIZATION_FAILED');
    },
    brokenBy: mutate(WEB_USER, 'its rule is for every topic', user => { rule(user).resource.name = '*'; }),
  },
  {
    behaviour: 'web does not read the topic that it publishes to',
    observe: async world => {
      const { events, errors } = await consume(world.container('books', 'web'), 'domain-events', '-');
      return { seen: `${events.length} events read, ${errors.join(', ')}`, holds: events.length === 0 && errors.join() === 'TOPIC_AUTHORIZATION_FAILED' };
    },
    brokenBy: mutate(WEB_USER, 'it may Read', user => { rule(user).operations.push('Read'); }),
  },
  {
    behaviour: 'web has a password of its own: neither a wrong one nor that of another workload opens the broker',
    observe: async world => {
      const web = world.container('books', 'web');
      const passwords = ['wrong', world.container('shop', 'orders').environment.get('EVENTS_PASSWORD')!];
      const tries = passwords.map(async password => publishWithPassword(web, password, 'domain-events', newEvents(1)));
      return refused(await Promise.all(tries), 'passwords', '_AUTHENTICATION');
    },
    brokenBy: mutate(WEB_USER, 'it takes the password of shop.orders.events', ({ spec }) => {
      spec.authentication.password = { valueFrom: { secretKeyRef: { name: 'shop.orders.events', key: 'password' } } };
    }),
  },
  {
    behaviour: 'courier, on two clusters of one namespace, enters each as a user of its own, with the rights of that one',
    observe: async world => {
      const courier = world.container('telemetry', 'courier');
      const users = ['KAFKA', 'AUDIT'].map(binding => courier.environment.get(`${binding}_USERNAME`));
      const own = [await publish(courier, 'sent', newEvents()), await publishBy('AUDIT', courier, 'recorded', newEvents())];
      const across = [await publish(courier, 'recorded', newEvents(1)), await publishBy('AUDIT', courier, 'sent', newEvents(1))];
      const counts = [...own, ...across].map(({ count }) => count).join();
      const errors = across.map(({ errors: [error] }) => error).join();
      return {
        seen: `${users.join(' and ')}: ${own.map(({ count }) => count).join(' and ')} of 100 events acknowledged, across ${errors}`,
        holds: counts === '100,100,0,0' && errors === 'TOPIC_AUTHORIZATION_FAILED,TOPIC_AUTHORIZATION_FAILED' && users[0] !== users[1],
      };
    },
    brokenBy: mutate({ kind: 'KafkaUser', name: 'telemetry.courier.audit' }, 'its rule is for the topic of the other cluster', user => { rule(user).resource.name = 'sent'; }),
  },
  {
    behaviour: 'meter publishes to `heartbeats` by what the files of its binding say',
    observe: world => publishesTo(world, 'telemetry', 'meter', 'heartbeats', 'files'),
    brokenBy: mutate({ kind: 'Deployment', name: 'meter' }, 'the binding names another port', ({ spec: { template } }) => {
      template.metadata.annotations['kafka.bindings.cdk8s-backing-services.io/bootstrap-servers'] = 'events-kafka-bootstrap.kafka.svc:9094';
    }),
  },
];

/** The same programs, with services that others own. */
export const MANAGED: readonly Row<KafkaWorld>[] = [
  {
    behaviour: 'the same web publishes to `domain-events` over SASL_SSL with PLAIN and a hostile password (managed)',
    observe: world => publishesTo(world, 'books-managed-kafka', 'web', 'domain-events'),
    brokenBy: mutate({ kind: 'ExternalSecret', name: 'web-kafka' }, 'the password is percent-encoded', ({ spec }) => {
      spec.target.template.data.password = '{{ .password | urlquery }}';
    }),
  },
  {
    behaviour: 'a managed service with SCRAM-SHA-256 is entered, and known by the authority in its credentials',
    observe: world => publishesTo(world, 'telemetry', 'invoices', 'invoices'),
    brokenBy: mutate({ kind: 'Deployment', name: 'invoices' }, 'the variable of the authority is gone', ({ spec: { template: { spec: { containers } } } }) => {
      containers[0].env = containers[0].env.filter(({ name }: { name: string }) => name !== 'KAFKA_CA_FILE');
    }),
  },
];

/** Publishes, and reads everything back that the topic holds. */
async function publishesTo(world: KafkaWorld, namespace: string, name: string, topic: string, readFrom: 'variables' | 'files' = 'variables'): Promise<Observation> {
  const events = newEvents();
  const { count, errors } = await publish(world.container(namespace, name), topic, events, readFrom);
  const stored = (await world.admin.records(topic)).map(record => JSON.parse(record));
  const holds = count === events.length && errors.length === 0 && amongst(stored, events);
  return { seen: `${count} of ${events.length} events acknowledged${told(errors)}, and ${holds ? 'read back as written' : 'not all read back'}`, holds };
}

function refused(tries: readonly Published[], what: string, error: string): Observation {
  const held = tries.filter(({ count, errors }) => count === 0 && errors.includes(error)).length;
  const others = held === tries.length ? [] : [...new Set(tries.flatMap(({ errors }) => errors))].filter(name => name !== error);
  return { seen: `${held} of ${tries.length} ${what} refused: ${error}${told(others)}`, holds: held === tries.length };
}

function told(errors: readonly string[]): string {
  return errors.length === 0 ? '' : ` (${errors.join(', ')})`;
}

function rule(user: Manifest): any {
  return user.spec.authorization.acls[0];
}
