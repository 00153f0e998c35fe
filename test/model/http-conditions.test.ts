import { HttpConditions, meetingOf } from '../../src/model/http-conditions';
import { StringMatch } from '../../src/model/string-match';
import { Declaration } from '../support/topology';

const { exact, prefix, regex } = StringMatch;
const web = new Declaration().workload('web');

test.each<[string, HttpConditions, HttpConditions, HttpConditions | undefined | 'unknown']>([
  ['different things', { port: 80 }, { methods: ['GET'] }, { port: 80, methods: ['GET'] }],
  ['methods in common', { methods: ['GET', 'PUT'] }, { methods: ['PUT'] }, { methods: ['PUT'] }],
  ['no method in common', { methods: ['GET'] }, { methods: ['PUT'] }, undefined],
  ['two prefixes', { uri: prefix('/a') }, { uri: prefix('/a/b') }, { uri: prefix('/a/b') }],
  ['an expression and a prefix', { uri: prefix('/a') }, { uri: regex('/a.*') }, 'unknown'],
  ['headers that are not there', { absentHeaders: new Set(['a']) }, { absentHeaders: new Set(['b']) }, { absentHeaders: new Set(['a', 'b']) }],
  ['a header that is there and is not', { headers: new Map([['a', exact('1')]]) }, { absentHeaders: new Set(['a']) }, undefined],
  ['a caller of the namespace', { caller: web }, { callerNamespace: 'shop' }, { caller: web, callerNamespace: 'shop' }],
  ['a caller of another', { caller: web }, { callerNamespace: 'other' }, undefined],
])('%s are joined as they can be, in either order', (_, a, b, met) => {
  const said = (joined: HttpConditions | undefined | 'unknown') => typeof joined === 'object'
    ? Object.fromEntries(Object.entries(joined).filter(([, condition]) => condition !== undefined)) : joined;
  expect([said(meetingOf(a, b)), said(meetingOf(b, a))]).toEqual([met, met]);
});
