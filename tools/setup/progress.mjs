/**
 * The display of a set-up: on a terminal one line per task, redrawn; elsewhere a line at each start
 * and end, and at most one every ten seconds in between.
 */
export class Progress {
  #out;
  #tasks = new Map();
  #drawn = 0;
  #timer;

  constructor(names, out = process.stdout) {
    this.#out = out;
    for (const name of names) this.#tasks.set(name, { state: 'waiting', note: '', saidAt: 0 });
    if (!out.isTTY) return;
    this.#timer = setInterval(() => this.#draw(), 100).unref();
  }

  started(name) {
    this.#set(name, { state: 'running', startedAt: Date.now(), saidAt: Date.now() });
    if (!this.#out.isTTY) this.#say(name, 'started');
  }

  /** What the task is at, e.g. `crate 12 of 211`. */
  note(name, note) {
    const task = this.#set(name, { note });
    if (this.#out.isTTY || Date.now() - task.saidAt < 10_000) return;
    task.saidAt = Date.now();
    this.#say(name, note);
  }

  ended(name, state, note = '') {
    const { startedAt = Date.now() } = this.#set(name, { state, note });
    const took = state === 'up to date' ? '' : ` in ${seconds(Date.now() - startedAt)}`;
    const words = `${state}${took}${note === '' ? '' : `: ${note}`}`;
    if (!this.#out.isTTY) this.#say(name, words);
    else if (note.includes('\n')) this.#sayAbove(name, words);
    this.#set(name, { note: `${note.split('\n')[0]}${took}` });
  }

  close() {
    clearInterval(this.#timer);
    if (this.#out.isTTY) this.#draw();
  }

  #set(name, change) {
    return Object.assign(this.#tasks.get(name), change);
  }

  #say(name, words) {
    this.#out.write(`${name}: ${words}\n`);
  }

  /** What has more than the one line of its task stays above them. */
  #sayAbove(name, words) {
    if (this.#drawn > 0) this.#out.write(`\x1b[${this.#drawn}A\x1b[0J`);
    this.#drawn = 0;
    this.#say(name, words);
    this.#draw();
  }

  #draw() {
    const lines = [...this.#tasks].map(([name, task]) => lineOf(name, task, this.#out.columns));
    const up = this.#drawn > 0 ? `\x1b[${this.#drawn}A` : '';
    this.#out.write(up + lines.map((line) => `\x1b[2K${line}\n`).join(''));
    this.#drawn = lines.length;
  }
}

const marks = {
  waiting: '·',
  running: '›',
  done: '✓',
  'up to date': '✓',
  failed: '✗',
  skipped: '–',
};

function lineOf(name, { state, note, startedAt }, columns = 80) {
  const time = state === 'running' ? `${seconds(Date.now() - startedAt)} ` : '';
  const words = state === 'running' ? note : [state, note].filter(Boolean).join(' ');
  return `${marks[state]} ${name.padEnd(16)} ${time}${words}`.slice(0, columns - 1);
}

/** `12.3 s`, `4 min 5 s`. */
export function seconds(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}
