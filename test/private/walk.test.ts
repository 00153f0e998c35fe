import { App } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { walk } from '../../src/private/walk';

function visited(root: IConstruct): [IConstruct, string][] {
  const visits: [IConstruct, string][] = [];
  walk(root, (construct, path) => visits.push([construct, path]));
  return visits;
}

function tree(): { app: App; inner: Construct } {
  const app = new App();
  const outer = new Construct(app, 'outer');
  const inner = new Construct(outer, 'a/b');
  new Construct(inner, 'leaf');
  new Construct(app, 'last');
  return { app, inner };
}

test('visits every construct in the order of the tree, with the path that it tells itself', () => {
  const { app } = tree();
  expect(visited(app)).toEqual(app.node.findAll().map(construct => [construct, construct.node.path]));
});

test('begins anywhere, with whole paths', () => {
  expect(visited(tree().inner).map(([, path]) => path)).toEqual(['outer/a--b', 'outer/a--b/leaf']);
});
