/** A piece that a tier needs: a program from a package registry, a Debian package, a right. */
export interface Component {
  /** With its version, where it has one. */
  readonly name: string;
  /** What an owner of the machine types or installs to get it. */
  readonly install: string;
  /** Whether it can be used now. */
  readonly present: () => boolean;
  /** Makes it usable; absent where only the owner of the machine can. */
  readonly build?: () => Promise<void>;
}
