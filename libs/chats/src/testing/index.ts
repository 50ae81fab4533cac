export { chatLogConformance, type LogUnderTest } from './chat-log.conformance.js';
export { MemoryChatLog } from './memory-chat-log.js';
export { applySystemEvent, type ChatState } from '../system-projection.js';
