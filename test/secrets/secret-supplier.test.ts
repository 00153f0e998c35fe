import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { OutputOptions, Postgres, PostgresProvider, SecretBindings, SecretStore, SecretSupplier, SuppliedSecret } from '../../src';
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

/** One that emits an object of its own, as it wants it. */
class Emitting extends Copying {
  public supply(scope: Construct, { name, namespace }: SuppliedSecret): void {
    const labels = { team: 'supplier' };
    new ApiObject(new Construct(scope, `of ${name}`), 'object', { apiVersion: 'example.com/v1', kind: 'BoxedSecret', metadata: { name, namespace, labels } });
  }
}

function bound(parts: Record<string, string>, supplier = new Copying(), options: OutputOptions = {}) {
  const declared = new Declaration();
  const credentials = SecretStore.of('Box', 'box').secret('db', parts);
  declared.workload('web').uses(new Postgres(declared.topology, 'db', { provider: PostgresProvider.external({ host: 'db.example.com', database: 'd', credentials }) }));
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: supplier, ...options });
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

test('what it emits has the labels and annotations of all objects, and keeps its own', () => {
  const { declared } = bound({ uri: 'whole' }, new Emitting(), { labels: { team: 'shop', part: 'shop' }, annotations: { 'example.com/wave': '1' } });
  const object = declared.chart.node.findAll().filter(ApiObject.isApiObject).map(each => each.toJson())[0];
  expect(object.metadata).toEqual({ name: 'web-db', namespace: 'shop', labels: { team: 'supplier', part: 'shop' }, annotations: { 'example.com/wave': '1' } });
});
