import type { AddCommand } from '../command-context.js';
import { addAdmin } from './admin.js';
import { addChats } from './chats.js';
import { addDoctor } from './doctor.js';
import { addExport } from './export.js';
import { addLogin, addLogout, addRegister, addWhoami } from './account.js';
import { addInstallation } from './installation.js';
import { addReport } from './report.js';
import { addSend } from './send.js';
import { addTail } from './tail.js';
import { addTokens } from './tokens.js';
import { addPeople } from './users.js';

/** In the order in which `--help` has them. */
export const commands: readonly AddCommand[] = [
  addLogin,
  addLogout,
  addWhoami,
  addRegister,
  addChats,
  addSend,
  addTail,
  addPeople,
  addReport,
  addTokens,
  addExport,
  addAdmin,
  addInstallation,
  addDoctor,
];
