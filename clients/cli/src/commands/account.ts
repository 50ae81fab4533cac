import { anonymous, Parley, type Tokens } from '@parley/client';
import { running, type AddCommand } from '../command-context.js';
import { exitCodes, Failure } from '../failures.js';
import { password, piped } from '../input.js';

interface LogInOptions {
  readonly username?: string;
  readonly email?: string;
  readonly passwordStdin?: boolean;
  readonly tokenStdin?: boolean;
}

export const addLogin: AddCommand = (program, context) => {
  program
    .command('login')
    .description('sign in, and be signed in for the commands that follow')
    .option('-u, --username <name>', 'who signs in')
    .option('-e, --email <address>', 'who signs in, by their address')
    .option('--password-stdin', 'read the password from standard input')
    .option('--token-stdin', 'read a personal access token from standard input, instead')
    .action(
      running<LogInOptions, []>(context, async ({ options, terminal, config, url, print }) => {
        const who = options.tokenStdin
          ? await byToken(url, await piped(terminal))
          : await byPassword(url, options, await password(terminal, !!options.passwordStdin));
        config.write({ url, ...who });
        print.say({ url, username: who.username }, `Signed in at ${url} as ${who.username}`);
      }),
    );
};

export const addLogout: AddCommand = (program, context) => {
  program
    .command('logout')
    .description('end the session, and forget it')
    .action(
      running<object, []>(context, async ({ config, parley, print }) => {
        const kept = config.read();
        // A token that was made for programs is revoked by `tokens revoke`, not by the way.
        if (kept?.tokens) await ended(parley());
        config.remove();
        print.say({ url: kept?.url ?? null }, kept ? `Signed out at ${kept.url}` : 'Nobody was');
      }),
    );
};

export const addWhoami: AddCommand = (program, context) => {
  program
    .command('whoami')
    .description('tell as whom commands are run')
    .action(
      running<object, []>(context, async ({ parley, print, url }) => {
        const { id, username, name, role, email } = await parley().api.auth.me();
        print.fields({ url, id, username, name, role, email });
      }),
    );
};

interface RegisterOptions {
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly passwordStdin?: boolean;
}

export const addRegister: AddCommand = (program, context) => {
  program
    .command('register')
    .description('make an account; the first one owns the workspace')
    .requiredOption('-u, --username <name>', 'by which it signs in, and is mentioned')
    .requiredOption('-n, --name <name>', 'as people read it')
    .requiredOption('-e, --email <address>', 'its address')
    .option('--password-stdin', 'read the password from standard input')
    .action(
      running<RegisterOptions, []>(context, async ({ options, terminal, url, print }) => {
        const { username, name, email } = options;
        const secret = await password(terminal, !!options.passwordStdin);
        const body = { username, name, email, password: secret };
        const { user } = await anonymous({ url }).auth.register({ body });
        print.say({ id: user.id, username }, `${username} is ${user.role}, id ${user.id}`);
      }),
    );
};

async function byToken(url: string, token: string) {
  const { username } = await Parley.withToken({ url, token }).api.auth.me();
  return { username, token };
}

async function byPassword(url: string, { username, email }: LogInOptions, secret: string) {
  if (username === undefined && email === undefined)
    throw new Failure('Say who: --username or --email', exitCodes.usage);
  let tokens: Tokens | undefined;
  const parley = await Parley.logIn({
    url,
    password: secret,
    ...(email === undefined ? { username } : { email }),
    onTokens: (given) => (tokens = given),
  });
  const me = await parley.api.auth.me();
  return { username: me.username, tokens: tokens! };
}

/** Also one that is over already. */
async function ended(parley: Parley): Promise<void> {
  try {
    await parley.api.auth.logOut();
  } catch (error) {
    // The session is over; or the server is away, and the person goes all the same.
    if (!(error instanceof Error)) throw error;
  }
}
