import { AccessPolicy, AccessRule, Gateway, HttpProvider, HttpService, Jwt, Pods, RequireOptions, TcpProvider, TcpService, Workload } from '../../src';
import { MeshDeclaration } from '../support/mesh';

const ISSUER = 'https://issuer.example.com';
const jwt = Jwt.ofIssuer(ISSUER);
let declared: MeshDeclaration;
beforeEach(() => { declared = new MeshDeclaration({ trustDomain: 'mesh.example' }); });

/** The workload of an HTTP service at port 8080 of its pods. */
const users = () => declared.users().locator.workload as Workload;
const rulesOf = (name: string) => declared.spec('AuthorizationPolicy', name).rules;
const denied = (rule: AccessRule, workload = users()) => {
  workload.enforces(AccessPolicy.deny('p', { rules: [rule] }));
  return rulesOf(`${workload.name}-p`)[0];
};

describe('a policy', () => {
  test('of the smallest case stands beside the one that lets in', () => {
    users().enforces(AccessPolicy.deny('no-deletes', { rules: [{ methods: ['DELETE'] }] }));
    expect(declared.object('AuthorizationPolicy', 'users-no-deletes')).toMatchSnapshot();
    expect(declared.named('AuthorizationPolicy')).toEqual(['shop/users-no-deletes', 'shop/users']);
  });

  test('of every member of a rule', () => {
    const [web, batch] = declared.workloads('web', 'batch');
    const workload = users();
    workload.requires(jwt, { optional: true });
    expect(denied({
      callers: [web], notCallers: [batch], serviceAccounts: ['a/b'], notServiceAccounts: ['a/c'], namespaces: ['a'], notNamespaces: ['c'], ipBlocks: ['10.0.0.0/8'],
      notIpBlocks: ['10.1.0.0/16'], remoteIpBlocks: ['203.0.113.0/24'], notRemoteIpBlocks: ['203.0.113.8/32'], requestPrincipals: ['a/*'], notRequestPrincipals: ['a/b'],
      hosts: ['*.example.com'], notHosts: ['a.example.com'], methods: ['GET'], notMethods: ['PUT'], paths: ['/a'], notPaths: ['/c'], ports: [8080], notPorts: [9090],
      when: [{ key: 'request.headers[x-user]', values: ['a'], notValues: ['b'] }],
    }, workload)).toMatchSnapshot();
  });

  test('that is tried only is told so by its annotation, and others are not', () => {
    const workload = users();
    for (const dryRun of [true, false]) workload.enforces(AccessPolicy.deny(dryRun ? 'tried' : 'meant', { rules: [{ methods: ['PUT'] }], dryRun }));
    expect(declared.object('AuthorizationPolicy', 'users-tried').metadata).toMatchObject({ annotations: { 'istio.io/dry-run': 'true' } });
    expect(declared.object('AuthorizationPolicy', 'users-meant').metadata).not.toHaveProperty('annotations');
  });

  test('audits, or asks an external authorizer by its name about everything', () => {
    const workload = users();
    workload.enforces(AccessPolicy.audit('seen', { rules: [{ paths: ['/admin/*'] }] }));
    workload.enforces(AccessPolicy.custom('asked', { provider: 'opa', rules: [{}] }));
    expect(declared.spec('AuthorizationPolicy', 'users-seen')).toMatchObject({ action: 'AUDIT' });
    expect(declared.spec('AuthorizationPolicy', 'users-asked')).toEqual({ selector: { matchLabels: { app: 'users' } }, action: 'CUSTOM', provider: { name: 'opa' }, rules: [{}] });
  });

  test('about requests that names no port is not about ports of bytes: there it would deny everything', () => {
    const workload = users();
    new TcpService(declared.topology, 'bytes', { provider: TcpProvider.workload(workload, { service: 'bytes', port: 5000, targetPort: 5001 }) });
    workload.enforces(AccessPolicy.deny('p', { rules: [{ methods: ['PUT'], notPorts: [9090] }, { notPaths: ['/a'], ports: [8080] }, { namespaces: ['a'] }] }));
    expect(rulesOf('users-p')).toEqual([
      { to: [{ operation: { methods: ['PUT'], notPorts: ['5001', '9090'] } }] }, { to: [{ operation: { notPaths: ['/a'], ports: ['8080'] } }] },
      { from: [{ source: { namespaces: ['a'] } }] },
    ]);
  });

  test('knows callers and accounts by the trust domain of the mesh, each once', () => {
    const web = declared.workload('web');
    expect(denied({ callers: [web], serviceAccounts: ['shop/web', 'other/web'] }).from).toEqual([
      { source: { principals: ['mesh.example/ns/other/sa/web', 'mesh.example/ns/shop/sa/web'] } }]);
  });
});

