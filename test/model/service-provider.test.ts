import { Construct } from 'constructs';
import { Locator, Provision, ServiceProvider } from '../../src';
import { isBranded } from '../../src/private/brand';
import { AnyService, expectRefusal, newTopology } from '../support/declare';

class Provider extends ServiceProvider {
  public readonly asked: unknown[] = [];

  constructor(private readonly host = 'db.example.com') {
    super();
  }

  public provide(scope: Construct, id: string): Provision {
    this.asked.push([scope, id]);
    return new Provision({ locator: Locator.external({ addresses: [{ host: this.host, port: 1 }] }) });
  }
}

test('a provider of anybody is known for one', () => expect(isBranded(new Provider(), 'ServiceProvider')).toBe(true));

test('what a provider answers is held to the rules for what users pass, at the path of the service', () => {
  const shop = newTopology();
  const declared = (provider: ServiceProvider) => new AnyService(shop, 'db', { ...AnyService.traits(), provision: provider.provide(shop, 'db') });
  expectRefusal(() => declared(new Provider('../x')), 'BST801', 'chart/shop/db', '"../x" cannot be a host');
  const provider = new Provider();
  expect([declared(provider).locator.primary.host, provider.asked]).toEqual(['db.example.com', [[shop, 'db']]]);
});
