import { AddressRole } from '../../src/model/address';
import { outsideHosts } from '../../src/model/outside-hosts';
import { AnyService, newHttpService, newTopology } from '../support/declare';

const { ALTERNATE } = AddressRole;

test('are those of all addresses, each once', () => {
  const addresses = [{ host: 'a.example.com', port: 1 }, { host: 'b.example.com', port: 1, role: ALTERNATE }, { host: 'a.example.com', port: 2, role: ALTERNATE }];
  expect(outsideHosts(new AnyService(newTopology(), 'any', AnyService.traits(undefined, { addresses })))).toEqual(['a.example.com', 'b.example.com']);
});

test('are none of a service in the cluster', () => expect(outsideHosts(newHttpService(newTopology(), 'api'))).toEqual([]));
