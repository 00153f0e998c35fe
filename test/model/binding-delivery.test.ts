import { BindingDelivery } from '../../src';

test.each([
  ['variables', BindingDelivery.VARIABLES, true, false],
  ['files', BindingDelivery.FILES, false, true],
  ['variables and files', BindingDelivery.VARIABLES_AND_FILES, true, true],
])('%s reach a container', (name, delivery, variables, allFiles) => expect({ ...delivery }).toEqual({ name, variables, allFiles }));

test('is the same for everybody who names it, so nobody can change it', () => expect(() => Object.assign(BindingDelivery.FILES, { allFiles: false })).toThrow(TypeError));
