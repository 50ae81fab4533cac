import type { INestApplication } from '@nestjs/common';
import type { Config } from '../config/config.js';

/** The app, once it listens; closed when it cannot, since nobody else has it to close. */
export async function listening(app: INestApplication, config: Config): Promise<INestApplication> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    // The address is taken, or is not of this machine: only the system knows.
    await app.close();
    throw error;
  }
  return app;
}
