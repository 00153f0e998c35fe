import * as fc from 'fast-check';
import { percentEncode } from '../../src/private/percent-encode';

const wellFormed = fc.string({ unit: 'binary' });

test.each([['orders', 'orders'], ['p@ss/w:rd?#%+ ü&=', 'p%40ss%2Fw%3Ard%3F%23%25%2B%20%C3%BC%26%3D'], ["!'()*", '%21%27%28%29%2A'], ['-._~', '-._~'], ['', '']])(
  '%p becomes %p', (text, encoded) => expect(percentEncode(text)).toBe(encoded));

test('leaves only unreserved characters as they are, and any decoder reads the text back', () => {
  fc.assert(fc.property(wellFormed, text => {
    expect(percentEncode(text)).toMatch(/^([A-Za-z0-9._~-]|%[0-9A-F]{2})*$/);
    expect(decodeURIComponent(percentEncode(text))).toBe(text);
  }), { numRuns: 1000 });
});

test('a URL parser reads user, password and database back', () => {
  fc.assert(fc.property(wellFormed, wellFormed, (user, password) => {
    const url = new URL(`postgresql://${percentEncode(user)}:${percentEncode(password)}@db.example.com:5432/${percentEncode(`d${user}`)}`);
    expect(url.host).toBe('db.example.com:5432');
    expect([url.username, url.password, url.pathname.slice(1)].map(decodeURIComponent)).toEqual([user, password, `d${user}`]);
  }), { numRuns: 1000 });
});
