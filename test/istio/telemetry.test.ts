import { assertSampling } from '../../src/istio/telemetry';
import { expectRefusal } from '../support/declare';
import { EVERY_MESH_OPTION, MeshDeclaration } from '../support/mesh';

function telemetryOf(tracing?: MeshDeclaration['options']['tracing']): MeshDeclaration {
  const declared = new MeshDeclaration({ tracing });
  declared.workloads('users', 'web');
  return declared;
}

describe('Telemetry', () => {
  test('is left to the mesh if nothing is said', () => expect(telemetryOf().named('Telemetry')).toEqual([]));

  test('of the smallest case', () => expect(telemetryOf({ samplingPercentage: 1 }).object('Telemetry', 'web')).toMatchSnapshot());

  test('of every option', () => expect(telemetryOf(EVERY_MESH_OPTION.tracing).object('Telemetry', 'web')).toMatchSnapshot());

  test('is one for each workload, in its namespace', () =>
    expect(telemetryOf({ samplingPercentage: 1 }).named('Telemetry')).toEqual(['shop/users', 'shop/web']));

  test('traces nothing at 0 percent, which is not the same as saying nothing', () =>
    expect(telemetryOf({ samplingPercentage: 0 }).spec('Telemetry', 'web').tracing).toEqual([{ randomSamplingPercentage: 0 }]));
});

describe('the tracing provider', () => {
  test.each(['', 'a b', 'otel\n'])('%j is refused: the mesh would trace with none', provider =>
    expectRefusal(() => assertSampling({ samplingPercentage: 1, provider }, 'mesh'), 'BST801', 'mesh'));
});

describe('the sampling percentage', () => {
  test.each([0, 0.01, 0.1, 12.34, 29.11, 99.99, 100])('accepts %p', samplingPercentage =>
    expect(assertSampling({ samplingPercentage }, 'mesh')).toEqual({ samplingPercentage }));

  test.each([-0.01, 100.01, 0.001, 33.333, NaN, Infinity, -Infinity])('refuses %p', samplingPercentage =>
    expectRefusal(() => assertSampling({ samplingPercentage }, 'mesh'), 'BST010', 'mesh', String(samplingPercentage), '0..100'));

  test('is not needed', () => expect(assertSampling(undefined, 'mesh')).toBeUndefined());
});
