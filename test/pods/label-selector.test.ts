import { labelsSelecting } from '../../src/pods/label-selector';
import { expectRefusal } from '../support/declare';

const saying = (operator: string, ...values: string[]) => ({ key: 'tier', operator, values });

test('an expression of one value is a label', () =>
  expect(labelsSelecting({ app: 'web' }, [saying('In', 'a'), { key: 'app', operator: 'In', values: ['web'] }], 'shop/web')).toEqual({ app: 'web', tier: 'a' }));

test.each([[saying('In', 'a', 'b')], [saying('NotIn', 'a')], [saying('Exists')], [saying('DoesNotExist')], [{ key: 'tier', operator: 'Exists' }], [{ key: 'app', operator: 'In', values: ['x'] }]])(
  'BST025: refuses %j, which no label says', expression =>
    expectRefusal(() => labelsSelecting({ app: 'web' }, [expression], 'shop/web'), 'BST025', 'shop/web', [expression.key, expression.operator].join(' '), 'LabelSelector.of'));

test('the labels that were given stay as they were', () => {
  const given = { app: 'web' };
  labelsSelecting(given, [saying('In', 'a')], 'shop/web');
  expect(given).toEqual({ app: 'web' });
});
