import { ApiObject, App, Chart } from 'cdk8s';
import { validTree } from '../../src/synthesis/validation';

const message = (act: () => void) => { try { act(); return ''; } catch (error) { return (error as Error).message; } };

test('throws all that constructs find wrong, in the words of cdk8s, and asks each once', () => {
  const app = new App();
  const [a, b] = ['a', 'b'].map(id => new Chart(app, id));
  let asked = 0;
  a.node.addValidation({ validate: () => { asked += 1; return ['one', 'two']; } });
  b.node.addValidation({ validate: () => ['three'] });
  expect(message(() => validTree(app))).toBe('Validation failed with the following errors:\n  [a] one\n  [a] two\n  [b] three');
  expect(asked).toBe(1);
  expect(message(() => validTree(app))).toBe(message(() => app.synthYaml()));
});

test('reads an app in which nothing is wrong, whose constructs are asked once', () => {
  const app = new App();
  let asked = 0;
  new Chart(app, 'a').node.addValidation({ validate: () => { asked += 1; return []; } });
  expect([validTree(app).constructs.length, asked]).toEqual([2, 1]);
});

test('constructs that a validation adds are there, and are asked too, and nobody twice', () => {
  const app = new App();
  const chart = new Chart(app, 'chart');
  const asked: string[] = [];
  const add = (id: string, then: () => void) => (
    new ApiObject(chart, id, { apiVersion: 'v1', kind: 'Thing' }).node.addValidation({ validate: () => { asked.push(id); then(); return []; } }));
  add('first', () => add('late', () => add('later', () => undefined)));
  expect(validTree(app).constructs.map(({ node }) => node.path)).toEqual(['', 'chart', 'chart/first', 'chart/late', 'chart/later']);
  expect(asked).toEqual(['first', 'late', 'later']);
});

test('what is wrong with one that a validation adds is told', () => {
  const app = new App();
  app.node.addValidation({ validate: () => { new Chart(app, 'late').node.addValidation({ validate: () => ['wrong'] }); return []; } });
  expect(() => validTree(app)).toThrow('[late] wrong');
});
