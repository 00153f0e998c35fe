import * as fc from 'fast-check';
import { aclsFor } from '../../src/strimzi/acls';
import { newKafka } from '../support/declare';
import { Declaration } from '../support/topology';

/** `topic order-created: Describe, Write` of what one workload publishes and consumes. */
function rulesOf(publishes: readonly string[], consumes: readonly (readonly [topic: string, group: string | undefined])[]): string[] {
  const declared = new Declaration();
  const kafka = newKafka(declared.topology);
  const web = declared.workload('web');
  const topics = new Map([...new Set([...publishes, ...consumes.map(([topic]) => topic)])].map(name => [name, kafka.topic(name)]));
  const dependencies = [
    ...publishes.map(name => web.publishes(topics.get(name)!)),
    ...consumes.map(([name, group]) => web.consumes(topics.get(name)!, { consumerGroup: group })),
  ];
  return aclsFor(dependencies).map(({ resource, operations, ...rest }) => {
    expect([rest, resource.patternType]).toEqual([{ type: 'allow', host: '*' }, 'literal']);
    return `${resource.type} ${resource.name}: ${operations.join(', ')}`;
  });
}

test.each([
  ['to publish', ['created'], [], ['topic created: Describe, Write']],
  ['to consume', [], [['created', 'billing']], ['group billing: Read', 'topic created: Describe, Read']],
  ['to consume with a group of its own', [], [['created', undefined]], ['group shop.web: Read', 'topic created: Describe, Read']],
  ['both with one topic', ['created'], [['created', 'billing']], ['group billing: Read', 'topic created: Describe, Read, Write']],
  ['two topics with one group', [], [['b', 'g'], ['a', 'g']], ['group g: Read', 'topic a: Describe, Read', 'topic b: Describe, Read']],
  ['a group that is called like a topic', ['x'], [['y', 'x']], ['group x: Read', 'topic x: Describe, Write', 'topic y: Describe, Read']],
  ['nothing for no dependency', [], [], []],
] as const)('%s', (_, publishes, consumes, expected) => expect(rulesOf(publishes, consumes)).toEqual(expected));

type Rules = readonly { readonly topic?: true; readonly group?: true; readonly ops: readonly string[] }[];

/** Kafka 4.3: docs/security/authorization-and-acls, and which operations KafkaApis asks for of a client. */
const ROLES: Record<'producer' | 'consumer', Rules> = {
  producer: [{ topic: true, ops: ['Describe', 'Write'] }],
  consumer: [{ topic: true, ops: ['Describe', 'Read'] }, { group: true, ops: ['Read'] }],
};

/** What Kafka has of each type of resource, as far as Strimzi's KafkaUser can say it. */
const LEGAL: Record<string, readonly string[]> = {
  topic: ['Alter', 'AlterConfigs', 'Create', 'Delete', 'Describe', 'DescribeConfigs', 'Read', 'Write'],
  group: ['Delete', 'Describe', 'Read'],
};

test('are exactly those that Kafka\'s ACL matrix gives to producers and consumers, for every mix of them', () => {
  const allow = (role: Rules, topic: string, group: string) =>
    role.flatMap(rule => rule.ops.map(operation => `${rule.topic ? `topic ${topic}` : `group ${group}`}: ${operation}`));
  const name = fc.constantFrom('a', 'b', 'c');
  fc.assert(fc.property(fc.uniqueArray(name), fc.uniqueArray(fc.tuple(name, name), { selector: ([topic]) => topic }), (publishes, consumes) => {
    const expected = new Set([
      ...publishes.flatMap(topic => allow(ROLES.producer, topic, '')),
      ...consumes.flatMap(([topic, group]) => allow(ROLES.consumer, topic, group)),
    ]);
    const single = rulesOf(publishes, consumes).flatMap(rule => {
      const [resource, operations] = rule.split(': ');
      return operations.split(', ').map(operation => `${resource}: ${operation}`);
    });
    expect([...single].sort()).toEqual([...expected].sort());
    for (const rule of single) {
      const [[type], [operation]] = [rule.split(' '), rule.split(': ').slice(1)];
      expect(LEGAL[type]).toContain(operation);
    }
  }), { numRuns: 60 });
});
