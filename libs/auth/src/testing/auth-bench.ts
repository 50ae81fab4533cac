import {
  anonymous,
  AuthApi,
  problem,
  ResetsApi,
  TokensApi,
  type Actor,
  type ChatsApi,
  type CreateUser,
  type Device,
  type Done,
  type InvitesApi,
  type Profile,
  type SignedIn,
  type UsersApi,
} from '@app/contracts';
import { aProfile } from '@app/contracts/testing';
import {
  AccessTokens,
  adapters,
  configFrom,
  Denials,
  LiveSettings,
  PermissionGate,
  UlidGenerator,
  type Adapters,
  type Config,
} from '@app/platform';
import {
  freshDatabaseUri,
  HeardDeeds,
  ManualTime,
  SetSettings,
  wireChecked,
} from '@app/platform/testing';
import { CredentialsRepository } from '../accounts/credentials.repository.js';
import { FailedAttempts } from '../accounts/failed-attempts.js';
import { OwnProfiles } from '../accounts/own-profiles.js';
import { PasswordKeeper } from '../accounts/password-keeper.js';
import { PasswordProof } from '../accounts/password-proof.js';
import { Refusals } from '../accounts/refusals.js';
import { RefusalsRepository } from '../accounts/refusals.repository.js';
import { Registrations } from '../accounts/registrations.js';
import { AuthService } from '../auth.service.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { ResetsRepository } from '../resets/resets.repository.js';
import { ResetsService } from '../resets/resets.service.js';
import { SessionDesk } from '../sessions/session-desk.js';
import { SessionEnder } from '../sessions/session-ender.js';
import { Revoker } from '../sessions/revoker.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { SignIns } from '../sessions/sign-ins.js';
import { TokenEnder } from '../tokens/token-ender.js';
import { TokenOwners } from '../tokens/token-owners.js';
import { TokensRepository } from '../tokens/tokens.repository.js';
import { TokensService } from '../tokens/tokens.service.js';

/** The users module as another process would be: it keeps profiles, and can be away. */
export class OtherUsers {
  readonly profiles = new Map<string, Profile>();
  /** Thrown by the next `create`. */
  failure: Error | undefined;

  create(_actor: Actor, { userId, username, name, email }: CreateUser): Promise<Profile> {
    const { failure } = this;
    this.failure = undefined;
    if (failure) return Promise.reject(failure);
    const profile = this.profiles.get(userId) ?? { ...aProfile(username), id: userId, name, email };
    this.profiles.set(userId, profile);
    return Promise.resolve(profile);
  }

  profile(_actor: Actor, { userId }: { userId: string }): Promise<Profile> {
    const profile = this.profiles.get(userId);
    return profile ? Promise.resolve(profile) : Promise.reject(problem('not_found'));
  }
}

const otherChats = { totals: () => Promise.resolve({ unread: 7, mentions: 2 }) };

const environment = {
  NODE_ENV: 'test',
  JWT_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
  PARLEY_BCRYPT_COST: '4',
};

export const laptop: Device = { userAgent: 'Laptop', address: '192.0.2.1' };
export const phone: Device = { userAgent: 'Phone', address: '192.0.2.2' };
export const password = 'correct horse battery';

