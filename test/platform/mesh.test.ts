import { Mesh } from '../../src/platform/mesh';
import { EVERY_MESH_OPTION } from '../support/mesh';

describe('Mesh.istio', () => {
  test('leaves every option to its default', () => expect(Mesh.istio().istioOptions).toEqual({}));

  test('carries every option as it was given', () => expect(Mesh.istio(EVERY_MESH_OPTION).istioOptions).toEqual(EVERY_MESH_OPTION));
});

describe('Mesh.ambient', () => {
  test('leaves every option to its default, and has no sidecars', () => {
    expect(Mesh.ambient().ambientOptions).toEqual({});
    expect([Mesh.ambient().istioOptions, Mesh.istio().ambientOptions]).toEqual([undefined, undefined]);
  });

  test('carries every option as it was given', () => {
    const options = { waypoint: 'way', waypointsExist: true, trustDomain: 'prod.example.com' };
    expect(Mesh.ambient(options).ambientOptions).toEqual(options);
  });
});
