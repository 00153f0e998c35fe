import * as pulumi from '@pulumi/pulumi';
import { MockMonitor } from '@pulumi/pulumi/runtime/mocks';

// Pulumi takes a stack trace for each resource; under jest, which maps it to the sources, that is slow.
jest.setTimeout(60_000);

/** One call of the engine's RegisterResource. */
export interface Registration {
  readonly type: string;
  readonly name: string;
  readonly parent: string;
  readonly dependsOn: string[];
  readonly provider: string;
  readonly inputs: Record<string, unknown>;
}

/** What a Pulumi program told the engine, in the order of the calls. */
export interface Recording {
  readonly registrations: Registration[];
  /** Outputs of the components, by URN. */
  readonly outputs: Record<string, Record<string, unknown>>;
  /** What the program threw. */
  readonly error?: Error;
}

/** As far as the recording reads the requests; Pulumi types them as `any`. */
interface Request {
  getType(): string;
  getName(): string;
  getParent(): string;
  getProvider(): string;
  getDependenciesList(): string[];
  getObject(): { toJavaScript(): Record<string, unknown> };
  getUrn(): string;
  getOutputs(): { toJavaScript(): Record<string, unknown> };
}

/** Runs a program under Pulumi's mocks. `MockResourceArgs` carries neither parent nor dependsOn, hence the wrapped monitor. */
export async function record(program: () => unknown): Promise<Recording> {
  await pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs as Record<string, unknown> }),
    call: () => ({}),
  });
  const requests = jest.spyOn(MockMonitor.prototype, 'registerResource');
  const completions = jest.spyOn(MockMonitor.prototype, 'registerResourceOutputs');
  try {
    const error = errorOf(program);
    await pulumi.runtime.disconnect();
    return {
      registrations: requests.mock.calls.map(([request]) => registrationOf(request as Request)),
      outputs: Object.fromEntries(completions.mock.calls
        .map(([request]) => request as Request)
        .map(request => [request.getUrn(), request.getOutputs().toJavaScript()])),
      error,
    };
  } finally {
    requests.mockRestore();
    completions.mockRestore();
  }
}

function registrationOf(request: Request): Registration {
  return {
    type: request.getType(),
    name: request.getName(),
    parent: request.getParent(),
    dependsOn: request.getDependenciesList(),
    provider: request.getProvider(),
    inputs: request.getObject().toJavaScript(),
  };
}

function errorOf(program: () => unknown): Error | undefined {
  try {
    program();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
