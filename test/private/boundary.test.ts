import { App, Chart } from 'cdk8s';
import { accept, acceptArguments, guard } from '../../src/private/boundary';
import { isBranded } from '../../src/private/brand';
import { expectRefusal } from '../support/declare';

class RetryCondition {
  public static status(status: number): string {
    return `${this === RetryCondition} ${status}`;
  }
}

class Tls {
  public static inProtocol(authority?: string) { return authority; }
  public static byClient(authority?: string) { return authority; }
}

class KubernetesSecret {
  public static existing(name: string) { return name; }
  public static ofOperator(name: string) { return name; }
  public readonly name = 'cache';
  public key(key: string): string {
    return `${this.name} ${key}`;
  }
  public credential(keys?: Record<string, string>) { return keys; }
}

class BindingValue {
  public static literal(text: string) { return text; }
  public static file(file: string) { return file; }
  public static secret(credential: object, part: string) { return [credential, part]; }
  public static percentEncoded(credential: object, part: string) { return [credential, part]; }
  public static encoded(credential: object, part: string, encoding: string) { return [credential, part, encoding]; }
  public static join(...values: BindingValue[]) { return values.length; }
  public textIn(folder: string) { return folder; }
}

guard('RetryCondition', RetryCondition);
guard('Tls', Tls);
guard('KubernetesSecret', KubernetesSecret);
guard('BindingValue', BindingValue);

describe('a guarded class', () => {
  test('is marked as ours', () => {
    expect(isBranded(new RetryCondition(), 'RetryCondition')).toBe(true);
  });

  test('answers as before, with the same names and the same this', () => {
    expect(RetryCondition.status(503)).toBe('true 503');
    expect(new KubernetesSecret().key('password')).toBe('cache password');
    expect([RetryCondition.status.name, Object.keys(RetryCondition), Object.keys(KubernetesSecret.prototype)]).toEqual(['status', [], []]);
  });

  test('BST021: refuses what a static method or a method cannot use', () => {
    expectRefusal(() => RetryCondition.status('5xx' as never), 'BST021', 'RetryCondition.status()', 'status of RetryCondition.status() is "5xx": due is a finite number');
    expectRefusal(() => new KubernetesSecret().key(undefined as never), 'BST021', 'KubernetesSecret.key()', 'key of KubernetesSecret.key() is missing');
    expectRefusal(() => Tls.byClient('LOGIN'), 'BST021', 'Tls.byClient()', 'write TlsAuthority.LOGIN');
  });

  test('holds each of any number of arguments', () => {
    expect(BindingValue.join(new BindingValue(), new BindingValue())).toBe(2);
    expect(BindingValue.join()).toBe(0);
    expectRefusal(() => BindingValue.join(new BindingValue(), undefined as never), 'BST021', 'BindingValue.join()', 'values of');
  });
});

describe('acceptArguments', () => {
  const chart = new Chart(new App(), 'chart');

  test('names the construct that will be made, or the one that is called, or else the call', () => {
    expectRefusal(() => acceptArguments('new Topology', [chart, 'shop', { namespace: 1 }]), 'BST021', 'chart/shop', 'props.namespace of new Topology() is 1');
    expectRefusal(() => acceptArguments('new Topology', [undefined, 'shop']), 'BST021', 'new Topology()', 'scope of new Topology() is missing');
    expectRefusal(() => acceptArguments('Topology#acknowledge', ['BST001'], chart), 'BST021', 'chart', 'at of Topology.acknowledge() is missing');
    expectRefusal(() => acceptArguments('Topology#acknowledge', ['BST001'], new App()), 'BST021', 'Topology.acknowledge()');
  });

  test('takes what may be left out, as undefined too, but not as null', () => {
    acceptArguments('new Topology', [chart, 'shop']);
    acceptArguments('new Topology', [chart, 'shop', undefined]);
    expectRefusal(() => acceptArguments('new Topology', [chart, 'shop', null]), 'BST021', 'chart/shop', 'props of new Topology() is null', 'leave it out');
  });
});

test('accept holds what a class of the user gives back', () => {
  const facts = { selector: { app: 'a' }, versions: [{ labels: { app: 'a' } }] };
  accept('PodFacts', facts, 'what describe() gives', 'shop/a');
  expectRefusal(() => accept('PodFacts', undefined, 'what describe() gives', 'shop/a'), 'BST021', 'shop/a', 'what describe() gives is missing');
  expectRefusal(() => accept('PodFacts', { ...facts, versions: 1 }, 'what describe() gives', 'shop/a'), 'BST021', 'shop/a', 'versions in what describe() gives is 1');
});
