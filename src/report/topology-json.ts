import { guard } from '../private/boundary';
import { TopologyError } from '../private/topology-error';
import { canonicalJson } from './canonical-json';
import { TopologyDocument } from './document/topology-document';
import { flawOfReferences } from './references';
import { flawOf } from './schema/flaw';
import { SCHEMA_VERSION, TOPOLOGY } from './schema/topology-schema';
import { parseUntrusted } from './untrusted-json';

const FIX = 'hand on unchanged what TopologyDocuments.of() made or a release that writes this version has written';

/** The document of a topology as JSON, as `schema/topology-1.schema.json` of this package describes it. */
export class TopologyJson {
  /**
   * The document as text: the same document, the same bytes.
   *
   * @param document what `TopologyDocuments.of()` made, or `parse()` read
   * @throws BST711 if the document is not as its schema describes it, names an element twice, or refers to one that it does not have
   */
  public static render(document: TopologyDocument): string {
    return canonicalJson(sound(document, 'TopologyJson.render'));
  }

  /**
   * The document that a text holds, whoever wrote it. It is held to the schema: what this release does not know is refused, not passed over.
   *
   * @param text JSON
   * @throws BST711 if the text is too long, too deep or no JSON, an object in it has two members of one name, its `schemaVersion` is not 1,
   * or the document is not as its schema describes it, names an element twice, or refers to one that it does not have
   */
  public static parse(text: string): TopologyDocument {
    const path = 'TopologyJson.parse';
    if (typeof text !== 'string') throw refusal(path, `${typeof text} is no text`, 'give the text of a topology.json');
    const parsed = parseUntrusted(text);
    if ('flaw' in parsed) throw refusal(path, parsed.flaw, FIX);
    return sound(parsed.data, path);
  }

  private constructor() {}
}

guard('TopologyJson', TopologyJson);

/** The version first: of another one nothing else is known. */
function sound(document: unknown, path: string): TopologyDocument {
  const version = typeof document === 'object' && document !== null && Object.hasOwn(document, 'schemaVersion') ? (document as TopologyDocument).schemaVersion : undefined;
  if (Number.isInteger(version) && version !== SCHEMA_VERSION) {
    throw refusal(path, `schemaVersion is ${version}: allowed is ${SCHEMA_VERSION}`, 'use the release of this package that wrote the document');
  }
  const flaw = flawOf(TOPOLOGY, document) ?? flawOfReferences(document as TopologyDocument);
  if (flaw !== undefined) throw refusal(path, flaw, FIX);
  return document as TopologyDocument;
}

function refusal(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST711', path, problem, fix });
}
