import { SecretStore, SecretSupplier, SuppliedSecret } from '../../src';
import { answered, hindrance, ownKeyOf, volumeFor } from '../../src/secrets/supplier-answers';
import { expectRefusal } from '../support/declare';

test.each(['fetches', 'encodes'])('BST021: refuses what %s() of a supplier answers, where that is neither yes nor no', method => {
  expect([answered(true, method, 'p'), answered(false, method, 'p')]).toEqual([true, false]);
  for (const answer of ['yes', undefined, 1]) {
    expectRefusal(() => answered(answer as never, method, 'shop/web/db'), 'BST021', 'shop/web/db', `what ${method}() of the SecretSupplier gives`);
  }
});

/** A supplier that answers what a class in TypeScript could not. */
class Odd extends SecretSupplier {
  public readonly name = 'the odd supplier';
  public readonly composes = false;

  constructor(private readonly answer: unknown) {
    super();
  }

  public fetches = () => true;
  public encodes = () => false;
  public supply = () => undefined;

  public override keyOf = () => this.answer as string;
  public override whyNot = () => this.answer as string;
  public override volumeOf = () => this.answer as undefined;
}

const part = SecretStore.of('Box', 'box').property('db', 'password');
const secret = SuppliedSecret._of({ name: 'web-db', namespace: 'shop', type: 'servicebinding.io/redis' }, new Map());
const METHODS: [string, (supplier: SecretSupplier) => unknown][] = [
  ['keyOf', supplier => ownKeyOf(part, supplier, 'shop/web/db')],
  ['whyNot', supplier => hindrance(secret, supplier, 'shop/web/db')],
  ['volumeOf', supplier => volumeFor(secret, supplier, 'shop/web/db')],
];

test.each(METHODS)('BST021: refuses what %s() of a supplier answers, where that is of another type', (method, ask) => {
  for (const answer of [1, true, []]) expectRefusal(() => ask(new Odd(answer)), 'BST021', 'shop/web/db', `what ${method}() of the SecretSupplier gives`);
});

test.each(METHODS)('%s() may give nothing, in the words of every language', (_, ask) => {
  expect([undefined, null].map(answer => ask(new Odd(answer)))).toEqual([undefined, undefined]);
});
