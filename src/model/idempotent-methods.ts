import { frozenList } from '../private/frozen-copy';
import { assertName, byCodePoint, NameRule } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';

/** As it stands in the path of a request, without the first slash. Source: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md (Path) */
const METHOD: NameRule = {
  what: 'the full name of a gRPC method',
  pattern: /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*\/[A-Za-z_]\w*$/,
  longest: 253,
  allowed: 'package.Service/Method, as the proto file names them, at most 253 characters',
};

/** Whether it is the full name of a method. */
export function isMethodOfGrpc(name: string): boolean {
  return METHOD.pattern.test(name) && name.length <= METHOD.longest;
}

/** The methods sorted; throws BST801 for one that no proto file can name, BST037 for one that is named twice. */
export function assertMethods(methods: readonly string[], path: string): string[] {
  const sorted = methods.map(method => assertName(METHOD, method, path, 'write it without a slash in front, such as "shop.Orders/Get"')).sort(byCodePoint);
  const repeated = sorted.find((method, position) => method === sorted[position + 1]);
  if (repeated === undefined) return frozenList(sorted);
  throw new TopologyError({
    code: 'BST037',
    path,
    problem: `the method ${quote(repeated)} is named twice among those that may be repeated: allowed is each method once`,
    fix: 'take one of them out, or name the method that was meant',
  });
}
