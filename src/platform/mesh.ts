import { AmbientOptions } from '../istio/ambient-options';
import { IstioOptions } from '../istio/istio-options';
import { guard } from '../private/boundary';

/** The mesh that carries the traffic. */
export class Mesh {
  /** Istio with sidecars, 1.30 or 1.31 (`istioVersion`). */
  public static istio(options: IstioOptions = {}): Mesh {
    return new Mesh(options);
  }

  /** Istio without sidecars (ambient mode), 1.30 or 1.31 (`istioVersion`), with a waypoint in each namespace that services of ours are in. Source: https://istio.io/latest/docs/ambient/ */
  public static ambient(options: AmbientOptions = {}): Mesh {
    return new Mesh(undefined, options);
  }

  private constructor(
    /**
     * How Istio is installed with sidecars, and what it does for every workload.
     *
     * @default - there are no sidecars
     */
    public readonly istioOptions?: IstioOptions,
    /**
     * How Istio is installed without sidecars, and what it does for every workload.
     *
     * @default - there are sidecars
     */
    public readonly ambientOptions?: AmbientOptions,
  ) {}
}

guard('Mesh', Mesh);
