import { Telemetry } from '../../src/istio/declared-telemetry';
import { IstioOptions } from '../../src/istio/istio-options';
import { TelemetryOptions } from '../../src/istio/telemetry-options';
import { WorkloadStanding } from '../../src/model/workload-standing';
import { newWorkload } from '../support/declare';
import { EVERY_TELEMETRY_OPTION, MeshDeclaration } from '../support/mesh';

const SAMPLED: TelemetryOptions = { tracing: { samplingPercentage: 1 } };
const LOGGED: TelemetryOptions = { accessLogs: [{ provider: 'envoy' }] };

function telemetryOf(options: IstioOptions): MeshDeclaration {
  const declared = new MeshDeclaration(options);
  declared.workloads('users', 'web');
  return declared;
}

describe('Telemetry', () => {
  test('is left to the mesh if nothing is said', () => expect(telemetryOf({}).named('Telemetry')).toEqual([]));

  test('of the smallest case', () => expect(telemetryOf(SAMPLED).object('Telemetry', 'web')).toMatchSnapshot());

  test('of every option', () => expect(telemetryOf(EVERY_TELEMETRY_OPTION).object('Telemetry', 'web')).toMatchSnapshot());

  test('is one for each workload, in its namespace', () => expect(telemetryOf(SAMPLED).named('Telemetry')).toEqual(['shop/users', 'shop/web']));

  test('traces nothing at 0 percent, which is not the same as saying nothing', () =>
    expect(telemetryOf({ tracing: { samplingPercentage: 0 } }).spec('Telemetry', 'web').tracing).toEqual([{ randomSamplingPercentage: 0 }]));
});

describe('Telemetry of a wider scope', () => {
  test('of the mesh selects nothing and stands in the root namespace', () => {
    const declared = telemetryOf({ telemetry: [Telemetry.ofMesh(SAMPLED)], rootNamespace: 'root' });
    expect(declared.spec('Telemetry', 'mesh-default', 'root')).toEqual({ tracing: [{ randomSamplingPercentage: 1 }] });
  });

  test('of the mesh stands in the namespace of istiod if no root is named', () =>
    expect(telemetryOf({ telemetry: [Telemetry.ofMesh(SAMPLED)] }).named('Telemetry')).toEqual(['istio-system/mesh-default']));

  test('of a namespace stands there', () =>
    expect(telemetryOf({ telemetry: [Telemetry.ofNamespace('shop', LOGGED)] }).spec('Telemetry', 'namespace-default'))
      .toEqual({ accessLogging: [{ providers: [{ name: 'envoy' }] }] }));

  test('stands by namespace, in whatever order it is said', () => {
    const scopes = [Telemetry.ofNamespace('z', LOGGED), Telemetry.ofMesh(SAMPLED), Telemetry.ofNamespace('a', LOGGED)];
    expect(telemetryOf({ telemetry: scopes }).named('Telemetry')).toEqual(['a/namespace-default', 'istio-system/mesh-default', 'z/namespace-default']);
  });
});

describe('Telemetry of one workload', () => {
  /** Workloads `users` and `web`, of which `web` has telemetry of its own. */
  function withOwn(own: TelemetryOptions, ofAll: TelemetryOptions = {}, standing = WorkloadStanding.GUARDED): MeshDeclaration {
    const declared = new MeshDeclaration({ ...ofAll, get telemetry() { return [Telemetry.ofWorkload(web, own)]; } });
    declared.workloads('users');
    const web = newWorkload(declared.topology, 'web', { standing });
    return declared;
  }

  test('is in one object with what all report, and wins over it', () => {
    const declared = withOwn({ ...LOGGED, tracing: { samplingPercentage: 100 } }, SAMPLED);
    expect(declared.spec('Telemetry', 'web')).toMatchObject({ tracing: [{ randomSamplingPercentage: 100 }], accessLogging: [{ providers: [{ name: 'envoy' }] }] });
    expect(declared.spec('Telemetry', 'users').accessLogging).toBeUndefined();
  });

  test('follows what its namespace says, part by part, where it says nothing itself', () => {
    const declared = new MeshDeclaration({ ...SAMPLED, ...LOGGED, telemetry: [Telemetry.ofNamespace('shop', { tracing: { samplingPercentage: 50 } })] });
    declared.workloads('users');
    newWorkload(declared.topology, 'far', { namespace: 'far' });
    expect(declared.spec('Telemetry', 'users')).toEqual({ selector: expect.anything(), accessLogging: [{ providers: [{ name: 'envoy' }] }] });
    expect(declared.spec('Telemetry', 'far', 'far').tracing).toEqual([{ randomSamplingPercentage: 1 }]);
  });

  test('may be that of a gateway', () =>
    expect(withOwn(LOGGED, SAMPLED, WorkloadStanding.GATEWAY).spec('Telemetry', 'web')).toEqual({ selector: { matchLabels: { app: 'web' } }, accessLogging: [{ providers: [{ name: 'envoy' }] }] }));

  test('is for one too that is not guarded yet, and all others are not told', () =>
    expect(withOwn(LOGGED, {}, WorkloadStanding.MIGRATING).named('Telemetry')).toEqual(['shop/web']));
});
