import { ContractReading } from './contract-reading';
import { GrpcMethod, operationsOf } from './grpc-methods';
import { ServedOperation } from './served-operation';
import { WireMessage } from './wire-message';

/** Numbers of the fields that are read. Source: https://github.com/protocolbuffers/protobuf/blob/main/src/google/protobuf/descriptor.proto */
const SET = { file: 1 } as const;
const FILE = { package: 2, service: 6 } as const;
const SERVICE = { name: 1, method: 2 } as const;
const METHOD = { name: 1, options: 4 } as const;
const OPTIONS = { idempotencyLevel: 34 } as const;

/** The methods of the services in a descriptor set, as operations; throws BST710 if it is none. */
export function readDescriptorSet(bytes: Uint8Array, reading: ContractReading): ServedOperation[] {
  const services = new WireMessage(bytes, reading).messages(SET.file).flatMap(servicesOf);
  return operationsOf(services.flatMap(methodsOf), services.length, reading);
}

interface Service {
  readonly name: string;
  readonly methods: readonly WireMessage[];
}

function servicesOf(file: WireMessage): Service[] {
  const prefix = file.text(FILE.package);
  return file.messages(FILE.service).map(service => ({
    name: prefix === '' ? service.text(SERVICE.name) : `${prefix}.${service.text(SERVICE.name)}`,
    methods: service.messages(SERVICE.method),
  }));
}

function methodsOf({ name: service, methods }: Service): GrpcMethod[] {
  return methods.map(method => ({
    service,
    name: method.text(METHOD.name),
    idempotency: method.messages(METHOD.options).flatMap(options => options.number(OPTIONS.idempotencyLevel) ?? []).at(-1)?.toString(),
  }));
}
