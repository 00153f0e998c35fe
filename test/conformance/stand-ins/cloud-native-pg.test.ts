import { cloudNativePgHosts, cloudNativePgSecrets, goUserinfo } from './cloud-native-pg';

test('a user and a password are written as url.UserPassword of Go writes them', () => {
  const text = ' !"#$%&\'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~ü😀';
  expect(goUserinfo(text)).toBe('%20%21%22%23$%25&%27%28%29%2A+,-.%2F09%3A;%3C=%3E%3F%40AZ%5B%5C%5D%5E_%60az%7B%7C%7D~%C3%BC%F0%9F%98%80');
  expect(decodeURIComponent(goUserinfo(text))).toBe(text);
});

test('the Secrets of a cluster', () => {
  const secrets = cloudNativePgSecrets({ name: 'books', namespace: 'shelf', database: 'app', username: 'app', password: 'p@ss', authority: 'PEM' });
  expect(secrets['books-app']).toMatchObject({ dbname: 'app', host: 'books-rw', password: 'p@ss', uri: 'postgresql://app:p%40ss@books-rw.shelf:5432/app' });
  expect(secrets['books-ca']).toEqual({ 'ca.crt': 'PEM' });
});

test('the certificate of its servers names the services for writing and reading', () => {
  expect(cloudNativePgHosts('books', 'shelf')).toEqual(expect.arrayContaining(['books-rw.shelf', 'books-rw.shelf.svc', 'books-ro.shelf.svc']));
});
