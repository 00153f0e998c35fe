import * as fc from 'fast-check';
import { PathIndex } from '../../src/traffic/path-index';
import { mayMeet, parsePath } from '../../src/traffic/path-template';

function nearOf(paths: readonly string[], asked: string): string[] {
  const index = new PathIndex<string>();
  paths.forEach(path => index.add(parsePath(path), path));
  return index.near(parsePath(asked)).map(({ value }) => value);
}

test('finds paths of as many segments, none of whose literals differs, in the order of adding', () => {
  const paths = ['/b/{id}', '/a/{id}', '/a/x', '/a/{id}/x', '/{any}/x', '/a/{n}.json', '/a'];
  expect(nearOf(paths, '/a/x')).toEqual(['/a/{id}', '/a/x', '/{any}/x', '/a/{n}.json']);
  expect(nearOf(paths, '/a/{id}')).toEqual(['/a/{id}', '/a/x', '/{any}/x', '/a/{n}.json']);
  expect(nearOf(paths, '/{a}/{b}')).toEqual(['/b/{id}', '/a/{id}', '/a/x', '/{any}/x', '/a/{n}.json']);
});

test('leaves out none that a look at every pair finds', () => {
  const segment = fc.constantFrom('a', 'b', '{p}', '{q}', '{r}.a', 'b-{s}');
  const path = fc.array(segment, { maxLength: 3 }).map(segments => `/${segments.join('/')}`);
  fc.assert(fc.property(fc.array(path), path, (paths, asked) => {
    const meeting = (found: readonly string[]) => found.filter(other => mayMeet(parsePath(other), parsePath(asked)));
    expect(meeting(nearOf(paths, asked))).toEqual(meeting(paths));
  }));
});

test('looks at few of many', () => {
  const index = new PathIndex<number>();
  for (let i = 0; i < 20_000; i++) index.add(parsePath(`/x${i}/{id}`), i);
  const started = process.cpuUsage().user;
  for (let i = 0; i < 20_000; i++) expect(index.near(parsePath(`/x${i}/{id}`)).length).toBe(1);
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(3);
});
