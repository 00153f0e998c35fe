/**
 * The variables by which cdk8s lets whoever runs an app change what is written. Source: cdk8s, app.ts and api-object.ts
 *
 * @internal
 */
export const CDK8S_SETTINGS = {
  /** Whether the members of objects are sorted by their keys. */
  get sortsKeys(): boolean {
    return !process.env.CDK8S_DISABLE_SORT;
  },
  /** Whether a file tells which construct each object comes of, unless the app says. */
  get recordsMetadata(): boolean {
    return process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
  },
};
