import { ipBlockOf } from '../../src/kubernetes/ip-block';

test.each<[string, string[] | undefined, string[] | undefined]>([
  ['0.0.0.0/0', ['169.254.0.0/16', '100.100.100.200/32'], ['169.254.0.0/16', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']],
  ['::/0', ['fe80::/10', 'fd00:ec2::/32', 'fd20:ce::254/128'], ['fe80::/10', 'fc00::/7']],
  ['169.0.0.0/8', ['169.254.0.0/16'], ['169.254.0.0/16']], ['fd00::/8', ['fd00:ec2::/32', 'fd20:ce::254/128'], ['fd00:ec2::/32', 'fd20:ce::254/128']],
  ['100.64.0.0/10', ['100.100.100.200/32'], ['100.100.100.200/32']], ['8.0.0.0/5', undefined, ['10.0.0.0/8']],
  ['203.0.113.0/24', undefined, undefined], ['10.0.0.0/8', undefined, undefined], ['10.1.0.0/16', undefined, undefined],
  ['169.254.0.0/16', undefined, undefined], ['169.254.169.254/32', undefined, undefined], ['fc00::/7', ['fd00:ec2::/32', 'fd20:ce::254/128'], ['fd00:ec2::/32', 'fd20:ce::254/128']],
])('%s leaves out %j and, where what is outside is public, %j', (cidr, except, exceptPrivate) => {
  expect([ipBlockOf(cidr, false), ipBlockOf(cidr, true)]).toEqual([{ cidr, except }, { cidr, except: exceptPrivate }]);
});
