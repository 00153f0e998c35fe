/** How a contract is written, in words for those who give one. @internal */
export interface ContractForm {
  /** The call that reads it. */
  readonly call: string;
  /** What to give. */
  readonly file: string;
  /** A path of such a file. */
  readonly example: string;
}

export const OPEN_API: ContractForm = {
  call: 'Contract.openApi',
  file: 'give the path of an OpenAPI 3 document in YAML or JSON, UTF-8 encoded',
  example: 'give the path of an OpenAPI document, such as "contracts/user-service.yaml"',
};
