import { yaml } from '../../src/contracts/yaml-package';

test('the parser of contracts is loaded once, by who asks for it first', () => {
  expect(yaml().parse('a: 1')).toEqual({ a: 1 });
  expect(yaml()).toBe(yaml());
});

test('a program without contracts does not load it', () => {
  jest.isolateModules(() => {
    let isLoaded = false;
    jest.doMock('yaml', () => { isLoaded = true; return jest.requireActual('yaml') as object; });
    jest.requireActual('../../src');
    expect(isLoaded).toBe(false);
  });
});
