import { textsOf } from '../language/texts';
import type { Words } from '../language/words';

/** Every word of signing in and registering; see `chat-texts.ts`. */
const english = {
  brand: 'Parley',
  titles: {
    signIn: 'Sign in · Parley',
    register: 'Create an account · Parley',
    reset: 'Choose a password · Parley',
  },
  signIn: 'Sign in',
  toWorkspace: (name: string) => `to the workspace of ${name}`,
  login: 'E-mail or username',
  password: 'Password',
  newHere: 'New here?',
  createAccount: 'Create an account',
  haveAccount: 'Have an account already?',
  name: 'Your name',
  nameHint: 'As others see it',
  username: 'Username',
  usernameHint: 'For mentions, like @ada',
  email: 'E-mail',
  passwordHint: 'At least 8 characters',
  register: 'Create account',
  registerIn: (name: string) => `in the workspace of ${name}`,
  working: 'One moment…',
  newPassword: 'New password',
  savePassword: 'Save the password',
  passwordChanged: 'Your password is changed. Sign in with it; all your devices are signed out.',
  linkGone: 'This link no longer works. It is good once and for a day: ask for a new one.',
  errors: {
    mismatch: 'That password and name do not match.',
    loginMissing: 'Enter your e-mail address or username.',
    passwordMissing: 'Enter your password.',
    nameMissing: 'Enter your name.',
    emailInvalid: 'This is not an e-mail address.',
    usernameInvalid: 'Letters, digits, dot, dash and underscore, up to 32.',
    passwordShort: 'Use at least 8 characters.',
    passwordWeak: 'This password is too easy to guess.',
    emailTaken: 'This e-mail has an account already.',
    usernameTaken: 'This username is taken.',
    byInvitation: 'Accounts are made by invitation here: open the link that you were sent.',
    closed: 'No accounts are made here at present.',
  },
} as const;

export type AccountTexts = Words<typeof english>;

export const accountTexts = textsOf('account', english);
