/** Asks whether a mutant of a file is on, and notes that it was asked. */
export type Switch = ((position: number) => boolean) & { tick: () => void };

interface FileState {
  asked: Uint8Array;
  on: number;
  readonly ask: Switch;
}

/** Which mutant is on in this process, and which places were reached since the last look. Never more than one is on. */
export class Switches {
  private readonly files = new Map<string, FileState>();
  private on?: FileState;
  private ticks = 0;
  private deadline = Infinity;

  /** What an instrumented file asks. A module that is loaded again is the same file. */
  public of(file: string): Switch {
    return this.stateOf(file).ask;
  }

  private stateOf(file: string): FileState {
    const known = this.files.get(file);
    if (known) return known;
    const ask = (position: number) => {
      if (position >= state.asked.length) state.asked = grown(state.asked, position);
      state.asked[position] = 1;
      return position === state.on;
    };
    const state: FileState = { asked: new Uint8Array(64), on: -1, ask: Object.assign(ask, { tick: () => this.tick() }) };
    this.files.set(file, state);
    return state;
  }

  /** Turns one mutant on, and all others off. */
  public turnOn(id: string | undefined): void {
    if (this.on) this.on.on = -1;
    this.on = undefined;
    if (id === undefined) return;
    const [file, position] = id.split('#');
    this.on = this.stateOf(file);
    this.on.on = Number(position);
  }

  /** Ends the loops that run after that many milliseconds. */
  public allow(milliseconds: number): void {
    this.deadline = Date.now() + milliseconds;
  }

  private tick(): void {
    if (++this.ticks % 256 === 0 && Date.now() > this.deadline) throw new Error('a loop does not end');
  }

  /** The mutants whose places were reached since the last look. */
  public reached(): string[] {
    const ids: string[] = [];
    for (const [file, { asked }] of this.files) {
      for (let position = asked.indexOf(1); position !== -1; position = asked.indexOf(1, position + 1)) ids.push(`${file}#${position}`);
      asked.fill(0);
    }
    return ids;
  }
}

function grown(asked: Uint8Array, position: number): Uint8Array {
  const larger = new Uint8Array(Math.max(position + 1, asked.length * 2));
  larger.set(asked);
  return larger;
}
