import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Synthesis } from '../../src/synthesis/synthesis';
import { Tree } from '../../src/synthesis/tree';

const object = (scope: Construct, name: string) => new ApiObject(scope, name, { apiVersion: 'v1', kind: 'Thing', metadata: { name } });
const synthesisOf = (app: App) => new Synthesis(new Tree(app));

test('an object stands behind those that it depends on', () => {
  const app = new App();
  const chart = new Chart(app, 'chart');
  const [web, store] = [object(chart, 'web'), object(chart, 'store')];
  web.addDependency(store);
  expect(synthesisOf(app).objectsOf(chart)).toEqual([store, web]);
});

test('objects of a chart within a chart are its own', () => {
  const app = new App();
  const outer = new Chart(app, 'outer');
  const inner = new Chart(outer, 'inner');
  const [first, second] = [object(outer, 'first'), object(inner, 'second')];
  expect([outer, inner].map(chart => synthesisOf(app).objectsOf(chart))).toEqual([[first], [second]]);
  expect(synthesisOf(app).isNumbered).toBe(true);
});

test('a chart that renders itself is asked for its objects', () => {
  class Rendering extends Chart {
    public override toJson(): any[] {
      return [{ kind: 'Other' }];
    }
  }
  const app = new App();
  object(new Rendering(app, 'chart'), 'unseen');
  expect([...synthesisOf(app).documentsOf(app.charts[0])]).toEqual([{ kind: 'Other' }]);
});

test('objects are rendered when they are asked for, not before', () => {
  const app = new App();
  const chart = new Chart(app, 'chart');
  for (const name of ['a', 'b']) object(chart, name);
  const rendered = jest.spyOn(ApiObject.prototype, 'toJson');
  synthesisOf(app).documentsOf(chart).next();
  expect(rendered).toHaveBeenCalledTimes(1);
  rendered.mockRestore();
});
