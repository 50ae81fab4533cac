export * from './push-endpoint.js';
export { unsubscribeToken } from '../mail/unsubscribe-token.js';
