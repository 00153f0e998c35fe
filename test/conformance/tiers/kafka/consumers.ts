import { Manifest } from '../../harness/manifests';
import { mutate } from '../../harness/mutation';
import { Observation, Row } from '../../harness/row';
import { amongst, consume, Consumed, newEvents, publish } from './programs';
import { KafkaWorld } from './world';

const DASHBOARD_USER = { kind: 'KafkaUser', name: 'telemetry.dashboard.events' };

/** What a consumer may do, and what not. */
export const CONSUMERS: readonly Row<KafkaWorld>[] = [
  {
    behaviour: 'dashboard, in another namespace than the cluster, reads with the group that its variables say',
    observe: world => reads(world, 'telemetry', 'dashboard', 'alarms'),
    brokenBy: mutate(DASHBOARD_USER, 'its rule is for the group dashboard', user => { rule(user, 'group').resource.name = 'dashboard'; }),
  },
  {
    behaviour: 'dashboard reads with no other group',
    observe: async world => {
      const container = world.container('telemetry', 'dashboard');
      const groups = ['dashboards-2', 'telemetry.dashboard', 'kafka.archive'];
      return refused(await Promise.all(groups.map(async group => consume(container, 'alarms', group))), 'groups', 'GROUP_AUTHORIZATION_FAILED');
    },
    brokenBy: mutate(DASHBOARD_USER, 'its rule is for every group', user => { rule(user, 'group').resource.name = '*'; }),
  },
  {
    behaviour: 'dashboard reads no other topic',
    observe: async world => {
      const others = Object.keys(await world.admin.topics()).filter(topic => topic !== 'alarms');
      const container = world.container('telemetry', 'dashboard');
      return refused(await Promise.all(others.map(async topic => consume(container, topic, '-'))), 'topics', 'TOPIC_AUTHORIZATION_FAILED');
    },
    brokenBy: mutate(DASHBOARD_USER, 'its rule is for every topic', user => { rule(user, 'topic').resource.name = '*'; }),
  },
  {
    behaviour: 'dashboard does not publish to the topic that it reads',
    observe: async world => {
      const { count, errors } = await publish(world.container('telemetry', 'dashboard'), 'alarms', newEvents(1));
      return { seen: `${count} of 1 event acknowledged, ${errors.join(', ')}`, holds: count === 0 && errors.join().includes('AUTHORIZATION_FAILED') };
    },
    brokenBy: mutate(DASHBOARD_USER, 'it may Write', user => { rule(user, 'topic').operations.push('Write'); }),
  },
  {
    behaviour: 'archive, beside the cluster, reads by its user\'s own Secret and the cluster\'s authority',
    observe: world => reads(world, 'kafka', 'archive', 'audits'),
    brokenBy: mutate({ kind: 'Deployment', name: 'archive' }, 'it trusts the authority that signs clients', ({ spec: { template: { spec: { volumes } } } }) => {
      const [{ projected: { sources } }] = volumes;
      sources.find(({ secret }: any) => secret?.name === 'events-cluster-ca-cert').secret.name = 'events-clients-ca-cert';
    }),
  },
];

/** Puts events on a topic, and lets the program read them. */
async function reads(world: KafkaWorld, namespace: string, name: string, topic: string): Promise<Observation> {
  const events = newEvents();
  await world.admin.publish(topic, events.map(event => JSON.stringify(event)));
  const container = world.container(namespace, name);
  const { events: read, errors } = await consume(container, topic);
  const again = errors.length === 0 ? await consume(container, topic) : { events: [], errors };
  return {
    seen: `group ${container.environment.get('KAFKA_GROUP_ID')}: ${read.length} events read, then ${again.events.length}${errors.length === 0 ? '' : ` (${errors.join(', ')})`}`,
    holds: amongst(read, events) && again.events.length === 0,
  };
}

function refused(tries: readonly Consumed[], what: string, error: string): Observation {
  const held = tries.filter(({ events, errors }) => events.length === 0 && errors.join() === error).length;
  const others = held === tries.length ? [] : [...new Set(tries.flatMap(({ errors }) => errors))].filter(name => name !== error);
  return { seen: `${held} of ${tries.length} ${what} refused: ${error}${others.length === 0 ? '' : ` (${others.join(', ')})`}`, holds: held === tries.length };
}

function rule(user: Manifest, type: 'group' | 'topic'): any {
  return user.spec.authorization.acls.find(({ resource }: any) => resource.type === type);
}
