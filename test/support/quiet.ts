/** What a synthesis prints is looked at by the tests that are about it; others stay quiet. Anything else that is printed is. */
const { warn } = console;

console.warn = (...given: unknown[]) => {
  if (!/^(warning|info) [A-Z]+\d+ /.test(String(given[0]))) warn.apply(console, given);
};
