import { hostileLogins, isPostgresUser, isRedisUser } from './hostile-logins';

const logins = hostileLogins(1000, isPostgresUser);

test('a thousand users, the same in every run, and no two of one name', () => {
  expect(hostileLogins(1000, isPostgresUser)).toEqual(logins);
  expect(new Set(logins.map(({ username }) => username)).size).toBe(1000);
});

test.each(['%2F', '$(HOME)', '$$', '{{ .password }}', '"', '\\', '+', '\u{1F600}', '?sslmode=disable'])('many passwords hold %s', text => {
  expect(logins.filter(({ password }) => password.includes(text)).length).toBeGreaterThan(25);
});

test('some begin or end with a space', () => {
  expect(logins.filter(({ password }) => password.startsWith(' ')).length).toBeGreaterThan(10);
  expect(logins.filter(({ username }) => username.endsWith(' ')).length).toBeGreaterThan(10);
});

test('servers take them: none is empty, too long or holds a control character', () => {
  for (const { username, password } of logins) {
    expect(password).toMatch(/^[^\p{Cc}]+$/u);
    expect([...password].length).toBeLessThanOrEqual(100);
    expect(Buffer.byteLength(username)).toBeLessThanOrEqual(63);
  }
  expect(hostileLogins(100, isRedisUser).filter(({ username }) => /\s/.test(username))).toEqual([]);
});
