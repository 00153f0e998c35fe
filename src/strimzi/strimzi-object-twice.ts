import { IAppCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { KafkaTopic } from '../model/kafka-topic';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { grouped } from '../private/grouped';
import { kafkaUserName } from '../private/kafka-user-name';
import { quote } from '../private/topology-error';
import { isStrimzi } from './strimzi-enforcement';
import { isOnOneCluster, nameInMetrics } from './topic-declared-twice';

/** BST423 */
export const strimziObjectTwice = ourCheck<IAppCheck>({
  code: 'BST423',
  title: 'strimzi-object-twice',
  severity: Severity.ERROR,
  rationale: 'Strimzi reads the topics and users of all clusters of a namespace from that namespace, where each has one name. Of two topics of one '
    + 'id on two clusters, or of one workload\'s users from two topologies, the object applied last silently replaces the other, with its rights. '
    + 'Source: https://strimzi.io/docs/operators/latest/deploying#con-topic-operator-str',
  fix: 'give a topic an id of its own and its name on the broker as topicName; declare what a workload does on a cluster in one topology',

  check({ graphs }) {
    return [...topicsTwice(graphs), ...usersTwice(graphs)];
  },
});

function topicsTwice(graphs: TopologyGraph[]): Problem[] {
  const emitted = graphs.flatMap(({ channels }) => channels.filter(KafkaTopic.isKafkaTopic))
    .filter(({ service, declaredElsewhere }) => isStrimzi(service) && !declaredElsewhere);
  return [...grouped(emitted, ({ service, name }) => `${service.locator.namespace} ${name}`).values()]
    .flatMap(([first, ...others]) => others.filter(topic => !isOneTopic(topic, first)).map(topic => Problem.of(
      topic,
      `its KafkaTopic ${quote(topic.name)} in namespace ${topic.service.locator.namespace} is also that of ${first.path}, on cluster ${first.service.locator.resource}`,
      `give one of them another id, and ${quote(topic.topicName)} as its topicName`,
    )));
}

/** What BST419 finds is one topic, which needs no second object. */
function isOneTopic(topic: KafkaTopic, other: KafkaTopic): boolean {
  return isOnOneCluster(topic, other) && nameInMetrics(topic) === nameInMetrics(other);
}

interface User {
  readonly dependency: Dependency;
  readonly graph: TopologyGraph;
  readonly at: string;
}

function usersTwice(graphs: TopologyGraph[]): Problem[] {
  const users = graphs.flatMap(graph => graph.services.filter(isStrimzi).flatMap(service => graph.dependenciesOn(service).map((dependency): User => (
    { dependency, graph, at: `${service.locator.namespace} ${kafkaUserName(dependency.source, service.locator)}` }))));
  return [...grouped(users, ({ at }) => at).values()].flatMap(([first, ...others]) => (
    [...grouped(others.filter(({ graph }) => graph !== first.graph), ({ graph }) => graph).values()].map(([{ dependency }]) => {
      const { source: { name }, service: { locator } } = dependency;
      return Problem.of(
        dependency,
        `KafkaUser ${quote(kafkaUserName(dependency.source, locator))} is also that of ${first.dependency.path}: each topology would give it its own rights alone`,
        `declare all that ${name} publishes and consumes on cluster ${locator.resource} in one topology`,
      );
    })));
}
