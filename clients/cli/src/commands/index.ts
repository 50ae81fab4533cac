import type { AddCommand } from '../command-context.js';
import { addAdmin } from './admin.js';
import { addChats } from './chats.js';
import { addLogin, addLogout, addRegister, addWhoami } from './account.js';
import { addReport } from './report.js';
import { addSend } from './send.js';
import { addTail } from './tail.js';
import { addTokens } from './tokens.js';

/** In the order in which `--help` has them. */
export const commands: readonly AddCommand[] = [
  addLogin,
  addLogout,
  addWhoami,
  addRegister,
  addChats,
  addSend,
  addTail,
  addReport,
  addTokens,
  addAdmin,
];
