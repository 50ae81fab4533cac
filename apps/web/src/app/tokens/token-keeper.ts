import type { MadeToken, NewToken, Token, TokenId, TokenList } from '@app/contracts';
import type { Session } from '@app/web-session';

/** Where the tokens of somebody are kept. Methods reject as `RestClient` does. */
export interface TokenKeeper {
  /** The newest first. */
  list(): Promise<readonly Token[]>;
  /** With its secret, which is told this once. */
  make(token: NewToken): Promise<MadeToken>;
  revoke(id: TokenId): Promise<void>;
}

/** Those below a path of the REST API. */
export function keptAt(rest: Session['rest'], path: string): TokenKeeper {
  return {
    list: async () => (await rest.request<TokenList>('GET', path)).items,
    make: (body) => rest.request<MadeToken>('POST', path, { body }),
    revoke: async (id) => {
      await rest.request('DELETE', `${path}/${id}`);
    },
  };
}
