import { abstractsOf, fieldsOf, membersOf, subtypesOf } from '../../src/private/members';

test('a struct has the members of those that it extends, too', () => {
  expect(membersOf('UseOptions').map(({ name }) => name))
    .toEqual(['bindingName', 'envNames', 'delivery', 'containers', 'criticality', 'connectTimeout', 'circuitBreaker', 'connectionPool', 'access', 'clientConnections']);
});

test('a type of another package has none', () => {
  expect(membersOf('constructs.IConstruct')).toEqual([]);
});

test('a struct knows what extends it, however far below', () => {
  expect(subtypesOf('BindingOptions')).toEqual(expect.arrayContaining(['ConnectionOptions', 'CallOptions', 'UseOptions', 'ConsumeOptions']));
});

test('a class leaves to users what it and those above it leave open', () => {
  const namesOf = (type: string) => abstractsOf(type).map(({ name }) => name);
  expect(namesOf('ServiceProvider')).toEqual(['provide()']);
  expect(namesOf('RedisProvider')).toEqual(['provide()']);
  expect(namesOf('Credential')).toEqual([]);
});

test('a row says what may be left out, and what takes all further arguments', () => {
  expect(fieldsOf({ 'a': 'string', 'b?': 'number', 'c...': 'any', '&': 'S' })).toEqual([
    { name: 'a', type: 'string', optional: false, rest: false },
    { name: 'b', type: 'number', optional: true, rest: false },
    { name: 'c', type: 'any', optional: true, rest: true },
  ]);
});
