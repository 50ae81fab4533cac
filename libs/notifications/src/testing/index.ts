export type { ArrivedMail } from './arrived-mail.js';
export * from './mail-sink.js';
export * from './push-endpoint.js';
export { unsubscribeToken } from '../mail/unsubscribe-token.js';
