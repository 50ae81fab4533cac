import { InProcessEventBus } from '@app/platform/testing';
import { chatLogConformance } from './testing/chat-log.conformance.js';
import { MemoryChatLog } from './testing/memory-chat-log.js';

describe('MemoryChatLog', () => {
  chatLogConformance(() => {
    const log = new MemoryChatLog(new InProcessEventBus());
    return Promise.resolve({
      log,
      say: (actor, chatId, text) => log.say(actor, chatId, text),
      edit: (_, message, text) => log.change(message, text),
      hide: (actor, message) => log.hide(actor, message),
    });
  });
});
