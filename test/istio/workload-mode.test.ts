import { shareSide, WorkloadMode } from '../../src/istio/workload-mode';

const { CLIENT, SERVER, CLIENT_AND_SERVER } = WorkloadMode;

test.each([
  [CLIENT, CLIENT], [CLIENT, CLIENT_AND_SERVER], [CLIENT_AND_SERVER, SERVER], [undefined, SERVER], [CLIENT, undefined], [undefined, undefined],
])(
  '%s and %s share a side', (one, other) => expect(shareSide(one, other)).toBe(true));

test('clients and servers share none', () => expect([shareSide(CLIENT, SERVER), shareSide(SERVER, CLIENT)]).toEqual([false, false]));
