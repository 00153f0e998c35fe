import { IstioOptions } from '../istio/istio-options';
import { guard } from '../private/boundary';

/** The mesh that carries the traffic. */
export class Mesh {
  /** Istio with sidecars, 1.30 or 1.31. */
  public static istio(options: IstioOptions = {}): Mesh {
    return new Mesh(options);
  }

  private constructor(
    /** How Istio is installed and what it does for every workload. */
    public readonly istioOptions: IstioOptions,
  ) {}
}

guard('Mesh', Mesh);
