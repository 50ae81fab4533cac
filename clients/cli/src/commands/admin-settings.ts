import { Option, type Command } from 'commander';
import type { SettingsPatch, SettingsState } from '@parley/client';
import { running, type AddCommand, type CommandContext, type Run } from '../command-context.js';
import { count, seconds } from '../counts.js';
import { Failure, exitCodes } from '../failures.js';
import { given } from '../lists.js';
import { below } from '../printer.js';

type Settings = SettingsPatch['settings'];

/** By what they are called here: those that may be as the server has them. */
const unsettable = {
  name: 'name',
  'edit-window': 'editWindow',
  'delete-window': 'deleteWindow',
  'max-file-bytes': 'maxFileBytes',
  'user-quota-bytes': 'userQuotaBytes',
} as const;

interface SetOptions extends Settings {
  readonly unset?: readonly (keyof typeof unsettable)[];
  readonly ifVersion?: number;
  readonly reason?: string;
}

export const addSettings: AddCommand = (admin, context) => {
  const settings = admin.command('settings').description('what is set of the workspace');
  settings
    .command('show')
    .description('show them; what is not set is as the server has it')
    .action(
      running<object, []>(context, async ({ parley, print }) => {
        show({ print }, await parley().api.adminSettings.get());
      }),
    );
  addSet(settings, context);
};

function addSet(settings: Command, context: CommandContext): void {
  const founders = ['everybody', 'moderators', 'admins'];
  settings
    .command('set')
    .description('change some of them, at once, for everybody')
    .option('--name <text>', 'of the workspace')
    .addOption(
      new Option('--registration <how>', 'who makes an account').choices([
        'open',
        'invitation',
        'closed',
      ]),
    )
    .addOption(new Option('--channels-by <who>', 'who makes channels').choices(founders))
    .addOption(new Option('--groups-by <who>', 'who makes groups').choices(founders))
    .option('--edit-window <seconds>', 'how long authors edit; 0: never, -1: always', seconds)
    .option('--delete-window <seconds>', 'how long they delete for everybody', seconds)
    .option('--max-file-bytes <n>', 'of one file', count)
    .option('--user-quota-bytes <n>', 'of all files of a person', count)
    .addOption(
      new Option('--unset <setting...>', 'have these as the server has them').choices(
        Object.keys(unsettable),
      ),
    )
    .option('--if-version <n>', 'only where they are as they were seen', count)
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<SetOptions, []>(context, async ({ options, parley, print }) => {
        const { ifVersion: version, reason } = options;
        const body = { settings: wanted(options), ...given({ version, reason }) };
        show({ print }, await parley().api.adminSettings.change({ body }));
      }),
    );
}

function wanted(options: SetOptions): Settings {
  const { name, registration, channelsBy, groupsBy, unset = [] } = options;
  const { editWindow, deleteWindow, maxFileBytes, userQuotaBytes } = options;
  const set = {
    ...given({ name, registration, channelsBy, groupsBy }),
    ...given({ editWindow, deleteWindow, maxFileBytes, userQuotaBytes }),
  };
  const asServer = unset.map((one) => [unsettable[one], null] as const);
  const settings: Settings = { ...set, ...Object.fromEntries(asServer) };
  if (Object.keys(settings).length === 0)
    throw new Failure('Say what is to be set, see --help', exitCodes.usage);
  return settings;
}

function show({ print }: Pick<Run<object>, 'print'>, state: SettingsState): void {
  const { settings, server, version } = state;
  const asServer = Object.entries(server).filter(
    ([name]) => settings[name as keyof typeof settings] === null,
  );
  const words = asServer.map(
    ([name, value]) => [name, `${value ?? 'no limit'} (the server’s)`] as const,
  );
  print.report(state, below({ version, ...settings, ...Object.fromEntries(words) }));
}
