import { quote, TopologyError } from '../private/topology-error';
import { ISubject } from './subject';

/** Variables that something else than the program acts upon. */
interface ReservedVariables {
  /** Words for the message: who does. */
  readonly by: string;
  /** A `*` at the end stands for whatever follows. */
  readonly names: readonly string[];
  /** Whether upper case and lower case are one. @default false */
  readonly anyCase?: boolean;
}

/**
 * The variables by which whoever sets them changes how a program is loaded, what it runs or whom it talks to, before it reads any of its own.
 *
 * What a program reads itself (`PGHOST`, `AWS_PROFILE`) is what conventions are for, and so is where it finds the authorities that it trusts
 * (`NODE_EXTRA_CA_CERTS`, `SSL_CERT_FILE`), a login of its own (`GOOGLE_APPLICATION_CREDENTIALS`: a file that a team may well keep in its store) and a
 * service that another stands in for (`AWS_ENDPOINT_URL_S3`). Whom a client asks for a login is neither.
 */
const RESERVED: readonly ReservedVariables[] = [
  // https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables; by these client-go finds the API server (rest.InClusterConfig)
  { by: 'Kubernetes', names: ['KUBERNETES_*', 'HOSTNAME'] },
  // https://servicebinding.io/spec/core/1.1.0/#workload-projection
  { by: 'the Service Binding specification', names: ['SERVICE_BINDING_ROOT'] },
  // POSIX.1-2017, Base Definitions, 8.3; environ(7); ld.so(8), "Secure-execution mode"; bash(1), "Shell Variables"; less(1); zsh(1)
  {
    by: 'shells and the C library',
    names: [
      'PATH', 'HOME', 'SHELL', 'PWD', 'OLDPWD', 'TMPDIR', 'IFS', 'ENV', 'BASH_ENV', 'BASH_FUNC_*', 'SHELLOPTS', 'BASHOPTS', 'CDPATH', 'PS4', 'PROMPT_COMMAND',
      'HOSTALIASES', 'LOCALDOMAIN', 'RES_OPTIONS', 'NLSPATH', 'LOCPATH', 'GCONV_PATH', 'GLIBC_TUNABLES', 'EDITOR', 'VISUAL', 'PAGER', 'LESSOPEN', 'LESSCLOSE', 'ZDOTDIR',
    ],
  },
  // https://learn.microsoft.com/windows/win32/procthread/environment-variables
  { by: 'Windows', names: ['PATH', 'PATHEXT', 'COMSPEC', 'SYSTEMROOT', 'WINDIR', 'PSMODULEPATH', 'TEMP', 'TMP'], anyCase: true },
  // ld.so(8), dyld(1)
  { by: 'the dynamic loader', names: ['LD_*', 'DYLD_*'] },
  // https://nodejs.org/docs/latest/api/cli.html#environment-variables_1
  { by: 'Node.js', names: ['NODE_OPTIONS', 'NODE_PATH', 'NODE_TLS_REJECT_UNAUTHORIZED', 'NODE_REPL_EXTERNAL_MODULE', 'NODE_V8_COVERAGE'] },
  // https://bun.com/docs/runtime/environment-variables, https://docs.deno.com/runtime/reference/env_variables/ (of what it has, these two load code)
  { by: 'Bun or Deno', names: ['BUN_OPTIONS', 'BUN_INSPECT*', 'DENO_DIR', 'DENO_V8_FLAGS'] },
  // https://docs.npmjs.com/cli/using-npm/config#environment-variables
  { by: 'npm', names: ['NPM_CONFIG_*'], anyCase: true },
  // https://docs.python.org/3/using/cmdline.html#environment-variables
  {
    by: 'Python',
    names: ['PYTHONPATH', 'PYTHONHOME', 'PYTHONSTARTUP', 'PYTHONINSPECT', 'PYTHONPLATLIBDIR', 'PYTHONUSERBASE', 'PYTHONEXECUTABLE', 'PYTHONWARNINGS', 'PYTHONBREAKPOINT'],
  },
  // https://docs.oracle.com/en/java/javase/21/docs/specs/jvmti.html#tooloptions; java(1), "JDK_JAVA_OPTIONS"; https://eclipse.dev/openj9/docs/env_var/;
  // what start scripts hand to the JVM, `-javaagent` among it: https://docs.gradle.org/current/userguide/application_plugin.html, catalina.sh of Tomcat
  {
    by: 'Java',
    names: [
      'JAVA_TOOL_OPTIONS', '_JAVA_OPTIONS', 'JDK_JAVA_OPTIONS', 'OPENJ9_JAVA_OPTIONS', 'IBM_JAVA_OPTIONS', 'JAVA_HOME', 'JRE_HOME', 'JAVACMD', 'CLASSPATH',
      'JAVA_OPTS', 'CATALINA_OPTS', 'CATALINA_HOME', 'CATALINA_BASE',
    ],
  },
  // https://learn.microsoft.com/dotnet/core/runtime-config/debugging-profiling,
  // https://learn.microsoft.com/aspnet/core/fundamentals/configuration/platform-specific-configuration
  {
    by: '.NET',
    names: [
      'DOTNET_STARTUP_HOOKS', 'DOTNET_ADDITIONAL_DEPS', 'DOTNET_ROOT', 'CORECLR_PROFILER*', 'CORECLR_ENABLE_PROFILING', 'COR_PROFILER*', 'COR_ENABLE_PROFILING',
      'ASPNETCORE_HOSTINGSTARTUPASSEMBLIES', 'DOTNET_HOSTINGSTARTUPASSEMBLIES',
    ],
  },
  // ruby(1), perlrun(1), php(1), https://pkg.go.dev/runtime#hdr-Environment_Variables
  {
    by: 'Ruby, Perl, PHP or Go',
    names: ['RUBYOPT', 'RUBYLIB', 'GEM_HOME', 'GEM_PATH', 'BUNDLE_GEMFILE', 'PERL5OPT', 'PERL5LIB', 'PERL5DB', 'PERLLIB', 'PHPRC', 'PHP_INI_SCAN_DIR', 'GODEBUG'],
  },
  // https://www.lua.org/manual/5.4/manual.html#7, each with the version behind it too; https://www.erlang.org/doc/apps/erts/erl_cmd.html,
  // https://www.erlang.org/doc/apps/kernel/code.html (ERL_LIBS), https://www.erlang.org/doc/apps/erts/inet_cfg.html; bin/elixir
  {
    by: 'Lua, Erlang or Elixir',
    names: ['LUA_INIT*', 'LUA_PATH*', 'LUA_CPATH*', 'ERL_AFLAGS', 'ERL_FLAGS', 'ERL_ZFLAGS', 'ERL_OTP*', 'ERL_LIBS', 'ERL_INETRC', 'ELIXIR_ERL_OPTIONS'],
  },
  // https://stat.ethz.ch/R-manual/R-devel/library/base/html/Startup.html, https://docs.julialang.org/en/v1/manual/environment-variables/
  { by: 'R or Julia', names: ['R_PROFILE', 'R_PROFILE_USER', 'R_ENVIRON', 'R_ENVIRON_USER', 'R_LIBS*', 'R_HOME', 'JULIA_LOAD_PATH', 'JULIA_DEPOT_PATH', 'JULIA_PROJECT'] },
  // https://docs.openssl.org/master/man7/openssl-env/
  { by: 'OpenSSL', names: ['OPENSSL_CONF', 'OPENSSL_CONF_INCLUDE', 'OPENSSL_MODULES', 'OPENSSL_ENGINES', 'SSLKEYLOGFILE'] },
  // curl(1), "Environment"; https://pkg.go.dev/net/http#ProxyFromEnvironment; some read the one, some the other
  { by: 'HTTP clients', names: ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'FTP_PROXY', 'NO_PROXY', 'GRPC_PROXY', 'NO_GRPC_PROXY', 'CURL_HOME'], anyCase: true },
  // git(1), "Environment Variables"; ssh(1)
  {
    by: 'Git and SSH',
    names: [
      'GIT_SSH*', 'GIT_CONFIG*', 'GIT_EXEC_PATH', 'GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_*',
      'GIT_TEMPLATE_DIR', 'GIT_PROXY_COMMAND', 'GIT_ASKPASS', 'GIT_EDITOR', 'GIT_SEQUENCE_EDITOR', 'GIT_PAGER', 'GIT_EXTERNAL_DIFF', 'GIT_ALLOW_PROTOCOL',
      'GIT_SSL_*', 'GIT_TRACE*', 'SSH_ASKPASS', 'SSH_AUTH_SOCK',
    ],
  },
  // https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/, https://docs.docker.com/reference/cli/docker/#environment-variables,
  // https://github.com/grpc/proposal/blob/master/A27-xds-global-load-balancing.md
  { by: 'clients of clusters', names: ['KUBECONFIG', 'DOCKER_HOST', 'DOCKER_CONTEXT', 'DOCKER_CONFIG', 'DOCKER_CERT_PATH', 'DOCKER_TLS_VERIFY', 'GRPC_XDS_BOOTSTRAP*'] },
  // Whom clients ask for a login: https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html, .../feature-imds-credentials.html,
  // https://pkg.go.dev/cloud.google.com/go/compute/metadata, https://googleapis.dev/python/google-auth/latest/reference/google.auth.environment_vars.html,
  // https://docs.cloud.google.com/php/docs/reference/auth/latest/CredentialSource.ExecutableSource, https://learn.microsoft.com/azure/app-service/overview-managed-identity,
  // https://learn.microsoft.com/dotnet/api/overview/azure/identity-readme#environment-variables
  {
    by: 'clients of clouds',
    names: [
      'AWS_CONTAINER_CREDENTIALS_*', 'AWS_CONTAINER_AUTHORIZATION_TOKEN*', 'AWS_EC2_METADATA_*', 'GCE_METADATA_*', 'GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES',
      'IDENTITY_ENDPOINT', 'IDENTITY_HEADER', 'IMDS_ENDPOINT', 'MSI_ENDPOINT', 'MSI_SECRET', 'AZURE_AUTHORITY_HOST', 'AZURE_POD_IDENTITY_AUTHORITY_HOST',
    ],
  },
];

