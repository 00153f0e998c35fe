import { costs, readTrace } from './kernel-trace';

const get = '> {"objref":{"$jsii.byref":"o"},"property":"p","api":"get"}\n< {"ok":{"value":1}}\n';
const invoked = (object: string, method: string) => `< {"callback":{"cbid":"c","invoke":{"objref":{"$jsii.byref":"${object}"},"method":"${method}","args":[]}}}\n`;
const COMPLETE = '> {"complete":{"cbid":"c","err":null,"result":[],"api":"complete"}}\n';

test('counts what is told to the kernel; neither loading, returning nor what the kernel mutters is a call', () => {
  const muttering = '[@jsii/kernel] get {\n  property: "p"\n} {\n';
  expect(readTrace(`> {"name":"cdk8s","version":"2.0.0","tarball":"t","api":"load"}\n${muttering}${get}${get}> {"exit":0}\n`))
    .toEqual({ calls: 2, callbacks: [] });
});

test('counts the calls of a callback until it returns', () => {
  const { calls, callbacks } = readTrace(get + invoked('a', 'bind') + get + get + COMPLETE + get);
  expect(callbacks).toEqual([{ member: 'bind', object: 'a', calls: 2 }]);
  expect(calls).toBe(4);
});

test('counts the calls of a callback in a callback for both', () => {
  expect(readTrace(invoked('a', 'check') + get + invoked('b', 'bind') + get + COMPLETE + COMPLETE).callbacks)
    .toEqual([{ member: 'bind', object: 'b', calls: 1 }, { member: 'check', object: 'a', calls: 2 }]);
});

test.each(['get', 'set'])('tells the callback of a property: %s', verb => {
  const callback = `< {"callback":{"cbid":"c","${verb}":{"objref":{"$jsii.byref":"a"},"property":"code"}}}\n`;
  expect(readTrace(callback + COMPLETE).callbacks).toEqual([{ member: `${verb} code`, object: 'a', calls: 0 }]);
});

test('what a member costs is the most on one object and the most in one callback', () => {
  const callbacks = [['a', 3], ['b', 5], ['a', 1]].map(([object, calls]) => ({ member: 'bind', object: String(object), calls: Number(calls) }));
  expect(costs({ calls: 9, callbacks })).toEqual([{ member: 'bind', callbacks: 3, objects: 2, perObject: 2, calls: 5 }]);
});
