import type { Page } from '@playwright/test';

/**
 * The line to the server, without the shell: the page itself still comes, as it will from a cache.
 */
export class Line {
  #isUp = true;

  static async of(page: Page): Promise<Line> {
    const line = new Line();
    await page
      .context()
      .route(/\/api\//, (route) =>
        line.#isUp ? route.continue() : route.abort('internetdisconnected'),
      );
    await page.context().routeWebSocket(/socket\.io/, (socket) => {
      if (!line.#isUp) void socket.close();
      else socket.connectToServer();
    });
    return line;
  }

  cut(): void {
    this.#isUp = false;
  }

  mend(): void {
    this.#isUp = true;
  }
}
