import { Construct } from 'constructs';
import { Machine } from '../model/machine-facts';
import { IWorkload } from '../model/workload-interface';
import { emit } from '../private/emit';
import { sortedRecord } from '../private/names';
import { addressLabel } from '../traffic/ruled-name';

/** By which metrics name the workload, in place of the entry. Source: istio, pkg/kube/labels/labels.go (`WorkloadNameFromWorkloadEntry`) */
const WORKLOAD_NAME = 'service.istio.io/workload-name';

interface WorkloadEntrySpec {
  readonly address: string;
  readonly labels: Record<string, string>;
  readonly serviceAccount: string;
  readonly locality?: string;
  readonly weight?: number;
}

/**
 * Each machine of a workload, as a pod is one: Services of its namespace select it by its labels, those of the object before those in it, so that both are the same and nobody gives it others. That it has a ServiceAccount tells callers that it takes mutual TLS. No port is named: an entry's port
 * of the name of a Service's goes before the number that the Service sends to. The name has a dot, as no workload's has.
 * Sources: https://istio.io/latest/docs/reference/config/networking/workload-entry/; istio, pilot/pkg/serviceregistry/serviceentry/conversion.go (`ConvertWorkloadEntry`)
 */
export function emitWorkloadEntries(scope: Construct, workload: IWorkload): void {
  for (const machine of workload.machines?.known ?? []) emitWorkloadEntry(scope, workload, machine);
}

function emitWorkloadEntry(scope: Construct, workload: IWorkload, { address, version, locality, weight }: Machine): void {
  const { name, namespace, serviceAccountName: serviceAccount, versions } = workload;
  const { labels } = versions.find(each => each.name === version)!;
  emit<WorkloadEntrySpec>(scope, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'WorkloadEntry',
    name: `${name}.${addressLabel(address)}`,
    namespace,
    labels: sortedRecord({ ...labels, [WORKLOAD_NAME]: name }),
    isSelected: true,
    spec: { address, labels: sortedRecord(labels), serviceAccount, locality, weight },
  });
}
