import { running, type AddCommand } from '../command-context.js';
import { piped } from '../input.js';
import { chatIdOf } from '../whom.js';

interface SendOptions {
  readonly replyTo?: string;
}

export const addSend: AddCommand = (program, context) => {
  program
    .command('send')
    .description('send a message')
    .argument('<chat>', 'its id, #slug of a channel, or @username')
    .argument('[text...]', 'what it says; without it: what is piped in')
    .option('--reply-to <id>', 'the message that it answers')
    .action(
      running<SendOptions, [string, string[]]>(context, async (run, chat, words) => {
        const { options, parley, print, terminal } = run;
        const text = words.length > 0 ? words.join(' ') : await piped(terminal);
        const session = parley();
        const chatId = await chatIdOf(session.api, chat);
        const { replyTo } = options;
        const message = await session.send({ chatId, text, ...(replyTo && { replyTo }) });
        print.say(message, `${message.id} is message ${message.seq} of the chat`);
      }),
    );
};
