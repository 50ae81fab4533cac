import { RequestProblem } from '@app/web-session';
import { problemWords } from '../problem-words';
import { accountTexts } from './account-texts';

export type AccountField = 'login' | 'name' | 'username' | 'email' | 'password';

/** What stands under each field; `form`: what belongs to none. */
export type AccountErrors = Readonly<Partial<Record<AccountField | 'form', string>>>;

export interface RegisterInput {
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

const { errors } = accountTexts;
const USERNAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,30}[A-Za-z0-9])?$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const invalid: Readonly<Record<string, string>> = {
  name: errors.nameMissing,
  username: errors.usernameInvalid,
  email: errors.emailInvalid,
  password: errors.passwordWeak,
};
const taken: Readonly<Record<string, string>> = {
  username: errors.usernameTaken,
  email: errors.emailTaken,
};

/** What can be seen to be missing before the server is asked. */
export function signInGaps(login: string, password: string): AccountErrors {
  return {
    ...(login.trim() === '' && { login: errors.loginMissing }),
    ...(password === '' && { password: errors.passwordMissing }),
  };
}

export function registerGaps(account: RegisterInput): AccountErrors {
  return {
    ...(account.name.trim() === '' && { name: errors.nameMissing }),
    ...(!USERNAME.test(account.username.trim()) && { username: errors.usernameInvalid }),
    ...(!EMAIL.test(account.email.trim()) && { email: errors.emailInvalid }),
    ...(account.password.length < 8 && { password: errors.passwordShort }),
  };
}

/** A refused log-in. It never says which of the two was wrong: nor does the server. */
export function signInErrors(error: unknown): AccountErrors {
  if (error instanceof RequestProblem && error.code === 'unauthenticated')
    return { password: errors.mismatch };
  return { form: problemWords(error) };
}

/** A refused registration, under the fields that it is about. */
export function registerErrors(error: unknown): AccountErrors {
  if (!(error instanceof RequestProblem)) return { form: problemWords(error) };
  const field = error.params['field'];
  if (error.code === 'conflict' && typeof field === 'string' && Object.hasOwn(taken, field))
    return { [field]: taken[field] };
  const fields = [...error.issues.keys()].filter((path) => Object.hasOwn(invalid, path));
  if (error.code === 'validation_failed' && fields.length > 0)
    return Object.fromEntries(fields.map((path) => [path, invalid[path]]));
  if (error.code === 'registration_closed')
    return { form: error.params['byInvitation'] ? errors.byInvitation : errors.closed };
  return { form: problemWords(error) };
}
