import { quote, TopologyError } from '../private/topology-error';

/** Root folder of binding files. Source: https://servicebinding.io/spec/core/1.1.0/, "Workload Projection" */
export const BINDING_ROOT = '/bindings';

/** A volume is named `binding-<name>`, and a volume's name is a DNS label of at most 63 characters. */
const LONGEST = 55;
const BINDING_NAME = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/**
 * Throws BST801 unless the name can stand in a path, in the name of a Secret and, upper-cased, in variables.
 * The specification allows dots and a leading digit too; a variable does not.
 */
export function assertBindingName(name: string, path: string): string {
  if (typeof name !== 'string' || name.length > LONGEST || !BINDING_NAME.test(name)) {
    throw new TopologyError({
      code: 'BST801',
      path,
      problem: `${quote(name)} cannot be a binding name: allowed are lower-case letters, digits and "-", a letter first, at most ${LONGEST} characters`,
      fix: 'give such a name as bindingName',
    });
  }
  return name;
}

/** How the environment variables of a binding begin: those of `orders-db` with `ORDERS_DB_`. */
export function variablePrefix(binding: string): string {
  return `${binding.replaceAll('-', '_').toUpperCase()}_`;
}
