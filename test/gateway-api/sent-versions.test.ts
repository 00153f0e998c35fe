import { GatewayListener, HttpMatch, HttpRoute } from '../../src';
import { versionsOf } from '../../src/gateway-api/sent-versions';
import { GatewayApiDeclaration } from '../support/gateway-api';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });

test('what no route tells apart has none', () => {
  declared.door().exposes(declared.users());
  expect(declared.bound.map(versionsOf)).toEqual([[undefined]]);
});

test('those of all routes and of copies, each once', () => {
  declared.door().exposes(declared.pages([HttpRoute.when(HttpMatch.header('x-a', '1')).toAnyVersion(), HttpRoute.split({ v1: 100, v2: 0 }, { mirrors: [{ version: 'v2' }] })]));
  expect(declared.bound.map(versionsOf)).toEqual([[undefined, 'v1', 'v2']]);
});

test('those that connections are shared among', () => {
  declared.door({ listeners: [GatewayListener.tcp(9000)] }).exposes(declared.tcp('ledger'));
  expect(declared.bound.map(versionsOf)).toEqual([[undefined]]);
});
