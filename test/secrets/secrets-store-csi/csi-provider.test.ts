import { load } from 'js-yaml';
import { ANY_NAME, written } from '../../../src/secrets/secrets-store-csi/csi-provider';

test('a list is read back from YAML as it was, whatever stands in it', () => {
  const list = [{ objectName: 'a: "b" # {{ c }}', property: '- d\\ ü', none: undefined }, { objectName: 'yes' }];
  expect(load(written(list))).toEqual(JSON.parse(JSON.stringify(list)));
});

test('where a store has no rule of its own, any name is one', () => expect(ANY_NAME.test('')).toBe(true));
