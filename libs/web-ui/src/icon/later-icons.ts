import archive from 'lucide-static/icons/archive.svg';
import arrowDown from 'lucide-static/icons/arrow-down.svg';
import ban from 'lucide-static/icons/ban.svg';
import bell from 'lucide-static/icons/bell.svg';
import chartColumn from 'lucide-static/icons/chart-column.svg';
import chevronDown from 'lucide-static/icons/chevron-down.svg';
import chevronLeft from 'lucide-static/icons/chevron-left.svg';
import chevronRight from 'lucide-static/icons/chevron-right.svg';
import contrast from 'lucide-static/icons/contrast.svg';
import copy from 'lucide-static/icons/copy.svg';
import download from 'lucide-static/icons/download.svg';
import eye from 'lucide-static/icons/eye.svg';
import eyeOff from 'lucide-static/icons/eye-off.svg';
import flag from 'lucide-static/icons/flag.svg';
import folderOpen from 'lucide-static/icons/folder-open.svg';
import hand from 'lucide-static/icons/hand.svg';
import hash from 'lucide-static/icons/hash.svg';
import keyboard from 'lucide-static/icons/keyboard.svg';
import languages from 'lucide-static/icons/languages.svg';
import link from 'lucide-static/icons/link.svg';
import listChecks from 'lucide-static/icons/list-checks.svg';
import lock from 'lucide-static/icons/lock.svg';
import logOut from 'lucide-static/icons/log-out.svg';
import maximize2 from 'lucide-static/icons/maximize-2.svg';
import megaphone from 'lucide-static/icons/megaphone.svg';
import mic from 'lucide-static/icons/mic.svg';
import micOff from 'lucide-static/icons/mic-off.svg';
import minimize2 from 'lucide-static/icons/minimize-2.svg';
import monitor from 'lucide-static/icons/monitor.svg';
import monitorDown from 'lucide-static/icons/monitor-down.svg';
import moon from 'lucide-static/icons/moon.svg';
import notebookPen from 'lucide-static/icons/notebook-pen.svg';
import palette from 'lucide-static/icons/palette.svg';
import panelRight from 'lucide-static/icons/panel-right.svg';
import pause from 'lucide-static/icons/pause.svg';
import phone from 'lucide-static/icons/phone.svg';
import phoneOff from 'lucide-static/icons/phone-off.svg';
import pictureInPicture2 from 'lucide-static/icons/picture-in-picture-2.svg';
import pin from 'lucide-static/icons/pin.svg';
import pinOff from 'lucide-static/icons/pin-off.svg';
import play from 'lucide-static/icons/play.svg';
import plus from 'lucide-static/icons/plus.svg';
import refreshCw from 'lucide-static/icons/refresh-cw.svg';
import reply from 'lucide-static/icons/reply.svg';
import screenShare from 'lucide-static/icons/screen-share.svg';
import screenShareOff from 'lucide-static/icons/screen-share-off.svg';
import scrollText from 'lucide-static/icons/scroll-text.svg';
import server from 'lucide-static/icons/server.svg';
import shieldCheck from 'lucide-static/icons/shield-check.svg';
import signal from 'lucide-static/icons/signal.svg';
import smartphone from 'lucide-static/icons/smartphone.svg';
import smile from 'lucide-static/icons/smile.svg';
import smilePlus from 'lucide-static/icons/smile-plus.svg';
import square from 'lucide-static/icons/square.svg';
import star from 'lucide-static/icons/star.svg';
import starOff from 'lucide-static/icons/star-off.svg';
import sun from 'lucide-static/icons/sun.svg';
import trash2 from 'lucide-static/icons/trash-2.svg';
import upload from 'lucide-static/icons/upload.svg';
import user from 'lucide-static/icons/user.svg';
import userMinus from 'lucide-static/icons/user-minus.svg';
import userPlus from 'lucide-static/icons/user-plus.svg';
import users from 'lucide-static/icons/users.svg';
import video from 'lucide-static/icons/video.svg';
import videoOff from 'lucide-static/icons/video-off.svg';

/**
 * All other icons: of menus, dialogs, settings and pages apart. They come in one file when one of
 * them is to be drawn. A new icon belongs here.
 */
export const laterIcons = {
  archive,
  'arrow-down': arrowDown,
  ban,
  bell,
  'chart-column': chartColumn,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  contrast,
  copy,
  download,
  eye,
  'eye-off': eyeOff,
  flag,
  'folder-open': folderOpen,
  hand,
  hash,
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
} as const satisfies Record<string, string>;
