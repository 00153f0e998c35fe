import { enrolling, waypointPods } from '../../src/istio/waypoint';
import { AmbientDeclaration } from '../support/ambient';

test('Services are enrolled for what calls them in the mesh, and for what comes through gateways', () =>
  expect(enrolling('way')).toEqual({ 'istio.io/use-waypoint': 'way', 'istio.io/ingress-use-waypoint': 'true' }));

test('its pods are told by the Gateway that they are made of', () => expect(waypointPods('way')).toEqual({ 'gateway.networking.k8s.io/gateway-name': 'way' }));

test('it is for Services, and lets in nobody by itself', () => {
  const declared = new AmbientDeclaration();
  declared.users();
  expect(declared.object('Gateway', 'waypoint').metadata.labels).toEqual({ 'istio.io/waypoint-for': 'service' });
  expect(declared.spec('AuthorizationPolicy', 'waypoint')).toEqual({
    targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'waypoint' }], action: 'ALLOW',
  });
});
