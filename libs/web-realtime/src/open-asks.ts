import { ConnectionLost } from '@app/web-session';

/** An ack that is this late will not come: the line may be dead without anybody having said so. */
const PATIENCE_MS = 10_000;

/** Questions under way on one socket. All of them fail in the moment in which it is lost. */
export class OpenAsks {
  private readonly rejects = new Set<(reason: Error) => void>();

  /** `whenLate`: an ack is overdue. */
  constructor(private readonly whenLate: () => void) {}

  /** Resolves with what `start` hands to its callback. */
  add<T>(start: (done: (answer: T) => void) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const late = setTimeout(() => {
        this.rejects.delete(fail);
        reject(new ConnectionLost());
        this.whenLate();
      }, PATIENCE_MS);
      const fail = (reason: Error): void => {
        clearTimeout(late);
        reject(reason);
      };
      this.rejects.add(fail);
      start((answer) => {
        clearTimeout(late);
        this.rejects.delete(fail);
        resolve(answer);
      });
    });
  }

  failAll(): void {
    for (const reject of this.rejects) reject(new ConnectionLost());
    this.rejects.clear();
  }
}
