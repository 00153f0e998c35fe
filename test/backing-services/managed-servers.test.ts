import { amazonRdsAt, AZURE_MYSQL, AZURE_SQL, GOOGLE_MYSQL } from '../../src/backing-services/managed-servers';

test.each([
  ['shop.c7tj4example.eu-central-1.rds.amazonaws.com', true], ['shop.cluster-ro-c7tj4example.us-east-1.rds.amazonaws.com', true],
  ['shop.c7tj4example.rds.cn-north-1.amazonaws.com.cn', true], ['shop.proxy-c7tj4example.eu-central-1.rds.amazonaws.com', false], ['rds.amazonaws.com', false],
  ['shop.rds.amazonaws.com', false], ['db.example.com', false], ['shop.c7tj4example.eu-central-1.rds.amazonaws.com.evil.example', false], ['10.0.0.7', false],
])('%s is an endpoint of Amazon RDS: %p', (host, is) => expect(amazonRdsAt(3306).host.pattern.test(host)).toBe(is));

test.each([
  ['shop.mysql.database.azure.com', true], ['shop.mysql.database.chinacloudapi.cn', true], ['mysql.database.azure.com', false], ['a.shop.mysql.database.azure.com', false],
  ['shop.mysql.database.azure.com.evil.example', false],
])('%s is a server of Azure Database for MySQL: %p', (host, is) => expect(AZURE_MYSQL.host.pattern.test(host)).toBe(is));

test.each([
  ['shop.database.windows.net', true], ['shop.secondary.database.windows.net', true], ['shop.database.usgovcloudapi.net', true], ['database.windows.net', false], ['shop.windows.net', false],
])('%s is a server of Azure SQL: %p', (host, is) => expect(AZURE_SQL.host.pattern.test(host)).toBe(is));

test.each([
  ['1a23b4cd5e67.1a2b345c6d27.europe-west3.sql-psa.goog', true], ['1a23b4cd5e67.1a2b345c6d27.europe-west3.sql.goog', true], ['a.b.sql-psa.goog.', false], ['10.1.2.3', false], ['sql.goog', false],
])('%s is the DNS name of a Cloud SQL instance: %p', (host, is) => expect(GOOGLE_MYSQL.host.pattern.test(host)).toBe(is));

test('each has its port, and says whose authority is due, if one is', () => {
  const told = [amazonRdsAt(1433), AZURE_MYSQL, AZURE_SQL, GOOGLE_MYSQL].map(({ port, authority }) => [port, authority !== undefined]);
  expect(told).toEqual([[1433, true], [3306, false], [1433, false], [3306, true]]);
});
