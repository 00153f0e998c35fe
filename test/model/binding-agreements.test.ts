import { BindingDelivery, BindingOptions, Criticality, EnvNames } from '../../src';
import { BindingAgreements } from '../../src/model/binding-agreements';
import { AnyService, expectRefusal, newTopology } from '../support/declare';

const shop = newTopology();
const [db, cache] = ['db', 'cache'].map(id => new AnyService(shop, id, AnyService.traits()));
const all: Required<BindingOptions> = {
  bindingName: 'store', envNames: EnvNames.map({ A: '{host}' }), delivery: BindingDelivery.FILES, containers: ['app'], criticality: Criticality.OPTIONAL,
};
const added = (...said: BindingOptions[]) => {
  const agreements = new BindingAgreements();
  for (const options of said) agreements.add(db, options, 'first');
  return agreements;
};

test('dependencies agree that say the same, or nothing', () => {
  expect(() => added({}, all, {}, { ...all, containers: ['app'] }, { bindingName: 'store' })).not.toThrow();
});

test.each<[BindingOptions, string]>([
  [{ bindingName: 'queue' }, 'bindingName "queue" here and "store"'], [{ envNames: EnvNames.DEFAULT }, 'envNames another one here and another one'],
  [{ delivery: BindingDelivery.VARIABLES }, 'delivery "variables" here and "files"'], [{ containers: ['app', 'b'] }, 'containers "[\\"app\\",\\"b\\"]" here and "[\\"app\\"]"'],
])('BST006: refuses %j, of which an earlier one says otherwise', (options, words) =>
  expectRefusal(() => added(all).add(db, options, 'second'), 'BST006', 'second', 'the binding to "db"', words, 'once, or the same in each'));

test('criticality is of each dependency, and other services have other bindings', () => {
  const agreements = added(all);
  expect(() => agreements.add(db, { criticality: Criticality.REQUIRED }, 'second')).not.toThrow();
  expect(() => agreements.add(cache, { bindingName: 'queue', envNames: EnvNames.DEFAULT }, 'second')).not.toThrow();
});

test('what is refused leaves nothing behind', () => {
  const agreements = added({ delivery: BindingDelivery.FILES });
  expect(() => agreements.add(db, { bindingName: 'refused', delivery: BindingDelivery.VARIABLES }, 'second')).toThrow('BST006');
  expect(() => agreements.add(db, { bindingName: 'store' }, 'third')).not.toThrow();
});
