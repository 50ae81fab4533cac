export { anonymous, Parley, type ServerOptions, type SessionOptions } from './parley.js';
export {
  ConnectionError,
  isProblem,
  ProblemError,
  UnexpectedAnswer,
  type ProblemCode,
  type ProblemParams,
} from './problem-error.js';
export { itemsOf, messagesOf, type Page, type PageQuery } from './pages.js';
export type { RetryBounds } from './courier.js';
export type { Tokens, TokenSource } from './tokens.js';
export { Api } from './generated/sdk.gen.js';
export type * from './generated/types.gen.js';
