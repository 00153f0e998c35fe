import { BindingEntry, BindingEntryOptions, EnvNames } from '../../src';
import { assertNotReserved } from '../../src/model/reserved-variables';
import { accepts, expectRefusal } from '../support/declare';

test.each([
  'KUBERNETES_SERVICE_HOST', 'KUBERNETES_SERVICE_PORT_HTTPS', 'HOSTNAME', 'HOME', 'PATH', 'Path', 'LD_PRELOAD', 'LD_LIBRARY_PATH', 'LD_AUDIT', 'DYLD_INSERT_LIBRARIES',
  'BASH_ENV', 'NODE_OPTIONS', 'NODE_TLS_REJECT_UNAUTHORIZED', 'npm_config_registry', 'PYTHONPATH', 'JAVA_TOOL_OPTIONS', '_JAVA_OPTIONS', 'DOTNET_STARTUP_HOOKS',
  'CORECLR_PROFILER_PATH', 'PERL5OPT', 'OPENSSL_CONF', 'HTTP_PROXY', 'https_proxy', 'No_Proxy', 'GIT_SSH', 'GIT_CONFIG_COUNT', 'SERVICE_BINDING_ROOT',
])('BST018: %s is reserved', name => expectRefusal(() => assertNotReserved(name, 'p'), 'BST018', 'p', `"${name}" changes how programs run: it belongs to`, 'bindingName'));

test.each(['PGHOST', 'DATABASE_URL', 'GIT_URL', 'HTTP_URL', 'PATHS', 'MY_PATH', 'home', 'KUBERNETESX', 'USERNAME', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'PORT'])('%s is not', name =>
  expect(assertNotReserved(name, 'p')).toBe(name));

describe('by the default convention too', () => {
  const named = (name: string, options: BindingEntryOptions) => () =>
    EnvNames.DEFAULT._valuesOf({ name, bindingType: 'tcp', entries: [BindingEntry.text('a', 'x', options)] }, 'p');

  test.each<[string, string, BindingEntryOptions]>([
    ['KUBERNETES_SERVICE_HOST', 'kubernetes-service', { variable: 'HOST' }], ['LD_PRELOAD', 'ld', { variable: 'PRELOAD' }], ['HTTP_PROXY', 'http', { variable: 'PROXY' }],
    ['NODE_OPTIONS', 'node', { variable: 'OPTIONS' }], ['OPENSSL_CONF', 'openssl', { file: 'f', fileVariable: 'CONF' }],
  ])('BST018: refuses %s', (variable, name, options) => {
    expectRefusal(named(name, options), 'BST018', 'p', `"${variable}" changes how programs run`);
    expect(accepts(named(`own-${name}`, options))).toBe(true);
  });
});