/** The auth module on a real database, called over a wire; its time is the test's. */
export class AuthBench {
  /** Ahead of the engine's own clock, which forgets what has expired. */
  readonly time = new ManualTime('2090-01-01T00:00:00.000Z');
  readonly users = new OtherUsers();
  readonly hasher: PasswordHasher;
  readonly credentials: CredentialsRepository;
  readonly ender: SessionEnder;
  readonly tokens: AccessTokens;
  readonly auth: AuthApi;
  readonly resets: ResetsApi;
  readonly programs: TokensApi;
  readonly deeds: HeardDeeds;
  readonly refusals: Refusals;
  readonly settings = new SetSettings();
  /** Codes by which somebody is invited. */
  readonly codes = new Set<string>();
  readonly #invites = {
    preview: (_: Actor, { code }: { readonly code: string }) =>
      this.codes.has(code) ? Promise.resolve({ code }) : Promise.reject(problem('gone')),
  } as unknown as InvitesApi;

  private constructor(
    readonly ports: Adapters,
    config: Config,
    readonly uri: string,
  ) {
    const { database, revocations, limiter, eventBus } = this.ports;
    const ids = new UlidGenerator();
    this.hasher = new PasswordHasher(config);
    this.credentials = new CredentialsRepository(database!);
    const sessions = new SessionsRepository(database!);
    const failures = new FailedAttempts(limiter, config);
    const { credentials, hasher, time } = this;
    this.deeds = new HeardDeeds('auth', database!, time);
    const { outbox } = this.deeds;
    const refused = new RefusalsRepository(database!);
    this.refusals = new Refusals(refused, outbox, ids, time, time);
    const proof = new PasswordProof(hasher, failures, this.refusals);
    const keeper = new PasswordKeeper(credentials, hasher, proof, ids, time, outbox);
    const revoker = new Revoker(revocations, eventBus, config);
    const programs = new TokensRepository(database!);
    const tokenEnder = new TokenEnder(programs, revoker, time);
    this.ender = new SessionEnder(sessions, tokenEnder, revoker, eventBus, time, outbox);
    const desk = new SessionDesk(sessions, this.ender, ids, time, config, outbox);
    this.tokens = new AccessTokens(config, time, revocations);
    const users = this.users as unknown as UsersApi;
    const service = new AuthService(
      keeper,
      desk,
      this.ender,
      new SignIns(desk, this.ender, this.tokens, outbox),
      this.#registrations(keeper),
      new OwnProfiles(users, otherChats as unknown as ChatsApi),
    );
    this.auth = wireChecked(AuthApi, service);
    const links = new ResetsRepository(database!);
    const resets = new ResetsService(links, keeper, this.ender, users, outbox, time);
    this.resets = wireChecked(ResetsApi, resets);
    this.programs = this.#programs(users, programs, tokenEnder);
  }

  /** `settings`: variables that differ from the usual. */
  static async open(settings: NodeJS.ProcessEnv = {}, uri?: string): Promise<AuthBench> {
    const MONGODB_URI = uri ?? freshDatabaseUri();
    const config = configFrom({ ...environment, ...settings, MONGODB_URI });
    const bench = new AuthBench(await adapters(config), config, MONGODB_URI);
    await bench.ports.database!.open();
    bench.deeds.outbox.onApplicationBootstrap();
    bench.ender.onModuleInit();
    await bench.ender.onApplicationBootstrap();
    bench.refusals.onApplicationBootstrap();
    return bench;
  }

  async close(): Promise<void> {
    this.refusals.onApplicationShutdown();
    await this.deeds.outbox.onApplicationShutdown();
    await this.ports.close();
  }

  register(username: string, device = laptop): Promise<SignedIn> {
    const email = `${username}@parley.example`;
    const account = { username, name: `Name of ${username}`, email, password };
    return this.auth.register(anonymous, { account, device });
  }

  logIn(username: string, given = password, device = laptop): Promise<SignedIn> {
    const credentials = { username, password: given };
    return this.auth.logIn(anonymous, { credentials, device });
  }

  refresh(refreshToken: string, device = laptop): Promise<SignedIn> {
    return this.auth.refresh(anonymous, { refreshToken, device });
  }

  changePassword(actor: Actor, currentPassword: string, newPassword: string): Promise<Done> {
    return this.auth.changePassword(actor, { currentPassword, newPassword, device: laptop });
  }

  /** The person as they are from now on, as far as the users module knows. */
  change(userId: string, traits: Partial<Profile>): void {
    this.users.profiles.set(userId, { ...this.users.profiles.get(userId)!, ...traits });
  }

  /** Who an access token speaks for. Throws as a request with it would. */
  actorOf({ accessToken }: Pick<SignedIn, 'accessToken'>): Actor {
    return this.tokens.verify(accessToken).actor;
  }

  #registrations(keeper: PasswordKeeper): Registrations {
    const settings = new LiveSettings(this.settings, this.ports.eventBus, this.time);
    return new Registrations(settings, this.#invites, keeper, this.users as unknown as UsersApi);
  }

  #programs(users: UsersApi, tokens: TokensRepository, ender: TokenEnder): TokensApi {
    const { outbox } = this.deeds;
    const denials = new Denials(outbox, this.ports.limiter);
    const owners = new TokenOwners(new PermissionGate(users, denials), users);
    const ids = new UlidGenerator();
    const service = new TokensService(tokens, ender, owners, outbox, ids, this.time);
    return wireChecked(TokensApi, service);
  }
}
