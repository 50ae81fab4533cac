import { Option, type Command } from 'commander';
import { itemsOf, type Account, type AccountPatch } from '@parley/client';
import { running, type AddCommand, type CommandContext, type Run } from '../command-context.js';
import { given, listing, taken, type Listed } from '../lists.js';
import { accountIdOf } from '../whom.js';

const roles = ['owner', 'admin', 'moderator', 'member', 'guest', 'bot'] as const;
type Role = (typeof roles)[number];

export const accountColumns = {
  id: ({ id }: Account) => id,
  username: ({ username }: Account) => username,
  name: ({ name }: Account) => name,
  role: ({ role }: Account) => role,
  state: ({ isDeactivated }: Account) => (isDeactivated ? 'suspended' : 'active'),
  email: ({ email }: Account) => email,
};

interface ListOptions extends Listed {
  readonly query?: string;
  readonly role?: Role;
  readonly state?: 'active' | 'suspended';
}

interface WithReason {
  readonly reason?: string;
}

export const addUsers: AddCommand = (admin, context) => {
  const users = admin.command('users').description('the people of the workspace');
  addList(users, context);
  about(users, 'show')
    .description('show one')
    .action(
      running<object, [string]>(context, async ({ parley, print }, who) => {
        const { api } = parley();
        const userId = await accountIdOf(api, who);
        print.fields(await api.adminUsers.get({ path: { userId } }));
      }),
    );
  addChange(users, context, 'suspend', 'shut somebody out, at once', { state: 'suspended' });
  addChange(users, context, 'restore', 'let somebody in again', { state: 'active' });
  addRole(users, context);
  addRename(users, context);
  addWarning(users, context);
  addMutes(users, context);
  addSignOut(users, context);
  addResetLink(users, context);
};

function addList(users: Command, context: CommandContext): void {
  listing(users.command('list').description('list them, by username'))
    .option('-q, --query <text>', 'whose name or username has a word that begins so')
    .addOption(new Option('--role <role>').choices(roles))
    .addOption(new Option('--state <state>').choices(['active', 'suspended']))
    .action(
      running<ListOptions, []>(context, async ({ options, parley, print }) => {
        const { query: q, role, state } = options;
        const { api } = parley();
        const wanted = given({ q, role, state });
        const all = itemsOf((page) => api.adminUsers.list({ query: { ...page, ...wanted } }));
        print.table(await taken(options, all), accountColumns);
      }),
    );
}

function addChange(
  users: Command,
  context: CommandContext,
  name: string,
  description: string,
  patch: AccountPatch,
): void {
  about(users, name)
    .description(description)
    .option('--reason <text>', 'why, for the audit log')
    .action(running<WithReason, [string]>(context, (run, who) => change(run, who, patch)));
}

function addRole(users: Command, context: CommandContext): void {
  about(users, 'role')
    .argument('<role>', roles.join(', '))
    .description('give somebody another role')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<WithReason, [string, Role]>(context, (run, who, role) => change(run, who, { role })),
    );
}

function addRename(users: Command, context: CommandContext): void {
  about(users, 'rename')
    .argument('<name>', 'as people read it')
    .description('give somebody another name')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<WithReason, [string, string]>(context, (run, who, name) =>
        change(run, who, { name }),
      ),
    );
}

function addWarning(users: Command, context: CommandContext): void {
  about(users, 'warn')
    .description('tell somebody what they have to confirm')
    .requiredOption('--reason <text>', 'what they are told')
    .action(
      running<{ reason: string }, [string]>(context, async ({ options, parley, print }, who) => {
        const { api } = parley();
        const userId = await accountIdOf(api, who);
        const { reason } = options;
        await api.adminUsers.warn({ path: { userId }, body: { reason } });
        print.say({ id: userId, reason }, `${who} is warned`);
      }),
    );
}

function addMutes(users: Command, context: CommandContext): void {
  const mute = async (run: Run<WithReason>, who: string, until: string | null) => {
    const { api } = run.parley();
    const userId = await accountIdOf(api, who);
    const body = { until, ...reasonOf(run.options) };
    await api.adminUsers.mute({ path: { userId }, body });
    const words = until === null ? 'may write again' : `is muted until ${until}`;
    run.print.say({ id: userId, until }, `${who} ${words}`);
  };
  about(users, 'mute')
    .description('let somebody write nothing for a while')
    .requiredOption('--until <time>', 'how long, as 2027-01-31T00:00:00Z')
    .option('--reason <text>', 'why, for them and for the audit log')
    .action(
      running<WithReason & { until: string }, [string]>(context, (run, who) =>
        mute(run, who, run.options.until),
      ),
    );
  about(users, 'unmute')
    .description('let somebody write again')
    .option('--reason <text>', 'why, for the audit log')
    .action(running<WithReason, [string]>(context, (run, who) => mute(run, who, null)));
}

function addSignOut(users: Command, context: CommandContext): void {
  about(users, 'sign-out')
    .description('end all sessions of somebody')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<WithReason, [string]>(context, async ({ options, parley, print }, who) => {
        const { api } = parley();
        const userId = await accountIdOf(api, who);
        await api.adminUsers.signOut({ path: { userId }, body: reasonOf(options) });
        print.say({ id: userId }, `${who} is signed out everywhere`);
      }),
    );
}

function addResetLink(users: Command, context: CommandContext): void {
  about(users, 'reset-link')
    .description('make a link by which somebody chooses a new password')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<WithReason, [string]>(context, async ({ options, parley, print, url }, who) => {
        const { api } = parley();
        const userId = await accountIdOf(api, who);
        const path = { userId };
        const link = await api.adminUsers.makeResetLink({ path, body: reasonOf(options) });
        print.say(link, `${url}${link.path} (until ${link.expiresAt})`);
      }),
    );
}

const about = (users: Command, name: string): Command =>
  users.command(name).argument('<who>', '@username or id');

const reasonOf = ({ reason }: WithReason) => given({ reason });

async function change(run: Run<WithReason>, who: string, patch: AccountPatch): Promise<void> {
  const { options, parley, print } = run;
  const { api } = parley();
  const userId = await accountIdOf(api, who);
  const body = { ...patch, ...reasonOf(options) };
  const account = await api.adminUsers.change({ path: { userId }, body });
  print.say(account, `${account.username} is ${accountColumns.state(account)}, ${account.role}`);
}
