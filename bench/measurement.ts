/** What one process took, all of its threads: a machine in CI has few cores, and V8 collects garbage on each that is free. */
export interface Measurement {
  /** Of processors, from the start of the process to the last byte. */
  readonly seconds: number;
  /** Of those, until all objects were made; where they were checked too, if asked. */
  readonly makingSeconds: number;
  readonly peakMegabytes: number;
  readonly modules: number;
  /** Of all that was written, file after file. */
  readonly sha256: string;
}

/** Divides services evenly between charts, each a namespace. */
export function eachChart(services: number, charts: number, make: (namespace: string, services: number) => void): void {
  for (let chart = 0; chart < charts; chart++) make(`bench-${String(chart).padStart(3, '0')}`, services / charts);
}

/** The one in the middle. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
