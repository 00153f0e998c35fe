import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { Declaration } from '../support/topology';

const found = (url: string, cidrs?: string[]) => {
  const declared = new Declaration();
  new HttpService(declared.topology, 'out', { provider: HttpProvider.external(url, { cidrs }) });
  return declared.found('BST518');
};
const at = (places: string) => [`error out: out is at ${places}, where a cloud hands out the credentials of the machine; `
  + 'give the workload an identity of its own, and take this service out'];

describe('BST518 instance-credentials', () => {
  test.each<[string, string, string[] | undefined, string[]]>([
    ['finds the one address', 'http://out.example.com', ['169.254.169.254/32'], at('"169.254.169.254/32"')],
    ['finds all of link-local, among others', 'http://out.example.com', ['203.0.113.0/24', '169.254.0.0/16', 'fd00:ec2::254/128'], at('"169.254.0.0/16", "fd00:ec2::254/128"')],
    ['finds a name of it', 'http://metadata.google.internal', undefined, at('"metadata.google.internal"')],
    ['accepts a range that reaches beyond, of which policies leave it out', 'http://out.example.com', ['0.0.0.0/0', '169.0.0.0/8'], []],
    ['accepts a service that may be anywhere', 'http://out.example.com', undefined, []],
    ['accepts private addresses', 'http://out.example.com', ['10.0.0.0/8'], []],
  ])('%s', (_, url, cidrs, expected) => expect(found(url, cidrs)).toEqual(expected));
});
