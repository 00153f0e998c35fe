import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { AddressRole } from '../../src/model/address';
import { AdmittedPeer } from '../../src/model/admitted-peer';
import { Locator } from '../../src/model/locator';
import { Provision } from '../../src/model/provision';
import { AnyService } from '../support/declare';
import { contractOf, EVERY_MESH_OPTION, MeshDeclaration, operation, USERS_CONTRACT } from '../support/mesh';

const principals = (...names: string[]) => [{ source: { principals: names } }];

describe('AuthorizationPolicy', () => {
  test('of the smallest case', () => {
    const declared = new MeshDeclaration();
    declared.caller('web', declared.users());
    expect(declared.object('AuthorizationPolicy', 'users')).toMatchSnapshot();
  });

  test('of every option', () => {
    const declared = new MeshDeclaration(EVERY_MESH_OPTION);
    const users = declared.users({ contract: USERS_CONTRACT });
    declared.caller('web', users, { operations: ['createUser', 'getUser'] });
    declared.caller('admin', users);
    expect(declared.object('AuthorizationPolicy', 'users')).toMatchSnapshot();
  });

  test('denies everything to a workload that nobody calls: ALLOW without rules', () => {
    const declared = new MeshDeclaration();
    declared.workload('web', { namespace: 'front' });
    expect(declared.spec('AuthorizationPolicy', 'web', 'front')).toEqual({ selector: { matchLabels: { app: 'web' } }, action: 'ALLOW' });
  });

  test('denies everything to a workload whose service nobody calls', () => {
    const declared = new MeshDeclaration();
    declared.users();
    expect(declared.spec('AuthorizationPolicy', 'users')).not.toHaveProperty('rules');
  });

  test('allows a caller by its identity, at the port of the pods and not of the Service, as a text', () => {
    const declared = new MeshDeclaration();
    declared.workload('web', { namespace: 'front', serviceAccountName: 'web-account' }).calls(declared.users());
    expect(declared.spec('AuthorizationPolicy', 'users').rules).toEqual([
      { from: principals('cluster.local/ns/front/sa/web-account'), to: [{ operation: { ports: ['8080'] } }] }]);
  });

  test('allows the operations that were named and nothing else, one by one: a list of methods with a list of paths would allow every pair', () => {
    const declared = new MeshDeclaration();
    declared.caller('web', declared.users({ contract: USERS_CONTRACT }), { operations: ['getUser', 'createUser'] });
    expect(declared.spec('AuthorizationPolicy', 'users').rules[0].to).toEqual([
      { operation: { ports: ['8080'], methods: ['POST'], paths: ['/users'] } },
      { operation: { ports: ['8080'], methods: ['GET'], paths: ['/users/{*}'] } },
    ]);
  });

  test('says nothing but the port for TCP: HTTP attributes there would match nothing', () => {
    const declared = new MeshDeclaration();
    declared.workload('web').uses(declared.tcp('ldap'));
    expect(declared.spec('AuthorizationPolicy', 'ldap-server').rules[0].to).toEqual([{ operation: { ports: ['5001'] } }]);
  });

  test('has one rule for callers with equal rights, sorted, and one more for each other right', () => {
    const declared = new MeshDeclaration();
    const users = declared.users({ contract: USERS_CONTRACT });
    for (const name of ['web', 'app']) declared.caller(name, users, { operations: ['getUser'] });
    declared.caller('admin', users);
    expect(declared.spec('AuthorizationPolicy', 'users').rules.map(({ from }: { from: object }) => from)).toEqual([
      principals('cluster.local/ns/shop/sa/app', 'cluster.local/ns/shop/sa/web'), principals('cluster.local/ns/shop/sa/admin')]);
  });

  test('names an identity once, although two workloads run as it', () => {
    const declared = new MeshDeclaration();
    const users = declared.users();
    for (const name of ['a', 'b']) declared.workload(name, { serviceAccountName: 'one' }).calls(users);
    expect(declared.spec('AuthorizationPolicy', 'users').rules[0].from).toEqual(principals('cluster.local/ns/shop/sa/one'));
  });

  test('allows callers of each service of the workload at its port only', () => {
    const declared = new MeshDeclaration();
    const both = declared.workload('both');
    const http = new HttpService(declared.topology, 'http', { provider: HttpProvider.workload(both, { targetPort: 8080 }) });
    const tcp = new TcpService(declared.topology, 'tcp', { provider: TcpProvider.workload(both, { port: 9000 }) });
    declared.workload('app').calls(http);
    declared.workload('web').uses(tcp);
    expect(declared.spec('AuthorizationPolicy', 'both').rules).toEqual([
      { from: principals('cluster.local/ns/shop/sa/app'), to: [{ operation: { ports: ['8080'] } }] },
      { from: principals('cluster.local/ns/shop/sa/web'), to: [{ operation: { ports: ['9000'] } }] },
    ]);
  });

  test('knows callers by the trust domain of the mesh', () => {
    const declared = new MeshDeclaration({ trustDomain: 'prod.example.com' });
    declared.caller('web', declared.users());
    expect(declared.spec('AuthorizationPolicy', 'users').rules[0].from).toEqual(principals('prod.example.com/ns/shop/sa/web'));
  });
});

