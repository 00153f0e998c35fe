import { quote } from './topology-error';

const NAME = 'UnwritableFile';

/** That a file, or the folder itself, cannot be written. Tells no path of the machine, which the errors of the file system do. @internal */
export class UnwritableFile extends Error {
  /** Whether an error is one of these. */
  public static isUnwritableFile(error: unknown): error is UnwritableFile {
    return error instanceof Error && error.name === NAME;
  }

  constructor(
    /** Its path within the folder. */
    public readonly file: string,
    public readonly reason: string,
  ) {
    super(`the ${file === '.' ? 'output folder' : `file ${quote(file)} of the output folder`} cannot be written: ${reason}`);
    this.name = NAME;
  }
}

/** What access to the file system gives; throws an `UnwritableFile` where it fails. */
export function told<T>(name: string, access: () => T): T {
  try {
    return access();
  } catch (error) {
    if (UnwritableFile.isUnwritableFile(error)) throw error;
    throw new UnwritableFile(name, (error as { readonly code?: string }).code ?? 'an unknown error');
  }
}
