import type { IconNode } from 'lucide';
import archive from 'lucide/dist/esm/icons/archive.mjs';
import arrowDown from 'lucide/dist/esm/icons/arrow-down.mjs';
import ban from 'lucide/dist/esm/icons/ban.mjs';
import bell from 'lucide/dist/esm/icons/bell.mjs';
import bot from 'lucide/dist/esm/icons/bot.mjs';
import chartColumn from 'lucide/dist/esm/icons/chart-column.mjs';
import chevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import chevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs';
import chevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import contrast from 'lucide/dist/esm/icons/contrast.mjs';
import copy from 'lucide/dist/esm/icons/copy.mjs';
import databaseBackup from 'lucide/dist/esm/icons/database-backup.mjs';
import download from 'lucide/dist/esm/icons/download.mjs';
import eye from 'lucide/dist/esm/icons/eye.mjs';
import eyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import flag from 'lucide/dist/esm/icons/flag.mjs';
import folderOpen from 'lucide/dist/esm/icons/folder-open.mjs';
import hand from 'lucide/dist/esm/icons/hand.mjs';
import hash from 'lucide/dist/esm/icons/hash.mjs';
import hourglass from 'lucide/dist/esm/icons/hourglass.mjs';
import into from 'lucide/dist/esm/icons/import.mjs';
import key from 'lucide/dist/esm/icons/key-round.mjs';
import keyboard from 'lucide/dist/esm/icons/keyboard.mjs';
import languages from 'lucide/dist/esm/icons/languages.mjs';
import link from 'lucide/dist/esm/icons/link.mjs';
import listChecks from 'lucide/dist/esm/icons/list-checks.mjs';
import lock from 'lucide/dist/esm/icons/lock.mjs';
import logOut from 'lucide/dist/esm/icons/log-out.mjs';
import maximize2 from 'lucide/dist/esm/icons/maximize-2.mjs';
import megaphone from 'lucide/dist/esm/icons/megaphone.mjs';
import mic from 'lucide/dist/esm/icons/mic.mjs';
import micOff from 'lucide/dist/esm/icons/mic-off.mjs';
import minimize2 from 'lucide/dist/esm/icons/minimize-2.mjs';
import monitor from 'lucide/dist/esm/icons/monitor.mjs';
import monitorDown from 'lucide/dist/esm/icons/monitor-down.mjs';
import moon from 'lucide/dist/esm/icons/moon.mjs';
import notebookPen from 'lucide/dist/esm/icons/notebook-pen.mjs';
import palette from 'lucide/dist/esm/icons/palette.mjs';
import panelRight from 'lucide/dist/esm/icons/panel-right.mjs';
import pause from 'lucide/dist/esm/icons/pause.mjs';
import phone from 'lucide/dist/esm/icons/phone.mjs';
import phoneOff from 'lucide/dist/esm/icons/phone-off.mjs';
import pictureInPicture2 from 'lucide/dist/esm/icons/picture-in-picture-2.mjs';
import pin from 'lucide/dist/esm/icons/pin.mjs';
import pinOff from 'lucide/dist/esm/icons/pin-off.mjs';
import play from 'lucide/dist/esm/icons/play.mjs';
import plus from 'lucide/dist/esm/icons/plus.mjs';
import refreshCw from 'lucide/dist/esm/icons/refresh-cw.mjs';
import reply from 'lucide/dist/esm/icons/reply.mjs';
import screenShare from 'lucide/dist/esm/icons/screen-share.mjs';
import screenShareOff from 'lucide/dist/esm/icons/screen-share-off.mjs';
import scrollText from 'lucide/dist/esm/icons/scroll-text.mjs';
import server from 'lucide/dist/esm/icons/server.mjs';
import shieldCheck from 'lucide/dist/esm/icons/shield-check.mjs';
import signal from 'lucide/dist/esm/icons/signal.mjs';
import smartphone from 'lucide/dist/esm/icons/smartphone.mjs';
import smile from 'lucide/dist/esm/icons/face-slightly-smiling.mjs';
import smilePlus from 'lucide/dist/esm/icons/face-slightly-smiling-plus.mjs';
import square from 'lucide/dist/esm/icons/square.mjs';
import star from 'lucide/dist/esm/icons/star.mjs';
import starOff from 'lucide/dist/esm/icons/star-off.mjs';
import sun from 'lucide/dist/esm/icons/sun.mjs';
import trash2 from 'lucide/dist/esm/icons/trash.mjs';
import upload from 'lucide/dist/esm/icons/upload.mjs';
import user from 'lucide/dist/esm/icons/user.mjs';
import userMinus from 'lucide/dist/esm/icons/user-minus.mjs';
import userPlus from 'lucide/dist/esm/icons/user-plus.mjs';
import users from 'lucide/dist/esm/icons/users.mjs';
import video from 'lucide/dist/esm/icons/video.mjs';
import videoOff from 'lucide/dist/esm/icons/video-off.mjs';

/**
 * All other icons: of menus, dialogs, settings and pages apart. They come in one file when one of
 * them is to be drawn. A new icon belongs here.
 */
export const laterIcons = {
  archive,
  'arrow-down': arrowDown,
  ban,
  bell,
  bot,
  'chart-column': chartColumn,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  contrast,
  copy,
  'database-backup': databaseBackup,
  download,
  eye,
  'eye-off': eyeOff,
  flag,
  'folder-open': folderOpen,
  hand,
  hash,
  hourglass,
  import: into,
  key,
  keyboard,
  languages,
  link,
  'list-checks': listChecks,
  lock,
  'log-out': logOut,
  'maximize-2': maximize2,
  megaphone,
  mic,
  'mic-off': micOff,
  'minimize-2': minimize2,
  monitor,
  'monitor-down': monitorDown,
  moon,
  'notebook-pen': notebookPen,
  palette,
  'panel-right': panelRight,
  pause,
  phone,
  'phone-off': phoneOff,
  'picture-in-picture-2': pictureInPicture2,
  pin,
  'pin-off': pinOff,
  play,
  plus,
  'refresh-cw': refreshCw,
  reply,
  'screen-share': screenShare,
  'screen-share-off': screenShareOff,
  'scroll-text': scrollText,
  server,
  'shield-check': shieldCheck,
  signal,
  smartphone,
  smile,
  'smile-plus': smilePlus,
  square,
  star,
  'star-off': starOff,
  sun,
  'trash-2': trash2,
  upload,
  user,
  'user-minus': userMinus,
  'user-plus': userPlus,
  users,
  video,
  'video-off': videoOff,
} as const satisfies Record<string, IconNode>;