describe('an operation whose path is among those that a declared one means', () => {
  const CONTRACT = contractOf(operation('getOrder', 'GET', '/orders/{id}'), operation('export', 'GET', '/orders/export'), operation('line', 'GET', '/orders/{id}/lines/{line}'),
    operation('remove', 'DELETE', '/orders/all'));
  const allowed = (...operations: string[]) => {
    const declared = new MeshDeclaration();
    declared.caller('web', declared.users({ contract: CONTRACT }), { operations });
    return declared.spec('AuthorizationPolicy', 'users').rules[0].to.map(({ operation: { paths, notPaths } }: { operation: { paths: string[]; notPaths?: string[] } }) => [paths, notPaths]);
  };

  test('is not allowed with it', () => expect(allowed('getOrder')).toEqual([[['/orders/{*}'], ['/orders/export']]]));

  test('is allowed if it is declared too', () => expect(allowed('export', 'getOrder')).toEqual([[['/orders/export'], undefined], [['/orders/{*}'], undefined]]));

  test('is not taken out of it where no path template expresses that', () => {
    const declared = new MeshDeclaration();
    const contract = contractOf(operation('getFile', 'GET', '/files/{id}'), operation('getRaw', 'GET', '/files/{id}.raw'));
    const web = declared.caller('web', declared.users({ contract }), { operations: ['getFile'] });
    declared.topology.acknowledge('BST705', web, 'the raw files are public');
    expect(declared.spec('AuthorizationPolicy', 'users').rules[0].to).toEqual([{ operation: { ports: ['8080'], methods: ['GET'], paths: ['/files/{*}'] } }]);
  });

  test('does not narrow what is declared by its own path', () => expect(allowed('export')).toEqual([[['/orders/export'], undefined]]));
});

test('a caller without operations enters all ports that it is told, not those for running the service', () => {
  const declared = new MeshDeclaration();
  const both = declared.workload('both');
  const { PRIMARY, ALTERNATE, MANAGEMENT } = AddressRole;
  const addresses = [[PRIMARY, 8080], [ALTERNATE, 8081], [MANAGEMENT, 9000]].map(([role, port]) => ({ role: role as AddressRole, port: port as number, service: 'own' }));
  const own = new AnyService(declared.topology, 'own', { ...AnyService.traits(), provision: new Provision({ locator: Locator.ofWorkload({ workload: both, addresses }) }) });
  declared.workload('web').uses(own);
  expect(declared.spec('AuthorizationPolicy', 'both').rules[0].to).toEqual([{ operation: { ports: ['8080', '8081'] } }]);
});

