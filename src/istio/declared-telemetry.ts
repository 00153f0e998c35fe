import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { lockMembers } from '../private/lock-members';
import { assertName, Names } from '../private/names';
import { TelemetryOptions } from './telemetry-options';
import { heldTelemetry } from './telemetry-rules';

/**
 * What the proxies of a scope report. Each scope says it once, because Istio takes one object of each and leaves the others out.
 * Source: https://istio.io/latest/docs/reference/config/telemetry/
 */
export class Telemetry {
  /**
   * Of all proxies of the mesh, gateways and pods that no program knows among them: an object `mesh-default` in the root namespace. One program of a mesh may say it.
   *
   * @throws BST660 if nothing is said, or something that cannot be so, BST010 if the sampling percentage is out of bounds, BST801 if a provider or a tag cannot
   * be called so, BST009 if the interval is not a whole number of milliseconds
   */
  public static ofMesh(options: TelemetryOptions): Telemetry {
    return new Telemetry(heldTelemetry(options, 'Telemetry.ofMesh'));
  }

  /**
   * Of all proxies in a namespace: an object `namespace-default` there. Workloads of the topology follow it in place of what the mesh's options say of every workload.
   *
   * @throws BST801 if the namespace is no DNS label, and as `ofMesh` does
   */
  public static ofNamespace(namespace: string, options: TelemetryOptions): Telemetry {
    const path = 'Telemetry.ofNamespace';
    return new Telemetry(heldTelemetry(options, path), assertName(Names.LABEL, namespace, path));
  }

  /**
   * Of the proxies of a workload or a gateway, in place of what the mesh's options say of every workload.
   *
   * @throws as `ofMesh` does
   */
  public static ofWorkload(workload: IWorkload, options: TelemetryOptions): Telemetry {
    return new Telemetry(heldTelemetry(options, 'Telemetry.ofWorkload'), workload.namespace, workload);
  }

  private constructor(
    /** What is reported. */
    public readonly options: TelemetryOptions,
    /** The namespace of the proxies; that of none in particular for a mesh. */
    public readonly namespace?: string,
    /** The workload whose proxies are meant, if they are one's alone. */
    public readonly workload?: IWorkload,
  ) {
    lockMembers(this);
  }
}

guard('Telemetry', Telemetry);
