"""The chats of an account, each with its follower."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import httpx

from ..generated.api.changes import changes_changes
from ..generated.api.chats import chats_get
from ..generated.api.sync import sync_sync
from ..generated.models import ChangePage, Chat, Message
from ..parley import items_of
from ..problems import ProblemError, UnexpectedAnswer
from .chat_follower import Change, ChatFollower, NotYet, Place

if TYPE_CHECKING:
    from ..parley import Parley

PASSING = (ProblemError, UnexpectedAnswer, httpx.HTTPError, NotYet)
"""What asking the server may raise. Everything else is a bug, and flies."""

NONE_OF_MINE = ("not_member", "not_found", "gone")


class FollowedChats:
    """
    One that is met for the first time begins where it stands; but a conversation of two that began
    while nobody listened begins at its beginning. `is_wanted`: whether a chat is followed at all.
    `on_hole`: something is missing; whoever hears of it calls `fill_holes` when what waits is heard.
    `on_error`: what failed needs another `sync`. `before_page`: may wait until there is room.
    """

    def __init__(
        self,
        parley: Parley,
        since: Mapping[str, Place],
        *,
        is_wanted: Callable[[str], bool],
        tell: Callable[[Change, Place], None],
        before_page: Callable[[], None],
        on_hole: Callable[[], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        self._parley = parley
        self._is_wanted = is_wanted
        self._tell = tell
        self._before_page = before_page
        self._on_hole = on_hole
        self._on_error = on_error
        self._followers: dict[str, ChatFollower] = {}
        # Of chats of which nobody knows yet where they stand: the last change that was heard of.
        self._early: dict[str, int] = {}
        self._has_synced = False
        for chat_id, place in since.items():
            if is_wanted(chat_id):
                self._follow(chat_id, Place(*place))
        # Nothing is known of before: each chat begins where the first sync finds it.
        self._is_new = not self._followers

    def places(self) -> dict[str, Place]:
        return {chat_id: follower.place for chat_id, follower in list(self._followers.items())}

    def sync(self) -> None:
        """After every (re)connection, and after what failed: what moved meanwhile is told."""
        gone = set(self._followers)
        is_first = self._is_new and not self._has_synced
        for row in items_of(sync_sync, self._parley):
            gone.discard(row.chat_id)
            if not self._is_wanted(row.chat_id):
                continue
            if row.chat_id in self._followers:
                self.note_head(row.chat_id, row.head_rev)
            elif is_first:
                self._start(row.chat_id, Place(row.head_rev, row.head_seq))
            else:
                self._ask(row.chat_id)
        self._has_synced = True
        for chat_id in gone:
            self.forget(chat_id)
        for chat_id in list(self._early):
            self._ask(chat_id)

    def hear(self, chat_id: str, rev: int, message: Message | None) -> None:
        if not self._is_wanted(chat_id):
            return
        follower = self._followers.get(chat_id)
        if follower is not None:
            follower.hear(rev, message)
            self._look_for_hole(follower)
            return
        is_known_of = chat_id in self._early
        self._early[chat_id] = max(rev, self._early.get(chat_id, 0))
        if self._has_synced and not is_known_of:
            self._ask(chat_id)

    def note_head(self, chat_id: str, head_rev: int) -> None:
        follower = self._followers.get(chat_id)
        if follower is not None:
            follower.note_head(head_rev)
            self._look_for_hole(follower)

    def begin(self, chat: Chat) -> None:
        """A chat that is new to me."""
        if not self._is_wanted(chat.id) or chat.id in self._followers:
            return
        is_direct = chat.type_.value == "direct"
        self._start(chat.id, Place(0, 0) if is_direct else Place(chat.head_rev, chat.head_seq))
        self.note_head(chat.id, chat.head_rev)

    def forget(self, chat_id: str) -> None:
        self._followers.pop(chat_id, None)
        self._early.pop(chat_id, None)

    def fill_holes(self) -> None:
        for follower in list(self._followers.values()):
            try:
                follower.fill()
            except PASSING as error:
                self._meet_refusal(follower.chat_id, error)

    def _look_for_hole(self, follower: ChatFollower) -> None:
        if follower.has_hole:
            self._on_hole()

    def _start(self, chat_id: str, place: Place) -> None:
        self._follow(chat_id, place)
        self.note_head(chat_id, self._early.pop(chat_id, 0))

    def _ask(self, chat_id: str) -> None:
        try:
            self.begin(chats_get.sync(chat_id, client=self._parley.client))
        except PASSING as error:
            # Mostly a chat that is none of mine by now.
            self._meet_refusal(chat_id, error)

    def _meet_refusal(self, chat_id: str, error: Exception) -> None:
        if isinstance(error, ProblemError) and error.code in NONE_OF_MINE:
            self.forget(chat_id)
        else:
            self._on_error(error)

    def _follow(self, chat_id: str, place: Place) -> None:
        def changes(after_rev: int) -> ChangePage:
            self._before_page()
            return changes_changes.sync(chat_id, client=self._parley.client, after_rev=after_rev, limit=100)

        self._followers[chat_id] = ChatFollower(chat_id, place, changes, self._tell)
