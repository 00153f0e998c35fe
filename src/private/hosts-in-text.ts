/** A place that a text names. */
export interface NamedPlace {
  /** In lower case, without a dot at its end. */
  readonly host: string;
  /** The port behind it; none if the text tells none. */
  readonly port?: number;
  /** Whether it stands where a URL has its host. */
  readonly inUrl: boolean;
}

/** Texts of variables are a few words; what is longer is a document, and no place. */
const LONGEST = 4096;

const PLACE = /(:\/\/(?:[^\s/@]*@)?)?(?<![-\w.]|(?<!\/)\/)([a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*)\.?(?![-\w])(?::(\d{1,5})(?!\d))?/g;

/** Whatever in a text could be the name of a host, with the port behind it. */
export function hostsInText(text: string): NamedPlace[] {
  if (text.length > LONGEST) return [];
  return [...text.toLowerCase().matchAll(PLACE)].map(([, url, host, port]) => (
    { host, port: port === undefined ? undefined : Number(port), inUrl: url !== undefined }));
}
