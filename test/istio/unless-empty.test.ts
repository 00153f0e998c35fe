import { unlessEmpty } from '../../src/istio/unless-empty';

test('a block in which nothing is said is none', () => expect([unlessEmpty({}), unlessEmpty({ a: undefined }), unlessEmpty({ a: 0, b: undefined })]).toEqual([undefined, undefined, { a: 0 }]));
