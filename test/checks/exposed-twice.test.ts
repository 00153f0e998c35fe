import { ExposeOptions, GatewayListener, HttpMatch, StringMatch } from '../../src';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

const { uri } = HttpMatch;
const { exact, prefix } = StringMatch;
let declared: MeshDeclaration;
beforeEach(() => { declared = new MeshDeclaration(); });
const found = () => {
  declared.read();
  return declared.found('BST650').map(text => text.replace(/;.*/, ''));
};
const both = (first: ExposeOptions, second: ExposeOptions, hosts = ['shop.example.com', 'a.example.com']) => {
  const door = newGateway(declared.topology, { listeners: [GatewayListener.http({ hosts })] });
  const [web, api] = declared.workloads('web', 'api').map(workload => declared.api(workload));
  door.exposes(web, first);
  door.exposes(api, second);
  return found();
};

describe('BST650 exposed-twice', () => {
  test('finds two services for all requests of a host', () =>
    expect(both({}, { hosts: ['a.example.com'] })).toEqual(['error door exposes web-api: all of its requests to host "a.example.com" are taken by "door exposes api-api"']));

  test('finds two for one path, whatever else they take', () =>
    expect(both({ matches: [uri(exact('/a'))] }, { matches: [uri(prefix('/b')), uri(exact('/a'))] })).toHaveLength(2));

  test.each<[string, ExposeOptions, ExposeOptions]>([
    ['a narrower path', {}, { matches: [uri(prefix('/api'))] }], ['another host', { hosts: ['shop.example.com'] }, { hosts: ['a.example.com'] }],
    ['a condition beside the path', { matches: [uri(prefix('/a'))] }, { matches: [HttpMatch.all(uri(prefix('/a')), HttpMatch.method('GET'))] }],
  ])('accepts %s', (_, first, second) => expect(both(first, second)).toEqual([]));

  test('finds one service in two ways for the same requests', () => {
    const door = newGateway(declared.topology);
    const users = declared.users();
    door.exposes(users, { matches: [uri(prefix('/a'))] });
    door.exposes(users, { matches: [uri(prefix('/a')), uri(prefix('/b'))] });
    expect(found()).toHaveLength(1);
  });

  test('finds two services at one port of connections, and accepts them at two', () => {
    const door = newGateway(declared.topology, { listeners: [GatewayListener.tcp(9000), GatewayListener.tcp(9001)] });
    door.exposes(declared.tcp('echo'), { port: 9000 });
    door.exposes(declared.tcp('other'), { port: 9000 });
    door.exposes(declared.tcp('third'), { port: 9001 });
    expect(found()).toEqual(['error other: "echo" has the connections to port 9000 of door, where this one is exposed too']);
  });
});
