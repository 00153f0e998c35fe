import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { UseOptions } from '../../src/model/dependency-options';
import { MeshDeclaration } from '../support/mesh';
import { ms } from '../support/topology';

/** What is found where a workload uses two databases at one host, the second so and at this port. */
function found(second: UseOptions, port = 5432, user = 'web'): string[] {
  const declared = new MeshDeclaration();
  const [web, job] = declared.workloads('web', 'job');
  const database = (id: string, at: number) => new TcpService(declared.topology, id, { provider: TcpProvider.external({ host: 'db.example.com', port: at }) });
  web.uses(database('a', 5432), { connectTimeout: ms(5) });
  (user === 'web' ? web : job).uses(database('b', port), second);
  declared.read();
  return declared.found('BST637');
}

test('BST637 finds that one caller says two things of the connections to one port', () => expect(found({})).toEqual([
  'error web uses b: the connections to port 5432 of db.example.com are ruled in one way here and in another by test/shop/workloads/web uses a, and a sidecar tells the two apart by '
  + 'nothing; say the same connectTimeout, circuitBreaker and connectionPool of b and a, or take them out',
]));

test('BST637 accepts the same, other ports and other callers', () => {
  expect(found({ connectTimeout: ms(5) })).toEqual([]);
  expect(found({}, 5433)).toEqual([]);
  expect(found({}, 5432, 'job')).toEqual([]);
});
