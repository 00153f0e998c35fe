import { IConstruct } from 'constructs';
import { BackingService } from '../model/backing-service';
import { Binding } from '../model/binding';
import { Dependency } from '../model/dependency';
import { Topic } from '../model/topic';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { durationText } from '../private/duration-text';
import { canonicalJson } from './canonical-json';

/** Grows when a reader of an older version could misread the document. */
const SCHEMA_VERSION = 1;

/** A topology as JSON for tools: canonical, without secrets, file paths or times. Elements are named by their construct path. */
export class TopologyJson {
  /** The document as text. */
  public static render(graph: TopologyGraph): string {
    return canonicalJson({
      schemaVersion: SCHEMA_VERSION,
      workloads: graph.workloads.map(workloadJson),
      services: graph.services.map(serviceJson),
      topics: graph.topics.map(topicJson),
      dependencies: graph.dependencies.map(dependencyJson),
      bindings: graph.workloads.flatMap(workload => graph.bindingsOf(workload)).map(bindingJson),
    });
  }

  private constructor() {}
}

function pathOf(element: IConstruct): string {
  return element.node.path;
}

function workloadJson(workload: IWorkload) {
  const { name, namespace, serviceAccountName, selector, versions, replicas, guarded } = workload;
  return { path: pathOf(workload), name, namespace, serviceAccountName, selector, versions, replicas, guarded };
}

function serviceJson(service: BackingService) {
  const { name, bindingType, bindingProvider, shape, protocol, contract, loadBalancing, routes } = service;
  const { workload, ...endpoint } = service.endpoint;
  return {
    path: pathOf(service), name, bindingType, bindingProvider, shape,
    protocol: protocol.name,
    endpoint: { ...endpoint, workload: workload && pathOf(workload) },
    operations: contract?.operations,
    loadBalancing: loadBalancing && { algorithm: loadBalancing.algorithm, header: loadBalancing.header },
    routes: routes.map(({ weights, match }) => ({ weights, match: match && { header: match.headerName, value: match.headerValue } })),
  };
}

function topicJson(topic: Topic) {
  const { name, topicName, partitions, replicas, settings } = topic;
  return { path: pathOf(topic), name, topicName, service: pathOf(topic.service), partitions, replicas, settings };
}

function dependencyJson(dependency: Dependency) {
  const { verb, source, service, topic, policy } = dependency;
  const { retry, circuitBreaker, connectionPool, operations } = policy;
  return {
    path: pathOf(dependency), verb, source: pathOf(source), service: pathOf(service), topic: topic && pathOf(topic),
    policy: {
      timeout: policy.timeout && durationText(policy.timeout),
      connectTimeout: policy.connectTimeout && durationText(policy.connectTimeout),
      retry: retry && {
        attempts: retry.count,
        perTryTimeout: retry.perTryTimeout && durationText(retry.perTryTimeout),
        on: retry.conditions(service.protocol.name === 'grpc').map(condition => condition.name),
        backoff: durationText(retry.backoff),
      },
      circuitBreaker: circuitBreaker && {
        consecutiveErrors: circuitBreaker.errors,
        resetTimeout: durationText(circuitBreaker.resetTimeout),
        interval: durationText(circuitBreaker.interval),
        maxEjectionPercent: circuitBreaker.maxEjectionPercent,
      },
      connectionPool: connectionPool && {
        maxConnections: connectionPool.maxConnections,
        maxPendingRequests: connectionPool.maxPendingRequests,
        maxRequests: connectionPool.maxRequests,
        idleTimeout: connectionPool.idleTimeout && durationText(connectionPool.idleTimeout),
      },
      operations: operations?.map(operation => operation.id),
      access: policy.access,
      group: policy.group,
      criticality: policy.criticality,
      bindingName: policy.bindingName,
    },
  };
}

/** Names only: what a consumer's code reads, whoever provides the service. */
function bindingJson(binding: Binding) {
  return {
    consumer: pathOf(binding.consumer),
    service: pathOf(binding.service),
    name: binding.name,
    variables: binding.entries.flatMap(entry => binding.variableOf(entry) ?? []).sort(),
    files: binding.entries.flatMap(entry => entry.file ?? []).sort(),
  };
}
