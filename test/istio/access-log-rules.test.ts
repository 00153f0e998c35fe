import { heldAccessLogs } from '../../src/istio/access-log-rules';
import { AccessLogOptions } from '../../src/istio/telemetry-options';
import { WorkloadMode } from '../../src/istio/workload-mode';
import { expectRefusal } from '../support/declare';

const { CLIENT, SERVER } = WorkloadMode;

describe('access logs', () => {
  test.each<[string, AccessLogOptions[]]>([
    ['everything, of the default providers', [{}]],
    ['what a filter leaves', [{ provider: 'envoy', filter: 'response.code >= 500' }]],
    ['each side of a provider otherwise', [{ provider: 'envoy', mode: CLIENT, disabled: true }, { provider: 'envoy', mode: SERVER, filter: 'true' }]],
    ['several providers', [{ provider: 'envoy' }, { provider: 'otel', filter: 'true' }]],
    ['each side of the default providers', [{ mode: CLIENT }, { mode: SERVER, disabled: true }]],
  ])('may say %s', (_, logs) => expect(heldAccessLogs(logs, 'mesh')).toEqual(logs));

  test.each<[string, AccessLogOptions[], string]>([
    ['nothing', [], 'empty'],
    ['a filter of nothing', [{ provider: 'envoy', disabled: true, filter: 'true' }], 'disabled'],
    ['a filter without a provider, which Istio drops', [{ filter: 'response.code >= 500' }], 'provider'],
    ['two filters of a provider, of which Istio takes the later', [{ provider: 'envoy', filter: 'a' }, { provider: 'envoy', filter: 'b' }], 'twice'],
    ['a provider twice that Istio finds by either spelling', [{ provider: 'envoy' }, { provider: 'Envoy', mode: CLIENT }], 'twice'],
    ['the default providers twice', [{ disabled: true }, { mode: SERVER }], 'twice'],
    ['a provider beside none, which Istio takes for the same', [{ provider: 'otel', mode: CLIENT }, { mode: SERVER, disabled: true }], 'another none'],
  ])('cannot say %s', (_, logs, problem) => expectRefusal(() => heldAccessLogs(logs, 'mesh'), 'BST660', 'mesh', problem));

  test('are filtered by an expression that is closed', () => expectRefusal(() => heldAccessLogs([{ provider: 'envoy', filter: '(' }], 'mesh'), 'BST660', 'mesh', 'CEL'));
});
