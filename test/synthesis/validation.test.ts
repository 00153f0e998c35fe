import { App, Chart } from 'cdk8s';
import { Tree } from '../../src/synthesis/tree';
import { assertValid } from '../../src/synthesis/validation';

test('throws all that constructs find wrong, in the words of cdk8s, and asks each once', () => {
  const app = new App();
  const [a, b] = ['a', 'b'].map(id => new Chart(app, id));
  let asked = 0;
  a.node.addValidation({ validate: () => { asked += 1; return ['one', 'two']; } });
  b.node.addValidation({ validate: () => ['three'] });
  const message = (act: () => void) => { try { act(); return ''; } catch (error) { return (error as Error).message; } };
  expect(message(() => assertValid(new Tree(app)))).toBe('Validation failed with the following errors:\n  [a] one\n  [a] two\n  [b] three');
  expect(asked).toBe(1);
  expect(message(() => assertValid(new Tree(app)))).toBe(message(() => app.synthYaml()));
});

test('accepts an app in which nothing is wrong', () => expect(() => assertValid(new Tree(new App()))).not.toThrow());
