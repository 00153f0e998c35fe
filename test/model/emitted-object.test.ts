import { EmittedObject } from '../../src';

test('is known by its identity and path, and rendered when it is asked for', () => {
  const toJson = jest.fn(() => ({ spec: {} }));
  const object = EmittedObject._of({ group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' }, 'chart/web', true, { toJson });
  expect(object).toMatchObject({ group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web', path: 'chart/web', byHand: true });
  expect(toJson).not.toHaveBeenCalled();
  expect(object.manifest()).toEqual({ spec: {} });
});
