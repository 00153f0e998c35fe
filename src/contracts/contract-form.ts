/** How a contract is written, in words for those who give one. @internal */
export interface ContractForm {
  /** The call that reads it. */
  readonly call: string;
  /** What to give. */
  readonly file: string;
  /** A path of such a file. */
  readonly example: string;
  /** What is counted together. */
  readonly counted: string;
  /** What to do where there is too much of it. */
  readonly smaller: string;
}

export const OPEN_API: ContractForm = {
  call: 'Contract.openApi',
  file: 'give the path of an OpenAPI 3 document in YAML or JSON, UTF-8 encoded',
  example: 'give the path of an OpenAPI document, such as "contracts/user-service.yaml"',
  counted: 'all its files together and aliases expanded',
  smaller: 'split the contract, one for each service, or remove examples from it',
};

export const PROTO: ContractForm = {
  call: 'Contract.proto',
  file: 'give the path of a .proto file, UTF-8 encoded',
  example: 'give the path of a .proto file, such as "contracts/orders.proto"',
  counted: 'words and signs, comments among them',
  smaller: 'declare the service in a file of its own',
};

export const DESCRIPTOR_SET: ContractForm = {
  call: 'Contract.descriptorSet',
  file: 'give the path of a descriptor set, as "protoc --descriptor_set_out" and "buf build --output" write it',
  example: 'give the path of a descriptor set, such as "contracts/shop.binpb"',
  counted: 'fields of files, services and methods',
  smaller: 'leave imports and source information out of it',
};