describe('a token that is demanded', () => {
  const required = (options: RequireOptions = {}, workload = users()) => {
    workload.requires(jwt, options);
    return declared.object('AuthorizationPolicy', `${workload.name}-requires-token`);
  };
  const none = { from: [{ source: { notRequestPrincipals: [`${ISSUER}/*`] } }] };

  test('of the smallest case: a request without one is denied at the ports of requests', () => expect(required()).toMatchSnapshot());

  test('of every option', () =>
    expect(required({ claims: { groups: ['admin', 'staff'], scope: ['orders'] }, ports: [8080, 9090], exceptPaths: ['/healthz'], exceptMethods: ['OPTIONS'] }).spec.rules).toMatchSnapshot());

  test('is of one of several issuers, each with claims of its own', () => {
    const workload = users();
    workload.requires(jwt);
    workload.requires(Jwt.ofIssuer('https://other.example.com'), { claims: { groups: ['staff'] } });
    const to = [{ operation: { ports: ['8080'] } }];
    expect(rulesOf('users-requires-token')).toEqual([
      { from: [{ source: { notRequestPrincipals: [`${ISSUER}/*`, 'https://other.example.com/*'] } }], to },
      { from: [{ source: { requestPrincipals: ['https://other.example.com/*'] } }], to, when: [{ key: 'request.auth.claims[groups]', notValues: ['staff'] }] },
    ]);
  });

  test('of an issuer whose URL begins that of another asks for no claim of the other', () => {
    const workload = users();
    workload.requires(jwt, { claims: { groups: ['staff'] } });
    workload.requires(Jwt.ofIssuer(`${ISSUER}/tenant`), { claims: { role: ['x'] } });
    expect(rulesOf('users-requires-token').slice(1).map(({ when }: { when: object[] }) => when)).toEqual([
      [{ key: 'request.auth.claims[iss]', values: [ISSUER] }, { key: 'request.auth.claims[groups]', notValues: ['staff'] }],
      [{ key: 'request.auth.claims[role]', notValues: ['x'] }],
    ]);
  });

  test('that is optional is verified, and its absence denies nothing', () => {
    users().requires(jwt, { optional: true });
    expect(declared.named('RequestAuthentication')).toEqual(['shop/users']);
    expect(declared.named('AuthorizationPolicy')).toEqual(['shop/users']);
  });

  test('is not demanded at a port of bytes beside, where its absence would deny everything', () => {
    const workload = users();
    new TcpService(declared.topology, 'bytes', { provider: TcpProvider.workload(workload, { service: 'bytes', port: 5000, targetPort: 5001 }) });
    expect(required({}, workload).spec.rules).toEqual([{ ...none, to: [{ operation: { ports: ['8080'] } }] }]);
  });

  test('of a gateway is demanded at all of its ports, beside policies of its own', () => {
    const door = new Gateway(declared.topology, 'door', { pods: Pods.fromLabels({ labels: { app: 'door' } }) });
    door.enforces(AccessPolicy.deny('blocked', { rules: [{ remoteIpBlocks: ['203.0.113.0/24'] }] }));
    expect(required({}, door).spec.rules).toEqual([none]);
    expect(declared.named('AuthorizationPolicy')).toEqual(['shop/door-blocked', 'shop/door-requires-token']);
  });

  test('of a gateway with services of its own is demanded at all ports but those of bytes', () => {
    const door = new Gateway(declared.topology, 'door', { pods: Pods.fromLabels({ labels: { app: 'door' } }) });
    new TcpService(declared.topology, 'bytes', { provider: TcpProvider.workload(door, { service: 'bytes', port: 5000, targetPort: 5001 }) });
    new HttpService(declared.topology, 'page', { provider: HttpProvider.workload(door, { service: 'page', targetPort: 8080 }) });
    expect(required({}, door).spec.rules).toEqual([{ ...none, to: [{ operation: { notPorts: ['5001'] } }] }]);
  });
});
