import { AccessPolicy, AdmittedPeer, Gateway, Jwt, Pods, RequireOptions, TcpProvider, TcpService } from '../../src';
import { Declaration } from '../support/topology';

let declared: Declaration;
beforeEach(() => { declared = new Declaration(); });

/** At port 5001 of the pods is TCP. */
function store() {
  const workload = declared.workload('store');
  new TcpService(declared.topology, 'bytes', { provider: TcpProvider.workload(workload, { port: 5000, targetPort: 5001 }) });
  return workload;
}

test('somebody who is let in with some requests at a port of bytes is let in with none', () => {
  store().admits(AdmittedPeer.anyone({ port: 5001, methods: ['GET'], paths: ['/metrics'] }));
  expect(declared.found('BST641')).toEqual(['error store: lets in anyone at port 5001 (GET /metrics), and at that port is bytes, in which a mesh sees no requests, so that nobody '
    + 'would be let in; leave methods, paths and clientCidrs out at that port']);
});

test('the clients of a gateway are told by requests too', () => {
  store().admits(AdmittedPeer.meshPods({ namespace: 'a', podLabels: { app: 'b' }, serviceAccountName: 'b', port: 5001, clientCidrs: ['203.0.113.0/24'] }));
  expect(declared.findings('BST641')).toHaveLength(1);
});

test('whole ports, and ports of requests or of nothing that is known, are left alone', () => {
  const workload = store();
  const web = declared.workload('web');
  declared.api(web);
  workload.admits(AdmittedPeer.anyone({ port: 5001 }));
  for (const port of [80, 9090]) [web, workload].forEach(each => each.admits(AdmittedPeer.anyone({ port, paths: ['/metrics'] })));
  expect(declared.found('BST641')).toEqual([]);
});

test('a policy about requests at a port of bytes would be about all that comes there; of connections, or at no port, it is left alone', () => {
  const workload = store();
  workload.enforces(AccessPolicy.deny('at-bytes', { rules: [{ methods: ['PUT'], ports: [5001] }] }));
  workload.enforces(AccessPolicy.deny('sound', { rules: [{ methods: ['PUT'] }, { namespaces: ['a'], ports: [5001] }, { methods: ['PUT'], ports: [80] }] }));
  expect(declared.found('BST641')).toEqual([expect.stringContaining('store: its policy at-bytes is about requests at port 5001, and at that port is bytes')]);
});

describe('a token', () => {
  const JWT = Jwt.ofIssuer('https://issuer.example.com');
  const foundFor = (options: RequireOptions) => {
    store().requires(JWT, options);
    return declared.found('BST641').map(text => /and (.*), so that/.exec(text)![1]);
  };

  test('is demanded in vain at a port of bytes, and where no service shows requests', () => {
    expect(foundFor({ ports: [80, 5001] })).toEqual(['at port 5001 is bytes, in which a mesh sees no requests']);
    declared = new Declaration();
    expect(foundFor({})).toEqual(['no service of its pods shows a mesh its requests']);
  });

  test('that is optional turns nobody away, unless it has to have a claim', () => {
    expect(foundFor({ optional: true })).toEqual([]);
    declared = new Declaration();
    expect(foundFor({ optional: true, claims: { groups: ['staff'] } })).toHaveLength(1);
  });

  test('of a gateway is its owner\'s to judge: its ports are not known here', () => {
    new Gateway(declared.topology, 'door', { pods: Pods.fromLabels({ labels: { app: 'door' } }) }).requires(JWT);
    expect(declared.found('BST641')).toEqual([]);
  });
});
