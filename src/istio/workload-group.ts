import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { MachineProbe } from '../model/machine-probe';
import { IWorkload } from '../model/workload-interface';
import { emit } from '../private/emit';
import { sortedRecord } from '../private/names';

interface ReadinessProbe {
  readonly initialDelaySeconds?: number;
  readonly timeoutSeconds?: number;
  readonly periodSeconds?: number;
  readonly successThreshold?: number;
  readonly failureThreshold?: number;
  readonly httpGet?: { readonly path?: string; readonly port: number; readonly scheme: 'HTTP' | 'HTTPS' };
  readonly tcpSocket?: { readonly port: number };
  readonly exec?: { readonly command: readonly string[] };
}

interface WorkloadGroupSpec {
  readonly metadata: { readonly labels: Record<string, string> };
  readonly template: { readonly serviceAccount: string; readonly locality?: string; readonly weight?: number };
  readonly probe?: ReadinessProbe;
}

/**
 * What machines have in common that make themselves known: istiod makes an entry of it for each whose sidecar connects, as a Deployment makes pods.
 * Source: https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export function emitWorkloadGroup(scope: Construct, { name, namespace, serviceAccountName: serviceAccount, selector, machines }: IWorkload): void {
  if (machines === undefined || machines.known !== undefined) return;
  const { locality, weight, probe } = machines;
  emit<WorkloadGroupSpec>(scope, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'WorkloadGroup',
    name,
    namespace,
    spec: {
      metadata: { labels: sortedRecord(selector) },
      template: { serviceAccount, locality, weight },
      probe: probe && probeOf(probe),
    },
  });
}

function probeOf({ initialDelay, timeout, period, successThreshold, failureThreshold, _question }: MachineProbe): ReadinessProbe {
  const { httpGet, tcpSocket, exec } = _question;
  return {
    initialDelaySeconds: secondsOf(initialDelay),
    timeoutSeconds: secondsOf(timeout),
    periodSeconds: secondsOf(period),
    successThreshold,
    failureThreshold,
    httpGet: httpGet && { path: httpGet.path, port: httpGet.port, scheme: httpGet.https ? 'HTTPS' : 'HTTP' },
    tcpSocket,
    exec,
  };
}

function secondsOf(duration: Duration | undefined): number | undefined {
  return duration?.toSeconds();
}
