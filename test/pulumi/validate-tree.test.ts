import { App, Chart } from 'cdk8s';
import { validateTreeOf } from '../../src/pulumi/validate-tree';

function appWithCharts(...ids: string[]): Chart[] {
  const app = new App();
  return ids.map(id => new Chart(app, id));
}

test('accepts a tree in which no validation reports anything', () => {
  const [shop] = appWithCharts('shop');
  shop.node.addValidation({ validate: () => [] });

  expect(() => validateTreeOf(shop)).not.toThrow();
});

test('fails with one error that lists all messages of the app, as synth does', () => {
  const [shop, other] = appWithCharts('shop', 'other');
  shop.node.addValidation({ validate: () => ['too small', 'too slow'] });
  other.node.addValidation({ validate: () => ['too large'] });

  const expected = 'Validation failed with the following errors:\n  [shop] too small\n  [shop] too slow\n  [other] too large';
  expect(() => validateTreeOf(shop)).toThrow(new Error(expected));
  expect(() => (shop.node.root as App).synthYaml()).toThrow(new Error(expected));
});

test('runs each validation once', () => {
  const [shop] = appWithCharts('shop', 'other');
  const validate = jest.fn(() => []);
  shop.node.addValidation({ validate });

  validateTreeOf(shop);

  expect(validate).toHaveBeenCalledTimes(1);
});
