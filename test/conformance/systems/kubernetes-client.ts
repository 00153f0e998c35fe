import { Agent, request } from 'node:https';
import { parseAllDocuments } from 'yaml';
import { eventually } from '../harness/eventually';

/** An object as the API server answers. */
export interface ServedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly resourceVersion: string; readonly [field: string]: unknown };
  readonly [field: string]: any;
}

/** Which object is meant. */
export interface ObjectReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** The few calls of the Kubernetes API that a run makes, over HTTPS. The server's certificate is its own, so it is not verified. */
export class KubernetesClient {
  private readonly agent = new Agent({ keepAlive: true, rejectUnauthorized: false });
  private readonly resources = new Map<string, Promise<Resource[]>>();

  constructor(private readonly server: string, private readonly token: string) {}

  /** Whether the server takes requests. */
  public async isReady(): Promise<boolean> {
    return (await this.send('GET', '/readyz')).status === 200;
  }

  /**
   * Applies one YAML document on the server's side (https://kubernetes.io/docs/reference/using-api/server-side-apply/), with strict field
   * validation: a field that the kind does not have is an error. The text is sent as it is.
   */
  public async apply(text: string, object: ObjectReference): Promise<ServedObject> {
    const path = `${await this.pathOf(object)}?fieldManager=conformance&force=true&fieldValidation=Strict`;
    return this.call('PATCH', path, text, 'application/apply-patch+yaml');
  }

  /**
   * Creates the object of one YAML document, with the same validation; who owns which field is not kept, which costs a server half of its time. The
   * text is sent as it is.
   */
  public async createFrom(text: string, object: ObjectReference): Promise<ServedObject> {
    const collection = (await this.pathOf(object)).replace(/\/[^/]*$/, '');
    return this.call('POST', `${collection}?fieldValidation=Strict`, text, 'application/yaml');
  }

  public async applyObject(object: ObjectReference & { readonly [field: string]: unknown }): Promise<ServedObject> {
    return this.apply(JSON.stringify(object), object);
  }

  /** Applies the CRDs of a YAML file and waits until their kinds can be used. */
  public async applyCrds(text: string): Promise<void> {
    const crds = parseAllDocuments(text).map(document => document.toJS() as ObjectReference | null).filter(object => object?.kind === 'CustomResourceDefinition');
    await Promise.all(crds.map(crd => this.apply(JSON.stringify(crd), crd!)));
    await Promise.all(crds.map(crd => eventually(`CRD ${crd!.metadata.name} is established`, async () => (
      ((await this.get(crd!))?.status?.conditions as { type: string; status: string }[] | undefined)?.some(({ type, status }) => type === 'Established' && status === 'True')))));
    this.resources.clear();
  }

  public async get(object: ObjectReference): Promise<ServedObject | undefined> {
    const { status, body } = await this.send('GET', await this.pathOf(object));
    if (status === 404) return undefined;
    return answer(status, body, `GET ${object.kind} ${object.metadata.name}`);
  }

  public async list(apiVersion: string, kind: string): Promise<ServedObject[]> {
    const { name } = await this.resourceOf({ apiVersion, kind });
    const { items } = await this.call('GET', `${prefix(apiVersion)}/${name}`);
    return (items as ServedObject[]).map(item => ({ ...item, apiVersion, kind }));
  }

  public async delete(object: ObjectReference): Promise<void> {
    const { status, body } = await this.send('DELETE', await this.pathOf(object));
    if (status !== 404) answer(status, body, `DELETE ${object.kind} ${object.metadata.name}`);
  }

  /** Writes the status, as a controller does. */
  public async patchStatus(object: ObjectReference, status: object): Promise<void> {
    await this.call('PATCH', `${await this.pathOf(object)}/status`, JSON.stringify({ status }), 'application/merge-patch+json');
  }

  /** Makes a sub-object by POST, like the token of a ServiceAccount. */
  public async create(object: ObjectReference, subresource: string, body: object): Promise<ServedObject> {
    return this.call('POST', `${await this.pathOf(object)}/${subresource}`, JSON.stringify(body), 'application/json');
  }

  private async pathOf({ apiVersion, kind, metadata: { name, namespace } }: ObjectReference): Promise<string> {
    const resource = await this.resourceOf({ apiVersion, kind });
    const scope = resource.namespaced ? `/namespaces/${namespace ?? 'default'}` : '';
    return `${prefix(apiVersion)}${scope}/${resource.name}/${encodeURIComponent(name)}`;
  }

  private async resourceOf({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): Promise<Resource> {
    if (!this.resources.has(apiVersion)) this.resources.set(apiVersion, this.call('GET', prefix(apiVersion)).then(({ resources }) => resources as Resource[]));
    const known = (await this.resources.get(apiVersion)!.catch(error => { this.resources.delete(apiVersion); throw error; }));
    const found = known.find(resource => resource.kind === kind && !resource.name.includes('/'));
    if (!found) throw new Error(`the API server knows no ${kind} of ${apiVersion}`);
    return found;
  }

  private async call(method: string, path: string, body?: string, contentType?: string): Promise<ServedObject> {
    const sent = await this.send(method, path, body, contentType);
    return answer(sent.status, sent.body, `${method} ${path}`);
  }

  private send(method: string, path: string, body?: string, contentType = 'application/json'): Promise<{ status: number; body: string }> {
    const headers = { authorization: `Bearer ${this.token}`, accept: 'application/json', ...body === undefined ? {} : { 'content-type': contentType } };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.server}${path}`, { method, headers, agent: this.agent, timeout: 30_000 }, response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk as Buffer));
        response.on('end', () => resolve({ status: response.statusCode!, body: Buffer.concat(chunks).toString() }));
      });
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer`)));
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

function prefix(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

function answer(status: number, body: string, what: string): ServedObject {
  if (status >= 200 && status < 300) return JSON.parse(body) as ServedObject;
  throw new Error(`${what}: ${status} ${message(body)}`);
}

function message(body: string): string {
  try {
    return (JSON.parse(body) as { readonly message: string }).message;
  } catch {
    return body.slice(0, 500);
  }
}
