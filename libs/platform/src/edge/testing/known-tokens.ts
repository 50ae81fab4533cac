import { problem, TokensApi, type ShownToken, type TokenBearer } from '@app/contracts';
import { Global, Module, type DynamicModule } from '@nestjs/common';

/** An auth module that knows tokens by their ids, whatever their secrets: `Map<id, bearer>`. */
@Global()
@Module({})
export class KnownTokens {
  static of(bearers: ReadonlyMap<string, TokenBearer>): DynamicModule {
    const check = (_: unknown, { tokenId }: ShownToken): Promise<TokenBearer> => {
      const bearer = bearers.get(tokenId);
      return bearer ? Promise.resolve(bearer) : Promise.reject(problem('unauthenticated'));
    };
    const provider = { provide: TokensApi, useValue: { check } };
    return { module: KnownTokens, providers: [provider], exports: [TokensApi] };
  }
}
