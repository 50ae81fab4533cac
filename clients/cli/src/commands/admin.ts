import type { AddCommand } from '../command-context.js';
import { addAudit } from './admin-audit.js';
import { addReports } from './admin-reports.js';
import { addUsers } from './admin-users.js';

export const addAdmin: AddCommand = (program, context) => {
  const admin = program.command('admin').description('for owners, admins and moderators');
  addUsers(admin, context);
  addReports(admin, context);
  addAudit(admin, context);
};
