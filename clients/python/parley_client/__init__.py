"""A program's way to a Parley server: see README.md."""

from .parley import Parley, Tokens, anonymous, items_of
from .problems import ProblemError, UnexpectedAnswer

__all__ = ["Parley", "ProblemError", "Tokens", "UnexpectedAnswer", "anonymous", "items_of"]
