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

/** By whom a variable is acted upon, each at least once. */
const OWNERS: [owner: string, names: string][] = [
  ['Kubernetes', 'KUBERNETES_X HOSTNAME'],
  ['the Service Binding specification', 'SERVICE_BINDING_ROOT'],
  ['shells and the C library',
    'PATH HOME SHELL PWD OLDPWD TMPDIR IFS ENV BASH_ENV BASH_FUNC_X SHELLOPTS BASHOPTS CDPATH PS4 PROMPT_COMMAND HOSTALIASES '
    + 'LOCALDOMAIN RES_OPTIONS NLSPATH LOCPATH GCONV_PATH GLIBC_TUNABLES EDITOR VISUAL PAGER LESSOPEN LESSCLOSE ZDOTDIR'],
  ['Windows', 'Path Pathext Comspec Systemroot Windir Psmodulepath Temp Tmp'],
  ['the dynamic loader', 'LD_X DYLD_X'],
  ['Node.js', 'NODE_OPTIONS NODE_PATH NODE_TLS_REJECT_UNAUTHORIZED NODE_REPL_EXTERNAL_MODULE NODE_V8_COVERAGE'],
  ['Bun or Deno', 'BUN_OPTIONS BUN_INSPECTX DENO_DIR DENO_V8_FLAGS'],
  ['npm', 'NPM_CONFIG_X'],
  ['Python',
    'PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONINSPECT PYTHONPLATLIBDIR PYTHONUSERBASE PYTHONEXECUTABLE PYTHONWARNINGS '
    + 'PYTHONBREAKPOINT'],
  ['Java',
    'JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS OPENJ9_JAVA_OPTIONS IBM_JAVA_OPTIONS JAVA_HOME JRE_HOME JAVACMD CLASSPATH '
    + 'JAVA_OPTS CATALINA_OPTS CATALINA_HOME CATALINA_BASE'],
  ['.NET',
    'DOTNET_STARTUP_HOOKS DOTNET_ADDITIONAL_DEPS DOTNET_ROOT CORECLR_PROFILERX CORECLR_ENABLE_PROFILING COR_PROFILERX '
    + 'COR_ENABLE_PROFILING ASPNETCORE_HOSTINGSTARTUPASSEMBLIES DOTNET_HOSTINGSTARTUPASSEMBLIES'],
  ['Ruby, Perl, PHP or Go', 'RUBYOPT RUBYLIB GEM_HOME GEM_PATH BUNDLE_GEMFILE PERL5OPT PERL5LIB PERL5DB PERLLIB PHPRC PHP_INI_SCAN_DIR GODEBUG'],
  ['Lua, Erlang or Elixir', 'LUA_INITX LUA_PATHX LUA_CPATHX ERL_AFLAGS ERL_FLAGS ERL_ZFLAGS ERL_OTPX ERL_LIBS ERL_INETRC ELIXIR_ERL_OPTIONS'],
  ['R or Julia', 'R_PROFILE R_PROFILE_USER R_ENVIRON R_ENVIRON_USER R_LIBSX R_HOME JULIA_LOAD_PATH JULIA_DEPOT_PATH JULIA_PROJECT'],
  ['OpenSSL', 'OPENSSL_CONF OPENSSL_CONF_INCLUDE OPENSSL_MODULES OPENSSL_ENGINES SSLKEYLOGFILE'],
  ['HTTP clients', 'HTTP_PROXY HTTPS_PROXY ALL_PROXY FTP_PROXY NO_PROXY GRPC_PROXY NO_GRPC_PROXY CURL_HOME'],
  ['Git and SSH',
    'GIT_SSHX GIT_CONFIGX GIT_EXEC_PATH GIT_DIR GIT_WORK_TREE GIT_COMMON_DIR GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_ALTERNATE_X '
    + 'GIT_TEMPLATE_DIR GIT_PROXY_COMMAND GIT_ASKPASS GIT_EDITOR GIT_SEQUENCE_EDITOR GIT_PAGER GIT_EXTERNAL_DIFF GIT_ALLOW_PROTOCOL '
    + 'GIT_SSL_X GIT_TRACEX SSH_ASKPASS SSH_AUTH_SOCK'],
  ['clients of clusters', 'KUBECONFIG DOCKER_HOST DOCKER_CONTEXT DOCKER_CONFIG DOCKER_CERT_PATH DOCKER_TLS_VERIFY GRPC_XDS_BOOTSTRAPX'],
  ['clients of clouds',
    'AWS_CONTAINER_CREDENTIALS_X AWS_CONTAINER_AUTHORIZATION_TOKENX AWS_EC2_METADATA_X GCE_METADATA_X '
    + 'GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES IDENTITY_ENDPOINT IDENTITY_HEADER IMDS_ENDPOINT MSI_ENDPOINT MSI_SECRET '
    + 'AZURE_AUTHORITY_HOST AZURE_POD_IDENTITY_AUTHORITY_HOST'],
];

test.each(OWNERS.flatMap(([owner, names]) => names.split(' ').map(name => [name, owner])))('BST018: %s belongs to %s', (name, owner) =>
  expectRefusal(() => assertNotReserved(name, 'p'), 'BST018', 'p', `"${name}" changes how programs run: it belongs to ${owner};`));

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
