import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keptSecret } from '../../config/kept-secret.js';
import { DataDirectoryClaim } from './data-directory-claim.js';
import { asAdmin, becomePrimary, engineUri, ensureUser, type Login } from './engine-admin.js';
import { EngineProcess } from './engine-process.js';
import { KeptRunning } from './kept-running.js';
import { findEngine, type Engine, type EnginePlaces } from './find-engine.js';
import { choosePort, freePort } from '../../process/free-port.js';
import { keptPort, readKeptEngine, writeKeptEngine } from './kept-engine.js';
import { stopOrphans } from './orphaned-engine.js';

/** What the embedded database needs of the `Config`. */
export interface EmbeddedMongoOptions extends EnginePlaces {
  /** Absolute. Holds `database/`, its log, its password and what is remembered of it. */
  readonly dataDir: string;
}

/**
 * The database that comes with the server: on loopback only, with a generated password, durable
 * across `kill -9` of itself and of the server, one process per data directory.
 */
export class EmbeddedMongo {
  /** For the driver, with its log-in. */
  readonly uri: string;
  readonly #claim: DataDirectoryClaim;
  readonly #running: KeptRunning;

  private constructor(uri: string, claim: DataDirectoryClaim, running: KeptRunning) {
    this.uri = uri;
    this.#claim = claim;
    this.#running = running;
  }

  /**
   * Claims the data directory, stops what a killed server has left on it, and starts the engine.
   * Throws `StartRefused`, in words, when the directory is in use, was written by another engine,
   * or when there is no engine.
   */
  static async start(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
    const claim = await DataDirectoryClaim.on(options.dataDir);
    try {
      const place = new Place(options.dataDir, findEngine(options));
      const running = await place.run();
      return new EmbeddedMongo(engineUri(running.port, 'parley', place.login), claim, running);
    } catch (error) {
      // Whatever it was: a directory whose database does not run is free for the next try.
      await claim.release();
      throw error;
    }
  }

  /**
   * Where the engine of this directory listens while a server runs on it, with its log-in, for who
   * reads beside that server. Undefined where there has never been one.
   */
  static keptIn(dataDir: string): { readonly port: number; readonly uri: string } | undefined {
    const port = keptPort(dataDir);
    if (port === undefined) return undefined;
    return { port, uri: engineUri(port, 'parley', loginOf(dataDir)) };
  }

  /** Resolves with the reason when the engine keeps dying and is no longer restarted. */
  get failed(): Promise<Error> {
    return this.#running.failed;
  }

  /** Of the engine; it changes when that is restarted. */
  get pid(): number {
    return this.#running.pid;
  }

  /** Stops the engine in order and gives the directory back. Idempotent. */
  async close(): Promise<void> {
    await this.#running.close();
    await this.#claim.release();
  }
}

/** One data directory and the engine that serves it. */
class Place {
  readonly #directory: string;
  readonly #engine: Engine;
  readonly #folder: string;
  readonly #log: string;
  readonly login: Login;

  constructor(directory: string, engine: Engine) {
    this.#directory = directory;
    this.#engine = engine;
    this.#folder = join(directory, 'database');
    this.#log = join(directory, 'database.log');
    this.login = loginOf(directory);
  }

  async run(): Promise<KeptRunning> {
    const kept = readKeptEngine(this.#directory, this.#engine);
    await stopOrphans(this.#folder);
    if (!kept.isSecured) await this.#createUser();
    const port = await choosePort(kept.port);
    writeKeptEngine(this.#directory, { kind: this.#engine.kind, port, isSecured: true });
    return KeptRunning.start(port, () => this.#launch(port));
  }

  /** Open to anyone on loopback, so for a moment only and on a port that nobody was told. */
  async #createUser(): Promise<void> {
    const port = await freePort();
    const open = await this.#process(port);
    try {
      await asAdmin(engineUri(port, 'admin'), async (admin) => {
        await becomePrimary(admin, port);
        await ensureUser(admin, this.login);
      });
    } finally {
      await open.stop();
    }
  }

  async #launch(port: number): Promise<EngineProcess> {
    const engine = await this.#process(port, keyFile(this.#directory));
    try {
      await asAdmin(engineUri(port, 'admin', this.login), (admin) => becomePrimary(admin, port));
    } catch (error) {
      // It runs but cannot be used; left alone it would hold the folder.
      await engine.stop();
      throw error;
    }
    return engine;
  }

  #process(port: number, keyFile?: string): Promise<EngineProcess> {
    return EngineProcess.start(this.#engine, { folder: this.#folder, port, keyFile }, this.#log);
  }
}

function loginOf(directory: string): Login {
  return { user: 'parley', password: keptSecret(join(directory, 'database-password')) };
}

/** The key of the members of the set (of one). */
function keyFile(directory: string): string {
  const file = join(directory, 'database-key');
  // MongoDB takes base64 only, which is narrower than what a kept secret is written in.
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64'), { mode: 0o600 });
  chmodSync(file, 0o600);
  return file;
}
