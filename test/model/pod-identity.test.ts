import { identityOf } from '../../src/model/pod-identity';
import { expectRefusal } from '../support/declare';

const TOPOLOGY = { namespace: 'shop' };

describe('the identity of pods', () => {
  test.each<[string, object, object, string, string]>([
    ['what they state', { namespace: 'books', serviceAccountName: 'robot' }, {}, 'books', 'robot'],
    ['what is said of them', {}, { namespace: 'books', serviceAccountName: 'robot' }, 'books', 'robot'],
    ['what they state, said once more', { namespace: 'books', serviceAccountName: 'robot' }, { namespace: 'books', serviceAccountName: 'robot' }, 'books', 'robot'],
    ['what holds for the topology', {}, {}, 'shop', 'default'],
    ['the statement that they run as nobody in particular', { serviceAccountName: 'default' }, {}, 'shop', 'default'],
  ])('is %s', (_, stated, said, namespace, serviceAccountName) =>
    expect(identityOf(stated, said, TOPOLOGY, 'p')).toEqual({ namespace, serviceAccountName }));

  test.each<[string, object, object, string]>([
    ['another namespace', { namespace: 'books' }, { namespace: 'other' }, 'namespace "other", but the pods state "books"'],
    ['another account', { serviceAccountName: 'robot' }, { serviceAccountName: 'orders' }, 'serviceAccountName "orders", but the pods state "robot"'],
    ['an account of pods that name none', { serviceAccountName: 'default' }, { serviceAccountName: 'orders' }, 'serviceAccountName "orders", but the pods state "default"'],
  ])('BST031: cannot be said to be %s', (_, stated, said, words) =>
    expectRefusal(() => identityOf(stated, said, TOPOLOGY, 'p'), 'BST031', 'p', words, 'out, or change what makes the pods'));

  test('BST013: needs a namespace', () => expectRefusal(() => identityOf({}, {}, {}, 'p'), 'BST013', 'p', 'the namespace is unknown'));

  test.each([[{ namespace: 'A b' }, {}], [{}, { namespace: 'A b' }], [{ serviceAccountName: 'A b' }, {}], [{}, { serviceAccountName: 'A b' }]])(
    'BST801: is made of names: %j, %j', (stated, said) => expectRefusal(() => identityOf(stated, said, TOPOLOGY, 'p'), 'BST801', 'p', '"A b"'));
});
