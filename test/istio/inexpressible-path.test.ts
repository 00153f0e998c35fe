import { HttpService } from '../../src/backing-services/http-service';
import { contractOf, MeshDeclaration, operation } from '../support/mesh';

/** What BST705 finds in calls of operations with these paths, named `op0`, `op1`, ... */
function found(kind: 'users' | 'payments', paths: string[], acknowledged = false): string[] {
  const declared = new MeshDeclaration();
  const service: HttpService = declared[kind]({ contract: contractOf(...paths.map((path, position) => operation(`op${position}`, 'GET', path))) });
  const web = declared.caller('web', service, { operations: paths.map((_, position) => `op${position}`) });
  if (acknowledged) declared.topology.acknowledge('BST705', web, 'the route moves next week');
  declared.read();
  return declared.found('BST705');
}

describe('BST705 inexpressible-path', () => {
  test.each([['/files/{id}.json'], ['/v{version}'], ['/{a}-{b}'], ['/files/*']])('finds %s', path =>
    expect(found('users', [path])).toEqual([
      `error web calls users-api: operation "op0" has path ${JSON.stringify(path)}, which no path template expresses: beside parameters that `
      + 'fill their segments it takes letters, digits and -._~%!$&\'()+,;:@= only, and 256 characters in all; let the parameter fill its segment, or name no operations here']));

  test.each([['/files/{id}'], ['/files.json'], ['/a=b'], ['/a=b/{id}'], ["/-._~%20!$&'()+,;:@=/{id}"], ['/{a}/{b}/']])('accepts %s', path => expect(found('users', [path])).toEqual([]));

  test('finds a template longer than Envoy takes, which would refuse the whole listener', () =>
    expect(found('users', [`/${'a'.repeat(255)}/{id}`])[0]).toContain('256 characters in all'));

  test('finds a path of a third party that is longer, as an expression, than Istio takes', () =>
    expect(found('payments', [`/${'.'.repeat(600)}/{id}`])[0]).toContain('no route matches: with parameters it takes an expression of 1024 characters'));

  test('finds each operation that is named', () => expect(found('users', ['/a{b}', '/a', '/{b}c'])).toHaveLength(2));

  test('accepts a call that names no operations', () => {
    const declared = new MeshDeclaration();
    declared.caller('web', declared.users({ contract: contractOf(operation('file', 'GET', '/files/{id}.json')) }));
    declared.read();
    expect(declared.found('BST705')).toEqual([]);
  });

  const foundOf = (kind: 'users' | 'payments', others: string[], named = '/files/{id}') => {
    const declared = new MeshDeclaration();
    const contract = contractOf(operation('file', 'GET', named), ...others.map((path, position) => operation(`op${position}`, 'GET', path)));
    declared.caller('web', declared[kind]({ contract }), { operations: ['file'] });
    declared.read();
    return declared.found('BST705');
  };

  test.each([['users', '/files/{id}.json'], ['users', '/files/v{version}'], ['users', '/files/%C3%A9'], ['payments', '/files/%C3%A9'], ['users', '/files/batch:export'], ['payments', '/files/a,b'], ['users', '/files/*']] as const)(
    'finds an operation of %s that was not named, and cannot be left out: %s', (kind, path) => expect(foundOf(kind, ['/files/export', path])).toEqual([
      `error web calls ${kind === 'users' ? 'users-api' : 'payments'}: operation "file" has path "/files/{id}", among which are requests that no operation here is named for, `
      + `and no rule can leave these out: "op1" at "${path}"; name them too, or let each parameter fill its segment and write literals of letters, digits and -._~ alone, or name no operations here`]));

  test.each([['users', '/files/export'], ['users', '/files/a-b_c.d~9'], ['users', '/other/{id}.json'], ['payments', '/files/{id}.json'], ['users', '/files/{id}.json/x']] as const)(
    'accepts an operation of %s that was not named, and is left out or no part of it: %s', (kind, path) => expect(foundOf(kind, [path])).toEqual([]));

  test('is acknowledged on the caller', () => expect(found('users', ['/files/{id}.json'], true)).toEqual([]));

  test('accepts any path of a third party, which routes hold and no policy', () => expect(found('payments', ['/files/{id}.json'])).toEqual([]));
});
