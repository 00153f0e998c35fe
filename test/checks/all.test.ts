import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { APP_CHECKS, CHECKS } from '../../src/checks/all';
import { ICheck } from '../../src/model/check';
import { Severity } from '../../src/model/finding';
import { declareCalls, RandomCall, randomCalls } from '../support/random-calls';

const FOLDER = join(__dirname, '../../src/checks');
const files = readdirSync(FOLDER).filter(file => file !== 'all.ts');
const ALL: ICheck[] = [...CHECKS, ...APP_CHECKS];
const exported = (file: string) => Object.values(jest.requireActual<Record<string, ICheck>>(join(FOLDER, file)));

test('every file of src/checks exports one check, and a list has it', () => {
  expect(files.map(file => [file, exported(file).length, ALL.includes(exported(file)[0])])).toEqual(files.map(file => [file, 1, true]));
});

test('the lists have nothing else', () => {
  expect(ALL).toHaveLength(files.length);
});

test.each([[CHECKS], [APP_CHECKS]])('each list is sorted by code, without doubles', checks => {
  const codes = checks.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].sort());
});

test.each(files)('%s is named after the title of its check', file => {
  expect(exported(file)[0].title).toBe(file.replace(/\.ts$/, ''));
});

test.each(ALL.map(check => [check.code, check] as const))('%s says why, from where, and what to do', (_, check) => {
  expect(check.code).toMatch(/^BST\d{3}$/);
  expect(Object.values(Severity)).toContain(check.severity);
  expect(check.rationale).toMatch(/^[A-Z].* Source: \S/);
  expect(check.fix).toMatch(/^[a-z].*[^.]$/);
});

test('findings do not depend on the order of declaration', () => {
  const judge = (calls: readonly RandomCall[], order: number[]) => declareCalls(calls, order).declared.topology.findings;
  const numbers = [0, 1, 2, 3, 4, 5, 6];
  const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
  fc.assert(fc.property(randomCalls.chain(calls => fc.tuple(fc.constant(calls), shuffled(calls), shuffled(numbers))), ([calls, reordered, order]) => {
    expect(judge(reordered, order)).toEqual(judge(calls, numbers));
  }));
});
