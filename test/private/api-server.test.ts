import { isApiServer } from '../../src/private/api-server';

test.each(['kubernetes.default', 'kubernetes.default.svc', 'kubernetes.default.svc.cluster.local'])('%s is the API server', host => expect(isApiServer(host)).toBe(true));

test.each(['kubernetes', 'kubernetes.shop', 'kubernetes.default.example.com', 'api.kubernetes.default', 'kubernetes-default'])('%s is not', host =>
  expect(isApiServer(host)).toBe(false));
