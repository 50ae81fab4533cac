type Load = () => Promise<unknown>;

const code: Readonly<Record<'list' | 'chat', Load>> = {
  list: () => import('./chats/chats.routes'),
  chat: () => import('./chats/chat-page/chat-page'),
};

/**
 * Asks for the code of the page at this address, all of it at once. The router would ask for one
 * part after the other, and not before the application is made. What does not come is asked for
 * again by the router, which knows what to do without.
 */
export function hurryFirstPage(path: string, { list, chat } = code): void {
  const isChat = path.startsWith('/c/');
  if (isChat || path === '/') list().catch(() => undefined);
  if (isChat) chat().catch(() => undefined);
}
