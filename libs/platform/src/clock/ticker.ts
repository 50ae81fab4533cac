/** Runs something again and again; injected beside `Clock`, so that tests decide when. */
export abstract class Ticker {
  /** Calls `run` every `ms`. Returns how to stop. Does not keep a process alive. */
  abstract every(ms: number, run: () => void): () => void;
}

export class SystemTicker implements Ticker {
  every(ms: number, run: () => void): () => void {
    const timer = setInterval(run, ms).unref();
    return () => clearInterval(timer);
  }
}
