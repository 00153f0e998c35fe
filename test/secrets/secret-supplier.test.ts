import { Construct } from 'constructs';
import { Postgres, PostgresProvider, SecretBindings, SecretStore, SecretSupplier, SuppliedSecret } from '../../src';
import { Declaration } from '../support/topology';

/** A supplier that copies parts and composes nothing, and keeps what it is asked for. */
class Copying extends SecretSupplier {
  public readonly name = 'the copying supplier';
  public readonly composes = false;
  public readonly asked: SuppliedSecret[] = [];

  public fetches(): boolean {
    return true;
  }

  public encodes(): boolean {
    return false;
  }

  public supply(_scope: Construct, secret: SuppliedSecret): void {
    this.asked.push(secret);
  }
}

function bound(parts: Record<string, string>) {
  const declared = new Declaration();
  const supplier = new Copying();
  const credentials = SecretStore.of('Box', 'box').secret('db', parts);
  declared.workload('web').uses(new Postgres(declared.topology, 'db', { provider: PostgresProvider.external({ host: 'db.example.com', database: 'd', credentials }) }));
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: supplier });
  return { declared, supplier };
}

test('what a supplier cannot compose or encode is refused, with its name, before it is asked', () => {
  const { declared, supplier } = bound({ username: 'u', password: 'p' });
  expect(declared.findings('BST520').map(({ problem }) => problem)).toEqual([
    'DB_URL would hold a secret that is not encoded where it stands: the copying supplier does not put it together, or does not encode its parts',
  ]);
  expect(supplier.asked).toEqual([]);
});

test('what it can is asked of it once for a consumer and a service', () => {
  const { declared, supplier } = bound({ uri: 'whole' });
  expect(declared.findings('BST520')).toEqual([]);
  expect(supplier.asked.map(({ name, namespace, type, parts }) => [name, namespace, type, parts.map(part => part.name)])).toEqual([
    ['web-db', 'shop', 'servicebinding.io/postgresql', ['uri']],
  ]);
});
