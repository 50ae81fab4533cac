export { chatLogConformance, type LogUnderTest } from './chat-log.conformance.js';
