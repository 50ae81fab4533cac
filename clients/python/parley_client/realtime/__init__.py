"""What happens in the chats of an account, as it happens: see README.md."""

from .chat_follower import Change, Place
from .live import Live

__all__ = ["Change", "Live", "Place"]
