import { IstioVersion } from '../../src';
import { reaches, targetOf } from '../../src/istio/istio-target';

const { V1_30, V1_31 } = IstioVersion;

test('a mesh of which nothing is said is the oldest, and knows no pods of its own workloads', () => expect(targetOf({})).toEqual({ version: V1_30, selfDiscovery: false }));

test('what is said is what it is', () => expect(targetOf({ istioVersion: V1_31, selfDiscovery: true })).toEqual({ version: V1_31, selfDiscovery: true }));

test.each([[V1_30, V1_30, true], [V1_30, V1_31, false], [V1_31, V1_30, true], [V1_31, V1_31, true]])('Istio %s knows what came with %s: %p', (istioVersion, needed, knows) =>
  expect(reaches(targetOf({ istioVersion }), needed)).toBe(knows));

test('every version has its place among them', () => expect(Object.values(IstioVersion).filter(istioVersion => !reaches(targetOf({ istioVersion }), istioVersion) || reaches(targetOf({}), istioVersion) !== (istioVersion === V1_30))).toEqual([]));
