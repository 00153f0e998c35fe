import { MachineFacts } from './machine-facts';

/** One version of a workload's pods. */
export interface PodVersion {
  /**
   * Name of the version; it becomes the name of an Istio subset.
   *
   * @default - the workload has one version without a name
   */
  readonly name?: string;
  /** Labels on the pods of this version, the workload's common ones included. */
  readonly labels: Record<string, string>;
  /**
   * Number of pods that serve at the least.
   *
   * @default - unknown; checks that need it are reported as not evaluated
   */
  readonly replicas?: number;
  /**
   * TCP ports that its containers declare, those of all containers together; Kubernetes lets a container listen on others too.
   *
   * @default - unknown; no port is held against them
   */
  readonly ports?: number[];
  /**
   * TCP ports by the names that its containers give them, for Services that send to a name.
   *
   * @default - none has a name, or none is known
   */
  readonly portNames?: Record<string, number>;
}

/** The versions of a release whose pods have the same labels in their template: a controller tells them apart where it runs. */
export interface PodRelease {
  /** Name of the version that serves. */
  readonly stable: string;
  /** Name of the version that is to take over. */
  readonly canary: string;
}

/** What a workload's pods are known to be. */
export interface PodFacts {
  /** Labels that select all pods of the workload and no other pod of the namespace. */
  readonly selector: Record<string, string>;
  /** At least one version; each carries the labels of the selector, among others. */
  readonly versions: PodVersion[];
  /**
   * Namespace of the pods. Once stated, no workload can say otherwise.
   *
   * @default - the workload's, else the topology's namespace
   */
  readonly namespace?: string;
  /**
   * Name of the ServiceAccount that the pods run as. Once stated, no workload can say otherwise.
   *
   * @default - the workload's, else "default", the account Kubernetes gives to pods that name none
   */
  readonly serviceAccountName?: string;
  /**
   * The two versions, if a controller of releases moves requests from one to the other, such as Argo Rollouts.
   *
   * @default - the labels of each version tell its pods from others
   */
  readonly release?: PodRelease;
  /**
   * What is known of the machines that are there in place of pods; all that is said of pods holds for them.
   *
   * @default - there are pods
   */
  readonly machines?: MachineFacts;
}

/** The pods of a workload. `Pods` makes them from cdk8s-plus objects or from labels, `Machines` has machines in their place. */
export interface IPods {
  /**
   * Tells what the pods are; called once, when the workload is declared.
   *
   * @param workload id of the workload that runs in these pods
   */
  describe(workload: string): PodFacts;
}
