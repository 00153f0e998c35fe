import { quote, TopologyError } from '../private/topology-error';

/** Variables that something else than the program acts upon. */
interface ReservedVariables {
  /** Words for the message: who does. */
  readonly by: string;
  /** A `*` stands for whatever follows. */
  readonly names: readonly string[];
  /** Whether upper case and lower case are one. @default false */
  readonly anyCase?: boolean;
}

/**
 * The variables by which whoever sets them changes how a program is loaded, what it runs or whom it talks to, before it reads any of its own.
 *
 * What a program reads itself (`PGHOST`, `AWS_PROFILE`) is what conventions are for, and so is where it finds the authorities that it trusts
 * (`NODE_EXTRA_CA_CERTS`, `SSL_CERT_FILE`).
 */
const RESERVED: readonly ReservedVariables[] = [
  // https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables; by these client-go finds the API server (rest.InClusterConfig)
  { by: 'Kubernetes', names: ['KUBERNETES_*', 'HOSTNAME'] },
  // https://servicebinding.io/spec/core/1.1.0/#workload-projection
  { by: 'the Service Binding specification', names: ['SERVICE_BINDING_ROOT'] },
  // POSIX.1-2017, Base Definitions, 8.3; environ(7); ld.so(8), "Secure-execution mode"; bash(1), "Shell Variables"
  {
    by: 'shells and the C library',
    names: [
      'PATH', 'HOME', 'SHELL', 'PWD', 'OLDPWD', 'TMPDIR', 'IFS', 'ENV', 'BASH_ENV', 'BASH_FUNC_*', 'SHELLOPTS', 'BASHOPTS', 'CDPATH', 'PS4', 'PROMPT_COMMAND',
      'HOSTALIASES', 'LOCALDOMAIN', 'RES_OPTIONS', 'NLSPATH', 'LOCPATH', 'GCONV_PATH', 'GLIBC_TUNABLES', 'EDITOR', 'VISUAL', 'PAGER',
    ],
  },
  // https://learn.microsoft.com/windows/win32/procthread/environment-variables
  { by: 'Windows', names: ['PATH', 'PATHEXT', 'COMSPEC', 'SYSTEMROOT', 'WINDIR', 'PSMODULEPATH', 'TEMP', 'TMP'], anyCase: true },
  // ld.so(8), dyld(1)
  { by: 'the dynamic loader', names: ['LD_*', 'DYLD_*'] },
  // https://nodejs.org/docs/latest/api/cli.html#environment-variables_1
  { by: 'Node.js', names: ['NODE_OPTIONS', 'NODE_PATH', 'NODE_TLS_REJECT_UNAUTHORIZED', 'NODE_REPL_EXTERNAL_MODULE', 'NODE_V8_COVERAGE'] },
  // https://docs.npmjs.com/cli/using-npm/config#environment-variables
  { by: 'npm', names: ['NPM_CONFIG_*'], anyCase: true },
  // https://docs.python.org/3/using/cmdline.html#environment-variables
  {
    by: 'Python',
    names: ['PYTHONPATH', 'PYTHONHOME', 'PYTHONSTARTUP', 'PYTHONINSPECT', 'PYTHONPLATLIBDIR', 'PYTHONUSERBASE', 'PYTHONEXECUTABLE', 'PYTHONWARNINGS', 'PYTHONBREAKPOINT'],
  },
  // https://docs.oracle.com/en/java/javase/21/docs/specs/jvmti.html#tooloptions; java(1), "JDK_JAVA_OPTIONS"
  { by: 'Java', names: ['JAVA_TOOL_OPTIONS', '_JAVA_OPTIONS', 'JDK_JAVA_OPTIONS', 'JAVA_HOME', 'CLASSPATH'] },
  // https://learn.microsoft.com/dotnet/core/runtime-config/debugging-profiling
  { by: '.NET', names: ['DOTNET_STARTUP_HOOKS', 'DOTNET_ADDITIONAL_DEPS', 'DOTNET_ROOT', 'CORECLR_PROFILER*', 'CORECLR_ENABLE_PROFILING', 'COR_PROFILER*', 'COR_ENABLE_PROFILING'] },
  // ruby(1), perlrun(1), php(1), https://pkg.go.dev/runtime#hdr-Environment_Variables
  {
    by: 'Ruby, Perl, PHP or Go',
    names: ['RUBYOPT', 'RUBYLIB', 'GEM_HOME', 'GEM_PATH', 'BUNDLE_GEMFILE', 'PERL5OPT', 'PERL5LIB', 'PERL5DB', 'PERLLIB', 'PHPRC', 'PHP_INI_SCAN_DIR', 'GODEBUG'],
  },
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
];

const PATTERNS = RESERVED.map(({ by, names, anyCase }) => (
  { by, pattern: new RegExp(`^(${names.map(name => name.replace('*', '.*')).join('|')})$`, anyCase ? 'i' : '') }));

/** Throws BST018 if something else than the program acts upon a variable of this name. Every convention of names is held to it, the default one too. */
export function assertNotReserved(name: string, path: string): string {
  const reserved = PATTERNS.find(({ pattern }) => pattern.test(name));
  if (reserved === undefined) return name;
  throw new TopologyError({
    code: 'BST018',
    path,
    problem: `${quote(name)} changes how programs run: it belongs to ${reserved.by}`,
    fix: 'give the variable a name of its own, by EnvNames.map or by the bindingName of the dependency',
  });
}
