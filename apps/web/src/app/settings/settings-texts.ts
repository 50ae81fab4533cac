import { textsOf } from '../language/texts';
import type { Words } from '../language/words';

/** Every word of the settings. */
const english = {
  title: 'Settings',
  pageTitle: (section: string) => `${section} · Settings · Parley`,
  back: 'Back to the chats',
  toSections: 'All settings',
  pick: 'Pick a section',
  pickHint: 'What you change holds at once.',
  sections: {
    profile: { name: 'Profile', about: 'Name, status, e-mail' },
    account: { name: 'Account', about: 'Password, signing out' },
    devices: { name: 'Devices', about: 'Where you are signed in' },
    appearance: { name: 'Appearance', about: 'Theme, density, clock' },
    privacy: { name: 'Privacy', about: 'What others are told' },
    language: { name: 'Language', about: 'Words, dates, direction' },
    writing: { name: 'Writing', about: 'What the Enter key does' },
  },
  save: 'Save',
  saved: 'Saved',
  cancel: 'Cancel',
  working: 'One moment…',
  profile: {
    name: 'Name',
    nameHint: 'As others see it',
    nameMissing: 'Enter your name.',
    username: (username: string) => `@${username} stays as it is: mentions lead to it.`,
    email: 'Show my e-mail address',
    emailHint: (email: string) => `Others see ${email} on your card.`,
    status: 'Status',
    statuses: {
      auto: { name: 'Automatic', hint: 'Online while you are here, away after five minutes.' },
      dnd: { name: 'Do not disturb', hint: 'Others see that you would rather not be interrupted.' },
      invisible: { name: 'Invisible', hint: 'Others see you as offline. All else works.' },
    },
    statusOffline: 'Your status can be changed when the connection is back.',
  },
  account: {
    password: 'Password',
    passwordHint: 'Changing it signs out all your other devices.',
    current: 'Current password',
    next: 'New password',
    nextHint: 'At least 8 characters',
    change: 'Change password',
    changed: 'Password changed. Your other devices are signed out.',
    currentMissing: 'Enter your current password.',
    currentWrong: 'This is not your current password.',
    tooShort: 'Use at least 8 characters.',
    tooWeak: 'This password is too easy to guess.',
    leave: 'Signing out',
    leaveHint: 'What this browser keeps of your chats goes, too. Nothing is lost on the server.',
    leaveHere: 'Sign out here',
    leaveEverywhere: 'Sign out everywhere',
    leaveEverywhereTitle: 'Sign out everywhere?',
    leaveEverywhereText: 'On this device and on all others, you have to sign in again.',
    unsentTitle: 'Sign out?',
    unsent: (count: number) =>
      count === 1
        ? '1 message is not sent yet and would be lost.'
        : `${count} messages are not sent yet and would be lost.`,
    leaveAnyway: 'Sign out and lose them',
  },
  devices: {
    hint: 'Sign out what you do not know, and change your password then.',
    here: 'This device',
    usedNow: 'Used just now',
    used: (ago: string) => `Used ${ago}`,
    since: (day: string) => `signed in ${day}`,
    on: (browser: string, system: string) => `${browser} on ${system}`,
    unknown: 'Unknown device',
    signOut: 'Sign out',
    signOutOf: (device: string) => `Sign out: ${device}`,
    signOutOthers: 'Sign out all others',
    othersTitle: 'Sign out all other devices?',
    othersText: 'Only this one stays signed in.',
    onlyHere: 'You are signed in on this device only.',
    signedOut: (device: string) => `${device}: signed out`,
    othersSignedOut: 'All other devices are signed out',
    tryAgain: 'Try again',
  },
  appearance: {
    theme: 'Theme',
    themes: {
      system: 'As the device',
      light: 'Light',
      dark: 'Dark',
      contrast: 'High contrast',
    },
    density: 'Density',
    densities: {
      comfortable: { name: 'Comfortable', hint: 'Room to breathe' },
      compact: { name: 'Compact', hint: 'More on the screen' },
    },
    clock: 'Clock',
    clocks: { locale: 'As the language', h12: '12 hours', h23: '24 hours' },
    clockSample: (time: string) => `An afternoon message says ${time}.`,
    textSize: 'Text size',
    textSizeHint: 'Text follows the size that your browser is set to.',
  },
  privacy: {
    receipts: 'Read receipts',
    receiptsHint:
      'Others see what you have read, and you see what they have. Off: neither. A chat may differ, by its details.',
    typing: 'Typing',
    typingHint: 'Others see when you write to them. Off: they do not; you still see who writes.',
    blocked: 'Blocked people',
    blockedHint: 'They cannot write to you directly, nor you to them.',
    nobody: 'You block nobody.',
    unblock: 'Unblock',
    unblockOf: (name: string) => `Unblock ${name}`,
    tryAgain: 'Try again',
  },
  language: {
    language: 'Language',
    hint: 'The page is loaded anew; drafts and what waits to be sent are kept.',
    system: 'As the browser',
  },
  writing: {
    send: 'To send a message, press',
    keys: {
      enter: { name: 'Enter', hint: 'Shift and Enter break the line.' },
      'mod-enter': { name: 'Ctrl and Enter', hint: 'Enter alone breaks the line.' },
    },
    modEnterMac: '⌘ and Enter',
    thisDevice: 'Holds on this device.',
  },
} as const;

export type SettingsTexts = Words<typeof english>;

export const settingsTexts = textsOf('settings', english);