const ALL = RESERVED.flatMap(({ by, names, anyCase = false }) => names.map(name => ({ by, name, isExact: !anyCase && !name.endsWith('*'), anyCase })));

/** Who acts upon a variable of just this name. */
const OWNERS = new Map(ALL.filter(({ isExact }) => isExact).map(({ name, by }) => [name, by]));

/** The others, a group for each, in one pattern: every variable of every binding is held to it. */
const OTHERS = ALL.filter(({ isExact }) => !isExact);
const PATTERN = new RegExp(`^(?:${OTHERS.map(({ name, anyCase }) => `(${(anyCase ? inAnyCase(name) : name).replace('*', '.*')})`).join('|')})$`);

function inAnyCase(name: string): string {
  return name.replace(/[A-Z]/g, letter => `[${letter}${letter.toLowerCase()}]`);
}

function ownerOf(name: string): string | undefined {
  const owner = OWNERS.get(name);
  const found = owner === undefined ? PATTERN.exec(name) : null;
  return found ? OTHERS[found.slice(1).findIndex(group => group !== undefined)].by : owner;
}

/** The binding that a variable is named after, where no declaration says the variable's name. @internal */
export interface NamingBinding {
  /** Name of the binding. */
  readonly name: string;
  /** The service that the binding is of, and is named for where no dependency names it. */
  readonly service: ISubject;
  /** Path of the dependency that names it or, if none does, of the one that stands for it. */
  readonly _namedAt: string;
}

/** Throws BST018 if something else than the program acts upon a variable of this name. Every convention of names is held to it, the default one too. */
export function assertNotReserved(name: string, path: string, after?: NamingBinding): string {
  const owner = ownerOf(name);
  if (owner === undefined) return name;
  throw new TopologyError({
    code: 'BST018',
    path: after?._namedAt ?? path,
    problem: `${quote(name)} changes how programs run: it belongs to ${owner}`
      + (after ? `, and is named after the binding ${quote(after.name)} to ${after.service.path}` : ''),
    fix: after
      ? 'give this dependency another bindingName, or envNames that name its variables'
      : 'give the variable a name of its own, by EnvNames.map or by the bindingName of the dependency',
  });
}
