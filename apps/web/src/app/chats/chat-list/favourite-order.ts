import type { ChatId } from '@app/contracts';
import type { ChatRow } from '../../data-access/chat-views';

type Placed = Pick<ChatRow, 'id' | 'favouritePlace'>;

/**
 * The places to write so that one favourite stands one step further among those that are shown. All
 * are numbered anew in their new order, and only what changes is named: usually two of them. So two
 * devices that move at once leave an order behind, if not both wishes, and never a mess.
 */
export function favouritePlaces(
  all: readonly Placed[],
  shown: readonly ChatId[],
  chatId: ChatId,
  step: 1 | -1,
): ReadonlyMap<ChatId, number> {
  const at = shown.indexOf(chatId);
  const neighbour = at < 0 ? undefined : shown[at + step];
  if (neighbour === undefined) return new Map();
  const others = all.filter(({ id }) => id !== chatId);
  const moved = all.find(({ id }) => id === chatId)!;
  const beside = others.findIndex(({ id }) => id === neighbour) + (step > 0 ? 1 : 0);
  const order = others.toSpliced(beside, 0, moved);
  return new Map(
    order.flatMap(({ id, favouritePlace }, place) =>
      favouritePlace === place ? [] : [[id, place] as const],
    ),
  );
}
