import { BindingEntry, BindingEntryOptions, EnvNames } from '../../src';
import { assertNotReserved } from '../../src/model/reserved-variables';
import { accepts, expectRefusal } from '../support/declare';

test.each([
  'KUBERNETES_SERVICE_HOST', 'KUBERNETES_SERVICE_PORT_HTTPS', 'HOSTNAME', 'HOME', 'PATH', 'Path', 'LD_PRELOAD', 'LD_LIBRARY_PATH', 'LD_AUDIT', 'DYLD_INSERT_LIBRARIES',
  'BASH_ENV', 'NODE_OPTIONS', 'NODE_TLS_REJECT_UNAUTHORIZED', 'npm_config_registry', 'PYTHONPATH', 'JAVA_TOOL_OPTIONS', '_JAVA_OPTIONS', 'DOTNET_STARTUP_HOOKS',
  'LUA_INIT', 'LUA_INIT_5_4', 'LUA_CPATH', 'ERL_AFLAGS', 'ERL_FLAGS', 'ERL_ZFLAGS', 'ERL_OTP27_FLAGS', 'ERL_LIBS', 'ELIXIR_ERL_OPTIONS', 'BUN_OPTIONS', 'DENO_DIR', 'DENO_V8_FLAGS',
  'JAVA_OPTS', 'CATALINA_OPTS', 'OPENJ9_JAVA_OPTIONS', 'ASPNETCORE_HOSTINGSTARTUPASSEMBLIES', 'R_PROFILE_USER', 'JULIA_LOAD_PATH', 'PERL5LIB', 'GIT_SSH_COMMAND', 'LESSOPEN',
  'KUBECONFIG', 'DOCKER_HOST', 'GRPC_XDS_BOOTSTRAP', 'AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
  'AWS_EC2_METADATA_SERVICE_ENDPOINT', 'GCE_METADATA_HOST', 'GCE_METADATA_IP', 'GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES', 'IDENTITY_ENDPOINT', 'AZURE_AUTHORITY_HOST',
  'CORECLR_PROFILER_PATH', 'PERL5OPT', 'OPENSSL_CONF', 'HTTP_PROXY', 'https_proxy', 'No_Proxy', 'GIT_SSH', 'GIT_CONFIG_COUNT', 'SERVICE_BINDING_ROOT',
])('BST018: %s is reserved', name => expectRefusal(() => assertNotReserved(name, 'p'), 'BST018', 'p', `"${name}" changes how programs run: it belongs to`, 'bindingName'));

test.each(['PGHOST', 'DATABASE_URL', 'GIT_URL', 'HTTP_URL', 'PATHS', 'MY_PATH', 'home', 'KUBERNETESX', 'USERNAME', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'PORT', 'OPTS', 'APP_OPTS',
  'GOOGLE_APPLICATION_CREDENTIALS', 'AWS_ENDPOINT_URL_S3', 'AWS_ACCESS_KEY_ID', 'AZURE_CLIENT_ID', 'DENO_AUTH_TOKENS', 'DOCKER_URL', 'LUA', 'ERL', 'kubeconfig', 'MY_LD_PRELOAD'])('%s is not', name =>
  expect(assertNotReserved(name, 'p')).toBe(name));

test.each([
  ['PATH', 'shells and the C library'], ['Path', 'Windows'], ['NPM_CONFIG_X', 'npm'], ['npm_config_x', 'npm'], ['all_proxy', 'HTTP clients'], ['LD_AUDIT', 'the dynamic loader'],
  ['AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE', 'clients of clouds'], ['KUBECONFIG', 'clients of clusters'],
])('tells of %s that it belongs to %s', (name, owner) => expectRefusal(() => assertNotReserved(name, 'p'), 'BST018', 'p', `it belongs to ${owner};`));

describe('by the default convention too', () => {
  const named = (name: string, options: BindingEntryOptions) => () =>
    EnvNames.DEFAULT._valuesOf({ name, bindingType: 'tcp', entries: [BindingEntry.text('a', 'x', options)] }, 'p');

  test.each<[string, string, BindingEntryOptions]>([
    ['KUBERNETES_SERVICE_HOST', 'kubernetes-service', { variable: 'HOST' }], ['LD_PRELOAD', 'ld', { variable: 'PRELOAD' }], ['HTTP_PROXY', 'http', { variable: 'PROXY' }],
    ['NODE_OPTIONS', 'node', { variable: 'OPTIONS' }], ['DOCKER_HOST', 'docker', { variable: 'HOST' }], ['OPENSSL_CONF', 'openssl', { file: 'f', fileVariable: 'CONF' }],
  ])('BST018: refuses %s', (variable, name, options) => {
    expectRefusal(named(name, options), 'BST018', 'p', `"${variable}" changes how programs run`);
    expect(accepts(named(`own-${name}`, options))).toBe(true);
  });
});
