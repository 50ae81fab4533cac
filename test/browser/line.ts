import type { Page, WebSocketRoute } from '@playwright/test';

/**
 * The line to the server, without the shell: the page itself still comes, as it will from a cache.
 */
export class Line {
  #isUp = true;
  readonly #sockets = new Set<WebSocketRoute>();

  /** Loads the page anew: what it is connected by before there is a line cannot be cut. */
  static async of(page: Page): Promise<Line> {
    const line = new Line();
    await page
      .context()
      .route(/\/api\//, (route) =>
        line.#isUp ? route.continue() : route.abort('internetdisconnected'),
      );
    await page.context().routeWebSocket(/socket\.io/, (socket) => {
      if (!line.#isUp) void socket.close();
      else line.#connect(socket);
    });
    await page.reload();
    return line;
  }

  /** What is connected now is cut off, both ways, in the middle of whatever it says. */
  drop(): void {
    for (const socket of this.#sockets) void socket.close();
    this.#sockets.clear();
  }

  cut(): void {
    this.#isUp = false;
  }

  mend(): void {
    this.#isUp = true;
  }

  /** The page anew, in a browser that has a network again. */
  async reopen(page: Page): Promise<void> {
    await page.context().setOffline(false);
    await page.reload();
  }

  #connect(socket: WebSocketRoute): void {
    const server = socket.connectToServer();
    this.#sockets.add(socket);
    // With a handler here, it is for the handler to pass the end on.
    server.onClose(() => {
      this.#sockets.delete(socket);
      void socket.close();
    });
  }
}
