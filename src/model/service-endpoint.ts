import { Construct } from 'constructs';
import { assertPort } from '../private/bounds';
import { assertName, Names } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { pathOf, topologyOf } from './topology-element';
import { IWorkload } from './workload-interface';

/** Who runs a service. */
export enum EndpointOrigin {
  /** A workload of this topology; the library makes its Kubernetes Service. */
  WORKLOAD = 'workload',
  /** An operator in the cluster, which makes the Kubernetes Service. */
  OPERATOR = 'operator',
  /** A third party, outside of the cluster. */
  EXTERNAL = 'external',
}

/** The resource of an operator that runs a service. */
export interface OperatorResource {
  /** The operator: `strimzi`, `cloudnative-pg`. */
  readonly operator: string;
  /** Name of the operator's resource. */
  readonly name: string;
  /**
   * Name of the listener that consumers use, for Kafka.
   *
   * @default - the operator knows no listeners
   */
  readonly listener?: string;
}

/** Where and how a service is reached, whoever runs it. */
export interface ServiceEndpoint {
  /** Who runs it. */
  readonly origin: EndpointOrigin;
  /** Name that a consumer dials: `user-service.books.svc`, `payments.example.com`. */
  readonly host: string;
  /** Port that a consumer dials. */
  readonly port: number;
  /**
   * Further hosts that a client of this service dials by itself, such as Kafka's brokers.
   *
   * @default - none
   */
  readonly moreHosts?: string[];
  /**
   * Name of the Kubernetes Service.
   *
   * @default - none: the service is outside of the cluster
   */
  readonly serviceName?: string;
  /**
   * Namespace of the Kubernetes Service and its pods.
   *
   * @default - none: the service is outside of the cluster
   */
  readonly namespace?: string;
  /**
   * Port that the pods, or the host outside, listen on.
   *
   * @default - the port that a consumer dials
   */
  readonly targetPort?: number;
  /**
   * The workload that runs it.
   *
   * @default - none: an operator or a third party does
   */
  readonly workload?: IWorkload;
  /**
   * The operator's resource that runs it.
   *
   * @default - none: a workload or a third party does
   */
  readonly operator?: OperatorResource;
  /**
   * Labels of the pods behind it.
   *
   * @default - the workload's selector, or unknown
   */
  readonly podLabels?: Record<string, string>;
  /**
   * Address ranges (CIDR) that a third party answers from.
   *
   * @default - unknown
   */
  readonly cidrs?: string[];
  /**
   * Whether the client speaks plain HTTP and the mesh starts TLS towards the third party, so that policies can see requests.
   *
   * @default false
   */
  readonly tlsByMesh?: boolean;
  /**
   * Whether the Kubernetes Service gives out the pods' addresses instead of one of its own.
   *
   * @default false
   */
  readonly headless?: boolean;
}

/** How a workload serves. */
export interface WorkloadPortOptions {
  /**
   * Port of the Kubernetes Service.
   *
   * @default - the kind's usual port: 80 for HTTP, 5432 for PostgreSQL ...
   */
  readonly port?: number;
  /**
   * Port that the workload's containers listen on.
   *
   * @default - the Service's port
   */
  readonly targetPort?: number;
  /**
   * Whether the Kubernetes Service is headless, as clients need that connect to each pod themselves.
   *
   * @default false
   */
  readonly headless?: boolean;
}

/** How a workload serves, its port known. @internal */
export interface ServedPort extends WorkloadPortOptions {
  readonly port: number;
}

/**
 * The endpoint of a service that a workload of ours runs. The Kubernetes Service carries the service's id.
 * Throws BST003 if the workload belongs to another topology.
 */
export function workloadEndpoint(scope: Construct, id: string, workload: IWorkload, options: ServedPort): ServiceEndpoint {
  const path = pathOf(scope, id);
  if (topologyOf(workload) !== topologyOf(scope)) {
    throw new TopologyError({
      code: 'BST003',
      path,
      problem: `workload ${quote(workload.node.path)} belongs to another topology than the service that it should provide`,
      fix: 'declare the service where its workload is, and here with an endpoint provider',
    });
  }
  const port = assertPort(options.port, path);
  return {
    origin: EndpointOrigin.WORKLOAD,
    host: `${assertName(Names.SERVICE, id, path)}.${workload.namespace}.svc`,
    port,
    serviceName: id,
    namespace: workload.namespace,
    targetPort: assertPort(options.targetPort ?? port, path),
    workload,
    podLabels: workload.selector,
    headless: options.headless ?? false,
  };
}
