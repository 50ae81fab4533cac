"""Follows the chats of an account, and says each change as JSON on a line of its own."""

import json
import os
import sys
from typing import Any

from parley_client import Parley, ProblemError
from parley_client.realtime import Live, Place


def say(**what: Any) -> None:
    print(json.dumps(what), flush=True)


parley = Parley.with_token(os.environ["PARLEY_URL"], os.environ["PARLEY_TOKEN"])
since = {chat_id: Place(*place) for chat_id, place in json.loads(os.environ.get("SINCE", "{}")).items()}
try:
    live = Live.connect(parley, since=since)
    live.on("user_typing", lambda payload: say(typing=payload))
    for chat_id in live.places():
        live.ask("join_chat", {"chatId": chat_id})
    say(places=live.places())
    for change in live.changes:
        say(kind=change.kind, message=change.message.to_dict(), place=change.place)
except ProblemError as problem:
    say(problem=problem.code, params=problem.params)
    sys.exit(1)
