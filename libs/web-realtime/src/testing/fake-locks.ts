type Grant = (lock: unknown) => unknown;

interface Request {
  readonly grant: Grant;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** Web Locks of one browser, as far as tabs use them: one holder, a queue, `steal`, `signal`. */
export class FakeLocks {
  private readonly held = new Map<string, Request>();
  private readonly queues = new Map<string, Request[]>();

  request(name: string, ...rest: [Grant] | [LockOptions, Grant]): Promise<unknown> {
    const [options, grant] = rest.length === 1 ? [{} as LockOptions, rest[0]] : rest;
    return new Promise((resolve, reject) => {
      const request = { grant, resolve, reject };
      if (options.steal) return this.steal(name, request);
      const queue = this.queues.get(name) ?? [];
      this.queues.set(name, [...queue, request]);
      options.signal?.addEventListener('abort', () => this.callBack(name, request));
      void Promise.resolve().then(() => this.next(name));
    });
  }

  private steal(name: string, request: Request): void {
    const before = this.held.get(name);
    this.hold(name, request);
    before?.reject(ended());
  }

  private callBack(name: string, request: Request): void {
    const queue = this.queues.get(name) ?? [];
    if (!queue.includes(request)) return;
    this.queues.set(
      name,
      queue.filter((each) => each !== request),
    );
    request.reject(ended());
  }

  private next(name: string): void {
    const [first, ...later] = this.queues.get(name) ?? [];
    if (!first || this.held.has(name)) return;
    this.queues.set(name, later);
    this.hold(name, first);
  }

  private hold(name: string, request: Request): void {
    this.held.set(name, request);
    void Promise.resolve(request.grant({})).then((value) => {
      request.resolve(value);
      if (this.held.get(name) !== request) return;
      this.held.delete(name);
      this.next(name);
    });
  }
}

function ended(): DOMException {
  return new DOMException('The request was ended', 'AbortError');
}