describe('an operation that no path template expresses, accepted for a reason', () => {
  function accepted(...operations: string[]) {
    const declared = new MeshDeclaration();
    const users = declared.users({ contract: contractOf(operation('getFile', 'GET', '/files/{id}.json'), operation('getUser')) });
    const web = declared.caller('web', users, { operations });
    declared.topology.acknowledge('BST705', web, 'the file route moves next week');
    return declared.spec('AuthorizationPolicy', 'users');
  }

  test('is denied, and the others are allowed', () =>
    expect(accepted('getFile', 'getUser').rules[0].to).toEqual([{ operation: { ports: ['8080'], methods: ['GET'], paths: ['/getUser'] } }]));

  test('leaves no rule if it is the only one: a rule without "to" would allow everything', () =>
    expect(accepted('getFile')).not.toHaveProperty('rules'));

  describe('of who declares no call', () => {
    const pods = { namespace: 'monitoring', podLabels: { app: 'prometheus' } };
    const to = (port: string) => [{ operation: { ports: [port] } }];

    test('lets in pods in the mesh by their identity, and those without one by nothing but that', () => {
      const declared = new MeshDeclaration({ trustDomain: 'mesh.example' });
      const web = declared.workload('web');
      web.admits(AdmittedPeer.pods({ ...pods, port: 9090 }));
      web.admits(AdmittedPeer.meshPods({ ...pods, serviceAccountName: 'scraper', port: 9091 }));
      expect(declared.spec('AuthorizationPolicy', 'web').rules).toEqual([
        { from: [{ source: { notPrincipals: ['*'] } }], to: to('9090') },
        { from: principals('mesh.example/ns/monitoring/sa/scraper'), to: to('9091') },
      ]);
    });

    test('lets in addresses without an identity, beside the callers that are held to their operations', () => {
      const declared = new MeshDeclaration();
      declared.caller('web', declared.users({ contract: USERS_CONTRACT }), { operations: ['getUser'] });
      declared.topology.everyWorkloadAdmits(AdmittedPeer.addresses({ cidrs: ['35.191.0.0/16', '130.211.0.0/22'], port: 8080 }));
      expect(declared.spec('AuthorizationPolicy', 'users').rules).toEqual([
        { from: principals('cluster.local/ns/shop/sa/web'), to: [{ operation: { ports: ['8080'], methods: ['GET'], paths: ['/users/{*}'] } }] },
        { from: [{ source: { notPrincipals: ['*'], ipBlocks: ['130.211.0.0/22', '35.191.0.0/16'] } }], to: to('8080') },
      ]);
    });

    test('lets in whoever comes by no source at all, whoever has an identity by any, and a namespace by its name', () => {
      const declared = new MeshDeclaration();
      const web = declared.workload('web');
      web.admits(AdmittedPeer.anyone({ port: 8080 }));
      web.admits(AdmittedPeer.anyMeshPods({ port: 8081 }));
      web.admits(AdmittedPeer.meshNamespace({ namespace: 'front', port: 8082 }));
      expect(declared.spec('AuthorizationPolicy', 'web').rules).toEqual([
        { to: to('8080') }, { from: principals('*'), to: to('8081') }, { from: [{ source: { namespaces: ['front'] } }], to: to('8082') }]);
    });

    test('lets in with some requests only, and of a gateway those of some clients', () => {
      const declared = new MeshDeclaration();
      const web = declared.workload('web');
      web.admits(AdmittedPeer.anyone({ port: 8080, methods: ['HEAD', 'GET'], paths: ['/health', '/assets/*'] }));
      web.admits(AdmittedPeer.meshPods({ ...pods, serviceAccountName: 'door', port: 8081, clientCidrs: ['203.0.113.0/24'] }));
      expect(declared.spec('AuthorizationPolicy', 'web').rules).toEqual([
        { to: [{ operation: { ports: ['8080'], methods: ['GET', 'HEAD'], paths: ['/assets/*', '/health'] } }] },
        { from: [{ source: { principals: ['cluster.local/ns/monitoring/sa/door'], remoteIpBlocks: ['203.0.113.0/24'] } }], to: to('8081') },
      ]);
    });

    test('says one thing once, and nothing of ports at which the sidecar itself answers', () => {
      const declared = new MeshDeclaration();
      const web = declared.workload('web');
      for (const app of ['prometheus', 'agent']) for (const port of [9090, 15_020, 15_021, 15_090]) web.admits(AdmittedPeer.pods({ ...pods, podLabels: { app }, port }));
      expect(declared.spec('AuthorizationPolicy', 'web').rules).toEqual([{ from: [{ source: { notPrincipals: ['*'] } }], to: to('9090') }]);
    });
  });
});
