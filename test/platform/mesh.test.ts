import { Mesh } from '../../src/platform/mesh';
import { EVERY_MESH_OPTION } from '../support/mesh';

describe('Mesh.istio', () => {
  test('leaves every option to its default', () => expect(Mesh.istio().istioOptions).toEqual({}));

  test('carries every option as it was given', () => expect(Mesh.istio(EVERY_MESH_OPTION).istioOptions).toEqual(EVERY_MESH_OPTION));
});
