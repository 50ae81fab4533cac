import type { Command } from 'commander';
import type { NewToken, Token } from '@parley/client';
import { running, type AddCommand } from '../command-context.js';
import { given } from '../lists.js';

export const tokenColumns = {
  id: ({ id }: Token) => id,
  name: ({ name }: Token) => name,
  scopes: ({ scopes }: Token) => scopes.join(' '),
  'last used': ({ lastUsedAt }: Token) => lastUsedAt,
  expires: ({ expiresAt }: Token) => expiresAt,
};

export interface TokenOptions {
  readonly scope: NewToken['scopes'];
  readonly expires?: string;
}

/** What a token is made with. */
export const tokenOptions = (command: Command): Command =>
  command
    .requiredOption('--scope <scope...>', 'what it opens, such as messages:write')
    .option('--expires <time>', 'when it ends, as 2027-01-31T00:00:00Z');

export const addTokens: AddCommand = (program, context) => {
  const tokens = program.command('tokens').description('personal access tokens, for programs');
  tokens
    .command('list')
    .description('list them, without what they say')
    .action(
      running<object, []>(context, async ({ parley, print }) => {
        print.table((await parley().api.tokens.list()).items, tokenColumns);
      }),
    );
  tokenOptions(tokens.command('make').argument('<name>', 'what it is for'))
    .description('make one; what it says is shown this once')
    .action(
      running<TokenOptions, [string]>(context, async ({ options, parley, print }, name) => {
        const { scope: scopes, expires: expiresAt } = options;
        const body = { name, scopes, ...given({ expiresAt }) };
        const made = await parley().api.tokens.make({ body });
        print.say(made, made.token);
      }),
    );
  tokens
    .command('revoke')
    .description('end one')
    .argument('<id>')
    .action(
      running<object, [string]>(context, async ({ parley, print }, tokenId) => {
        await parley().api.tokens.revoke({ path: { tokenId } });
        print.say({ id: tokenId }, `${tokenId} is revoked`);
      }),
    );
};
