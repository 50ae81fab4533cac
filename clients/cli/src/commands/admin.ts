import type { AddCommand } from '../command-context.js';
import { addAudit } from './admin-audit.js';
import { addBackups } from './admin-backups.js';
import { addBots } from './admin-bots.js';
import { addAdminChats } from './admin-chats.js';
import { addIncomingWebhooks } from './admin-incoming-webhooks.js';
import { addReports } from './admin-reports.js';
import { addUsers } from './admin-users.js';
import { addWebhooks } from './admin-webhooks.js';

export const addAdmin: AddCommand = (program, context) => {
  const admin = program.command('admin').description('for owners, admins and moderators');
  addUsers(admin, context);
  addBots(admin, context);
  addAdminChats(admin, context);
  addReports(admin, context);
  addWebhooks(admin, context);
  addIncomingWebhooks(admin, context);
  addAudit(admin, context);
  addBackups(admin, context);
};
