import { Manifest } from '../harness/manifests';
import { isBehindWaypoint, waypointOf } from './ztunnel';

const labelled = (labels: Record<string, string>): Manifest => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'desk', namespace: 'lobby', labels } });

test('a Service uses a waypoint of its own namespace, unless it names another', () => {
  expect(waypointOf(labelled({ 'istio.io/use-waypoint': 'waypoint' }))).toEqual({ name: 'waypoint', namespace: 'lobby' });
  expect(waypointOf(labelled({ 'istio.io/use-waypoint': 'waypoint', 'istio.io/use-waypoint-namespace': 'hall' }))).toEqual({ name: 'waypoint', namespace: 'hall' });
});

test('without the label, or with none, it uses no waypoint', () => {
  expect(waypointOf(labelled({}))).toBeUndefined();
  expect(waypointOf(labelled({ 'istio.io/use-waypoint': 'none' }))).toBeUndefined();
});

test('gateways know nothing of pods behind a waypoint where the Service says so', () => {
  expect(isBehindWaypoint(labelled({ 'istio.io/ingress-use-waypoint': 'true' }))).toBe(true);
  expect(isBehindWaypoint(labelled({ 'istio.io/use-waypoint': 'waypoint' }))).toBe(false);
});
