import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

const MATRIX = join(__dirname, '../../../shared/facts/acl-matrix.json');
const found = existsSync(MATRIX);
if (!found) process.stdout.write(`acls.test.ts: skipped the comparison with Kafka's ACL matrix, because ${MATRIX} is not on this machine\n`);

(found ? test : test.skip)('are exactly those that Kafka\'s ACL matrix gives to producers and consumers, for every mix of them', () => {
  const { roles, legalOperations, strimziEnum } = JSON.parse(readFileSync(MATRIX, 'utf8'));
  const allow = (role: { topic?: string; group?: string; ops: string[] }[], topic: string, group: string) =>
    role.flatMap(rule => rule.ops.map(operation => `${rule.topic ? `topic ${topic}` : `group ${group}`}: ${operation}`));
  const name = fc.constantFrom('a', 'b', 'c');
  fc.assert(fc.property(fc.uniqueArray(name), fc.uniqueArray(fc.tuple(name, name), { selector: ([topic]) => topic }), (publishes, consumes) => {
    const expected = new Set([
      ...publishes.flatMap(topic => allow(roles.producer, topic, '')),
      ...consumes.flatMap(([topic, group]) => allow(roles.consumerGroup, topic, group)),
    ]);
    const single = rulesOf(publishes, consumes).flatMap(rule => {
      const [resource, operations] = rule.split(': ');
      return operations.split(', ').map(operation => `${resource}: ${operation}`);
    });
    expect([...single].sort()).toEqual([...expected].sort());
    for (const [type, operation] of single.map(rule => rule.split(/ .*: /))) {
      expect(legalOperations[type]).toContain(operation);
      expect(strimziEnum).toContain(operation);
    }
  }), { numRuns: 60 });
});
