import { AccessPolicy, IstioOptions, MetricOverride, Telemetry } from '../../src';
import { MeshDeclaration } from '../support/mesh';

const found = (options: IstioOptions, declare = (_declared: MeshDeclaration): void => undefined) => {
  const declared = new MeshDeclaration(options);
  declare(declared);
  declared.read();
  return declared.found('BST659').map(text => text.replace(/;.*/, ''));
};
const NONE: MetricOverride[] = [{ disabled: true }];
const TRACED: IstioOptions = { tracing: { provider: 'otel' } };
const told = (named: string) => [`warning test/shop: its sidecars are told of no further host, and ${named} is to be asked or told by them`];

describe('BST659 provider-out-of-sight', () => {
  test('finds a provider that sidecars are not told of, whoever names it', () => {
    expect(found({ ...TRACED, sidecars: {} })).toEqual(told('"otel"'));
    const asked = (declared: MeshDeclaration) => { declared.workload('web').enforces(AccessPolicy.custom('ask', { provider: 'opa', rules: [{ ports: [80] }] })); };
    expect(found({ ...TRACED, sidecars: { registryOnly: true } }, asked)).toEqual(told('"opa", "otel"'));
    expect(found({ sidecars: {}, telemetry: [Telemetry.ofNamespace('shop', { accessLogs: [{ provider: 'als' }] }), Telemetry.ofMesh({ metrics: { provider: 'als', overrides: NONE } })] })).toEqual(told('"als"'));
  });

  test('accepts it where a further host is named, where sidecars are told of all, and what the proxy does by itself', () => {
    expect(found({ ...TRACED, sidecars: { furtherHosts: ['observability/*'] } })).toEqual([]);
    expect(found(TRACED)).toEqual([]);
    expect(found({ sidecars: {}, accessLogs: [{ provider: 'envoy' }], metrics: { provider: 'prometheus', overrides: NONE } })).toEqual([]);
    expect(found({ sidecars: {}, tracing: { samplingPercentage: 1 } })).toEqual([]);
  });
});
