import type { Dictionary } from '../../app/language/dictionary';
import { account } from './account';
import { admin } from './admin';
import { adminChats } from './admin-chats';
import { announcing } from './announcing';
import { attaching } from './attaching';
import { audit } from './audit';
import { avatars } from './avatars';
import { backups } from './backups';
import { bots } from './bots';
import { calls } from './calls';
import { chats } from './chats';
import { commands } from './commands';
import { details } from './details';
import { directory } from './directory';
import { files } from './files';
import { firstRun } from './first-run';
import { imports } from './imports';
import { installation } from './installation';
import { invites } from './invites';
import { made } from './made';
import { markup } from './markup';
import { notifications } from './notifications';
import { operations } from './operations';
import { people } from './people';
import { places } from './places';
import { problems } from './problems';
import { reports } from './reports';
import { retention } from './retention';
import { rowMenu } from './row-menu';
import { search } from './search';
import { settings } from './settings';
import { shortcuts } from './shortcuts';
import { signs } from './signs';
import { stats } from './stats';
import { switcher } from './switcher';
import { system } from './system';
import { tokens } from './tokens';
import { ui } from './ui';
import { voice } from './voice';
import { webhooks } from './webhooks';
import { workspace } from './workspace';
import { writing } from './writing';

const spanish: Dictionary = {
  account,
  admin,
  adminChats,
  announcing,
  attaching,
  audit,
  avatars,
  backups,
  bots,
  calls,
  chats,
  commands,
  details,
  directory,
  files,
  firstRun,
  imports,
  installation,
  invites,
  made,
  markup,
  notifications,
  operations,
  people,
  places,
  problems,
  reports,
  retention,
  rowMenu,
  search,
  settings,
  shortcuts,
  signs,
  stats,
  switcher,
  system,
  tokens,
  ui,
  voice,
  webhooks,
  workspace,
  writing,
};

export default spanish;
