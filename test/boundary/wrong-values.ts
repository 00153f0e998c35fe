import { Duration } from 'cdk8s';
import { HttpProvider, LoadBalancing, Protocol } from '../../src';
import { ENUMS } from '../../src/private/boundary-types';
import { Bench } from '../hostile/options';
import { Position } from './positions';

/** Values to put at a place, by what they are called in the name of a test. Some may fit. */
export function valuesFor({ type }: Position, bench: Bench): [name: string, value: unknown][] {
  return [
    ['nothing', undefined],
    ['null', null],
    ['an empty text', ''],
    ['a text', 'a text'],
    ['the name of a class', 'RANDOM'],
    ...Object.keys(ENUMS[type] ?? {}).map((name): [string, unknown] => [`the name ${name}`, name]),
    ['0', 0],
    ['-1', -1],
    ['1.5', 1.5],
    ['2 ** 53', 2 ** 53],
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['true', true],
    ['a bigint', 5n],
    ['a symbol', Symbol('a')],
    ['an empty list', []],
    ['a list with a text', ['a text']],
    ['a list with nothing in it', [undefined]],
    ['an empty object', {}],
    ['an object of the same members as a list', { 0: 'a', length: 1 }],
    ['an object with no prototype', Object.create(null)],
    ['an object that cannot be shown', { toString: () => { throw new Error('never ask'); }, toJSON: () => { throw new Error('never ask'); } }],
    ['a Map', new Map([['port', 80]])],
    ['a Date', new Date(0)],
    ['a function', () => 1],
    ['a class', LoadBalancing],
    ['a LoadBalancing', LoadBalancing.RANDOM],
    ['a Protocol', Protocol.TCP],
    ['a Duration', Duration.seconds(1)],
    ['a provider', HttpProvider.external('http://a.example.com')],
    ['an App', bench.app],
    ['a Workload', bench.web],
  ];
}
