import { MeshNames, meshNamesOf } from './mesh-names';
import { MeshOptions } from './mesh-options';
import { HeldPolicy, heldPolicies } from './namespace-policies';
import { TelemetryOptions } from './telemetry-options';
import { assertTelemetry, providersOf } from './telemetry-rules';

/** What a mesh is told, whatever carries its traffic. @internal */
export interface HeldMesh extends MeshNames {
  /** What proxies report of every workload that is guarded. */
  readonly ofAll: TelemetryOptions;
  /** What holds in namespaces and in the mesh. */
  readonly policies: readonly HeldPolicy[];
  /** Names of the providers that telemetry goes to, sorted. */
  readonly providers: readonly string[];
}

/** Throws as `meshNamesOf`, `assertTelemetry` and `heldPolicies` do. */
export function heldMesh(options: MeshOptions, path: string): HeldMesh {
  const names = meshNamesOf(options, path);
  const ofAll = assertTelemetry(options, path);
  const policies = heldPolicies(options, names.rootNamespace, path);
  return { ...names, ofAll, policies, providers: providersOf([ofAll, ...(options.telemetry ?? []).map(each => each.options)]) };
}
