import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build-tools/files';

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly engines?: { readonly node?: string };
  readonly optional?: boolean;
}

const LOCKS = ['package-lock.json', 'site/package-lock.json'].filter(file => existsSync(join(ROOT, file)));
const packagesOf = (file: string) => Object.entries((JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as { readonly packages: Record<string, Locked> }).packages);

/** Whether a range of Node.js versions takes 20.20, the last of its line; the ranges that packages write begin each alternative with a version. */
export function takes20(range: string): boolean {
  return range.split('||').some(part => {
    const [, operator, major, minor = '0'] = /^(\^|~|>=|>|<=|<|=)?v?(\d+)(?:\.(\d+))?/.exec(part.replaceAll(' ', '')) ?? [];
    if (major === undefined) return part.trim() === '' || part.trim() === '*';
    const [least, caret] = [Number(major), operator !== '>=' && operator !== '>'];
    return least === 20 ? Number(minor) <= 20 : least < 20 && !caret;
  });
}

test.each(LOCKS)('%s names no registry', file => {
  expect(packagesOf(file).filter(([, { resolved }]) => resolved !== undefined).map(([name]) => name)).toEqual([]);
});

test.each(LOCKS)('nothing in %s warns on a Node.js 20 of today', file => {
  const warned = packagesOf(file).filter(([, { engines, optional }]) => !optional && engines?.node !== undefined && !takes20(engines.node));
  expect(warned.map(([name, { version, engines }]) => `${name}@${version}: ${engines!.node}`)).toEqual([]);
});

test.each([
  ['>=18', true], ['>= 14.18.0', true], ['^20.0.0 || >=22', true], ['20 || >=22', true], ['*', true], ['^18.18.0 || ^20.9.0 || >=21.1.0', true],
  ['>=22', false], ['^22.0.0 || >=24', false], ['>=20.19.0', true], ['>=20.21.0', false], ['^18', false],
])('%s takes Node.js 20.20: %p', (range, taken) => {
  expect(takes20(range)).toBe(taken);
});
